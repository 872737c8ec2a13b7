import type { ListQuestionForm } from "@/ipc/bindings";

/** A question of a list while the list is written: a new one has no identity of its own yet. */
export type ListRow = ListQuestionForm & { key: string };

let made = 0;

export function listRow(question: Partial<ListQuestionForm> = {}): ListRow {
  made += 1;
  return {
    id: null,
    clause2008: null,
    clause2015: null,
    text: "",
    needsEvidence: false,
    ...question,
    key: `row-${made}`,
  };
}

/** One step up (-1) or down (1). */
export function moved(rows: readonly ListRow[], index: number, by: -1 | 1): ListRow[] {
  const [row, other] = [rows[index], rows[index + by]];
  if (row === undefined || other === undefined) return [...rows];
  const next = [...rows];
  next[index] = other;
  next[index + by] = row;
  return next;
}

export function sentRows(rows: readonly ListRow[]): ListQuestionForm[] {
  return rows.map(({ key: _key, ...question }) => ({ ...question, text: question.text.trim() }));
}

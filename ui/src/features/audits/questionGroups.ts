import type { QuestionView } from "@/ipc/bindings";

export type Numbered = { no: number; question: QuestionView };
export type Group = { key: string; kind: "findings" | "process" | "general"; name: string; questions: Numbered[] };

const keyOf = ({ about, process }: QuestionView) => (about !== null ? "about" : (process?.id ?? "general"));

/** The findings of the last external audit first, then process by process, then what belongs to none; numbered as they stand. */
export function grouped(questions: readonly QuestionView[]): Group[] {
  const groups: Group[] = [];
  for (const question of questions) {
    const key = keyOf(question);
    const { about, process } = question;
    let group = groups.find((one) => one.key === key);
    if (group === undefined) {
      const kind = about !== null ? "findings" : process === null ? "general" : "process";
      group = { key, kind, name: process === null ? "" : `${process.code} ${process.name}`, questions: [] };
      groups.push(group);
    }
    group.questions.push({ no: 0, question });
  }
  const place = { findings: 0, process: 1, general: 2 };
  groups.sort((a, b) => place[a.kind] - place[b.kind] || a.name.localeCompare(b.name));
  let no = 0;
  for (const { questions: own } of groups) {
    for (const one of own) {
      no += 1;
      one.no = no;
    }
  }
  return groups;
}

import type { MonitoringView, ProgressForm } from "@/ipc/bindings";

/** Percent by action. */
export type ProgressValues = Record<string, number>;

/** How far each action was by the end of a month, as its monitoring found last; a later month says nothing about it. */
export function knownProgress(monitoring: readonly MonitoringView[], month: number): ProgressValues {
  const values: ProgressValues = {};
  for (const entry of [...monitoring].sort((a, b) => a.month - b.month)) {
    if (entry.month > month) continue;
    for (const { action, percent } of entry.progress) values[action] = percent;
  }
  return values;
}

/** What the month says: of open actions all that have begun or were said before; of settled ones what was said before. */
export function progressToSend(
  open: readonly { id: string }[],
  values: ProgressValues,
  entry: MonitoringView | undefined,
): ProgressForm[] {
  const said = entry?.progress ?? [];
  const settled = said.filter(({ action }) => !open.some(({ id }) => id === action));
  const begun = open
    .map(({ id }) => ({ action: id, percent: values[id] ?? 0 }))
    .filter(({ action, percent }) => percent > 0 || said.some((one) => one.action === action));
  return [...settled, ...begun];
}

import type { FieldChangeView } from "@/ipc/bindings";
import { readable, type TrailEntry } from "./fieldWords";

export type Meanwhile = { seq: number; actor: string; at: string; changes: FieldChangeView[] };

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * What each person changed in these entries, in the order in which they came. A field that one person changed several times is
 * told once, from what it was to what it became; one that came back to what it was is left out.
 */
export function meanwhile(entries: readonly TrailEntry[]): Meanwhile[] {
  const people = new Map<string, Meanwhile>();
  for (const { seq, actor, at, changes } of [...entries].sort((a, b) => a.seq - b.seq)) {
    const known = people.get(actor);
    const told: Meanwhile = known ?? { seq, actor, at, changes: [] };
    told.at = at;
    for (const change of readable(changes)) {
      const place = told.changes.findIndex(({ path }) => path === change.path);
      const before = told.changes[place];
      if (before === undefined) told.changes.push(change);
      else told.changes[place] = { ...before, new: change.new };
    }
    if (known === undefined) people.set(actor, told);
  }
  return [...people.values()]
    .map((told) => ({ ...told, changes: told.changes.filter((change) => !same(change.old, change.new)) }))
    .filter(({ changes }) => changes.length > 0);
}

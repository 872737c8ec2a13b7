import { forgetStored, readStored, useStored, writeStored } from "@/lib/storage";

const NONE: string[] = [];
const keyOf = (draft: string) => `recurs.${draft}`;

/** The earlier cards that a draft repeats: remembered on this desk, linked when the draft gets its number. */
export function useRemembered(draft: string) {
  const [ids, set] = useStored<string[]>(keyOf(draft), NONE);
  return {
    ids,
    toggle: (id: string) => set(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]),
  };
}

export function remembered(draft: string): string[] {
  return readStored<string[]>(keyOf(draft), NONE);
}

export function forgetRemembered(draft: string): void {
  forgetStored(keyOf(draft));
}

/** A new card was saved: what was remembered of it now belongs to the draft. */
export function handRemembered(from: string, to: string): void {
  const ids = remembered(from);
  if (ids.length > 0) writeStored(keyOf(to), ids);
  forgetRemembered(from);
}

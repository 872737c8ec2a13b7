import type { KeyboardEvent } from "react";
import type { CaseRow } from "@/ipc/bindings";
import type { Marks } from "./useMarks";

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 };

type Grid = {
  total: number;
  current: number;
  selected: CaseRow | null;
  marks: Marks;
  go: (index: number) => void;
  open: (row: CaseRow | null) => void;
};

/** What a key does in the list; false when it is not one of the list's. */
export function pressInGrid(event: KeyboardEvent, { total, current, selected, marks, go, open }: Grid): boolean {
  const step = STEPS[event.key];
  if (step !== undefined) {
    const index = Math.max(0, Math.min(total - 1, current + step));
    if (event.shiftKey) marks.span(current, index);
    go(index);
  } else if (event.key === "Home") go(0);
  else if (event.key === "End") go(total - 1);
  else if (event.key === "Enter") open(selected);
  else if (event.key === " " && selected !== null) {
    if (event.shiftKey) marks.reach(current);
    else marks.toggle(selected.id, current);
  } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a") marks.all();
  else if (event.key === "Escape" && marks.ids.size > 0) marks.clear();
  else return false;
  return true;
}

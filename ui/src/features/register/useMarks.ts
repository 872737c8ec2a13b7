import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { query } from "@/ipc/queries";
import type { ListOf } from "./useRows";

/** So many cards are marked at once at most. */
export const MOST_MARKED = 1_000;
const PAGE = 500;

export type Marks = {
  ids: ReadonlySet<string>;
  toggle: (id: string, index: number) => void;
  span: (from: number, to: number) => void;
  /** From the row that was marked last to this one. */
  reach: (index: number) => void;
  all: () => void;
  clear: () => void;
};

const NONE: ReadonlySet<string> = new Set();

/** The rows that somebody marked. They hold for one narrowing of the list: what is not seen is not changed. */
export function useMarks(list: ListOf): Marks {
  const client = useQueryClient();
  const [ids, setIds] = useState(NONE);
  const anchor = useRef(0);
  const narrowing = JSON.stringify(list.filter);
  const asked = useRef(narrowing);
  useEffect(() => {
    if (asked.current === narrowing) return;
    asked.current = narrowing;
    setIds(NONE);
  }, [narrowing]);

  const between = useCallback(
    async (from: number, to: number) => {
      const last = Math.min(to, from + MOST_MARKED - 1);
      const found: string[] = [];
      for (let offset = from; offset <= last; offset += PAGE) {
        const limit = Math.min(PAGE, last - offset + 1);
        const page = await client.fetchQuery(query("list_cases", { ...list, offset, limit }));
        found.push(...page.rows.map(({ id }) => id));
        if (page.rows.length < limit) break;
      }
      return found;
    },
    [client, list],
  );
  const add = useCallback(
    async (from: number, to: number) => {
      const found = await between(from, to);
      // The list may have been narrowed while the rows were asked for.
      if (asked.current === narrowing) setIds((was) => new Set([...was, ...found].slice(0, MOST_MARKED)));
    },
    [between, narrowing],
  );
  const toggle = useCallback((id: string, index: number) => {
    anchor.current = index;
    setIds((was) => {
      const next = new Set(was);
      if (!next.delete(id) && next.size < MOST_MARKED) next.add(id);
      return next;
    });
  }, []);
  const span = useCallback(
    (from: number, to: number) => {
      anchor.current = to;
      void add(Math.min(from, to), Math.max(from, to));
    },
    [add],
  );
  const reach = useCallback((index: number) => span(anchor.current, index), [span]);
  const all = useCallback(() => void add(0, Number.MAX_SAFE_INTEGER), [add]);
  const clear = useCallback(() => setIds(NONE), []);
  return { ids, toggle, span, reach, all, clear };
}

import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import type { CaseRow, ListRequest } from "@/ipc/bindings";
import { query } from "@/ipc/queries";

export type ListOf = Omit<ListRequest, "offset" | "limit">;

const PAGE = 100;
const page = (list: ListOf, number: number) => query("list_cases", { ...list, offset: number * PAGE, limit: PAGE });

/** The first page, which also knows the total. While a new question is on its way the last answer stays on the screen. */
export function useHeadPage(list: ListOf) {
  return useQuery({ ...page(list, 0), placeholderData: keepPreviousData });
}

/** The rows from `first` to `last`; a row whose page has not come yet is undefined. */
export function useRows(list: ListOf, first: number, last: number): (index: number) => CaseRow | undefined {
  const head = useHeadPage(list);
  const numbers: number[] = [];
  for (let number = Math.max(1, Math.floor(first / PAGE)); number <= Math.floor(last / PAGE); number += 1) {
    numbers.push(number);
  }
  const others = useQueries({ queries: numbers.map((number) => page(list, number)) });
  return (index) => {
    const number = Math.floor(index / PAGE);
    const answer = number === 0 ? head.data : others[numbers.indexOf(number)]?.data;
    return answer?.rows[index % PAGE];
  };
}

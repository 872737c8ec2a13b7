import type { CaseFilter, SortKey } from "@/ipc/bindings";

export const EMPTY_FILTER: CaseFilter = {
  text: "",
  year: null,
  kinds: [],
  statuses: [],
  departments: [],
  sources: [],
  owner: null,
  clause: null,
  overdue: false,
  dueWithinDays: null,
  toComplete: false,
  late: null,
};

/** What the address of the register says: only what differs from the plain list, so that links stay short. */
export type RegisterSearch = Partial<CaseFilter> & { sort?: SortKey; desc?: boolean };

export function searchOfFilter(filter: CaseFilter): Partial<CaseFilter> {
  const search: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(filter)) {
    const empty = value === null || value === "" || value === false || (Array.isArray(value) && value.length === 0);
    if (!empty) search[key] = value;
  }
  return search as Partial<CaseFilter>;
}

export function filterOfSearch(search: RegisterSearch): CaseFilter {
  const { sort: _sort, desc: _desc, ...filter } = search;
  return { ...EMPTY_FILTER, ...filter };
}

const SORTS: readonly string[] = [
  "number",
  "title",
  "status",
  "owner",
  "department",
  "due",
  "registered",
  "source",
  "clause",
];
const LATES: readonly string[] = ["plan", "review", "answer"];

const words = (value: unknown) =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
const word = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : "");
const whole = (value: unknown) => (typeof value === "number" && Number.isInteger(value) ? value : null);

/** An address may be typed, bookmarked or old: what it says wrongly is dropped, the rest is kept. */
export function readRegisterSearch(raw: Record<string, unknown>): RegisterSearch {
  const filter = searchOfFilter({
    text: word(raw.text),
    year: whole(raw.year),
    kinds: words(raw.kinds) as CaseFilter["kinds"],
    statuses: words(raw.statuses) as CaseFilter["statuses"],
    departments: words(raw.departments),
    sources: words(raw.sources) as CaseFilter["sources"],
    owner: word(raw.owner) || null,
    clause: word(raw.clause) || null,
    overdue: raw.overdue === true,
    dueWithinDays: whole(raw.dueWithinDays),
    toComplete: raw.toComplete === true,
    late: LATES.includes(word(raw.late)) ? (raw.late as CaseFilter["late"]) : null,
  });
  const search: RegisterSearch = { ...filter };
  if (SORTS.includes(word(raw.sort))) search.sort = raw.sort as SortKey;
  if (raw.desc === true) search.desc = true;
  return search;
}

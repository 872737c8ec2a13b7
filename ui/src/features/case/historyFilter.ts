import { fieldName, fieldValue, isBlank, type Names, readable, type TrailEntry, tokens } from "@/components/fieldWords";
import type { Key, Translate } from "@/i18n/i18n";
import { actorName } from "@/i18n/phrases";
import type { FieldChangeView, Lang } from "@/ipc/bindings";
import { plain } from "@/lib/text";

/** The parts of the card by which the history can be narrowed. */
export const PARTS = [
  "report",
  "correction",
  "cause",
  "plan",
  "evidence",
  "verification",
  "effectiveness",
  "dates",
  "status",
] as const;
export type Part = (typeof PARTS)[number];

export type HistoryFilter = { person: string | null; part: Part | null; words: string };
export const NO_FILTER: HistoryFilter = { person: null, part: null, words: "" };

type Words = { t: Translate; has: (key: string) => key is Key; lang: Lang; names: Names };

const OF_FIELD: Record<string, Part> = {
  correction: "correction",
  cause: "cause",
  actions: "plan",
  expected_effect: "plan",
  plan_submission: "plan",
  plan_approval: "plan",
  done_report: "plan",
  plan_due_on: "dates",
  target_on: "dates",
  original_target_on: "dates",
  target_extensions: "dates",
  target_asked: "dates",
  external: "dates",
  verification: "verification",
  effectiveness: "effectiveness",
  status: "status",
  number: "status",
  no_action: "status",
  no_action_proposal: "status",
  closure: "status",
  first_closed_on: "status",
  discarded: "status",
};
const DATES = new Set(["due_on", "original_due_on", "extensions", "asked", "plan_due_on", "review_due_on"]);
const NO_PART = new Set(["links", "remarks"]);

/** The parts of the card that a change touches: a new action with a date touches the plan and the dates. */
export function partsOf({ path, old, new: now }: FieldChangeView): Set<Part> {
  const [first = "", ...rest] = tokens(path);
  const found = new Set<Part>();
  if (!NO_PART.has(first)) found.add(OF_FIELD[first] ?? "report");
  const inner = [old, now].flatMap((value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([name, part]) => (isBlank(part) ? [] : tokens(name)))
      : [],
  );
  for (const token of [...rest, ...inner]) {
    if (DATES.has(token)) found.add("dates");
    if (token === "evidence" && first === "actions") found.add("evidence");
  }
  return found;
}

export type ShownEntry = { entry: TrailEntry; changes: FieldChangeView[] };

/** Everybody whom the trail names, as shown, in the order of the alphabet. */
export function peopleOf({ t, has, lang }: Words, entries: readonly TrailEntry[]): string[] {
  const all = entries.flatMap(({ actor, recordedFor }) => [
    actorName(t, has, actor),
    ...(recordedFor ? [recordedFor.post] : []),
  ]);
  return [...new Set(all)].sort((a, b) => a.localeCompare(b, lang));
}

export function whatText(t: Translate, has: Words["has"], what: string): string {
  const key = `trail.${what}`;
  return has(key) ? t(key) : t("trail.default");
}

function said({ t, has, lang, names }: Words, entry: TrailEntry): string {
  const { what, actor, reason, recordedFor, changes } = entry;
  const lines = readable(changes).flatMap(({ path, old, new: now }) => [
    fieldName(t, has, names, path),
    fieldValue(t, has, lang, names, path, old),
    fieldValue(t, has, lang, names, path, now),
  ]);
  const paper = recordedFor ? [recordedFor.post, recordedFor.document] : [];
  return plain([whatText(t, has, what), actorName(t, has, actor), reason ?? "", ...paper, ...lines].join(" "));
}

/** The entries that fit, newest first, each with the changes of the wanted part. */
export function shownEntries(words: Words, entries: readonly TrailEntry[], filter: HistoryFilter): ShownEntry[] {
  const wanted = plain(filter.words).split(/\s+/).filter(Boolean);
  return [...entries]
    .sort((a, b) => b.seq - a.seq)
    .filter(({ actor, recordedFor }) => {
      if (filter.person === null) return true;
      return filter.person === actorName(words.t, words.has, actor) || filter.person === recordedFor?.post;
    })
    .filter((entry) => {
      if (wanted.length === 0) return true;
      const text = said(words, entry);
      return wanted.every((word) => text.includes(word));
    })
    .map((entry) => {
      const changes = readable(entry.changes);
      const { part } = filter;
      return { entry, changes: part === null ? changes : changes.filter((change) => partsOf(change).has(part)) };
    })
    .filter(({ changes }) => filter.part === null || changes.length > 0);
}

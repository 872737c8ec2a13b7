import type { Key, Translate } from "@/i18n/i18n";
import { actorName } from "@/i18n/phrases";
import type { Lang } from "@/ipc/bindings";
import { formatDay, isDay } from "@/lib/dates";
import { fileSize } from "@/lib/text";

type Words = { t: Translate; has: (key: string) => key is Key; lang: Lang };
type Members = Record<string, unknown>;

const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/**
 * The records of a card that read badly member by member: an analysis of causes, evidence, a moved date. They are known by their
 * members, since a trail may show them alone, in a list or within a larger record. Null: no such record.
 */
export function toldRecord(words: Words, value: unknown): string | null {
  if (Array.isArray(value)) {
    if (value.length === 0) return null;
    const told = value.map((item, index) => one(words, item, index + 1));
    return told.every((line) => line !== null) ? told.join("\n") : null;
  }
  return one(words, value, null);
}

/** `no`: the place in a list. */
function one(words: Words, value: unknown, no: number | null): string | null {
  if (!isMembers(value)) return null;
  if ("answer" in value) return why(words, value, no);
  if ("arose" in value) return fiveWhy(words, value);
  if ("bones" in value) return ishikawa(words, value);
  if ("causes" in value) return bone(words, value, no);
  if ("subcauses" in value) return boneCause(words, value);
  if ("decided_on" in value && "to" in value) return extension(words, value);
  if ("file_number" in value && "title" in value) return evidence(words, value);
  if ("bytes" in value) return file(words, value);
  return null;
}

function why({ t }: Words, { answer, evidence }: Members, no: number | null): string {
  const proof = text(evidence) === "" ? "" : ` (${t("cause.evidence")}: ${text(evidence)})`;
  return `${no === null ? "" : `${no}. `}${text(answer)}${proof}`;
}

function titled(title: string, body: string | null): string {
  return body === null || body === "" ? "" : `${title}\n${body}`;
}

function fiveWhy(words: Words, { problem, arose, undetected }: Members): string {
  const { t } = words;
  return [
    text(problem) === "" ? "" : `${t("cause.problem")}: ${text(problem)}`,
    titled(t("cause.track_arose"), toldRecord(words, list(arose))),
    titled(t("cause.track_undetected"), toldRecord(words, list(undetected))),
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function ishikawa(words: Words, { effect, bones }: Members): string {
  const lines = [
    text(effect) === "" ? "" : `${words.t("cause.effect")}: ${text(effect)}`,
    toldRecord(words, list(bones)) ?? "",
  ];
  return lines.filter((line) => line !== "").join("\n");
}

function bone(words: Words, { category, name, causes }: Members, no: number | null): string {
  const { t, has } = words;
  const key = `cause.category_${text(category)}`;
  const own = text(name) === "" ? t("cause.ownCategoryNo", { no: no ?? 1 }) : text(name);
  const told = list(causes).map((cause) => (isMembers(cause) ? boneCause(words, cause) : ""));
  return `${has(key) ? t(key) : own}: ${told.length === 0 ? t("common.none") : told.join("; ")}`;
}

function boneCause({ t }: Words, { text: cause, subcauses, votes, chosen }: Members): string {
  const marks = [
    chosen === true ? t("history.chosen") : "",
    typeof votes === "number" && votes > 0 ? t("cause.votes", { count: votes }) : "",
    list(subcauses).length === 0 ? "" : t("history.subcauses", { list: list(subcauses).map(text).join(", ") }),
  ].filter((mark) => mark !== "");
  return marks.length === 0 ? text(cause) : `${text(cause)} (${marks.join("; ")})`;
}

const dayText = ({ t, lang }: Words, value: unknown) => (isDay(value) ? formatDay(value, lang) : t("card.noDate"));

function extension(words: Words, { from, to, reason, decided_on, decided_by, late }: Members): string {
  const { t, has } = words;
  const told = t("card.extension", {
    from: dayText(words, from),
    to: dayText(words, to),
    reason: text(reason),
    decided: dayText(words, decided_on),
    by: actorName(t, has, text(decided_by)),
  });
  return late === true ? `${told} – ${t("card.extensionLate")}` : told;
}

function file({ lang }: Words, { name, bytes }: Members): string {
  return typeof bytes === "number" ? `${text(name)}, ${fileSize(bytes, lang)}` : text(name);
}

function evidence(words: Words, { title, file_number, on, by, file: kept, withdrawn }: Members): string {
  const { t, has } = words;
  const facts = [
    isMembers(kept) ? file(words, kept) : "",
    text(file_number),
    isDay(on) ? dayText(words, on) : "",
    text(by) === "" ? "" : actorName(t, has, text(by)),
  ].filter((fact) => fact !== "");
  const told = facts.length === 0 ? text(title) : `${text(title)} (${facts.join(", ")})`;
  if (!isMembers(withdrawn)) return told;
  const taken = { on: dayText(words, withdrawn.on), by: actorName(t, has, text(withdrawn.by)) };
  return `${told} – ${t("history.withdrawn", { ...taken, reason: text(withdrawn.reason) })}`;
}

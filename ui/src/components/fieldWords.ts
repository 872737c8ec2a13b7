import type { Key, Translate } from "@/i18n/i18n";
import type { ActionView, Choices, FieldChangeView, Lang, TrailView } from "@/ipc/bindings";
import { formatDay, formatInstant, isDay, isInstant } from "@/lib/dates";
import { toldRecord } from "./toldRecords";

type Has = (key: string) => key is Key;
export type Names = ReadonlyMap<string, string>;

/** An entry of the trail with what a book of several people tells about it. */
export type TrailEntry = Omit<TrailView, "role" | "recordedFor" | "signedOff"> & {
  role?: string;
  /** The decision was taken on paper by a post; somebody else entered it. */
  recordedFor?: { post: string; on: string; document: string } | null;
  /** The password was asked again for this very act. */
  signedOff?: boolean;
};

const WORDS_OF: Record<string, string> = {
  status: "statuses",
  kind: "kindsLong",
  grade: "grades",
  source: "sources",
  method: "causeMethods",
  cause_method: "causeMethods",
};

/** What only the machine needs, or what the card shows in a section of its own. */
const HIDDEN: ReadonlySet<string> = new Set([
  "id",
  "revision",
  "imported",
  "signer",
  "done_signer",
  "approver",
  "attached_at",
  "sha256",
  "media_type",
]);

export function tokens(path: string): string[] {
  return path
    .split(/[./[\]]+/)
    .filter((part) => part !== "")
    .map((part) => part.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase());
}

/** What a person has a use for: without ids, keys and the source file's own row. */
export function readable(changes: readonly FieldChangeView[]): FieldChangeView[] {
  return changes.filter(({ path }) => !tokens(path).some((token) => HIDDEN.has(token)));
}

export function isBlank(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === null || value === undefined || value === "";
}

function tokenName(t: Translate, has: Has, names: Names, token: string, within: string | undefined): string {
  if (/^\d+$/.test(token)) return String(Number(token) + 1);
  // The finding's evidence is what was seen; an action's evidence is what proves it.
  if (token === "evidence" && within === "actions") return t("card.evidenceList");
  const key = [`fields.${token}`, `history.fields.${token}`].find(has);
  if (key !== undefined) return t(key);
  return names.get(token) ?? (/^[0-9a-f-]{36}$/.test(token) ? "" : token.replaceAll("_", " "));
}

/** A field as the form names it: `/actions/<id>/due_on` reads "Działania 1 · Termin". */
export function fieldName(t: Translate, has: Has, names: Names, path: string): string {
  const [first] = tokens(path);
  return tokens(path)
    .map((token) => tokenName(t, has, names, token, first))
    .filter((part) => part !== "")
    .join(" · ");
}

/** A value as a person reads it; ids become names where the pickers know them. */
export function fieldValue(t: Translate, has: Has, lang: Lang, names: Names, path: string, value: unknown): string {
  if (isBlank(value)) return t("card.historyEmptyValue");
  if (typeof value === "boolean") return t(value ? "common.yes" : "common.no");
  if (isDay(value)) return formatDay(value, lang);
  if (isInstant(value)) return formatInstant(value, lang);
  const told = toldRecord({ t, has, lang }, value);
  if (told !== null) return told;
  if (Array.isArray(value)) return value.map((item) => fieldValue(t, has, lang, names, path, item)).join("; ");
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .filter(([name, part]) => !HIDDEN.has(tokens(name)[0] ?? name) && !isBlank(part))
      .map(([name, part]) => `${fieldName(t, has, names, name)}: ${fieldValue(t, has, lang, names, name, part)}`)
      .join(", ");
  }
  return word(t, has, names, tokens(path).at(-1) ?? "", String(value));
}

function word(t: Translate, has: Has, names: Names, field: string, text: string): string {
  const key = [`${WORDS_OF[field] ?? "values"}.${text}`, `values.${text}`].find(has);
  if (key !== undefined) return t(key);
  if (field === "by" || field === "decided_by") {
    const actor = `actors.${text}`;
    if (has(actor)) return t(actor);
  }
  return names.get(text) ?? text;
}

/** The actions by their place on the card, everything else by what the pickers call it. */
export function namesOf(choices: Choices | undefined, actions: readonly Pick<ActionView, "id">[]): Names {
  const numbers = actions.map(({ id }, index) => [id, String(index + 1)] as const);
  const all = choices === undefined ? [] : [...choices.departments, ...choices.posts, ...choices.processes];
  return new Map([
    ...numbers,
    ...all.map(({ id, code, name }) => [id, code === "" ? name : `${code} ${name}`] as const),
  ]);
}

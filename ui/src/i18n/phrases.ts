import type { IpcError, Lang } from "@/ipc/bindings";
import { formatDay, isDay } from "@/lib/dates";
import type { Key, Translate, Values } from "./i18n";

/** `24 dni po terminie`, `dziś`, `za 22 dni`: a due date as a distance. */
export function distance(t: Translate, days: number): string {
  if (days === 0) return t("distance.today");
  return days < 0 ? t("distance.late", { count: -days }) : t("distance.ahead", { count: days });
}

/** The program signs its own records with a code; a person's post is written as it was entered. */
export function actorName(t: Translate, has: Has, actor: string): string {
  const key = `actors.${actor}`;
  return has(key) ? t(key) : actor;
}

type Has = (key: string) => key is Key;

/** Params that hold codes, and where the words of those codes stand. */
const CODED: Record<string, string> = {
  missing: "missing.",
  needs: "roles.",
  status: "statuses.",
  part: "errors.part.",
  problem: "errors.password.",
  what: "errors.what.",
};

function worded(t: Translate, has: Has, name: string, value: string): string {
  const prefix = CODED[name];
  if (prefix === undefined) return value;
  const words = value
    .split(",")
    .map((code) => code.trim())
    .map((code) => (has(prefix + code) ? t((prefix + code) as Key) : code));
  return words.join(name === "needs" ? t("roles.or") : ", ");
}

/** Values as a person reads them: days in the shown language, codes of fields and roles as words. */
function shown(t: Translate, has: Has, lang: Lang, params: IpcError["params"]): Values {
  const values: Values = {};
  for (const [name, value] of Object.entries(params)) {
    values[name] = isDay(value) ? formatDay(value, lang) : worded(t, has, name, value);
  }
  return values;
}

/** The sentence for an error. A reason without words of its own falls back to its kind, with the details listed after it. */
export function errorText(t: Translate, has: Has, lang: Lang, error: IpcError): string {
  const values = shown(t, has, lang, error.params);
  const { reason } = error.params;
  const exact = `errors.${error.kind}.${reason}`;
  const ofField = `${exact}_${error.params.field}`;
  const incident = error.params.incident === undefined ? "" : ` ${t("errors.internal.incident", values)}`;
  if (reason !== undefined && has(ofField)) return t(ofField, values) + incident;
  if (reason !== undefined && has(exact)) return t(exact, values) + incident;
  const named = `errors.${error.kind}.named`;
  if (has(`errors.what.${error.params.what}`) && has(named)) return t(named, values) + incident;
  const sentence = t(`errors.${error.kind}.default`, values);
  const details = Object.entries(values)
    .filter(([name]) => name !== "incident" && name !== "what")
    .map(([name, value]) => (name === "reason" ? String(value) : `${name}: ${value}`));
  return details.length === 0 ? sentence + incident : `${sentence} (${details.join("; ")})${incident}`;
}

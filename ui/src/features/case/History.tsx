import { type Key, type Translate, useWords } from "@/i18n/i18n";
import type { ActionView, Choices, FieldChangeView, Lang, TrailView } from "@/ipc/bindings";
import { useAsk } from "@/ipc/queries";
import { formatDay, formatInstant, isDay, isInstant } from "@/lib/dates";
import { Panel } from "@/ui/Panel";
import classes from "./case.module.css";

type Has = (key: string) => key is Key;
type Names = ReadonlyMap<string, string>;

const WORDS_OF: Record<string, string> = {
  status: "statuses",
  kind: "kindsLong",
  grade: "grades",
  source: "sources",
  method: "causeMethods",
  cause_method: "causeMethods",
};

function tokens(path: string): string[] {
  return path
    .split(/[./[\]]+/)
    .filter((part) => part !== "")
    .map((part) => part.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase());
}

/** A field as the form names it: `/actions/<id>/due_on` reads "Działania 1 · Termin". */
export function fieldName(t: Translate, has: Has, names: Names, path: string): string {
  return tokens(path)
    .map((token) => {
      const key = `fields.${token}`;
      if (/^\d+$/.test(token)) return String(Number(token) + 1);
      return has(key)
        ? t(key)
        : (names.get(token) ?? (/^[0-9a-f-]{36}$/.test(token) ? "" : token.replaceAll("_", " ")));
    })
    .filter((part) => part !== "")
    .join(" · ");
}

/** What only the machine needs, or what the card shows in a section of its own. */
const HIDDEN: ReadonlySet<string> = new Set(["id", "revision", "imported"]);

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

/** A value as a person reads it; ids become names where the pickers know them. */
export function fieldValue(t: Translate, has: Has, lang: Lang, names: Names, path: string, value: unknown): string {
  if (isBlank(value)) return t("card.historyEmptyValue");
  if (typeof value === "boolean") return t(value ? "common.yes" : "common.no");
  if (isDay(value)) return formatDay(value, lang);
  if (isInstant(value)) return formatInstant(value, lang);
  if (Array.isArray(value)) return value.map((item) => fieldValue(t, has, lang, names, path, item)).join("; ");
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .filter(([name, part]) => !HIDDEN.has(name) && !isBlank(part))
      .map(([name, part]) => `${fieldName(t, has, names, name)}: ${fieldValue(t, has, lang, names, name, part)}`)
      .join(", ");
  }
  const text = String(value);
  const last = tokens(path).at(-1) ?? "";
  const key = `${WORDS_OF[last] ?? "values"}.${text}`;
  if (has(key)) return t(key);
  const common = `values.${text}`;
  return has(common) ? t(common) : (names.get(text) ?? text);
}

function namesOf(choices: Choices | undefined, actions: ActionView[]): Names {
  const numbers = actions.map(({ id }, index) => [id, String(index + 1)] as const);
  const all = choices === undefined ? [] : [...choices.departments, ...choices.posts, ...choices.processes];
  return new Map([
    ...numbers,
    ...all.map(({ id, code, name }) => [id, code === "" ? name : `${code} ${name}`] as const),
  ]);
}

/** Who changed what and when, from the register's own trail, newest first. */
export function History({ entries, actions }: { entries: TrailView[]; actions: ActionView[] }) {
  const { t, lang, has } = useWords();
  const names = namesOf(useAsk("choices", null).data, actions);
  return (
    <Panel title={t("card.sectionHistory")} testId="history">
      <ol className={classes.history}>
        {[...entries]
          .sort((a, b) => b.seq - a.seq)
          .map((entry) => {
            const what = `trail.${entry.what}`;
            return (
              <li key={entry.seq} className={classes.entry}>
                <div className={classes.entryWhat}>{has(what) ? t(what) : t("trail.default")}</div>
                <div className={classes.entryWhen}>
                  {t("card.historyAt", { at: formatInstant(entry.at, lang), actor: entry.actor })}
                </div>
                {entry.reason === null || entry.reason === "" ? null : (
                  <div>{t("card.historyReason", { reason: entry.reason })}</div>
                )}
                <Changes changes={entry.changes} names={names} />
              </li>
            );
          })}
      </ol>
    </Panel>
  );
}

const SHOWN = 6;

function Changes({ changes: all, names }: { changes: FieldChangeView[]; names: Names }) {
  const { t, lang, has } = useWords();
  const changes = all.filter(({ path }) => !HIDDEN.has(tokens(path)[0] ?? ""));
  if (changes.length === 0) return null;
  const line = ({ path, old, new: now }: FieldChangeView) => (
    <div key={path}>
      <dt>{fieldName(t, has, names, path)}</dt>
      <dd>
        {isBlank(old) ? null : (
          <>
            <span className="visually-hidden">{t("card.historyFrom")} </span>
            <span className={classes.was}>{fieldValue(t, has, lang, names, path, old)}</span>
            <span aria-hidden> → </span>
            <span className="visually-hidden"> {t("card.historyTo")} </span>
          </>
        )}
        {fieldValue(t, has, lang, names, path, now)}
      </dd>
    </div>
  );
  if (changes.length <= SHOWN) return <dl className={classes.changes}>{changes.map(line)}</dl>;
  return (
    <details>
      <summary>{t("card.historyFields", { count: changes.length })}</summary>
      <dl className={classes.changes}>{changes.map(line)}</dl>
    </details>
  );
}

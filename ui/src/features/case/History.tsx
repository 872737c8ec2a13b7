import { useMemo, useState } from "react";
import type { TrailEntry } from "@/components/fieldWords";
import { useFieldNames } from "@/components/useFieldNames";
import { useWords } from "@/i18n/i18n";
import type { ActionView } from "@/ipc/bindings";
import { Panel } from "@/ui/Panel";
import classes from "./case.module.css";
import { HistoryEntry } from "./HistoryEntry";
import { HistoryFilters } from "./HistoryFilters";
import { NO_FILTER, peopleOf, shownEntries } from "./historyFilter";

type Props = { entries: readonly TrailEntry[]; actions: readonly Pick<ActionView, "id">[] };

/** Who changed what and when, from the register's own trail, newest first. */
export function History({ entries, actions }: Props) {
  const { t, has, lang } = useWords();
  const names = useFieldNames(actions);
  const [filter, setFilter] = useState(NO_FILTER);
  const words = useMemo(() => ({ t, has, lang, names }), [t, has, lang, names]);
  const people = useMemo(() => peopleOf(words, entries), [words, entries]);
  const shown = useMemo(() => shownEntries(words, entries, filter), [words, entries, filter]);
  const narrowed = filter.person !== null || filter.part !== null || filter.words.trim() !== "";
  return (
    <Panel title={t("card.sectionHistory")} testId="history">
      {entries.length > 1 ? <HistoryFilters filter={filter} people={people} onChange={setFilter} /> : null}
      <p className={entries.length > 1 ? classes.historyCount : "visually-hidden"} role="status">
        {t("history.shown", { shown: shown.length, count: entries.length })}
      </p>
      {shown.length === 0 && narrowed ? <p className={classes.blank}>{t("history.nothing")}</p> : null}
      <ol className={classes.history}>
        {shown.map(({ entry, changes }) => (
          <HistoryEntry key={entry.seq} entry={entry} changes={changes} names={names} />
        ))}
      </ol>
    </Panel>
  );
}

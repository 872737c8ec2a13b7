import { Button, Select, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useWords } from "@/i18n/i18n";
import classes from "./case.module.css";
import { type HistoryFilter, NO_FILTER, PARTS } from "./historyFilter";

type Props = { filter: HistoryFilter; people: string[]; onChange: (filter: HistoryFilter) => void };

/** Narrows the history to a person, to a part of the card, to words. */
export function HistoryFilters({ filter, people, onChange }: Props) {
  const { t } = useWords();
  const clearButtonProps = { "aria-label": t("common.clear") };
  const narrowed = filter.person !== null || filter.part !== null || filter.words !== "";
  return (
    // biome-ignore lint/a11y/useSemanticElements: the oldest supported WebKit does not know <search>
    <div role="search" className={classes.historyFilters} aria-label={t("history.filters")}>
      <Select
        size="xs"
        aria-label={t("history.person")}
        placeholder={t("history.anyPerson")}
        data={people}
        value={filter.person}
        clearable
        clearButtonProps={clearButtonProps}
        onChange={(person) => onChange({ ...filter, person })}
        data-testid="history-person"
      />
      <Select
        size="xs"
        aria-label={t("history.part")}
        placeholder={t("history.anyPart")}
        data={PARTS.map((part) => ({ value: part, label: t(`history.part_${part}`) }))}
        value={filter.part}
        clearable
        clearButtonProps={clearButtonProps}
        onChange={(part) => onChange({ ...filter, part: PARTS.find((known) => known === part) ?? null })}
        data-testid="history-part"
      />
      <TextInput
        size="xs"
        className={classes.wide}
        aria-label={t("history.words")}
        placeholder={t("history.words")}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={filter.words}
        onChange={(event) => onChange({ ...filter, words: event.currentTarget.value })}
        onKeyDown={(event) => {
          // The history stands inside the draft's form; Enter here must not save it.
          if (event.key === "Enter") event.preventDefault();
        }}
        data-testid="history-words"
      />
      {narrowed ? (
        <Button size="compact-xs" variant="subtle" className={classes.wide} onClick={() => onChange(NO_FILTER)}>
          {t("history.clear")}
        </Button>
      ) : null}
    </div>
  );
}

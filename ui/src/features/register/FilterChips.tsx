import { Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { type Translate, useWords } from "@/i18n/i18n";
import type { CaseFilter, Choices } from "@/ipc/bindings";
import { useAsk } from "@/ipc/queries";
import { EMPTY_FILTER } from "@/lib/filters";
import classes from "./register.module.css";

type Chip = { key: string; name: string; without: CaseFilter };

/** One chip for each thing the list is narrowed by. */
export function chipsOf(t: Translate, filter: CaseFilter, choices: Choices | undefined): Chip[] {
  const chips: Chip[] = [];
  const add = (key: string, name: string, part: Partial<CaseFilter>) =>
    chips.push({ key, name, without: { ...filter, ...part } });
  const labelled = (label: string, value: string) => `${label}: ${value}`;
  if (filter.text !== "") add("text", t("register.textChip", { text: filter.text }), { text: "" });
  if (filter.year !== null) add("year", labelled(t("register.year"), String(filter.year)), { year: null });
  for (const kind of filter.kinds) {
    add(kind, labelled(t("register.kind"), t(`kinds.${kind}`)), { kinds: filter.kinds.filter((k) => k !== kind) });
  }
  for (const status of filter.statuses) {
    add(status, labelled(t("register.status"), t(`statuses.${status}`)), {
      statuses: filter.statuses.filter((s) => s !== status),
    });
  }
  for (const id of filter.departments) {
    const code = choices?.departments.find((department) => department.id === id)?.code ?? id;
    add(`department-${id}`, labelled(t("register.department"), code), {
      departments: filter.departments.filter((d) => d !== id),
    });
  }
  for (const source of filter.sources) {
    add(source, labelled(t("register.source"), t(`sources.${source}`)), {
      sources: filter.sources.filter((s) => s !== source),
    });
  }
  if (filter.owner !== null) {
    const name = choices?.posts.find(({ id }) => id === filter.owner)?.name ?? filter.owner;
    add("owner", labelled(t("register.owner"), name), { owner: null });
  }
  if (filter.clause !== null) add("clause", labelled(t("register.clause"), filter.clause), { clause: null });
  if (filter.overdue) add("overdue", t("register.overdueOnly"), { overdue: false });
  if (filter.dueWithinDays !== null) {
    add("due", t("register.dueWithin", { count: filter.dueWithinDays }), { dueWithinDays: null });
  }
  if (filter.toComplete) add("complete", t("register.toComplete"), { toComplete: false });
  if (filter.late !== null) add("late", t(`late.${filter.late}`), { late: null });
  return chips;
}

type Props = { filter: CaseFilter; total: number | undefined; onChange: (filter: CaseFilter) => void };

export function FilterChips({ filter, total, onChange }: Props) {
  const { t } = useWords();
  const choices = useAsk("choices", null).data;
  const chips = chipsOf(t, filter, choices);
  return (
    <div className={classes.chips}>
      <span className={classes.total} role="status" data-testid="total">
        {total === undefined ? "" : t("register.total", { count: total })}
      </span>
      {chips.map(({ key, name, without }) => (
        <span key={key} className={classes.chip}>
          {name}
          <button
            type="button"
            className={classes.chipRemove}
            aria-label={t("register.removeFilter", { name })}
            onClick={() => onChange(without)}
          >
            <IconX size={14} aria-hidden />
          </button>
        </span>
      ))}
      {chips.length > 1 ? (
        <Button variant="subtle" size="compact-sm" onClick={() => onChange(EMPTY_FILTER)}>
          {t("register.clearFilters")}
        </Button>
      ) : null}
    </div>
  );
}

import { Button, MultiSelect, Select, Switch, TextInput } from "@mantine/core";
import { IconAdjustments, IconAlertTriangle, IconLayoutSidebarRight, IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { openFolder, useSession } from "@/components/useSession";
import { useWords } from "@/i18n/i18n";
import type { CaseFilter, CaseKind, CaseStatus, Choices, Late, SourceCode } from "@/ipc/bindings";
import { useAsk } from "@/ipc/queries";
import { onSearchWanted } from "@/lib/keys";
import { useStored } from "@/lib/storage";
import { ColumnChooser } from "./ColumnChooser";
import { PREF_PANE } from "./columns";
import classes from "./register.module.css";

const KINDS: CaseKind[] = ["DK", "DZ", "DS"];
const STATUSES: CaseStatus[] = [
  "draft",
  "registered",
  "analysis",
  "plan_pending",
  "in_progress",
  "implemented",
  "effectiveness",
  "closed_effective",
  "closed_ineffective",
  "closed_no_action",
  "closed_imported",
  "cancelled",
];
const LATES: Late[] = ["plan", "review", "answer"];

type Props = { filter: CaseFilter; onChange: (filter: CaseFilter) => void };

export function FilterBar({ filter, onChange }: Props) {
  const { t } = useWords();
  const choices = useAsk("choices", null).data;
  const [pane, setPane] = useStored(PREF_PANE, true);
  const [more, setMore] = useState(false);
  const years = (choices?.years ?? []).map(String);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: the oldest supported WebKit does not know <search> */}
      <div role="search" className={classes.bar}>
        <SearchBox text={filter.text} onChange={(text) => onChange({ ...filter, text })} />
        <Select
          aria-label={t("register.year")}
          placeholder={t("register.anyYear")}
          w={150}
          data={years}
          value={filter.year === null ? null : String(filter.year)}
          clearable
          clearButtonProps={{ "aria-label": t("common.clear") }}
          onChange={(year) => onChange({ ...filter, year: year === null ? null : Number(year) })}
        />
        <Button
          variant={filter.overdue ? "filled" : "default"}
          aria-pressed={filter.overdue}
          leftSection={<IconAlertTriangle size={16} aria-hidden />}
          onClick={() => onChange({ ...filter, overdue: !filter.overdue })}
          data-testid="filter-overdue"
        >
          {t("register.overdueOnly")}
        </Button>
        <Button
          variant="default"
          aria-expanded={more}
          leftSection={<IconAdjustments size={16} aria-hidden />}
          onClick={() => setMore((was) => !was)}
          data-testid="filters"
        >
          {t("register.filters")}
        </Button>
        <ColumnChooser />
        <Button
          variant={pane ? "light" : "default"}
          aria-pressed={pane}
          leftSection={<IconLayoutSidebarRight size={16} aria-hidden />}
          onClick={() => setPane(!pane)}
        >
          {t("register.paneToggle")}
        </Button>
      </div>
      {more && choices !== undefined ? <MoreFilters filter={filter} onChange={onChange} choices={choices} /> : null}
    </>
  );
}

const PAUSE_MS = 120;

/** Searches while one types; the register answers from memory, so a short pause is enough. */
function SearchBox({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(text);
  const [known, setKnown] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address changed from outside (a chip removed, a link followed): show what it says.
  if (known !== text) {
    setKnown(text);
    if (typed.trim() !== text) setTyped(text);
  }
  useEffect(() => onSearchWanted(() => input.current?.focus()), []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <TextInput
      ref={input}
      className={classes.search}
      type="search"
      aria-label={t("register.searchLabel")}
      placeholder={t("register.searchPlaceholder")}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      data-testid="search"
      onChange={(event) => {
        const value = event.currentTarget.value;
        setTyped(value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => onChange(value.trim()), PAUSE_MS);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && typed !== "") {
          event.preventDefault();
          setTyped("");
          onChange("");
        }
      }}
    />
  );
}

function MoreFilters({ filter, onChange, choices }: Props & { choices: Choices }) {
  const { t } = useWords();
  const clear = { "aria-label": t("common.clear") };
  const edition = openFolder(useSession())?.edition ?? "2015";
  const clauses = edition === "2008" ? choices.clauses2008 : choices.clauses2015;
  return (
    <div className={classes.more}>
      <MultiSelect
        label={t("register.kind")}
        data={KINDS.map((kind) => ({ value: kind, label: `${t(`kinds.${kind}`)} – ${t(`kindsLong.${kind}`)}` }))}
        value={filter.kinds}
        clearable
        clearButtonProps={clear}
        onChange={(kinds) => onChange({ ...filter, kinds: kinds as CaseKind[] })}
      />
      <MultiSelect
        label={t("register.status")}
        data={STATUSES.map((status) => ({ value: status, label: t(`statuses.${status}`) }))}
        value={filter.statuses}
        clearable
        clearButtonProps={clear}
        onChange={(statuses) => onChange({ ...filter, statuses: statuses as CaseStatus[] })}
      />
      <MultiSelect
        label={t("register.department")}
        data={choices.departments.map(({ id, code, name }) => ({ value: id, label: `${code} – ${name}` }))}
        value={filter.departments}
        searchable
        clearable
        clearButtonProps={clear}
        onChange={(departments) => onChange({ ...filter, departments })}
      />
      <MultiSelect
        label={t("register.source")}
        data={choices.sources.map(({ code }) => ({ value: code, label: t(`sources.${code}`) }))}
        value={filter.sources}
        clearable
        clearButtonProps={clear}
        onChange={(sources) => onChange({ ...filter, sources: sources as SourceCode[] })}
      />
      <Select
        label={t("register.owner")}
        data={choices.posts.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.owner}
        searchable
        clearable
        clearButtonProps={clear}
        onChange={(owner) => onChange({ ...filter, owner })}
      />
      <Select
        label={t("register.clause")}
        data={clauses.map(({ no, name }) => ({ value: no, label: `${no} ${name}` }))}
        value={filter.clause}
        searchable
        clearable
        clearButtonProps={clear}
        onChange={(clause) => onChange({ ...filter, clause })}
      />
      <Select
        label={t("register.lateLabel")}
        data={LATES.map((late) => ({ value: late, label: t(`late.${late}`) }))}
        value={filter.late}
        clearable
        clearButtonProps={clear}
        onChange={(late) => onChange({ ...filter, late: late as Late | null })}
      />
      <Switch
        label={t("register.toComplete")}
        checked={filter.toComplete}
        mt={30}
        onChange={(event) => onChange({ ...filter, toComplete: event.currentTarget.checked })}
      />
    </div>
  );
}

import { Select } from "@mantine/core";
import { useWords } from "@/i18n/i18n";
import type { ClauseView } from "@/ipc/bindings";
import { useAsk } from "@/ipc/queries";
import classes from "./audits.module.css";

type Clauses = { clause2008: string | null; clause2015: string | null };
type Props = { value: Clauses; onChange: (part: Partial<Clauses>) => void };

/** The clause of the standard in both editions. */
export function ClauseFields({ value, onChange }: Props) {
  const choices = useAsk("choices", null).data;
  return (
    <div className={classes.pair}>
      <ClauseField
        edition="2008"
        clauses={choices?.clauses2008 ?? []}
        value={value.clause2008}
        onChange={(clause2008) => onChange({ clause2008 })}
      />
      <ClauseField
        edition="2015"
        clauses={choices?.clauses2015 ?? []}
        value={value.clause2015}
        onChange={(clause2015) => onChange({ clause2015 })}
      />
    </div>
  );
}

type FieldProps = {
  edition: "2008" | "2015";
  clauses: ClauseView[];
  value: string | null;
  onChange: (clause: string | null) => void;
};

function ClauseField({ edition, clauses, value, onChange }: FieldProps) {
  const { t } = useWords();
  const data = clauses.map(({ no, name }) => ({ value: no, label: `${no} ${name}` }));
  // A clause that the list does not name is kept as it is written.
  if (value !== null && !clauses.some(({ no }) => no === value)) data.unshift({ value, label: value });
  return (
    <Select
      label={t(`fields.clause_${edition}`)}
      data={data.length === 0 ? [{ value: "", label: t("palette.nothing"), disabled: true }] : data}
      value={value}
      searchable
      clearable
      clearButtonProps={{ "aria-label": t("common.clear") }}
      onChange={onChange}
    />
  );
}

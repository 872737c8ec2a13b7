import { Select, Textarea, TextInput } from "@mantine/core";
import { memo, type ReactNode } from "react";
import { type Key, useWords } from "@/i18n/i18n";
import type { CaseForm, Day, ProposalView } from "@/ipc/bindings";
import { DayInput } from "@/ui/DayInput";
import classes from "../case.module.css";
import { Proposals } from "./Proposals";

export type FormChange = (part: Partial<CaseForm>) => void;

type Common = { label: Key; id?: string; change: FormChange; mark?: boolean };

/** A field's name; `mark`: the register asks for it before it gives a number. */
function useLabel(label: Key, mark: boolean | undefined): { label: ReactNode; withAsterisk: boolean } {
  const { t } = useWords();
  if (!mark) return { label: t(label), withAsterisk: false };
  const spoken = (
    <>
      {t(label)}
      <span className="visually-hidden"> ({t("card.requiredToRegister")})</span>
    </>
  );
  return { label: spoken, withAsterisk: true };
}

type TextProps = Common & { name: keyof CaseForm; value: string; lines?: number; full?: boolean };

export const TextField = memo(function TextField({ name, label, id, value, change, lines, full, mark }: TextProps) {
  const common = {
    ...useLabel(label, mark),
    value,
    className: full ? classes.formFull : undefined,
    "data-testid": `field-${name}`,
    ...(id === undefined ? {} : { id }),
  };
  if (lines === undefined) {
    return <TextInput {...common} onChange={(event) => change({ [name]: event.currentTarget.value })} />;
  }
  return (
    <Textarea
      {...common}
      autosize
      minRows={lines}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
});

type ChoiceProps = Common & {
  name: keyof CaseForm;
  value: string | null;
  data: { value: string; label: string }[];
  needed?: boolean;
};

export function ChoiceField({ name, label, id, value, data, change, needed, mark }: ChoiceProps) {
  const { t } = useWords();
  return (
    <Select
      {...useLabel(label, mark)}
      data={data}
      value={value}
      searchable={data.length > 6}
      clearable={!needed}
      allowDeselect={!needed}
      clearButtonProps={{ "aria-label": t("common.clear") }}
      {...(id === undefined ? {} : { id })}
      data-testid={`field-${name}`}
      onChange={(choice) => change({ [name]: choice })}
    />
  );
}

type DayProps = Common & {
  name: keyof CaseForm;
  value: Day | null;
  /** Why it is not written here; null: it is. */
  locked?: string | null;
  /** Dates that the law or the office proposes for it. */
  proposals?: readonly ProposalView[];
};

const NONE: readonly ProposalView[] = [];

export const DayField = memo(function DayField(props: DayProps) {
  const { name, label, id, value, change, mark, locked = null, proposals = NONE } = props;
  const { t } = useWords();
  return (
    <div>
      <DayInput
        label={t(label)}
        mark={mark ? t("card.requiredToRegister") : undefined}
        value={value}
        disabled={locked !== null}
        description={locked}
        {...(id === undefined ? {} : { id })}
        testId={`field-${name}`}
        onChange={(day) => change({ [name]: day })}
      />
      {locked === null ? (
        <Proposals proposals={proposals} value={value} label={t(label)} onTake={(day) => change({ [name]: day })} />
      ) : null}
    </div>
  );
});

import { memo } from "react";
import type { CaseForm } from "@/ipc/bindings";
import classes from "../case.module.css";
import { DayField, type FormChange, TextField } from "./fields";

type Props = { form: CaseForm; change: FormChange };

/** What was seen, what was required, and what therefore is wrong. */
export const FindingFields = memo(function FindingFields({ form, change, rest }: Props & { rest?: boolean }) {
  return (
    <div className={classes.formGrid}>
      <TextField name="evidence" label="fields.evidence" value={form.evidence} change={change} lines={3} full />
      <TextField
        name="requirement"
        label="fields.requirement"
        value={form.requirement}
        change={change}
        lines={2}
        full
      />
      {rest ? null : <StatementField form={form} change={change} />}
      <TextField name="remarks" label="fields.remarks" value={form.remarks} change={change} lines={2} full />
    </div>
  );
});

export function StatementField({ form, change }: Props) {
  return (
    <TextField
      name="statement"
      label="fields.statement"
      id="field-statement"
      value={form.statement}
      change={change}
      lines={3}
      full
      mark
    />
  );
}

/** What was repaired at once. */
export const CorrectionFields = memo(function CorrectionFields({ form, change }: Props) {
  return (
    <div className={classes.formGrid}>
      <TextField
        name="correctionWhat"
        label="fields.correction_what"
        value={form.correctionWhat}
        change={change}
        lines={2}
        full
      />
      <DayField
        name="correctionDoneOn"
        label="fields.correction_done_on"
        value={form.correctionDoneOn}
        change={change}
      />
      <TextField
        name="correctionConsequences"
        label="fields.correction_consequences"
        value={form.correctionConsequences}
        change={change}
        lines={2}
        full
      />
    </div>
  );
});

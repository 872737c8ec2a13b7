import { memo } from "react";
import { openFolder, useSession } from "@/components/useSession";
import { useWords } from "@/i18n/i18n";
import type { CaseForm, Choices, Edition } from "@/ipc/bindings";
import classes from "../case.module.css";
import { ChoiceField, DayField, type FormChange, TextField } from "./fields";

type Props = {
  form: CaseForm;
  change: FormChange;
  choices: Choices;
  /** The kind stands in the number: once there is one, it stays. */
  numbered?: boolean;
  /** Title and owner stand elsewhere, among what is asked for first. */
  rest?: boolean;
};

/** The head of the paper form: who reported what, where it came from and whom it concerns. */
export const ReportFields = memo(function ReportFields({ form, change, choices, numbered, rest }: Props) {
  const { t } = useWords();
  const grades = (["major", "minor", "observation", "ofi"] as const).map((grade) => ({
    value: grade,
    label: t(`grades.${grade}`),
  }));
  const sources = choices.sources.map(({ code }) => ({ value: code, label: t(`sources.${code}`) }));
  const units = choices.departments.map(({ id, code, name }) => ({ value: id, label: `${code} – ${name}` }));
  const processes = choices.processes.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }));
  return (
    <div className={classes.formGrid}>
      {rest ? null : <TitleField form={form} change={change} />}
      {numbered ? null : <KindField form={form} change={change} />}
      <DayField name="reportedOn" label="fields.reported_on" value={form.reportedOn} change={change} />
      <TextField name="reportedBy" label="fields.reported_by" value={form.reportedBy} change={change} />
      <ChoiceField
        name="source"
        label="fields.source"
        id="field-source"
        data={sources}
        value={form.source}
        change={change}
      />
      <TextField name="sourceDocument" label="fields.source_document" value={form.sourceDocument} change={change} />
      <TextField name="fileReference" label="fields.file_reference" value={form.fileReference} change={change} />
      <ChoiceField
        name="process"
        label="fields.process"
        id="field-process"
        data={processes}
        value={form.process}
        change={change}
      />
      <ChoiceField name="department" label="fields.department" data={units} value={form.department} change={change} />
      {rest ? null : <OwnerField form={form} change={change} choices={choices} />}
      <ClauseFields form={form} change={change} choices={choices} />
      <ChoiceField
        name="grade"
        label="fields.grade"
        id="field-grade"
        data={grades}
        value={form.grade}
        change={change}
      />
    </div>
  );
});

type PartProps = { form: CaseForm; change: FormChange };

export function TitleField({ form, change }: PartProps) {
  return <TextField name="title" label="fields.title" id="field-title" value={form.title} change={change} full mark />;
}

export function KindField({ form, change }: PartProps) {
  const { t } = useWords();
  const kinds = (["DK", "DZ", "DS"] as const).map((kind) => ({
    value: kind,
    label: `${t(`kinds.${kind}`)} – ${t(`kindsLong.${kind}`)}`,
  }));
  return <ChoiceField name="kind" label="fields.kind" data={kinds} value={form.kind} change={change} needed />;
}

export function OwnerField({ form, change, choices }: PartProps & { choices: Choices }) {
  return (
    <ChoiceField
      name="owner"
      label="fields.owner"
      id="field-owner"
      data={choices.posts.map(({ id, name }) => ({ value: id, label: name }))}
      value={form.owner}
      change={change}
      mark
    />
  );
}

function ClauseFields({ form, change, choices }: PartProps & { choices: Choices }) {
  // The office's own edition comes first; that is the one people look for.
  const editions: Edition[] = openFolder(useSession())?.edition === "2008" ? ["2008", "2015"] : ["2015", "2008"];
  return editions.map((edition, index) => (
    <ChoiceField
      key={edition}
      name={`clause${edition}`}
      label={`fields.clause_${edition}`}
      {...(index === 0 ? { id: "field-clause" } : {})}
      data={(edition === "2008" ? choices.clauses2008 : choices.clauses2015).map(({ no, name }) => ({
        value: no,
        label: `${no} ${name}`,
      }))}
      value={edition === "2008" ? form.clause2008 : form.clause2015}
      change={change}
    />
  ));
}

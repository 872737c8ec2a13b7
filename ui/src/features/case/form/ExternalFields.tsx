import { memo } from "react";
import { useWords } from "@/i18n/i18n";
import type { CaseForm } from "@/ipc/bindings";
import { useAsk } from "@/ipc/queries";
import { formatDay } from "@/lib/dates";
import classes from "../case.module.css";
import { ChoiceField, DayField, type FormChange } from "./fields";

type Props = { form: CaseForm; change: FormChange };

/** What was agreed with the certification body about a finding of its audit. */
export const ExternalFields = memo(function ExternalFields({ form, change }: Props) {
  const { t, lang } = useWords();
  const audits = useAsk("certificate", null).data?.audits ?? [];
  const data = audits.map(({ id, kind, startsOn }) => ({
    value: id,
    label: `${t(`auditKinds.${kind}`)}, ${formatDay(startsOn, lang)}`,
  }));
  return (
    <div className={classes.formGrid}>
      <ChoiceField name="audit" label="life.audit" data={data} value={form.audit} change={change} />
      <DayField name="answerDueOn" label="fields.answer_due_on" value={form.answerDueOn} change={change} />
      <DayField name="answerSentOn" label="fields.answer_sent_on" value={form.answerSentOn} change={change} />
      <DayField name="acceptedOn" label="fields.accepted_on" value={form.acceptedOn} change={change} />
    </div>
  );
});

/** Whether a form speaks of a certification body: its source does, or something was agreed already. */
export function isExternal(form: CaseForm): boolean {
  const { source, audit, answerDueOn, answerSentOn, acceptedOn } = form;
  return source === "EXT_AUDIT" || [audit, answerDueOn, answerSentOn, acceptedOn].some((value) => value !== null);
}

import { Checkbox, Fieldset, NumberInput, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useWords } from "@/i18n/i18n";
import type { AuditKind } from "@/ipc/bindings";
import { DayInput } from "@/ui/DayInput";
import type { AuditDraft } from "./auditDraft";
import classes from "./certificate.module.css";

/** Audits of the certification body; the office's own ones have a screen of their own. */
const KINDS: AuditKind[] = ["surveillance_1", "surveillance_2", "recertification", "certification"];

type Props = { draft: AuditDraft; set: (part: Partial<AuditDraft>) => void; tried: boolean };

export function AuditFields({ draft, set, tried }: Props) {
  const { t } = useWords();
  return (
    <Stack gap="sm">
      <Select
        label={t("certificate.kind")}
        data={KINDS.map((kind) => ({ value: kind, label: t(`auditKinds.${kind}`) }))}
        value={draft.kind}
        allowDeselect={false}
        onChange={(kind) => set({ kind: kind as AuditKind })}
        data-testid="audit-kind"
      />
      <div className={classes.three}>
        <DayInput
          label={t("certificate.startsOn")}
          description={t("certificate.agreedHint")}
          value={draft.startsOn}
          onChange={(startsOn) => set({ startsOn })}
          required
          error={tried && draft.startsOn === null ? t("common.required") : undefined}
          testId="audit-starts"
        />
        <DayInput
          label={t("certificate.endsOn")}
          description={t("certificate.endsOnHint")}
          value={draft.endsOn}
          onChange={(endsOn) => set({ endsOn })}
          testId="audit-ends"
        />
      </div>
      <Checkbox
        label={t("certificate.held")}
        checked={draft.held}
        onChange={(event) => set({ held: event.currentTarget.checked })}
        data-testid="audit-held"
      />
      <TextInput
        label={t("certificate.lead")}
        value={draft.lead}
        onChange={(event) => set({ lead: event.currentTarget.value })}
      />
      <TextInput
        label={t("certificate.scope")}
        value={draft.scope}
        onChange={(event) => set({ scope: event.currentTarget.value })}
      />
      <ReportFields draft={draft} set={set} />
      <Textarea
        label={t("certificate.note")}
        autosize
        minRows={2}
        value={draft.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </Stack>
  );
}

/** The report of the certification body and the office's answer to it. */
function ReportFields({ draft, set }: Omit<Props, "tried">) {
  const { t } = useWords();
  return (
    <Fieldset legend={t("certificate.reportAndAnswer")}>
      <div className={classes.three}>
        <DayInput
          label={t("certificate.reportOn")}
          value={draft.reportOn}
          onChange={(reportOn) => set({ reportOn })}
          testId="audit-report"
        />
        <NumberInput
          label={t("certificate.findings")}
          value={draft.findingsInReport ?? ""}
          min={0}
          max={999}
          allowDecimal={false}
          hideControls
          onChange={(count) => set({ findingsInReport: typeof count === "number" ? count : null })}
          data-testid="audit-findings"
        />
        <DayInput
          label={t("certificate.answerDueOn")}
          value={draft.answerDueOn}
          onChange={(answerDueOn) => set({ answerDueOn })}
          testId="audit-answer-due"
        />
        <DayInput
          label={t("certificate.answerSentOn")}
          value={draft.answerSentOn}
          onChange={(answerSentOn) => set({ answerSentOn })}
          testId="audit-answer-sent"
        />
        <DayInput
          label={t("certificate.answerAcceptedOn")}
          value={draft.answerAcceptedOn}
          onChange={(answerAcceptedOn) => set({ answerAcceptedOn })}
          testId="audit-answer-accepted"
        />
      </div>
    </Fieldset>
  );
}

import { Checkbox, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { useWords } from "@/i18n/i18n";
import type { AuditKind } from "@/ipc/bindings";
import { useAsk } from "@/ipc/queries";
import { DayInput } from "@/ui/DayInput";
import { type AuditDraft, KINDS } from "./auditDraft";
import classes from "./audits.module.css";
import { TeamEditor } from "./TeamEditor";

type Props = { draft: AuditDraft; tried: boolean; change: (part: Partial<AuditDraft>) => void };

/** What is asked about an audit: the own team of an internal one, the report and the answer of an external one. */
export function AuditFormFields({ draft, tried, change }: Props) {
  const { t } = useWords();
  const processes = useAsk("choices", null).data?.processes ?? [];
  const internal = draft.kind === "internal";
  return (
    <>
      <Select
        label={t("audits.kind")}
        data={KINDS.map((kind) => ({ value: kind, label: t(`auditKinds.${kind}`) }))}
        value={draft.kind}
        allowDeselect={false}
        onChange={(kind) => change({ kind: kind as AuditKind })}
        data-testid="audit-kind"
      />
      <div className={classes.pair}>
        <DayInput
          label={t("audits.startsOn")}
          value={draft.startsOn}
          onChange={(startsOn) => change({ startsOn })}
          required
          error={tried && draft.startsOn === null ? t("common.required") : undefined}
          testId="audit-starts"
        />
        <DayInput
          label={t("audits.endsOn")}
          value={draft.endsOn}
          onChange={(endsOn) => change({ endsOn })}
          testId="audit-ends"
        />
      </div>
      <TextInput
        label={t("audits.scope")}
        value={draft.scope}
        onChange={(event) => change({ scope: event.currentTarget.value })}
        data-testid="audit-scope"
      />
      <Checkbox.Group
        label={t("audits.processes")}
        description={t("audits.processesHint")}
        value={draft.processes}
        onChange={(chosen) => change({ processes: chosen })}
      >
        <div className={classes.choices}>
          {processes.map(({ id, code, name }) => (
            <Checkbox key={id} value={id} label={`${code} ${name}`} data-testid={`audit-process-${code}`} />
          ))}
        </div>
      </Checkbox.Group>
      {internal ? (
        <TeamEditor
          team={draft.team}
          audited={processes.filter(({ id }) => draft.processes.length === 0 || draft.processes.includes(id))}
          onChange={(team) => change({ team })}
        />
      ) : (
        <ExternalFields draft={draft} change={change} />
      )}
      <Checkbox
        label={t("audits.heldAlready")}
        description={t(internal ? "audits.heldInternalHint" : "audits.heldHint")}
        checked={draft.held}
        onChange={(event) => change({ held: event.currentTarget.checked })}
        data-testid="audit-held"
      />
      <Textarea
        label={t("audits.note")}
        autosize
        minRows={2}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </>
  );
}

type External = Omit<Props, "tried">;

/** What the certification body reported, and when it was answered. */
function ExternalFields({ draft, change }: External) {
  const { t } = useWords();
  return (
    <>
      <TextInput
        label={t("audits.leadOfBody")}
        value={draft.lead}
        onChange={(event) => change({ lead: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <DayInput label={t("audits.reportOn")} value={draft.reportOn} onChange={(reportOn) => change({ reportOn })} />
        <NumberInput
          label={t("audits.findingsInReport")}
          value={draft.findingsInReport ?? ""}
          min={0}
          allowDecimal={false}
          hideControls
          onChange={(count) => change({ findingsInReport: typeof count === "number" ? count : null })}
          data-testid="audit-findings"
        />
      </div>
      <div className={classes.pair}>
        <DayInput
          label={t("audits.answerDueOn")}
          value={draft.answerDueOn}
          onChange={(answerDueOn) => change({ answerDueOn })}
          testId="audit-answer-due"
        />
        <DayInput
          label={t("audits.answerSentOn")}
          value={draft.answerSentOn}
          onChange={(answerSentOn) => change({ answerSentOn })}
        />
        <DayInput
          label={t("audits.answerAcceptedOn")}
          value={draft.answerAcceptedOn}
          onChange={(answerAcceptedOn) => change({ answerAcceptedOn })}
        />
      </div>
    </>
  );
}

import { Stack, Text } from "@mantine/core";
import { memo, useCallback, useRef } from "react";
import { Loading } from "@/components/Loading";
import { openFolder, useSession } from "@/components/useSession";
import { useWords } from "@/i18n/i18n";
import type { CaseForm, Choices, Edition } from "@/ipc/bindings";
import { useAsk } from "@/ipc/queries";
import { Panel } from "@/ui/Panel";
import { ActionRows } from "./ActionRows";
import classes from "./case.module.css";
import { ChoiceField, DayField, type FormChange, TextField } from "./fields";

type Props = { form: CaseForm; onChange: (part: Partial<CaseForm>) => void };

/** All of a draft, in the order of the paper form. */
export function CaseFields({ form, onChange }: Props) {
  const { t } = useWords();
  const choices = useAsk("choices", null).data;
  // One callback for the life of the form, so that a key in one field leaves the other thirty alone.
  const latest = useRef(onChange);
  latest.current = onChange;
  const change = useCallback<FormChange>((part) => latest.current(part), []);
  if (choices === undefined) return <Loading />;
  return (
    <Stack gap={12}>
      <Text size="sm" c="dimmed" aria-hidden>
        * {t("card.requiredToRegister")}
      </Text>
      <ReportFields form={form} change={change} choices={choices} />
      <FindingFields form={form} change={change} />
      <CauseFields form={form} change={change} />
      <PlanFields form={form} change={change} choices={choices} />
    </Stack>
  );
}

type PartProps = { form: CaseForm; change: FormChange };

const ReportFields = memo(function ReportFields({ form, change, choices }: PartProps & { choices: Choices }) {
  const { t } = useWords();
  const kinds = (["DK", "DZ", "DS"] as const).map((kind) => ({
    value: kind,
    label: `${t(`kinds.${kind}`)} – ${t(`kindsLong.${kind}`)}`,
  }));
  const grades = (["major", "minor", "observation", "ofi"] as const).map((grade) => ({
    value: grade,
    label: t(`grades.${grade}`),
  }));
  const sources = choices.sources.map(({ code }) => ({ value: code, label: t(`sources.${code}`) }));
  const units = choices.departments.map(({ id, code, name }) => ({ value: id, label: `${code} – ${name}` }));
  const processes = choices.processes.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }));
  const posts = choices.posts.map(({ id, name }) => ({ value: id, label: name }));
  // The office's own edition comes first; that is the one people look for.
  const editions: Edition[] = openFolder(useSession())?.edition === "2008" ? ["2008", "2015"] : ["2015", "2008"];
  return (
    <Panel title={t("card.sectionReport")}>
      <div className={classes.formGrid}>
        <TextField name="title" label="fields.title" id="field-title" value={form.title} change={change} full mark />
        <ChoiceField name="kind" label="fields.kind" data={kinds} value={form.kind} change={change} needed />
        <DayField name="reportedOn" label="fields.reported_on" value={form.reportedOn} change={change} />
        <TextField name="reportedBy" label="fields.reported_by" value={form.reportedBy} change={change} />
        <ChoiceField name="source" label="fields.source" data={sources} value={form.source} change={change} />
        <TextField name="sourceDocument" label="fields.source_document" value={form.sourceDocument} change={change} />
        <TextField name="fileReference" label="fields.file_reference" value={form.fileReference} change={change} />
        <ChoiceField name="process" label="fields.process" data={processes} value={form.process} change={change} />
        <ChoiceField name="department" label="fields.department" data={units} value={form.department} change={change} />
        <ChoiceField
          name="owner"
          label="fields.owner"
          id="field-owner"
          data={posts}
          value={form.owner}
          change={change}
          mark
        />
        {editions.map((edition) => (
          <ChoiceField
            key={edition}
            name={`clause${edition}`}
            label={`fields.clause_${edition}`}
            data={(edition === "2008" ? choices.clauses2008 : choices.clauses2015).map(({ no, name }) => ({
              value: no,
              label: `${no} ${name}`,
            }))}
            value={edition === "2008" ? form.clause2008 : form.clause2015}
            change={change}
          />
        ))}
        <ChoiceField name="grade" label="fields.grade" data={grades} value={form.grade} change={change} />
      </div>
    </Panel>
  );
});

const FindingFields = memo(function FindingFields({ form, change }: PartProps) {
  const { t } = useWords();
  return (
    <>
      <Panel title={t("card.sectionFinding")}>
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
        </div>
      </Panel>
      <Panel title={t("card.sectionCorrection")}>
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
      </Panel>
    </>
  );
});

const CauseFields = memo(function CauseFields({ form, change }: PartProps) {
  const { t } = useWords();
  const methods = (["five_why", "ishikawa", "other"] as const).map((method) => ({
    value: method,
    label: t(`causeMethods.${method}`),
  }));
  return (
    <Panel title={t("card.sectionCause")}>
      <div className={classes.formGrid}>
        <ChoiceField
          name="causeMethod"
          label="fields.cause_method"
          data={methods}
          value={form.causeMethod}
          change={change}
        />
        <TextField
          name="causeAnalysis"
          label="fields.cause_analysis"
          value={form.causeAnalysis}
          change={change}
          lines={3}
          full
        />
        <TextField name="causeRoot" label="fields.cause_root" value={form.causeRoot} change={change} lines={2} full />
        <TextField
          name="causeSimilar"
          label="fields.cause_similar"
          value={form.causeSimilar}
          change={change}
          lines={2}
          full
        />
      </div>
    </Panel>
  );
});

const PlanFields = memo(function PlanFields({ form, change, choices }: PartProps & { choices: Choices }) {
  const { t } = useWords();
  return (
    <>
      <Panel title={t("card.sectionPlan")}>
        <div className={classes.formGrid}>
          <DayField
            name="targetOn"
            label="fields.target_on"
            id="field-due_on"
            value={form.targetOn}
            change={change}
            mark
          />
          <TextField
            name="expectedEffect"
            label="fields.expected_effect"
            value={form.expectedEffect}
            change={change}
            lines={2}
            full
          />
        </div>
        <ActionRows actions={form.actions} posts={choices.posts} change={change} />
      </Panel>
      <Panel title={t("card.sectionJudge")}>
        <div className={classes.formGrid}>
          <TextField name="criterion" label="fields.criterion" value={form.criterion} change={change} lines={2} full />
          <DayField name="reviewDueOn" label="fields.review_due_on" value={form.reviewDueOn} change={change} />
          <TextField name="remarks" label="fields.remarks" value={form.remarks} change={change} lines={2} full />
        </div>
      </Panel>
    </>
  );
});

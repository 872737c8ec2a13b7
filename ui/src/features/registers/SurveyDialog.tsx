import { MultiSelect } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "@/components/FormDialog";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { CaseRef, Day, SurveyForm, SurveyView } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { DayInput } from "@/ui/DayInput";
import { Count, casePicks, Score, Text } from "./fields";
import classes from "./registers.module.css";

type Draft = Omit<SurveyForm, "heldOn"> & { heldOn: Day | null };

const BLANK: Draft = {
  name: "",
  heldOn: null,
  answers: null,
  score: null,
  target: null,
  scale: null,
  reportOn: null,
  findings: "",
  cases: [],
  noCaseReason: "",
};

type Props = { survey: SurveyView | null; cases: CaseRef[]; may: boolean; onClose: () => void };

export function SurveyDialog({ survey, cases, may, onClose }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const save = useTell("save_survey");
  const [draft, setDraft] = useState<Draft>(survey?.form ?? BLANK);
  // The one that was read: what somebody else saved meanwhile is not written over.
  const [at] = useState({ id: survey?.id ?? null, revision: survey?.revision ?? 0 });
  const [tried, setTried] = useState(false);
  const set = (part: Partial<Draft>) => setDraft((was) => ({ ...was, ...part }));
  const submit = () => {
    setTried(true);
    const { heldOn } = draft;
    if (heldOn === null) return;
    save.mutate(
      { ...at, form: { ...draft, heldOn } },
      {
        onSuccess: () => {
          toasts.said(t("registers.saved"));
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t(survey === null ? "registers.add_survey" : "registers.edit_survey")}
      saveId="save-survey"
      saving={save.isPending}
      error={save.error}
      onSave={submit}
      onClose={onClose}
      readOnly={!may}
    >
      <Text
        label={t("registers.survey")}
        required
        value={draft.name}
        onChange={(name) => set({ name })}
        testId="survey-name"
        focus
      />
      <div className={classes.two}>
        <DayInput
          label={t("registers.heldOn")}
          value={draft.heldOn}
          onChange={(heldOn) => set({ heldOn })}
          required
          error={tried && draft.heldOn === null ? t("common.required") : undefined}
          testId="survey-held"
        />
        <Count label={t("registers.answers")} value={draft.answers} onChange={(answers) => set({ answers })} />
        <Score
          label={t("registers.score")}
          value={draft.score}
          onChange={(score) => set({ score })}
          testId="survey-score"
        />
        <Score
          label={t("registers.scoreTarget")}
          value={draft.target}
          onChange={(target) => set({ target })}
          testId="survey-target"
        />
        <Score
          label={t("registers.scale")}
          value={draft.scale}
          onChange={(scale) => set({ scale })}
          testId="survey-scale"
        />
        <DayInput
          label={t("registers.reportOn")}
          value={draft.reportOn}
          onChange={(reportOn) => set({ reportOn })}
          testId="survey-report"
        />
      </div>
      <Text
        label={t("registers.findings")}
        lines={2}
        value={draft.findings}
        onChange={(findings) => set({ findings })}
      />
      <MultiSelect
        label={t("registers.cases")}
        description={t("registers.caseHint")}
        data={casePicks(cases, t("register.noNumber"))}
        value={draft.cases}
        searchable
        nothingFoundMessage={t("registers.nothingFound")}
        onChange={(picked) => set({ cases: picked })}
        data-testid="survey-cases"
      />
      <Text
        label={t("registers.noCaseReason")}
        hint={t("registers.noCaseReasonHint")}
        lines={1}
        value={draft.noCaseReason}
        onChange={(noCaseReason) => set({ noCaseReason })}
        testId="kept-no-case"
      />
    </FormDialog>
  );
}

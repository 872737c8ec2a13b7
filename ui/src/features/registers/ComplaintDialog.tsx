import { Fieldset, Select } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "@/components/FormDialog";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { CaseRef, ComplaintForm, ComplaintKind, ComplaintView, Day, Justified } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { DayInput } from "@/ui/DayInput";
import { CaseOrReason, Pick, Text, usePicks } from "./fields";
import classes from "./registers.module.css";

const KINDS: ComplaintKind[] = ["complaint", "motion"];
const ANSWERS: Justified[] = ["yes", "partly", "no"];

type Draft = Omit<ComplaintForm, "receivedOn"> & { receivedOn: Day | null };

const BLANK: Draft = {
  kind: "complaint",
  reference: "",
  receivedOn: null,
  subject: "",
  department: null,
  process: null,
  justified: null,
  decision: "",
  answeredOn: null,
  noticeOn: null,
  noticeUntil: null,
  case: null,
  noCaseReason: "",
  note: "",
};

type Props = { complaint: ComplaintView | null; cases: CaseRef[]; may: boolean; onClose: () => void };

export function ComplaintDialog({ complaint, cases, may, onClose }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const save = useTell("save_complaint");
  const [draft, setDraft] = useState<Draft>(complaint?.form ?? BLANK);
  // The one that was read: what somebody else saved meanwhile is not written over.
  const [at] = useState({ id: complaint?.id ?? null, revision: complaint?.revision ?? 0 });
  const [tried, setTried] = useState(false);
  const set = (part: Partial<Draft>) => setDraft((was) => ({ ...was, ...part }));
  const submit = () => {
    setTried(true);
    const { receivedOn } = draft;
    if (receivedOn === null) return;
    save.mutate(
      { ...at, form: { ...draft, receivedOn } },
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
      title={t(complaint === null ? "registers.add_complaint" : "registers.edit_complaint")}
      saveId="save-complaint"
      saving={save.isPending}
      error={save.error}
      onSave={submit}
      onClose={onClose}
      readOnly={!may}
    >
      <div className={classes.two}>
        <Select
          label={t("registers.kind")}
          data={KINDS.map((value) => ({ value, label: t(`registers.kind_${value}`) }))}
          value={draft.kind}
          allowDeselect={false}
          onChange={(kind) => set({ kind: kind as ComplaintKind })}
          data-testid="complaint-kind"
        />
        <Text
          label={t("registers.reference")}
          value={draft.reference}
          onChange={(reference) => set({ reference })}
          testId="complaint-reference"
          focus
        />
        <DayInput
          label={t("registers.receivedOn")}
          value={draft.receivedOn}
          onChange={(receivedOn) => set({ receivedOn })}
          required
          error={tried && draft.receivedOn === null ? t("common.required") : undefined}
          testId="complaint-received"
        />
      </div>
      <Text
        label={t("registers.subject")}
        hint={t("registers.subjectHint")}
        required
        lines={2}
        value={draft.subject}
        onChange={(subject) => set({ subject })}
        testId="complaint-subject"
      />
      <Settled draft={draft} set={set} />
      <CaseOrReason cases={cases} value={draft} onChange={set} />
      <Text label={t("registers.note")} lines={1} value={draft.note} onChange={(note) => set({ note })} />
    </FormDialog>
  );
}

/** Whom it concerns, how it was settled, and the notice of a delay. */
function Settled({ draft, set }: { draft: Draft; set: (part: Partial<Draft>) => void }) {
  const { t } = useWords();
  const { departments, processes } = usePicks();
  return (
    <>
      <div className={classes.two}>
        <Pick
          label={t("registers.department")}
          data={departments}
          value={draft.department}
          onChange={(department) => set({ department })}
        />
        <Pick
          label={t("registers.process")}
          data={processes}
          value={draft.process}
          onChange={(process) => set({ process })}
        />
        <DayInput
          label={t("registers.answeredOn")}
          value={draft.answeredOn}
          onChange={(answeredOn) => set({ answeredOn })}
          testId="complaint-answered"
        />
        <Pick
          label={t("registers.justified")}
          data={ANSWERS.map((value) => ({ value, label: t(`registers.justified_${value}`) }))}
          value={draft.justified}
          onChange={(justified) => set({ justified: justified as Justified | null })}
          testId="complaint-justified"
        />
      </div>
      <Text
        label={t("registers.decision")}
        lines={2}
        value={draft.decision}
        onChange={(decision) => set({ decision })}
        testId="complaint-decision"
      />
      <Fieldset legend={t("registers.notice")}>
        <div className={classes.two}>
          <DayInput
            label={t("registers.noticeOn")}
            value={draft.noticeOn}
            onChange={(noticeOn) => set({ noticeOn })}
            testId="complaint-notice-on"
          />
          <DayInput
            label={t("registers.noticeUntil")}
            value={draft.noticeUntil}
            onChange={(noticeUntil) => set({ noticeUntil })}
            testId="complaint-notice-until"
          />
        </div>
      </Fieldset>
    </>
  );
}

import { NumberInput, Select } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "@/components/FormDialog";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { CaseRef, ObjectiveForm, ObjectiveView } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { DayInput } from "@/ui/DayInput";
import { useToday } from "@/ui/today";
import { CaseOrReason, Pick, Text, usePicks } from "./fields";
import classes from "./registers.module.css";

type Draft = Omit<ObjectiveForm, "year"> & { year: number | null };

const BLANK: Draft = {
  year: null,
  text: "",
  process: null,
  owner: null,
  measure: "",
  baseline: "",
  target: "",
  result: "",
  met: null,
  approvedOn: null,
  reviewedOn: null,
  case: null,
  noCaseReason: "",
};

const MET = { yes: true, no: false, unknown: null } as const;
const metName = (met: boolean | null) => (met === null ? "unknown" : met ? "yes" : "no");

type Props = { objective: ObjectiveView | null; cases: CaseRef[]; may: boolean; onClose: () => void };

export function ObjectiveDialog({ objective, cases, may, onClose }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const today = useToday();
  const save = useTell("save_objective");
  const [draft, setDraft] = useState<Draft>(
    () => objective?.form ?? { ...BLANK, year: today === undefined ? null : Number(today.slice(0, 4)) },
  );
  // The one that was read: what somebody else saved meanwhile is not written over.
  const [at] = useState({ id: objective?.id ?? null, revision: objective?.revision ?? 0 });
  const [tried, setTried] = useState(false);
  const set = (part: Partial<Draft>) => setDraft((was) => ({ ...was, ...part }));
  const submit = () => {
    setTried(true);
    const { year } = draft;
    if (year === null) return;
    save.mutate(
      { ...at, form: { ...draft, year } },
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
      title={t(objective === null ? "registers.add_objective" : "registers.edit_objective")}
      saveId="save-objective"
      saving={save.isPending}
      error={save.error}
      onSave={submit}
      onClose={onClose}
      readOnly={!may}
    >
      <NumberInput
        label={t("registers.year")}
        value={draft.year ?? ""}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        required
        maw={140}
        error={tried && draft.year === null ? t("common.required") : undefined}
        onChange={(year) => set({ year: typeof year === "number" ? year : null })}
        data-testid="objective-year"
      />
      <Text
        label={t("registers.objective")}
        required
        lines={2}
        value={draft.text}
        onChange={(text) => set({ text })}
        testId="objective-text"
        focus
      />
      <Measured draft={draft} set={set} />
      <CaseOrReason cases={cases} value={draft} onChange={set} />
    </FormDialog>
  );
}

/** Whose objective it is, how it is measured, and what came of it. */
function Measured({ draft, set }: { draft: Draft; set: (part: Partial<Draft>) => void }) {
  const { t } = useWords();
  const { processes, posts } = usePicks();
  return (
    <div className={classes.two}>
      <Pick
        label={t("registers.process")}
        data={processes}
        value={draft.process}
        onChange={(process) => set({ process })}
      />
      <Pick label={t("registers.owner")} data={posts} value={draft.owner} onChange={(owner) => set({ owner })} />
      <Text label={t("registers.measure")} value={draft.measure} onChange={(measure) => set({ measure })} />
      <Text label={t("registers.baseline")} value={draft.baseline} onChange={(baseline) => set({ baseline })} />
      <Text label={t("registers.target")} value={draft.target} onChange={(target) => set({ target })} />
      <Text
        label={t("registers.result")}
        value={draft.result}
        onChange={(result) => set({ result })}
        testId="objective-result"
      />
      <Select
        label={t("registers.met")}
        data={(["unknown", "yes", "no"] as const).map((value) => ({ value, label: t(`registers.met_${value}`) }))}
        value={metName(draft.met)}
        allowDeselect={false}
        onChange={(met) => set({ met: MET[(met ?? "unknown") as keyof typeof MET] })}
        data-testid="objective-met"
      />
      <DayInput
        label={t("registers.approvedOn")}
        value={draft.approvedOn}
        onChange={(approvedOn) => set({ approvedOn })}
        testId="objective-approved"
      />
      <DayInput
        label={t("registers.reviewedOn")}
        value={draft.reviewedOn}
        onChange={(reviewedOn) => set({ reviewedOn })}
        testId="objective-reviewed"
      />
    </div>
  );
}

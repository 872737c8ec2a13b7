import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "@/components/FormDialog";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { CaseRef, Day, ReviewForm, ReviewView, TopicView } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { DayInput } from "@/ui/DayInput";
import { Text } from "./fields";
import { ReviewDecisions } from "./ReviewDecisions";
import { ReviewInputs } from "./ReviewInputs";
import classes from "./registers.module.css";

type Draft = Omit<ReviewForm, "on"> & { on: Day | null };

const BLANK: Draft = { on: null, held: false, participants: "", minutes: "", inputs: [], decisions: [], note: "" };

type Props = {
  review: ReviewView | null;
  topics: TopicView[];
  cases: CaseRef[];
  may: boolean;
  onClose: () => void;
};

export function ReviewDialog({ review, topics, cases, may, onClose }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const save = useTell("save_review");
  const [draft, setDraft] = useState<Draft>(review?.form ?? BLANK);
  // The one that was read: what somebody else saved meanwhile is not written over.
  const [at] = useState({ id: review?.id ?? null, revision: review?.revision ?? 0 });
  const [tried, setTried] = useState(false);
  const set = (part: Partial<Draft>) => setDraft((was) => ({ ...was, ...part }));
  const submit = () => {
    setTried(true);
    const { on } = draft;
    if (on === null) return;
    save.mutate(
      { ...at, form: { ...draft, on } },
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
      title={t(review === null ? "registers.add_review" : "registers.edit_review")}
      saveId="save-review"
      saving={save.isPending}
      error={save.error}
      onSave={submit}
      onClose={onClose}
      readOnly={!may}
      size="xl"
    >
      <div className={classes.two}>
        <DayInput
          label={t("registers.reviewOn")}
          value={draft.on}
          onChange={(on) => set({ on })}
          required
          error={tried && draft.on === null ? t("common.required") : undefined}
          testId="review-on"
        />
        <Text
          label={t("registers.minutes")}
          value={draft.minutes}
          onChange={(minutes) => set({ minutes })}
          testId="review-minutes"
        />
      </div>
      <Checkbox
        label={t("registers.heldAlready")}
        checked={draft.held}
        onChange={(event) => set({ held: event.currentTarget.checked })}
        data-testid="review-held"
      />
      <Text
        label={t("registers.participants")}
        hint={t("registers.participantsHint")}
        lines={1}
        value={draft.participants}
        onChange={(participants) => set({ participants })}
      />
      <ReviewInputs topics={topics} inputs={draft.inputs} onChange={(inputs) => set({ inputs })} />
      <ReviewDecisions cases={cases} decisions={draft.decisions} onChange={(decisions) => set({ decisions })} />
      <Text label={t("registers.note")} lines={1} value={draft.note} onChange={(note) => set({ note })} />
    </FormDialog>
  );
}

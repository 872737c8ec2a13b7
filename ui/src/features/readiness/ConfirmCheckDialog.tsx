import { NumberInput, Radio, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "@/components/FormDialog";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { CheckView, Choice, Confirmed } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { ProcessTicks } from "./ProcessTicks";

const ANSWERS: Confirmed[] = ["yes", "partly", "no", "not_applicable"];

type Props = { check: CheckView; processes: Choice[]; onClose: () => void };

/** Somebody answers a check: yes, partly, no, or it does not apply here; and on what the answer rests. */
export function ConfirmCheckDialog({ check, processes, onClose }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const confirm = useTell("confirm_check");
  const { id, confirmation } = check;
  const [answer, setAnswer] = useState<Confirmed | null>(confirmation?.answer ?? null);
  const [note, setNote] = useState(confirmation?.note ?? "");
  const [figure, setFigure] = useState(confirmation?.figure ?? null);
  const [ticked, setTicked] = useState<readonly string[]>(confirmation?.processes ?? []);
  const [tried, setTried] = useState(false);
  // The register says when an answer needs a note; the field shows it.
  const lacksNote = confirm.error?.params.reason === "reason_required";

  const save = () => {
    setTried(true);
    if (answer === null) return;
    confirm.mutate(
      {
        check: id,
        answer,
        note: note.trim(),
        figure: check.asksFigure ? figure : null,
        processes: check.asksProcesses ? [...ticked] : [],
      },
      {
        onSuccess: () => {
          toasts.said(t("readiness.confirmed", { check: id }));
          onClose();
        },
      },
    );
  };

  return (
    <FormDialog
      title={t("readiness.confirmTitle", { check: id })}
      saveId="save-confirmation"
      saving={confirm.isPending}
      error={lacksNote ? null : confirm.error}
      onSave={save}
      onClose={onClose}
    >
      <Text>{check.question}</Text>
      {check.reasons.map(({ text }) => (
        <Text key={text} size="sm" c="dimmed">
          {text}
        </Text>
      ))}
      <Radio.Group
        label={t("readiness.yourAnswer")}
        required
        value={answer}
        onChange={(next) => setAnswer(next as Confirmed)}
        error={tried && answer === null ? t("common.required") : undefined}
      >
        <Stack gap={6} mt={4} mb={4}>
          {ANSWERS.map((value, index) => (
            <Radio
              key={value}
              value={value}
              label={t(`readiness.answer_${value}`)}
              {...(index === 0 ? { "data-autofocus": true } : {})}
              data-testid={`answer-${value}`}
            />
          ))}
        </Stack>
      </Radio.Group>
      {check.asksFigure ? (
        <NumberInput
          label={t("readiness.figure")}
          value={figure ?? ""}
          min={0}
          allowDecimal={false}
          hideControls
          onChange={(count) => setFigure(typeof count === "number" ? count : null)}
          data-testid="confirm-figure"
        />
      ) : null}
      {check.asksProcesses ? <ProcessTicks processes={processes} ticked={ticked} onChange={setTicked} /> : null}
      <Textarea
        label={t("readiness.note")}
        description={t("readiness.noteHint")}
        autosize
        minRows={2}
        value={note}
        error={lacksNote ? t("readiness.noteNeeded") : undefined}
        onChange={(event) => setNote(event.currentTarget.value)}
        data-testid="confirm-note"
      />
    </FormDialog>
  );
}

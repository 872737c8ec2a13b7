import { Checkbox, Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "@/components/FormDialog";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { AuditView, QuestionView } from "@/ipc/bindings";
import { useAsk, useTell } from "@/ipc/queries";
import { ClauseFields } from "./ClauseFields";
import type { InTurn } from "./useInTurn";

type Props = { audit: AuditView; question: QuestionView | null; inTurn: InTurn; onClose: () => void };

/** The words of a question of this audit; its answer is given in the checklist. */
export function QuestionDialog({ audit, question, inTurn, onClose }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const save = useTell("save_question");
  const all = useAsk("choices", null).data?.processes ?? [];
  const processes = audit.processes.length === 0 ? all : audit.processes;
  const [form, setForm] = useState({
    text: question?.text ?? "",
    process:
      question === null ? (processes.length === 1 ? (processes[0]?.id ?? null) : null) : (question.process?.id ?? null),
    clause2008: question?.clause2008 ?? null,
    clause2015: question?.clause2015 ?? null,
    needsEvidence: question?.needsEvidence ?? false,
  });
  const change = (part: Partial<typeof form>) => setForm((was) => ({ ...was, ...part }));
  const submit = () => {
    const id = question?.id ?? null;
    inTurn((revision, stands) => {
      const { answer = "unanswered", evidence = "", note = "" } = stands.find((one) => one.id === id) ?? {};
      return save.mutateAsync({ audit: audit.id, revision, id, answer, evidence, note, ...form });
    }).then(
      () => {
        toasts.said(t("audits.questionSaved"));
        onClose();
      },
      // The dialog shows why not.
      () => undefined,
    );
  };
  return (
    <FormDialog
      title={t(question === null ? "audits.addOwn" : "audits.editQuestion")}
      saveId="question-save"
      saving={save.isPending}
      error={save.error}
      onSave={submit}
      onClose={onClose}
    >
      <Textarea
        label={t("audits.questionText")}
        required
        autosize
        minRows={2}
        value={form.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
        data-autofocus
        data-testid="question-text"
      />
      <Select
        label={t("audits.process")}
        data={processes.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
        value={form.process}
        onChange={(process) => change({ process })}
        clearable
        clearButtonProps={{ "aria-label": t("common.clear") }}
        data-testid="question-process"
      />
      <ClauseFields value={form} onChange={change} />
      <Checkbox
        label={t("audits.needsEvidence")}
        checked={form.needsEvidence}
        onChange={(event) => change({ needsEvidence: event.currentTarget.checked })}
      />
    </FormDialog>
  );
}

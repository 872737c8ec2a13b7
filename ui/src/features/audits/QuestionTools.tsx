import { ActionIcon } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { QuestionView } from "@/ipc/bindings";
import { DeskError } from "@/ipc/client";
import { useTell } from "@/ipc/queries";
import { forgetStored } from "@/lib/storage";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import classes from "./checklist.module.css";
import type { InTurn } from "./useInTurn";
import { answerKey } from "./useQuestion";

type Props = {
  audit: string;
  no: number;
  question: QuestionView;
  inTurn: InTurn;
  onEdit: () => void;
  onRemoved: () => void;
};

/** Change the words of a question, or take it out after a question: it would come back without its answer's history. */
export function QuestionTools({ audit, no, question, inTurn, onEdit, onRemoved }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const remove = useTell("remove_question");
  const [asking, setAsking] = useState(false);
  const common = { variant: "subtle", color: "gray" } as const;
  const take = () => {
    inTurn((revision) => remove.mutateAsync({ audit, revision, question: question.id })).then(
      () => {
        forgetStored(answerKey(question.id));
        onRemoved();
        toasts.said(t("audits.questionTaken"));
      },
      (error: unknown) => (error instanceof DeskError ? toasts.failed(error) : undefined),
    );
  };
  return (
    <div className={classes.tools}>
      <ActionIcon
        {...common}
        aria-label={t("audits.editQuestionNo", { no })}
        onClick={onEdit}
        data-testid={`edit-question-${no}`}
      >
        <IconPencil size={18} aria-hidden />
      </ActionIcon>
      {question.case === null ? (
        <ActionIcon
          {...common}
          aria-label={t("audits.removeQuestionNo", { no })}
          onClick={() => setAsking(true)}
          data-testid={`remove-question-${no}`}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      ) : null}
      {asking ? (
        <ConfirmDialog
          title={t("audits.removeQuestionNo", { no })}
          question={t("audits.removeQuestionHint", { text: question.text })}
          confirm={t("audits.remove")}
          onClose={() => setAsking(false)}
          onConfirm={take}
        />
      ) : null}
    </div>
  );
}

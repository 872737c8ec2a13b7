import { Button } from "@mantine/core";
import { IconCircleCheck, IconPencil } from "@tabler/icons-react";
import { CaseLink } from "@/components/CaseLink";
import { useWords } from "@/i18n/i18n";
import type { QuestionView } from "@/ipc/bindings";
import classes from "./audits.module.css";
import checks from "./checklist.module.css";
import { isFinding } from "./marks";
import type { useQuestion } from "./useQuestion";

type Props = {
  no: number;
  question: QuestionView;
  work: ReturnType<typeof useQuestion>;
  locked: boolean;
  mayRaise: boolean;
  onRaise: () => void;
};

/** Whether the answer is saved, and the way from a finding to its card. */
export function QuestionFoot({ no, question, work, locked, mayRaise, onRaise }: Props) {
  const { t } = useWords();
  const canRaise = question.case === null && isFinding(work.draft.answer) && (question.toRaise || !locked);
  return (
    <div className={checks.foot}>
      {locked ? null : (
        <Button
          size="xs"
          variant="default"
          // Not disabled when there is nothing to save: the focus would fall out of the question.
          aria-disabled={!work.dirty}
          data-disabled={work.dirty ? undefined : true}
          loading={work.saving}
          onClick={() => (work.dirty ? void work.save() : undefined)}
          data-testid={`save-answer-${no}`}
        >
          {t("audits.saveAnswer")}
        </Button>
      )}
      {canRaise ? (
        <Button
          size="xs"
          disabled={!mayRaise}
          loading={work.raising}
          onClick={onRaise}
          aria-label={t("audits.raiseNo", { no })}
          data-testid={`raise-${no}`}
        >
          {t("audits.raise")}
        </Button>
      ) : null}
      {question.case === null ? null : (
        <span data-raised data-testid={`raised-${no}`}>
          {t("audits.card")} <CaseLink id={question.case.id} number={question.case.number} />
        </span>
      )}
      <span role="status" className={classes.mark} data-testid={`answer-state-${no}`}>
        {work.saving ? (
          t("audits.saving")
        ) : work.dirty ? (
          <>
            <IconPencil size={16} aria-hidden />
            {t("audits.notSaved")}
          </>
        ) : work.saved ? (
          <>
            <IconCircleCheck size={16} aria-hidden />
            {t("audits.saved")}
          </>
        ) : null}
      </span>
    </div>
  );
}

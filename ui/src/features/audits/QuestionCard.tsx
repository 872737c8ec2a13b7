import { Textarea } from "@mantine/core";
import { type FocusEvent, useId, useRef } from "react";
import { CaseLink } from "@/components/CaseLink";
import { ErrorNote } from "@/components/ErrorNote";
import { useWords } from "@/i18n/i18n";
import type { QuestionView } from "@/ipc/bindings";
import { AnswerField } from "./AnswerField";
import classes from "./audits.module.css";
import checks from "./checklist.module.css";
import { isFinding } from "./marks";
import { QuestionFoot } from "./QuestionFoot";
import { QuestionTools } from "./QuestionTools";
import type { InTurn } from "./useInTurn";
import { useQuestion } from "./useQuestion";

type Props = {
  audit: string;
  no: number;
  question: QuestionView;
  locked: boolean;
  mayRaise: boolean;
  inTurn: InTurn;
  onEdit: () => void;
  onRemoved: () => void;
};

/** A question with its answer, its evidence and what is stated; it is saved when one leaves it. */
export function QuestionCard({ audit, no, question, locked, mayRaise, inTurn, onEdit, onRemoved }: Props) {
  const { t } = useWords();
  const text = useId();
  const card = useRef<HTMLLIElement>(null);
  const work = useQuestion(audit, question, inTurn);
  const { draft, change } = work;
  const finding = isFinding(draft.answer);
  const demanded = finding || (question.needsEvidence && draft.answer === "conforming");
  const leave = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) work.leave();
  };
  const raise = async () => {
    // The button gives way to the link, which is drawn first.
    if (await work.raise())
      requestAnimationFrame(() => card.current?.querySelector<HTMLElement>("[data-raised] a")?.focus());
  };
  return (
    <li ref={card} className={checks.question} data-answer={draft.answer} data-testid={`question-${no}`} onBlur={leave}>
      <div className={classes.questionHead}>
        <p className={checks.questionText} id={text}>
          {no}. {question.text}
        </p>
        {locked ? null : (
          <QuestionTools
            audit={audit}
            no={no}
            question={question}
            inTurn={inTurn}
            onEdit={onEdit}
            onRemoved={onRemoved}
          />
        )}
      </div>
      <QuestionMeta question={question} />
      <AnswerField
        no={no}
        value={draft.answer}
        disabled={locked}
        describedBy={text}
        onChange={(answer) => change({ answer })}
      />
      <div className={classes.pair} style={{ alignItems: "start" }}>
        <Textarea
          label={t("audits.evidence")}
          withAsterisk={demanded}
          aria-required={demanded}
          autosize
          minRows={1}
          readOnly={locked}
          value={draft.evidence}
          onChange={(event) => change({ evidence: event.currentTarget.value })}
          data-testid={`evidence-${no}`}
        />
        <Textarea
          label={t(finding ? "audits.statement" : "audits.remark")}
          autosize
          minRows={1}
          readOnly={locked}
          value={draft.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
          data-testid={`note-${no}`}
        />
      </div>
      <ErrorNote error={work.error} />
      <QuestionFoot no={no} question={question} work={work} locked={locked} mayRaise={mayRaise} onRaise={raise} />
    </li>
  );
}

/** The clause, the mark that evidence is demanded, and the finding that is asked about. */
function QuestionMeta({ question }: { question: QuestionView }) {
  const { t } = useWords();
  const { about, clause2008, clause2015, needsEvidence } = question;
  if (about === null && clause2008 === null && clause2015 === null && !needsEvidence) return null;
  return (
    <div className={checks.meta}>
      {about === null ? null : (
        <span>
          {t("audits.about")} <CaseLink id={about.id} number={about.number} />
        </span>
      )}
      {clause2008 === null ? null : <span>{t("audits.clause2008", { no: clause2008 })}</span>}
      {clause2015 === null ? null : <span>{t("audits.clause2015", { no: clause2015 })}</span>}
      {needsEvidence ? <span className={classes.warn}>{t("audits.needsEvidence")}</span> : null}
    </div>
  );
}

import { useId } from "react";
import { useWords } from "@/i18n/i18n";
import type { AuditAnswer } from "@/ipc/bindings";
import classes from "./checklist.module.css";
import { ANSWERS, AnswerIcon } from "./marks";

type Props = {
  no: number;
  value: AuditAnswer;
  disabled: boolean;
  describedBy: string;
  onChange: (answer: AuditAnswer) => void;
};

/** Five answers that differ in sign, word and colour; the arrows move between them, 1 to 5 choose one. */
export function AnswerField({ no, value, disabled, describedBy, onChange }: Props) {
  const { t } = useWords();
  const name = useId();
  return (
    <fieldset
      className={classes.answers}
      disabled={disabled}
      aria-describedby={describedBy}
      onKeyDown={(event) => {
        const answer = /^[1-5]$/.test(event.key) ? ANSWERS[Number(event.key) - 1] : undefined;
        if (answer === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
        event.preventDefault();
        event.currentTarget.querySelector<HTMLElement>(`input[value="${answer}"]`)?.focus();
        onChange(answer);
      }}
    >
      <legend>{t("audits.answerTo", { no })}</legend>
      {ANSWERS.map((answer, index) => (
        <label key={answer} className={classes.answer} data-answer={answer}>
          <input
            type="radio"
            name={name}
            value={answer}
            checked={value === answer}
            onChange={() => onChange(answer)}
            data-testid={`answer-${no}-${answer}`}
          />
          <AnswerIcon answer={answer} />
          <span>{t(`audits.answer_${answer}`)}</span>
          <span className={classes.key} aria-hidden>
            {index + 1}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

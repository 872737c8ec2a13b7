import { ActionIcon, Textarea, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useWords } from "@/i18n/i18n";
import classes from "./cause.module.css";
import { onEnter } from "./keys";
import type { WhyForm } from "./types";

type Props = {
  /** The id of the answer's field, so that the focus can be sent there. */
  id: string;
  no: number;
  /** The name of the track; two chains ask the same questions, and labels must differ. */
  track: string;
  step: WhyForm;
  disabled: boolean;
  onChange: (step: WhyForm) => void;
  onNext: () => void;
  onRemove: () => void;
};

/** One box of the chain: the answer and what shows that it is true. */
export function WhyStep({ id, no, track, step, disabled, onChange, onNext, onRemove }: Props) {
  const { t } = useWords();
  return (
    <li className={classes.why}>
      <div className={classes.whyBox}>
        <Textarea
          id={id}
          label={
            <>
              {t("cause.whyNo", { no })} <span className="visually-hidden">({track})</span>
            </>
          }
          autosize
          minRows={1}
          value={step.answer}
          disabled={disabled}
          onChange={(event) => onChange({ ...step, answer: event.currentTarget.value })}
          onKeyDown={onEnter(onNext)}
        />
        <TextInput
          size="xs"
          className={classes.whyEvidence}
          label={
            <>
              {t("cause.evidence")}{" "}
              <span className="visually-hidden">
                {t("cause.evidenceOf", { no })} ({track})
              </span>
            </>
          }
          value={step.evidence}
          disabled={disabled}
          onChange={(event) => onChange({ ...step, evidence: event.currentTarget.value })}
          onKeyDown={onEnter(onNext)}
        />
        <ActionIcon
          className={classes.whyRemove}
          variant="subtle"
          color="gray"
          disabled={disabled}
          aria-label={`${t("cause.removeWhy", { no })} (${track})`}
          onClick={onRemove}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </div>
    </li>
  );
}

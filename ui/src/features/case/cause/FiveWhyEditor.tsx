import { Textarea } from "@mantine/core";
import { useId } from "react";
import { useWords } from "@/i18n/i18n";
import { CauseAdvice } from "./Advice";
import classes from "./cause.module.css";
import { onEnter } from "./keys";
import type { FiveWhyForm } from "./types";
import { useFocusNext } from "./useFocusNext";
import { WhyTrack } from "./WhyTrack";

type Props = {
  value: FiveWhyForm;
  onChange: (next: FiveWhyForm) => void;
  /** Takes the last answer of a track over as the root cause. */
  onRoot?: (text: string) => void;
  disabled?: boolean;
};

/** 5 Why drawn as it is thought: the problem on top, from it two chains of answers, each box written in place. */
export function FiveWhyEditor({ value, onChange, onRoot, disabled = false }: Props) {
  const { t } = useWords();
  const id = useId();
  const focus = useFocusNext();
  return (
    <div className={classes.analysis} data-testid="five-why">
      <CauseAdvice />
      <div className={classes.whyTree}>
        <div className={classes.problem}>
          <Textarea
            label={t("cause.problem")}
            autosize
            minRows={1}
            value={value.problem}
            disabled={disabled}
            onChange={(event) => onChange({ ...value, problem: event.currentTarget.value })}
            onKeyDown={onEnter(() => focus(value.arose.length === 0 ? `${id}-arose-add` : `${id}-arose-0`))}
            data-testid="why-problem"
          />
        </div>
        <div className={classes.tracks}>
          {(["arose", "undetected"] as const).map((track) => (
            <WhyTrack
              key={track}
              track={track}
              id={`${id}-${track}`}
              steps={value[track]}
              onChange={(steps) => onChange({ ...value, [track]: steps })}
              onRoot={onRoot}
              disabled={disabled}
            />
          ))}
        </div>
      </div>
      <p className={classes.keys}>{t("cause.whyKeys")}</p>
    </div>
  );
}

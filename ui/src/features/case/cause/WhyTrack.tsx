import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import { RootCauseNote } from "./Advice";
import classes from "./cause.module.css";
import { emptyWhy, inserted, removed, replaced } from "./form";
import { RootButton } from "./RootButton";
import type { Track, WhyForm } from "./types";
import { useFocusNext } from "./useFocusNext";
import { useLatest } from "./useLatest";
import { WhyStep } from "./WhyStep";

type Props = {
  track: Track;
  id: string;
  steps: WhyForm[];
  onChange: (steps: WhyForm[]) => void;
  onRoot: ((text: string) => void) | undefined;
  disabled: boolean;
};

/** One chain of answers. */
export function WhyTrack(props: Props) {
  const { track, id, steps, onChange, onRoot, disabled } = props;
  const { t } = useWords();
  const toasts = useToasts();
  const focus = useFocusNext();
  const latest = useLatest(props);
  const name = t(`cause.track_${track}`);
  const last = steps.at(-1);
  const add = () => {
    onChange([...steps, emptyWhy()]);
    focus(`${id}-${steps.length}`);
  };
  const goOn = (index: number) => {
    if (index + 1 < steps.length) focus(`${id}-${index + 1}`);
    else if (last?.answer.trim() !== "") add();
  };
  const remove = (index: number) => {
    const gone = steps[index];
    if (gone === undefined) return;
    onChange(removed(steps, index));
    focus(steps.length === 1 ? `${id}-add` : `${id}-${Math.min(index, steps.length - 2)}`);
    toasts.undoable(t("cause.whyRemoved", { no: index + 1 }), () => {
      latest.current.onChange(inserted(latest.current.steps, index, gone));
      focus(`${id}-${index}`);
    });
  };
  return (
    <div className={classes.track} data-testid={`track-${track}`}>
      <p className={classes.trackName} id={`${id}-name`}>
        {name}
      </p>
      {steps.length === 0 ? <p className={classes.teach}>{t(`cause.teach_${track}`)}</p> : null}
      <ol className={classes.chain} aria-labelledby={`${id}-name`}>
        {steps.map((step, index) => (
          <WhyStep
            key={index}
            id={`${id}-${index}`}
            no={index + 1}
            track={name}
            step={step}
            disabled={disabled}
            onChange={(next) => onChange(replaced(steps, index, next))}
            onNext={() => goOn(index)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      {last === undefined ? null : (
        <>
          <RootCauseNote text={last.answer} />
          <RootButton text={last.answer} of={name} onRoot={onRoot} disabled={disabled} />
        </>
      )}
      <Button
        id={`${id}-add`}
        size="compact-sm"
        variant={last === undefined ? "default" : "subtle"}
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={disabled}
        aria-label={`${t("cause.addWhy", { no: steps.length + 1 })} (${name})`}
        onClick={add}
        data-testid={`add-why-${track}`}
      >
        {t("cause.addWhy", { no: steps.length + 1 })}
      </Button>
    </div>
  );
}

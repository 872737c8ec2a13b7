import { Textarea } from "@mantine/core";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import { RootCauseNote } from "./Advice";
import { CauseTools } from "./CauseTools";
import classes from "./cause.module.css";
import { inserted, removed, replaced } from "./form";
import { onEnter } from "./keys";
import { RootButton } from "./RootButton";
import { Subcause } from "./Subcause";
import type { BoneCauseForm } from "./types";
import { useFocusNext } from "./useFocusNext";
import { useLatest } from "./useLatest";

type Props = {
  id: string;
  cause: BoneCauseForm;
  /** Names the cause by its bone and its place. */
  label: string;
  disabled: boolean;
  onChange: (cause: BoneCauseForm) => void;
  onNext: () => void;
  onRemove: () => void;
  onRoot: ((text: string) => void) | undefined;
};

/** A cause on a bone: its text, the votes for it, whether the team chose it, and what lies under it. */
export function CauseRow(props: Props) {
  const { id, cause, label, disabled, onChange, onNext, onRemove, onRoot } = props;
  const { t } = useWords();
  const toasts = useToasts();
  const focus = useFocusNext();
  const latest = useLatest(props);
  const { subcauses } = cause;
  const idOf = (index: number) => `${id}-sub-${index}`;
  const addAt = (index: number) => {
    onChange({ ...cause, subcauses: inserted(subcauses, index, "") });
    focus(idOf(index));
  };
  const nextSub = (index: number) => {
    if (subcauses[index + 1] === "") focus(idOf(index + 1));
    else if (subcauses[index]?.trim() !== "") addAt(index + 1);
  };
  const removeSub = (index: number) => {
    const gone = subcauses[index] ?? "";
    onChange({ ...cause, subcauses: removed(subcauses, index) });
    focus(subcauses.length === 1 ? id : idOf(Math.min(index, subcauses.length - 2)));
    toasts.undoable(t("cause.subcauseRemoved"), () => {
      const now = latest.current;
      now.onChange({ ...now.cause, subcauses: inserted(now.cause.subcauses, index, gone) });
      focus(idOf(index));
    });
  };
  return (
    <li className={`${classes.cause} ${cause.chosen ? classes.isChosen : ""}`}>
      <Textarea
        id={id}
        size="xs"
        aria-label={label}
        placeholder={t("cause.causePlaceholder")}
        autosize
        minRows={1}
        value={cause.text}
        disabled={disabled}
        onChange={(event) => onChange({ ...cause, text: event.currentTarget.value })}
        onKeyDown={onEnter(onNext)}
      />
      <CauseTools
        cause={cause}
        label={label}
        disabled={disabled}
        onChange={onChange}
        onAddSub={() => addAt(subcauses.length)}
        onRemove={onRemove}
      />
      {subcauses.length === 0 ? null : (
        <ul className={classes.subcauses} aria-label={t("cause.subcausesOf", { label })}>
          {subcauses.map((text, index) => (
            <Subcause
              key={index}
              id={idOf(index)}
              label={t("cause.subcauseNo", { label, no: index + 1 })}
              text={text}
              disabled={disabled}
              onChange={(next) => onChange({ ...cause, subcauses: replaced(subcauses, index, next) })}
              onNext={() => nextSub(index)}
              onRemove={() => removeSub(index)}
            />
          ))}
        </ul>
      )}
      {cause.chosen ? (
        <>
          <RootCauseNote text={cause.text} />
          <RootButton text={cause.text} of={label} onRoot={onRoot} disabled={disabled} />
        </>
      ) : null}
    </li>
  );
}

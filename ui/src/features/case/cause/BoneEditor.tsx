import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import { CauseRow } from "./CauseRow";
import classes from "./cause.module.css";
import { emptyCause, inserted, removed, replaced } from "./form";
import { onEnter } from "./keys";
import type { BoneForm } from "./types";
import { useFocusNext } from "./useFocusNext";
import { useLatest } from "./useLatest";

type Props = {
  id: string;
  bone: BoneForm;
  /** Unlike any other bone's name. */
  name: string;
  /** Above the spine the name stands on top, below it at the foot: at the far end of the bone. */
  upper: boolean;
  disabled: boolean;
  onChange: (bone: BoneForm) => void;
  onRemove: () => void;
  onRoot: ((text: string) => void) | undefined;
};

/** One bone: its name and the causes on it. */
export function BoneEditor(props: Props) {
  const { id, bone, name, upper, disabled, onChange, onRoot } = props;
  const { t } = useWords();
  const toasts = useToasts();
  const focus = useFocusNext();
  const latest = useLatest(props);
  const { causes } = bone;
  const idOf = (index: number) => `${id}-cause-${index}`;
  const addAt = (index: number) => {
    onChange({ ...bone, causes: inserted(causes, index, emptyCause()) });
    focus(idOf(index));
  };
  const next = (index: number) => {
    if (causes[index + 1]?.text === "") focus(idOf(index + 1));
    else if (causes[index]?.text.trim() !== "") addAt(index + 1);
  };
  const remove = (index: number) => {
    const gone = causes[index];
    if (gone === undefined) return;
    onChange({ ...bone, causes: removed(causes, index) });
    focus(causes.length === 1 ? `${id}-add` : idOf(Math.min(index, causes.length - 2)));
    toasts.undoable(t("cause.causeRemoved"), () => {
      const now = latest.current;
      now.onChange({ ...now.bone, causes: inserted(now.bone.causes, index, gone) });
      focus(idOf(index));
    });
  };
  const list = (
    <>
      <ul className={classes.causes} aria-label={t("cause.causesOf", { name })}>
        {causes.map((cause, index) => (
          <CauseRow
            key={index}
            id={idOf(index)}
            cause={cause}
            label={t("cause.causeNo", { name, no: index + 1 })}
            disabled={disabled}
            onChange={(changed) => onChange({ ...bone, causes: replaced(causes, index, changed) })}
            onNext={() => next(index)}
            onRemove={() => remove(index)}
            onRoot={onRoot}
          />
        ))}
      </ul>
      <Button
        id={`${id}-add`}
        className={classes.addCause}
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={disabled}
        aria-label={`${t("cause.addCause")}: ${name}`}
        onClick={() => addAt(causes.length)}
      >
        {t("cause.addCause")}
      </Button>
    </>
  );
  return upper ? (
    <>
      <BoneName {...props} onNext={() => addAt(causes.length)} />
      {list}
    </>
  ) : (
    <>
      {list}
      <BoneName {...props} onNext={() => addAt(causes.length)} />
    </>
  );
}

/** The category at the end of the bone; the office's own ones are written here. */
function BoneName({ id, bone, name, disabled, onChange, onRemove, onNext }: Props & { onNext: () => void }) {
  const { t } = useWords();
  return (
    <div className={classes.boneName}>
      {bone.category === null ? (
        <TextInput
          id={`${id}-name`}
          size="xs"
          aria-label={t("cause.ownCategory", { name })}
          placeholder={t("cause.ownPlaceholder")}
          value={bone.name}
          disabled={disabled}
          onChange={(event) => onChange({ ...bone, name: event.currentTarget.value })}
          onKeyDown={onEnter(onNext)}
        />
      ) : (
        <span>
          {name} <span className={classes.boneHint}>{t(`cause.hint_${bone.category}`)}</span>
        </span>
      )}
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        disabled={disabled}
        aria-label={t("cause.removeCategory", { name })}
        onClick={onRemove}
      >
        <IconTrash size={14} aria-hidden />
      </ActionIcon>
    </div>
  );
}

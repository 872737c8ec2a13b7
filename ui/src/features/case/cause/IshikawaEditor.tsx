import { Button, Group, Textarea } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useId } from "react";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import { EmptyState } from "@/ui/EmptyState";
import { CauseAdvice } from "./Advice";
import { BoneEditor } from "./BoneEditor";
import classes from "./cause.module.css";
import { Fish } from "./Fish";
import { boneNames, emptyBone, inserted, missingBones, removed, replaced } from "./form";
import { onEnter } from "./keys";
import type { IshikawaForm } from "./types";
import { useFocusNext } from "./useFocusNext";
import { useLatest } from "./useLatest";

type Props = {
  value: IshikawaForm;
  onChange: (next: IshikawaForm) => void;
  /** Takes a chosen cause over as the root cause. */
  onRoot?: (text: string) => void;
  disabled?: boolean;
};

/** A cause-and-effect diagram written in place: bones above and below the spine, causes on the bones. */
export function IshikawaEditor(props: Props) {
  const { value, onChange, onRoot, disabled = false } = props;
  const { t } = useWords();
  const id = useId();
  const toasts = useToasts();
  const focus = useFocusNext();
  const latest = useLatest(props);
  const names = boneNames(t, value.bones);
  const missing = missingBones(value.bones);
  const idOf = (index: number) => `${id}-bone-${index}`;
  const addOwn = () => {
    onChange({ ...value, bones: [...value.bones, emptyBone(null)] });
    focus(`${idOf(value.bones.length)}-name`);
  };
  const addPreset = () => {
    onChange({ ...value, bones: [...value.bones, ...missing] });
    focus(`${idOf(value.bones.length)}-add`);
  };
  const remove = (index: number) => {
    const gone = value.bones[index];
    if (gone === undefined) return;
    onChange({ ...value, bones: removed(value.bones, index) });
    focus(`${id}-add`);
    toasts.undoable(t("cause.categoryRemoved", { name: names[index] ?? "" }), () => {
      const now = latest.current;
      now.onChange({ ...now.value, bones: inserted(now.value.bones, index, gone) });
      focus(`${idOf(index)}-add`);
    });
  };
  const head = (
    <Textarea
      label={t("cause.effect")}
      autosize
      minRows={2}
      value={value.effect}
      disabled={disabled}
      onChange={(event) => onChange({ ...value, effect: event.currentTarget.value })}
      onKeyDown={onEnter(() => focus(value.bones.length === 0 ? `${id}-preset` : `${idOf(0)}-add`))}
      data-testid="ishikawa-effect"
    />
  );
  const bones = value.bones.map((bone, index) => ({
    key: index,
    named: names[index] ?? "",
    content: (
      <BoneEditor
        id={idOf(index)}
        bone={bone}
        name={names[index] ?? ""}
        upper={index % 2 === 0}
        disabled={disabled}
        onChange={(next) => onChange({ ...value, bones: replaced(value.bones, index, next) })}
        onRemove={() => remove(index)}
        onRoot={onRoot}
      />
    ),
  }));
  return (
    <div className={classes.analysis} data-testid="ishikawa">
      <CauseAdvice />
      {bones.length === 0 ? <EmptyState>{t("cause.teachIshikawa")}</EmptyState> : null}
      <Fish label={t("cause.categories")} bones={bones} head={head} />
      <Group gap={8}>
        {missing.length === 0 ? null : (
          <Button
            id={`${id}-preset`}
            size="compact-md"
            variant={bones.length === 0 ? "filled" : "default"}
            disabled={disabled}
            onClick={addPreset}
            data-testid="add-preset"
          >
            {t(bones.length === 0 ? "cause.addPreset" : "cause.addMissing")}
          </Button>
        )}
        <Button
          id={`${id}-add`}
          size="compact-md"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={disabled}
          onClick={addOwn}
          data-testid="add-category"
        >
          {t("cause.addCategory")}
        </Button>
      </Group>
      <p className={classes.keys}>{t("cause.boneKeys")}</p>
    </div>
  );
}

import { Button } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useRefusal } from "@/components/moves/MoveReason";
import { type Key, useWords } from "@/i18n/i18n";
import type { CaseView } from "@/ipc/bindings";
import { Panel } from "@/ui/Panel";
import classes from "./case.module.css";
import { hasKept } from "./form/draftState";
import type { WrittenPart } from "./form/parts";
import { PartEditor } from "./PartEditor";

/** The part that is being written, and the field that waits for the focus. */
export type Writing = { part: WrittenPart; focus: string | null };

export type WritingProps = {
  writing: Writing | null;
  onWrite: (writing: Writing | null) => void;
};

type Props = WritingProps & {
  view: CaseView;
  part: WrittenPart;
  title: Key;
  children: ReactNode;
  /** What is shown below while it is written too. */
  below?: ReactNode;
};

/** A part of the card: to be read, or to be written in place. */
export function PartPanel({ view, part, title, writing, onWrite, children, below }: Props) {
  const { t } = useWords();
  const told = useRefusal();
  const name = t(title);
  const right = view.life.parts.find((candidate) => candidate.part === part);
  const edited = writing?.part === part && right?.editable === true;
  const edit = right?.editable ? (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconPencil size={14} aria-hidden />}
      aria-label={t("life.editPart", { part: name })}
      id={`edit-${part}`}
      onClick={() => onWrite({ part, focus: null })}
      data-testid={`edit-${part}`}
    >
      {t("life.edit")}
    </Button>
  ) : null;
  const close = () => {
    onWrite(null);
    // The form is gone at the next drawing, and its focus with it.
    requestAnimationFrame(() => {
      const button = document.getElementById(`edit-${part}`);
      button?.focus();
      // The part is shorter now: its head may have gone out of sight.
      button?.scrollIntoView({ block: "nearest" });
    });
  };
  const unsaved = right?.editable === true && hasKept(`${view.id}.${part}`);
  const locked =
    right?.editable === false && right.reason !== null && view.closure === null
      ? told({ reason: right.reason, params: { part } })
      : null;
  return (
    <Panel title={name} actions={edited ? null : edit} testId={`part-${part}`}>
      {edited ? (
        <PartEditor view={view} part={part} name={name} focus={writing.focus} onClose={close} />
      ) : (
        <>
          {children}
          {unsaved ? (
            <p className={classes.warn} data-testid={`unsaved-${part}`}>
              {t("life.unsavedPart")}
            </p>
          ) : null}
          {locked === null ? null : <p className={classes.lockedWord}>{locked}</p>}
        </>
      )}
      {below}
    </Panel>
  );
}

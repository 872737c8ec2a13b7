import { Button, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { ErrorNote } from "@/components/ErrorNote";
import { MoveReason } from "@/components/moves/MoveReason";
import { findMove } from "@/components/moves/target";
import { useWords } from "@/i18n/i18n";
import type { CaseView, IpcError } from "@/ipc/bindings";
import { ConflictNote } from "./ConflictNote";
import classes from "./case.module.css";
import type { Base } from "./form/draftState";

type Props = {
  view: CaseView;
  /** The revision that the text was written against. */
  seen: number;
  dirty: boolean;
  error: IpcError | null;
  busy: { save: boolean; register: boolean; discard: boolean };
  onKeep: (now: Base) => void;
  onTake: (now: Base) => void;
  onRegister: () => void;
  onDiscard: () => void;
};

/** What can be done with a draft, always in sight; a refusal or somebody else's change is said here. */
export function DraftBar({ view, seen, dirty, error, busy, onKeep, onTake, onRegister, onDiscard }: Props) {
  const { t } = useWords();
  const register = findMove(view, "register");
  // What the draft lacks is told above, field by field, and asked about again when it is registered.
  const barred = register !== null && !register.allowed && register.reason !== "incomplete";
  return (
    <div className={classes.saveBar}>
      {error?.kind === "conflict" ? (
        <ConflictNote view={view} seen={seen} onKeep={onKeep} onTake={onTake} />
      ) : (
        <ErrorNote error={error} />
      )}
      <Button type="submit" variant="default" loading={busy.save} data-testid="save-draft">
        {t("card.save")}
      </Button>
      <Button
        loading={busy.register}
        disabled={barred}
        onClick={onRegister}
        title={t("card.registerHint")}
        data-testid="register-case"
      >
        {t("card.register")}
      </Button>
      {barred ? <MoveReason move={register} /> : null}
      <Text size="sm" c="dimmed" role="status">
        {t(dirty ? "card.unsaved" : "card.allSaved")}
      </Text>
      <Button
        ml="auto"
        variant="subtle"
        color="gray"
        leftSection={<IconTrash size={16} aria-hidden />}
        loading={busy.discard}
        onClick={onDiscard}
        data-testid="discard-draft"
      >
        {t("card.discard")}
      </Button>
    </div>
  );
}

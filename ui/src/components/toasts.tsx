import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useWords } from "@/i18n/i18n";
import { errorText } from "@/i18n/phrases";
import type { IpcError } from "@/ipc/bindings";
import { Reopen } from "./Reopen";

const UNDO_MS = 20_000;
const SAID_MS = 6_000;

function UndoBody({ text, label, onUndo }: { text: string; label: string; onUndo: () => void }) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <span>{text}</span>
      <Button size="xs" variant="default" onClick={onUndo} data-testid="undo">
        {label}
      </Button>
    </Group>
  );
}

/** Short messages that pass by. Nothing is said only here: the screen shows the new state too. */
export function useToasts() {
  const { t, lang, has } = useWords();
  const closeButtonProps = { "aria-label": t("common.close") };
  return {
    said: (message: string) => notifications.show({ message, autoClose: SAID_MS, closeButtonProps }),
    failed: (error: IpcError) =>
      notifications.show({
        title: t("errors.title"),
        message: (
          <>
            {errorText(t, has, lang, error)}
            <Reopen error={error} />
          </>
        ),
        color: "red",
        autoClose: UNDO_MS,
        closeButtonProps,
      }),
    undoable: (text: string, undo: () => void) => {
      const id = notifications.show({
        autoClose: UNDO_MS,
        closeButtonProps,
        message: (
          <UndoBody
            text={text}
            label={t("common.undo")}
            onUndo={() => {
              notifications.hide(id);
              undo();
            }}
          />
        ),
      });
    },
  };
}

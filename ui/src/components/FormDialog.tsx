import { Button, Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/i18n";
import type { DeskError } from "@/ipc/client";
import { Dialog } from "@/ui/Dialog";
import { ErrorNote } from "./ErrorNote";

type Props = {
  title: string;
  /** Test id of the button that saves. */
  saveId: string;
  /** Its words, where saving is more than that. */
  saveLabel?: string | undefined;
  saving: boolean;
  error: DeskError | null;
  /** Words of the refusal, where the form knows better ones. */
  errorText?: string | undefined;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A form in a dialog: its fields, what was refused, and the two ways out. Enter saves. */
export function FormDialog({ title, saveId, saveLabel, saving, error, errorText, onSave, onClose, children }: Props) {
  const { t } = useWords();
  return (
    <Dialog opened onClose={onClose} size="lg" title={title} closeButtonProps={{ "aria-label": t("common.close") }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        <Stack>
          {children}
          <ErrorNote error={error} text={errorText} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" loading={saving} data-testid={saveId}>
              {saveLabel ?? t("common.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

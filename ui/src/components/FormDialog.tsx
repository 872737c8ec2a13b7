import { Button, Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/i18n";
import type { DeskError } from "@/ipc/client";
import { Dialog } from "@/ui/Dialog";
import { isReadable } from "@/ui/forms";
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
  size?: "lg" | "xl";
  /** Who may not write it sees it. */
  readOnly?: boolean;
};

const BARE = { border: 0, margin: 0, padding: 0, minWidth: 0 };

/** A form in a dialog: its fields, what was refused, and the two ways out. Enter saves; a field that cannot be read stops it. */
export function FormDialog(props: Props) {
  const { title, saveId, saveLabel, saving, error, errorText, onSave, onClose, children } = props;
  const { size = "lg", readOnly = false } = props;
  const { t } = useWords();
  return (
    <Dialog opened onClose={onClose} size={size} title={title} closeButtonProps={{ "aria-label": t("common.close") }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isReadable(event.currentTarget)) onSave();
        }}
      >
        <Stack>
          {readOnly ? (
            <fieldset disabled style={BARE}>
              <Stack>{children}</Stack>
            </fieldset>
          ) : (
            children
          )}
          <ErrorNote error={error} text={errorText} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t(readOnly ? "common.close" : "common.cancel")}
            </Button>
            {readOnly ? null : (
              <Button type="submit" loading={saving} data-testid={saveId}>
                {saveLabel ?? t("common.save")}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

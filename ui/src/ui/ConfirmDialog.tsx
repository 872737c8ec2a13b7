import { Button, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/i18n";
import { Dialog } from "./Dialog";

type Props = { title: string; question: ReactNode; confirm: string; onClose: () => void; onConfirm: () => void };

/** Asks before a step that cannot be undone; the focus starts on the way back. */
export function ConfirmDialog({ title, question, confirm, onClose, onConfirm }: Props) {
  const { t } = useWords();
  return (
    <Dialog opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("common.close") }} centered>
      <Text mb="md">{question}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t("common.cancel")}
        </Button>
        <Button
          data-testid="confirm"
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          {confirm}
        </Button>
      </Group>
    </Dialog>
  );
}

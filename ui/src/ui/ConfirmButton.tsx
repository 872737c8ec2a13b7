import { Button, type ButtonProps, Group, Modal, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useWords } from "@/i18n/i18n";

type Props = Pick<ButtonProps, "variant" | "color" | "size" | "loading" | "leftSection"> & {
  title: string;
  question: ReactNode;
  confirm: string;
  onConfirm: () => void;
  children: ReactNode;
  testId?: string;
};

/** For the few steps that cannot be undone; everything else acts at once and offers an undo. */
export function ConfirmButton({ title, question, confirm, onConfirm, children, testId, ...button }: Props) {
  const { t } = useWords();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button {...button} data-testid={testId} onClick={() => setAsked(true)}>
        {children}
      </Button>
      <Modal
        opened={asked}
        onClose={() => setAsked(false)}
        title={title}
        closeButtonProps={{ "aria-label": t("common.close") }}
        centered
      >
        <Text mb="md">{question}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setAsked(false)} data-autofocus>
            {t("common.cancel")}
          </Button>
          <Button
            data-testid="confirm"
            onClick={() => {
              setAsked(false);
              onConfirm();
            }}
          >
            {confirm}
          </Button>
        </Group>
      </Modal>
    </>
  );
}

import { Button, type ButtonProps } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "./ConfirmDialog";

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
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button {...button} data-testid={testId} onClick={() => setAsked(true)}>
        {children}
      </Button>
      {asked ? (
        <ConfirmDialog
          title={title}
          question={question}
          confirm={confirm}
          onClose={() => setAsked(false)}
          onConfirm={onConfirm}
        />
      ) : null}
    </>
  );
}

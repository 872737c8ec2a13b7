import { Alert, Button, Group } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/i18n";
import { errorText } from "@/i18n/phrases";
import type { IpcError } from "@/ipc/bindings";
import { Reopen } from "./Reopen";

type Props = {
  error: IpcError | null;
  /** Its words, where the place knows better ones. */
  text?: string | undefined;
  onRetry?: () => void;
  children?: ReactNode;
};

/** A refusal or failure, in place: what happened and what to do. */
export function ErrorNote({ error, text, onRetry, children }: Props) {
  const { t, lang, has } = useWords();
  if (error === null) return null;
  return (
    <Alert
      variant="light"
      color="red"
      icon={<IconAlertCircle aria-hidden />}
      title={t("errors.title")}
      role="alert"
      data-testid="error"
      styles={{ title: { color: "var(--c-overdue)" }, message: { color: "var(--c-text)" } }}
    >
      {text ?? errorText(t, has, lang, error)}
      <Reopen error={error} />
      {children}
      {onRetry === undefined ? null : (
        <Group mt="xs">
          <Button size="xs" variant="default" onClick={onRetry}>
            {t("common.retry")}
          </Button>
        </Group>
      )}
    </Alert>
  );
}

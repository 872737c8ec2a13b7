import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { ErrorNote } from "@/components/ErrorNote";
import { LongWork } from "@/components/LongWork";
import { useWords } from "@/i18n/i18n";
import type { IpcError } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { ConfirmButton } from "@/ui/ConfirmButton";
import classes from "./start.module.css";

/** The folder cannot be opened: why, what to do, and the way to try again. Nothing has been changed. */
export function FailedPage({ error, dataFolder }: { error: IpcError; dataFolder: string }) {
  const { t, has } = useWords();
  const retry = useTell("retry_open");
  const accept = useTell("accept_history");
  const { reason, incident } = error.params;
  const exact = `failed.${reason}`;
  const busy = retry.isPending || accept.isPending;
  return (
    <Stack className={classes.wizard} gap="md" role="alert" data-testid="folder-failed">
      <Group gap="sm" wrap="nowrap">
        <IconAlertTriangle size={30} color="var(--c-overdue)" aria-hidden />
        <Title order={1}>{t("failed.title")}</Title>
      </Group>
      <Text size="lg">{reason !== undefined && has(exact) ? t(exact) : t("failed.default")}</Text>
      {incident === undefined ? null : <Text c="dimmed">{t("errors.internal.incident", { incident })}</Text>}
      <Text className={classes.folder}>
        {t("failed.folder")}: {dataFolder}
      </Text>
      <Group>
        <Button onClick={() => retry.mutate(null)} disabled={busy} data-testid="retry-open">
          {t("common.retry")}
        </Button>
        {reason === "history_cut" ? (
          <ConfirmButton
            variant="default"
            loading={accept.isPending}
            title={t("failed.acceptTitle")}
            question={t("failed.acceptConfirm")}
            confirm={t("failed.acceptHistory")}
            onConfirm={() => accept.mutate(null)}
            testId="accept-history"
          >
            {t("failed.acceptHistory")}
          </ConfirmButton>
        ) : null}
      </Group>
      {busy ? <LongWork text={t("app.loading")} /> : null}
      <ErrorNote error={retry.error ?? accept.error} />
    </Stack>
  );
}

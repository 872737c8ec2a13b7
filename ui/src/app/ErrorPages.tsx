import { Button, Stack, Text, Title } from "@mantine/core";
import { type ErrorComponentProps, Link, useRouter } from "@tanstack/react-router";
import { useWords } from "@/i18n/i18n";

export function NotFoundPage() {
  const { t } = useWords();
  return (
    <Stack align="flex-start" p="xl">
      <Title order={1}>{t("errors.notFoundPage")}</Title>
      <Link to="/">{t("errors.toDashboard")}</Link>
    </Stack>
  );
}

/** A screen that broke must not take the others with it. */
export function CrashPage({ error, reset }: ErrorComponentProps) {
  const { t } = useWords();
  const router = useRouter();
  return (
    <Stack align="flex-start" p="xl" role="alert">
      <Title order={1}>{t("errors.crash")}</Title>
      <Text c="dimmed">{String(error)}</Text>
      <Button
        onClick={() => {
          reset();
          void router.navigate({ to: "/" });
        }}
      >
        {t("errors.toDashboard")}
      </Button>
    </Stack>
  );
}

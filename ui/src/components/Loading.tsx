import { Group, Loader } from "@mantine/core";
import { useWords } from "@/i18n/i18n";

export function Loading({ text }: { text?: string }) {
  const { t } = useWords();
  return (
    <Group gap="sm" p="md" role="status">
      <Loader size="sm" aria-hidden />
      <span>{text ?? t("app.loading")}</span>
    </Group>
  );
}

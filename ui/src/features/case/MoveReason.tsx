import { Text } from "@mantine/core";
import { useWords } from "@/i18n/i18n";

/** Why a step is refused, beside its button. */
export function MoveReason({ reason }: { reason: string | null }) {
  const { t, has } = useWords();
  if (reason === null) return null;
  const key = `errors.ruleViolated.${reason}`;
  return (
    <Text size="sm" c="dimmed" mb="sm" data-testid="move-reason">
      {has(key) ? t(key) : reason}
    </Text>
  );
}

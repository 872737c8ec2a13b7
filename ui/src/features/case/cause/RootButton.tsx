import { Button } from "@mantine/core";
import { IconTargetArrow } from "@tabler/icons-react";
import { useWords } from "@/i18n/i18n";

type Props = { text: string; of: string; onRoot: ((text: string) => void) | undefined; disabled: boolean };

/** Takes an answer or a chosen cause over as the root cause of the card. */
export function RootButton({ text, of, onRoot, disabled }: Props) {
  const { t } = useWords();
  if (onRoot === undefined || text.trim() === "") return null;
  return (
    <Button
      size="compact-sm"
      variant="light"
      leftSection={<IconTargetArrow size={16} aria-hidden />}
      disabled={disabled}
      aria-label={`${t("cause.takeRoot")} (${of})`}
      onClick={() => onRoot(text.trim())}
    >
      {t("cause.takeRoot")}
    </Button>
  );
}

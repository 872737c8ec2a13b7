import { Button } from "@mantine/core";
import { IconTargetArrow } from "@tabler/icons-react";
import { useWords } from "@/i18n/i18n";
import classes from "./cause.module.css";

type Props = { text: string; of: string; onRoot: ((text: string) => void) | undefined; disabled: boolean };

/** Takes an answer or a chosen cause over as the root cause of the card. */
export function RootButton({ text, of, onRoot, disabled }: Props) {
  const { t } = useWords();
  if (onRoot === undefined || text.trim() === "") return null;
  return (
    <Button
      size="compact-sm"
      variant="light"
      classNames={{ root: classes.rootButton, label: classes.rootButtonLabel }}
      leftSection={<IconTargetArrow size={16} aria-hidden />}
      disabled={disabled}
      aria-label={`${t("cause.takeRoot")} (${of})`}
      onClick={() => onRoot(text.trim())}
    >
      {t("cause.takeRoot")}
    </Button>
  );
}

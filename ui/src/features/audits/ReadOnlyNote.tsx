import { Text } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useWords } from "@/i18n/i18n";
import type { MayView } from "@/ipc/bindings";
import classes from "./audits.module.css";

/** Says why nothing can be changed here by the one who looks. */
export function ReadOnlyNote({ may }: { may: MayView }) {
  const { t } = useWords();
  if (may.allowed) return null;
  return (
    <Text size="sm" c="dimmed" className={classes.mark ?? ""} mb="sm" data-testid="audits-read-only">
      <IconLock size={16} aria-hidden />
      {t("audits.readOnly")}
    </Text>
  );
}

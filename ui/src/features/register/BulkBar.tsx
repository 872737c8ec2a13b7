import { Button } from "@mantine/core";
import { IconBell, IconCalendarPlus, IconUserShare, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "@/i18n/i18n";
import { AssignDialog } from "./AssignDialog";
import { ExtendDialog } from "./ExtendDialog";
import { RemindButton } from "./RemindButton";
import classes from "./register.module.css";
import { type Marks, MOST_MARKED } from "./useMarks";

/** What can be done with all marked cards at once; every card still answers by its own rules. */
export function BulkBar({ marks }: { marks: Marks }) {
  const { t } = useWords();
  const [dialog, setDialog] = useState<"assign" | "extend" | null>(null);
  const cases = [...marks.ids];
  if (cases.length === 0) return null;
  const close = (done: boolean) => {
    setDialog(null);
    if (done) marks.clear();
  };
  return (
    <div className={classes.bulk} role="toolbar" aria-label={t("bulk.actions")} data-testid="bulk-bar">
      <strong role="status">{t("bulk.marked", { count: cases.length })}</strong>
      {cases.length >= MOST_MARKED ? <span>{t("bulk.tooMany", { count: MOST_MARKED })}</span> : null}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconUserShare size={16} aria-hidden />}
        onClick={() => setDialog("assign")}
        data-testid="bulk-assign"
      >
        {t("bulk.assign")}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconCalendarPlus size={16} aria-hidden />}
        onClick={() => setDialog("extend")}
        data-testid="bulk-extend"
      >
        {t("bulk.extend")}
      </Button>
      <RemindButton cases={cases} onDone={marks.clear} icon={<IconBell size={16} aria-hidden />} />
      <Button
        size="xs"
        variant="subtle"
        leftSection={<IconX size={16} aria-hidden />}
        onClick={marks.clear}
        data-testid="bulk-clear"
      >
        {t("bulk.clear")}
      </Button>
      {dialog === "assign" ? <AssignDialog cases={cases} onClose={close} /> : null}
      {dialog === "extend" ? <ExtendDialog cases={cases} onClose={close} /> : null}
    </div>
  );
}

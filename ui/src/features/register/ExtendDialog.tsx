import { Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/i18n/i18n";
import type { Day } from "@/ipc/bindings";
import { DayInput } from "@/ui/DayInput";
import { BulkForm } from "./BulkForm";

/** Moves the nearest open date of the marked cards. */
export function ExtendDialog({ cases, onClose }: { cases: string[]; onClose: (done: boolean) => void }) {
  const { t } = useWords();
  const [dueOn, setDueOn] = useState<Day | null>(null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const step = () => {
    setTried(true);
    if (dueOn === null || reason.trim() === "") return null;
    return { move: "extend" as const, actionId: null, dueOn, reason: reason.trim() };
  };
  return (
    <BulkForm title={t("bulk.extendTitle")} confirm={t("bulk.extend")} cases={cases} step={step} onClose={onClose}>
      <Text size="sm" c="dimmed">
        {t("bulk.extendHint")}
      </Text>
      <DayInput
        label={t("bulk.newDate")}
        value={dueOn}
        onChange={setDueOn}
        required
        error={tried && dueOn === null ? t("common.required") : undefined}
        testId="bulk-date"
      />
      <Textarea
        label={t("bulk.reason")}
        required
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && reason.trim() === "" ? t("errors.ruleViolated.reason_required") : undefined}
        data-testid="bulk-reason"
      />
    </BulkForm>
  );
}

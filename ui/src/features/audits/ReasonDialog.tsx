import { Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "@/components/FormDialog";
import { useWords } from "@/i18n/i18n";
import type { DeskError } from "@/ipc/client";

type Props = { saving: boolean; error: DeskError | null; onSave: (reason: string) => void; onClose: () => void };

/** Why an approved programme changes; it has to be approved again. */
export function ReasonDialog({ saving, error, onSave, onClose }: Props) {
  const { t } = useWords();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const blank = reason.trim() === "";
  return (
    <FormDialog
      title={t("audits.changeApproved")}
      saveId="reason-save"
      saving={saving}
      error={error}
      onSave={() => {
        setTried(true);
        if (!blank) onSave(reason.trim());
      }}
      onClose={onClose}
    >
      <Text>{t("audits.changeApprovedHint")}</Text>
      <Textarea
        label={t("audits.reason")}
        required
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && blank ? t("moves.reasonNeeded") : undefined}
        data-autofocus
        data-testid="programme-reason"
      />
    </FormDialog>
  );
}

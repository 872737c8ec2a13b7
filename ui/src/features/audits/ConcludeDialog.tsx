import { Stack, Text } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "@/components/FormDialog";
import { useToasts } from "@/components/toasts";
import { useSession } from "@/components/useSession";
import { useWords } from "@/i18n/i18n";
import type { AuditPage } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { DayInput } from "@/ui/DayInput";
import type { InTurn } from "./useInTurn";
import { useReadable } from "./useReadable";

type Props = { page: AuditPage; inTurn: InTurn; onClose: () => void; onEnded: () => void };

/** Ends an audit with the day of its report. */
export function ConcludeDialog({ page, inTurn, onClose, onEnded }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const today = useSession()?.today ?? null;
  const conclude = useTell("conclude_audit");
  const { inside, readable } = useReadable();
  const [reportOn, setReportOn] = useState(today);
  const [tried, setTried] = useState(false);
  const toRaise = page.questions.filter((question) => question.toRaise).length;
  const submit = () => {
    setTried(true);
    if (!readable() || reportOn === null) return;
    inTurn((revision) => conclude.mutateAsync({ id: page.audit.id, revision, reportOn })).then(
      () => {
        toasts.said(t("audits.concludedNow"));
        onClose();
        onEnded();
      },
      // The dialog shows why not.
      () => undefined,
    );
  };
  return (
    <FormDialog
      title={t("audits.conclude")}
      saveId="conclude-save"
      saveLabel={t("audits.conclude")}
      saving={conclude.isPending}
      error={conclude.error}
      onSave={submit}
      onClose={onClose}
    >
      <Stack ref={inside}>
        <Text>{t("audits.concludeHint")}</Text>
        {toRaise === 0 ? null : <Text fw={600}>{t("audits.toRaiseLater", { count: toRaise })}</Text>}
        <DayInput
          label={t("audits.reportOn")}
          value={reportOn}
          onChange={setReportOn}
          required
          error={tried && reportOn === null ? t("common.required") : undefined}
          testId="conclude-on"
        />
      </Stack>
    </FormDialog>
  );
}

import { Textarea } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "@/components/FormDialog";
import { useToasts } from "@/components/toasts";
import { useSession } from "@/components/useSession";
import { useWords } from "@/i18n/i18n";
import type { ActionProgrammeView, QuarterView } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { formatDay } from "@/lib/dates";
import { quarterNo } from "./quarters";

type Props = { view: ActionProgrammeView; quarter: QuarterView; onClose: () => void };

/** The report of a quarter was handed to the Starosta. */
export function ReportDialog({ view, quarter, onClose }: Props) {
  const { t, lang } = useWords();
  const toasts = useToasts();
  const today = useSession()?.today;
  const report = useTell("report_quarter");
  const [at] = useState({ year: view.year, revision: view.revision, quarter: quarter.quarter });
  const [remarks, setRemarks] = useState(quarter.remarks);
  const submit = () =>
    report.mutate(
      { ...at, remarks: remarks.trim() },
      {
        onSuccess: () => {
          toasts.said(t("programme.reportedSaid"));
          onClose();
        },
      },
    );
  const name = t("programme.quarterName", { no: quarterNo(quarter.quarter) });
  return (
    <FormDialog
      title={t("programme.reportTitle", { quarter: name, year: view.year })}
      saveId="save-report"
      saving={report.isPending}
      error={report.error}
      onSave={submit}
      onClose={onClose}
    >
      {today === undefined ? null : <p>{t("programme.reportAbout", { on: formatDay(today, lang) })}</p>}
      <Textarea
        label={t("programme.remarks")}
        autosize
        minRows={3}
        value={remarks}
        onChange={(event) => setRemarks(event.currentTarget.value)}
        data-autofocus
        data-testid="report-remarks"
      />
    </FormDialog>
  );
}

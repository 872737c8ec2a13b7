import { Button } from "@mantine/core";
import { useState } from "react";
import { CycleLine } from "@/components/CycleLine";
import { ErrorNote } from "@/components/ErrorNote";
import { Loading } from "@/components/Loading";
import { useWords } from "@/i18n/i18n";
import { useAsk } from "@/ipc/queries";
import { EmptyState } from "@/ui/EmptyState";
import { PageHead } from "@/ui/PageHead";
import { Panel } from "@/ui/Panel";
import { AuditsPanel } from "./AuditsPanel";
import { CertificateFacts, EarlierCertificates } from "./CertificateFacts";
import { MilestonesTable } from "./MilestonesTable";
import { RecordDialog } from "./RecordDialog";

export function CertificatePage() {
  const { t } = useWords();
  const asked = useAsk("certificate", null);
  const [recording, setRecording] = useState<"next" | "correction" | null>(null);
  if (asked.data === undefined) {
    return asked.error === null ? <Loading /> : <ErrorNote error={asked.error} onRetry={() => asked.refetch()} />;
  }
  const { certificate, milestones, audits, timeline, earlier } = asked.data;
  const record = (
    <Button
      variant={certificate === null ? "filled" : "default"}
      onClick={() => setRecording("next")}
      data-testid="record-certificate"
    >
      {t(certificate === null ? "certificate.record" : "certificate.recordNext")}
    </Button>
  );
  return (
    <>
      <PageHead title={t("certificate.title")}>
        {certificate === null ? null : (
          <>
            <Button variant="default" onClick={() => setRecording("correction")} data-testid="correct-certificate">
              {t("certificate.correct")}
            </Button>
            {record}
          </>
        )}
      </PageHead>
      <div style={{ display: "grid", gap: 14 }}>
        {certificate === null ? (
          <Panel title={t("nav.certificate")}>
            <EmptyState action={record}>{t("certificate.none")}</EmptyState>
          </Panel>
        ) : (
          <>
            {timeline === null ? null : (
              <Panel title={t("certificate.timeline")}>
                <CycleLine timeline={timeline} />
              </Panel>
            )}
            <Panel title={t("certificate.milestones")} testId="milestones">
              <MilestonesTable milestones={milestones} />
            </Panel>
            <CertificateFacts certificate={certificate} />
          </>
        )}
        <AuditsPanel audits={audits} />
        <EarlierCertificates earlier={earlier} />
      </div>
      {recording === null ? null : (
        <RecordDialog corrected={recording === "correction" ? certificate : null} onClose={() => setRecording(null)} />
      )}
    </>
  );
}

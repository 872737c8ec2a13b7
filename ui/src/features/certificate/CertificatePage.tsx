import { Button } from "@mantine/core";
import { useState } from "react";
import { CycleLine } from "@/components/cycle/CycleLine";
import { ErrorNote } from "@/components/ErrorNote";
import { Loading } from "@/components/Loading";
import { PlanWarnings } from "@/components/PlanWarnings";
import { useWords } from "@/i18n/i18n";
import type { CertificateView } from "@/ipc/bindings";
import { useAsk } from "@/ipc/queries";
import { EmptyState } from "@/ui/EmptyState";
import { PageHead } from "@/ui/PageHead";
import { Panel } from "@/ui/Panel";
import { AuditsPanel } from "./AuditsPanel";
import { CertificateFacts } from "./CertificateFacts";
import classes from "./certificate.module.css";
import { EarlierCertificates } from "./EarlierCertificates";
import { MilestonesTable } from "./MilestonesTable";
import { RecordDialog } from "./RecordDialog";
import { StatePanel } from "./StatePanel";

export function CertificatePage() {
  const { t } = useWords();
  const asked = useAsk("certificate", null);
  const [recording, setRecording] = useState<"next" | "correction" | null>(null);
  if (asked.data === undefined) {
    return asked.error === null ? <Loading /> : <ErrorNote error={asked.error} onRetry={() => asked.refetch()} />;
  }
  const { certificate, audits, earlier, restoredUntil, mayCertify } = asked.data;
  const record = mayCertify.allowed ? (
    <Button
      variant={certificate === null ? "filled" : "default"}
      onClick={() => setRecording("next")}
      data-testid="record-certificate"
    >
      {t(certificate === null ? "certificate.record" : "certificate.recordNext")}
    </Button>
  ) : null;
  return (
    <>
      <PageHead title={t("certificate.title")}>
        {certificate === null || !mayCertify.allowed ? null : (
          <>
            <Button variant="default" onClick={() => setRecording("correction")} data-testid="correct-certificate">
              {t("certificate.correct")}
            </Button>
            {record}
          </>
        )}
      </PageHead>
      {mayCertify.allowed ? null : <p className={classes.note}>{t("certificate.notYours")}</p>}
      <div style={{ display: "grid", gap: 14 }}>
        {certificate === null ? (
          <Panel title={t("nav.certificate")}>
            <EmptyState action={record}>{t("certificate.none")}</EmptyState>
          </Panel>
        ) : (
          <Running view={asked.data} certificate={certificate} />
        )}
        <AuditsPanel audits={audits} may={mayCertify} />
        <EarlierCertificates earlier={earlier} />
      </div>
      {recording === null ? null : (
        <RecordDialog
          corrected={recording === "correction" ? certificate : null}
          restorable={certificate === null ? null : { until: recording === "correction" ? null : restoredUntil }}
          onClose={() => setRecording(null)}
        />
      )}
    </>
  );
}

type RunningProps = { view: CertificateView; certificate: NonNullable<CertificateView["certificate"]> };

/** The running cycle: how its certificate stands, its line, its limits and what the paper says. */
function Running({ view: { milestones, timeline, warnings, mayCertify }, certificate }: RunningProps) {
  const { t } = useWords();
  return (
    <>
      <StatePanel certificate={certificate} may={mayCertify} />
      {timeline === null ? null : (
        <Panel title={t("certificate.timeline")}>
          <CycleLine timeline={timeline} />
        </Panel>
      )}
      <Panel title={t("certificate.milestones")} testId="milestones">
        <p className={classes.note}>
          {t("certificate.countedFrom", { base: t(`bases.${certificate.base}`), days: certificate.toleranceDays })}
        </p>
        <MilestonesTable milestones={milestones} />
        {warnings.length === 0 ? null : (
          <div className={classes.cycleWarnings}>
            <PlanWarnings warnings={warnings} label={t("certificate.cycleWarnings")} />
          </div>
        )}
      </Panel>
      <CertificateFacts certificate={certificate} />
    </>
  );
}

import type { ReactNode } from "react";
import { DayText } from "@/components/DayText";
import { useWords } from "@/i18n/i18n";
import type { CertificateRecord } from "@/ipc/bindings";
import { Panel } from "@/ui/Panel";
import { PlainTable } from "@/ui/PlainTable";

export function CertificateFacts({ certificate }: { certificate: CertificateRecord }) {
  const { t } = useWords();
  const facts: [string, ReactNode][] = [
    [t("certificate.number"), certificate.number || t("common.none")],
    [t("certificate.body"), certificate.body || t("common.none")],
    [t("certificate.edition"), t(`editions.${certificate.edition}`)],
    [t("certificate.stage2EndedOn"), <DayText key="stage2" day={certificate.stage2EndedOn} />],
    [t("certificate.decidedOn"), <DayText key="decided" day={certificate.decidedOn} />],
    [t("certificate.validUntil"), <DayText key="valid" day={certificate.validUntil} />],
    [t("certificate.base"), t(`bases.${certificate.base}`)],
    [t("certificate.tolerance"), certificate.toleranceDays],
    [t("certificate.cycle"), t("certificate.cycleNo", { count: certificate.cycle })],
  ];
  return (
    <Panel title={t("nav.certificate")} testId="certificate">
      <dl
        style={{
          display: "grid",
          gridTemplateColumns: "repeat(auto-fill, minmax(230px, 1fr))",
          gap: "10px 18px",
          margin: 0,
        }}
      >
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt style={{ color: "var(--c-muted)", fontSize: "0.875rem" }}>{name}</dt>
            <dd style={{ margin: 0 }}>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

export function EarlierCertificates({ earlier }: { earlier: CertificateRecord[] }) {
  const { t } = useWords();
  if (earlier.length === 0) return null;
  return (
    <Panel title={t("certificate.earlier")}>
      <PlainTable
        label={t("certificate.earlier")}
        head={[
          t("certificate.cycle"),
          t("certificate.number"),
          t("certificate.body"),
          t("certificate.decidedOn"),
          t("certificate.validUntil"),
        ]}
      >
        {earlier.map((record) => (
          <tr key={record.id}>
            <td>{t("certificate.cycleNo", { count: record.cycle })}</td>
            <td>{record.number}</td>
            <td>{record.body}</td>
            <td>
              <DayText day={record.decidedOn} />
            </td>
            <td>
              <DayText day={record.validUntil} />
            </td>
          </tr>
        ))}
      </PlainTable>
    </Panel>
  );
}

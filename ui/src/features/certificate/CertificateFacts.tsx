import type { ReactNode } from "react";
import { DayText } from "@/components/DayText";
import { useWords } from "@/i18n/i18n";
import type { CertificateRecord } from "@/ipc/bindings";
import { Panel } from "@/ui/Panel";
import classes from "./certificate.module.css";

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
  if (certificate.restored) facts.push([t("certificate.restoredFact"), t("common.yes")]);
  return (
    <Panel title={t("nav.certificate")} testId="certificate">
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

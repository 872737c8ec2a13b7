import { Fragment } from "react";
import { DayText } from "@/components/DayText";
import { useWords } from "@/i18n/i18n";
import type { CertificateRecord } from "@/ipc/bindings";
import { Panel } from "@/ui/Panel";
import { PlainTable } from "@/ui/PlainTable";
import { Past } from "./Past";

/** The cycles before, the newest first, each with what happened to its certificate. */
export function EarlierCertificates({ earlier }: { earlier: CertificateRecord[] }) {
  const { t } = useWords();
  if (earlier.length === 0) return null;
  const head = [
    t("certificate.cycle"),
    t("certificate.number"),
    t("certificate.body"),
    t("certificate.decidedOn"),
    t("certificate.validUntil"),
    t("certificate.remark"),
  ];
  return (
    <Panel title={t("certificate.earlier")} testId="earlier">
      <PlainTable label={t("certificate.earlier")} head={head}>
        {earlier.map((record) => (
          <Fragment key={record.id}>
            <tr>
              <th scope="row">{t("certificate.cycleNo", { count: record.cycle })}</th>
              <td>{record.number}</td>
              <td>{record.body}</td>
              <td>
                <DayText day={record.decidedOn} />
              </td>
              <td>
                <DayText day={record.validUntil} />
              </td>
              <td>
                <Remark record={record} />
              </td>
            </tr>
            {record.suspensions.length + record.transfers.length === 0 ? null : (
              <tr>
                <td colSpan={head.length}>
                  <Past certificate={record} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </PlainTable>
    </Panel>
  );
}

/** A certificate whose cycle is over was followed by the next one: only what is not plain from its dates is said. */
function Remark({ record }: { record: CertificateRecord }) {
  const { t } = useWords();
  if (record.withdrawnOn !== null) {
    return (
      <>
        {t("certificate.withdrawnOn")} <DayText day={record.withdrawnOn} />
      </>
    );
  }
  return record.restored ? t("certificate.restoredFact") : <DayText day={null} />;
}

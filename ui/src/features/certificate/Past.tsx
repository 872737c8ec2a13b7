import { DayText } from "@/components/DayText";
import { useWords } from "@/i18n/i18n";
import type { CertificateRecord } from "@/ipc/bindings";
import { PlainTable } from "@/ui/PlainTable";
import classes from "./certificate.module.css";

/** Suspensions and changes of the certification body, the oldest first. */
export function Past({ certificate }: { certificate: CertificateRecord }) {
  const { t } = useWords();
  const { suspensions, transfers } = certificate;
  return (
    <>
      {suspensions.length === 0 ? null : (
        <div className={classes.past} data-testid="suspensions">
          <h3 className={classes.subTitle}>{t("certificate.suspensions")}</h3>
          <PlainTable
            label={t("certificate.suspensions")}
            head={[
              t("certificate.suspendedFrom"),
              t("certificate.suspendedUntil"),
              t("certificate.liftedOn"),
              t("certificate.suspendedWhy"),
            ]}
          >
            {suspensions.map(({ from, until, liftedOn, reason }) => (
              <tr key={from}>
                <td>
                  <DayText day={from} />
                </td>
                <td>
                  <DayText day={until} />
                </td>
                <td>{liftedOn === null ? t("certificate.notLifted") : <DayText day={liftedOn} />}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </PlainTable>
        </div>
      )}
      {transfers.length === 0 ? null : (
        <div className={classes.past} data-testid="transfers">
          <h3 className={classes.subTitle}>{t("certificate.transfers")}</h3>
          <PlainTable
            label={t("certificate.transfers")}
            head={[t("certificate.transferredOn"), t("certificate.bodyBefore"), t("certificate.numberBefore")]}
          >
            {transfers.map(({ on, from, number }) => (
              <tr key={`${on}${from}`}>
                <td>
                  <DayText day={on} />
                </td>
                <td>{from || t("common.none")}</td>
                <td>{number || t("common.none")}</td>
              </tr>
            ))}
          </PlainTable>
        </div>
      )}
    </>
  );
}

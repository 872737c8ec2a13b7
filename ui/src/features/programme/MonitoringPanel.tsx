import { Button } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/i18n/i18n";
import type { ActionProgrammeView, MonitoringView } from "@/ipc/bindings";
import { formatDay, monthName } from "@/lib/dates";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import { PlainTable } from "@/ui/PlainTable";
import { MonitorDialog } from "./MonitorDialog";
import classes from "./programme.module.css";

/** What was found month by month, and which months have nothing yet. */
export function MonitoringPanel({ view }: { view: ActionProgrammeView }) {
  const { t, lang } = useWords();
  const [month, setMonth] = useState<number | null>(null);
  const { monitoring, monthsMissing, mayMonitor } = view;
  const rows = [
    ...monitoring.map((entry) => ({ month: entry.month, entry })),
    ...monthsMissing.map((missing) => ({ month: missing, entry: null })),
  ].sort((a, b) => a.month - b.month);
  const missing = monthsMissing.map((one) => monthName(one, lang, "long")).join(", ");
  return (
    <Panel title={t("programme.monitoring")} testId="monitoring">
      {rows.length === 0 ? (
        <EmptyState>{t("programme.monthsNone")}</EmptyState>
      ) : (
        <>
          <p className={missing === "" ? classes.muted : classes.lacks} data-testid="months-missing">
            {missing === "" ? t("programme.monthsComplete") : t("programme.monthsMissing", { months: missing })}
          </p>
          <PlainTable
            label={t("programme.monitoring")}
            head={[
              t("programme.month"),
              t("programme.entry"),
              t("programme.open"),
              t("programme.done"),
              t("programme.overdueCount"),
              t("programme.remarks"),
              t("programme.decisions"),
              <span key="edit" className="visually-hidden">
                {t("common.edit")}
              </span>,
            ]}
          >
            {rows.map((row) => (
              <MonthRow key={row.month} {...row} may={mayMonitor.allowed} onWrite={() => setMonth(row.month)} />
            ))}
          </PlainTable>
        </>
      )}
      {month === null ? null : <MonitorDialog view={view} month={month} onClose={() => setMonth(null)} />}
    </Panel>
  );
}

type RowProps = { month: number; entry: MonitoringView | null; may: boolean; onWrite: () => void };

function MonthRow({ month, entry, may, onWrite }: RowProps) {
  const { t, lang } = useWords();
  const name = monthName(month, lang, "long");
  return (
    <tr data-testid={`month-${month}`}>
      <th scope="row">{name}</th>
      <td>
        {entry === null ? (
          <span className={classes.lacks}>{t("programme.entryMissing")}</span>
        ) : (
          t("programme.entryBy", { on: formatDay(entry.on, lang), by: entry.by })
        )}
      </td>
      <td className="tabular">{entry?.open}</td>
      <td className="tabular">{entry?.done}</td>
      <td className="tabular">{entry?.overdue}</td>
      <td className={classes.text}>{entry?.remarks}</td>
      <td className={classes.text}>{entry?.decisions}</td>
      <td>
        {may ? (
          <Button
            size="compact-sm"
            variant={entry === null ? "filled" : "default"}
            aria-label={t(entry === null ? "programme.monitorOf" : "programme.monitorAgain", { month: name })}
            onClick={onWrite}
            data-testid={`monitor-${month}`}
          >
            {t(entry === null ? "programme.monitor" : "common.edit")}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

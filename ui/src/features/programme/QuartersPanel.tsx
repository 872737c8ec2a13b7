import { Button } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/i18n/i18n";
import type { ActionProgrammeView, QuarterView } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import { formatFigure } from "@/lib/numbers";
import { Panel } from "@/ui/Panel";
import { PlainTable } from "@/ui/PlainTable";
import classes from "./programme.module.css";
import { quarterNo } from "./quarters";
import { ReportDialog } from "./ReportDialog";

const COLUMNS = 7;

/** The figures of the quarters, and which of them were reported to the Starosta. */
export function QuartersPanel({ view }: { view: ActionProgrammeView }) {
  const { t } = useWords();
  const [reported, setReported] = useState<QuarterView | null>(null);
  return (
    <Panel title={t("programme.quarters")} testId="quarters">
      <PlainTable
        label={t("programme.quarters")}
        head={[
          t("programme.quarter"),
          t("programme.opened"),
          t("programme.closed"),
          t("programme.openAtEnd"),
          t("programme.overdueCount"),
          t("programme.days"),
          t("programme.onTime"),
          t("programme.effective"),
          t("programme.report"),
        ]}
      >
        {view.quarters.map((quarter) => (
          <QuarterRow
            key={quarter.quarter}
            quarter={quarter}
            may={view.mayMonitor.allowed}
            onReport={() => setReported(quarter)}
          />
        ))}
      </PlainTable>
      {reported === null ? null : <ReportDialog view={view} quarter={reported} onClose={() => setReported(null)} />}
    </Panel>
  );
}

function QuarterRow({ quarter, may, onReport }: { quarter: QuarterView; may: boolean; onReport: () => void }) {
  const { t, lang } = useWords();
  const name = t("programme.quarterName", { no: quarterNo(quarter.quarter) });
  const days = (figure: number | null) => (figure === null ? "–" : formatFigure(figure, lang));
  return (
    <tr data-testid={`quarter-${quarter.quarter}`}>
      <th scope="row" className={classes.nowrap}>
        {name}
      </th>
      {quarter.begun ? (
        <>
          <td className="tabular">{quarter.opened}</td>
          <td className="tabular">{quarter.closed}</td>
          <td className="tabular">{quarter.open}</td>
          <td className="tabular">{quarter.overdue}</td>
          <td className="tabular">
            {t("programme.daysOf", { mean: days(quarter.meanDays), median: days(quarter.medianDays) })}
          </td>
          <td className="tabular">
            {t("programme.onTimeOf", {
              original: quarter.onTimeOriginal,
              current: quarter.onTimeCurrent,
              timed: quarter.timed,
            })}
          </td>
          <td className="tabular">{`${quarter.effective} / ${quarter.ineffective}`}</td>
          <td>
            <Report quarter={quarter} name={name} may={may} onReport={onReport} />
          </td>
        </>
      ) : (
        <td colSpan={COLUMNS + 1} className={classes.muted}>
          {t("programme.notBegun")}
        </td>
      )}
    </tr>
  );
}

type ReportProps = { quarter: QuarterView; name: string; may: boolean; onReport: () => void };

function Report({ quarter, name, may, onReport }: ReportProps) {
  const { t, lang } = useWords();
  const { reportedOn, reportedBy, remarks } = quarter;
  return (
    <div className={classes.stack}>
      {reportedOn === null ? (
        <span className={classes.lacks}>{t("programme.notReported")}</span>
      ) : (
        <span>{t("programme.reported", { on: formatDay(reportedOn, lang), by: reportedBy })}</span>
      )}
      {remarks === "" ? null : <span className={classes.small}>{remarks}</span>}
      {may ? (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t(reportedOn === null ? "programme.reportOf" : "programme.reportAgainOf", { quarter: name })}
          onClick={onReport}
          data-testid={`report-quarter-${quarter.quarter}`}
        >
          {t(reportedOn === null ? "programme.reportIt" : "programme.reportAgain")}
        </Button>
      ) : null}
    </div>
  );
}

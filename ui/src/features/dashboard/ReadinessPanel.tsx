import { Link } from "@tanstack/react-router";
import { VerdictMark } from "@/components/ReadinessMarks";
import { ScoreTrend } from "@/components/ScoreTrend";
import { useWords } from "@/i18n/i18n";
import type { ReadinessSummary } from "@/ipc/bindings";
import { Panel } from "@/ui/Panel";
import classes from "./dashboard.module.css";

const DOORS = {
  not_ready: "dashboard.readinessOpen",
  ready_with_remarks: "dashboard.readinessRemarks",
  ready: "dashboard.readinessAll",
} as const;

/** Whether the office is ready for its audit, and the door to what keeps it from being so. */
export function ReadinessPanel({ readiness }: { readiness: ReadinessSummary }) {
  const { t } = useWords();
  const { verdict, score, blocking, open, trend } = readiness;
  return (
    <Panel
      title={t("dashboard.readiness")}
      testId="dashboard-readiness"
      actions={
        <Link to="/readiness" data-testid="open-readiness">
          {t(DOORS[verdict])}
        </Link>
      }
    >
      <div className={classes.readiness}>
        <div>
          <VerdictMark verdict={verdict} />
          <div className={classes.score}>{t("readiness.outOf", { score })}</div>
          <div className={classes.label}>
            {blocking > 0 ? t("readiness.blockingOf", { count: blocking }) : t("readiness.openOf", { count: open })}
          </div>
        </div>
        <ScoreTrend trend={trend} />
      </div>
    </Panel>
  );
}

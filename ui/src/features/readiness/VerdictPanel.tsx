import { Link } from "@tanstack/react-router";
import { VerdictMark } from "@/components/ReadinessMarks";
import { ScoreTrend } from "@/components/ScoreTrend";
import { useWords } from "@/i18n/i18n";
import { distance } from "@/i18n/phrases";
import type { ReadinessView } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import { Panel } from "@/ui/Panel";
import classes from "./readiness.module.css";

/** Are we ready, how far along, and how much time is left. */
export function VerdictPanel({ view: { summary, audit } }: { view: ReadinessView }) {
  const { t, lang } = useWords();
  return (
    <Panel title={t("readiness.answer")} testId="readiness-summary">
      <div className={classes.summary}>
        <div data-testid="readiness-verdict">
          <div className={classes.verdict}>
            <VerdictMark verdict={summary.verdict} />
          </div>
          <p className={classes.quiet}>{t("readiness.blockingOf", { count: summary.blocking })}</p>
          <p className={classes.quiet}>{t("readiness.openOf", { count: summary.open })}</p>
        </div>
        <div>
          <div className={classes.label}>{t("readiness.score")}</div>
          <div className={classes.figure} data-testid="readiness-score">
            {t("readiness.outOf", { score: summary.score })}
          </div>
          <p className={classes.quiet}>{t("readiness.scoreHint")}</p>
        </div>
        <div>
          <div className={classes.label}>{t("readiness.trend")}</div>
          <ScoreTrend trend={summary.trend} />
        </div>
        <div>
          <div className={classes.label}>{t("readiness.nextAudit")}</div>
          {audit === null ? (
            <Link to="/certificate">{t("audit.none")}</Link>
          ) : (
            <>
              <div className={classes.figure} data-testid="readiness-days">
                {distance(t, audit.daysLeft)}
              </div>
              <p className={classes.quiet}>
                <Link to="/certificate">
                  {t("audit.line", { milestone: t(`milestones.${audit.milestone}`), date: formatDay(audit.on, lang) })}
                </Link>
              </p>
              {audit.plannedOn === null ? <p className={classes.quiet}>{t("audit.notPlanned")}</p> : null}
              {audit.latestOn === null ? null : (
                <p className={classes.quiet}>{t("audit.latest", { date: formatDay(audit.latestOn, lang) })}</p>
              )}
            </>
          )}
        </div>
      </div>
    </Panel>
  );
}

import { IconAlertTriangle, IconCalendarEvent, IconClock } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/i18n";
import type { AuditLine, Figure, FigureKey } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import { searchOfFilter } from "@/lib/filters";
import classes from "./dashboard.module.css";

/** Every figure is a door: it opens the register with the very filter it was counted by. */
export function Figures({ audit, figures }: { audit: AuditLine | null; figures: Figure[] }) {
  const { t } = useWords();
  return (
    <ul className={classes.figures} aria-label={t("dashboard.figures")}>
      <li>
        <AuditFigure audit={audit} />
      </li>
      {figures.map((figure) => (
        <li key={figure.key}>
          <Link
            to="/cases"
            search={searchOfFilter(figure.filter)}
            className={`${classes.figure} ${tone(figure)}`}
            data-testid={`figure-${figure.key}`}
          >
            <span className={classes.count}>
              <FigureIcon figureKey={figure.key} count={figure.count} />
              <span data-testid={`count-${figure.key}`}>{figure.count}</span>
            </span>
            <span className={classes.label}>{t(`dashboard.figure_${figure.key}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function tone({ key, count }: Figure): string {
  if (count === 0) return "";
  if (key === "overdue") return classes.overdue ?? "";
  return key === "due_soon" ? (classes.soon ?? "") : "";
}

function FigureIcon({ figureKey, count }: { figureKey: FigureKey; count: number }) {
  if (count === 0) return null;
  if (figureKey === "overdue") return <IconAlertTriangle size={24} aria-hidden />;
  return figureKey === "due_soon" ? <IconClock size={24} aria-hidden /> : null;
}

function AuditFigure({ audit }: { audit: AuditLine | null }) {
  const { t, lang } = useWords();
  const content =
    audit === null ? (
      <>
        <span className={classes.count}>
          <IconCalendarEvent size={26} aria-hidden />
          {t("dashboard.noAudit")}
        </span>
        <span className={classes.label}>{t("dashboard.noAuditText")}</span>
      </>
    ) : (
      <>
        <span className={classes.count}>
          <IconCalendarEvent size={26} aria-hidden />
          <span data-testid="count-audit">{t("audit.days", { count: Math.abs(audit.daysLeft) })}</span>
        </span>
        <span className={classes.label}>
          {t(audit.daysLeft < 0 ? "dashboard.daysPast" : "dashboard.daysTo", {
            milestone: t(`milestones.${audit.milestone}`),
          })}
        </span>
        <span className={`${classes.label} tabular`}>
          {[
            audit.plannedOn === null
              ? t("audit.notPlanned")
              : t("audit.planned", { date: formatDay(audit.plannedOn, lang) }),
            audit.latestOn === null ? null : t("audit.latest", { date: formatDay(audit.latestOn, lang) }),
          ]
            .filter((part) => part !== null)
            .join(" · ")}
        </span>
      </>
    );
  return (
    <Link to="/certificate" className={`${classes.figure} ${classes.hero}`} data-testid="figure-audit">
      {content}
    </Link>
  );
}

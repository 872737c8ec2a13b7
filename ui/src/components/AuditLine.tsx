import { IconCalendarEvent } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/i18n";
import { distance } from "@/i18n/phrases";
import type { AuditLine as Line } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import { VerdictMark } from "./ReadinessMarks";

/** The hero of every screen: the next audit, its day, how far it is, and whether the office is ready for it. */
export function AuditLine({ line, className }: { line: Line | null; className: string | undefined }) {
  const { t, lang } = useWords();
  if (line === null) {
    return (
      <Link to="/certificate" className={className} title={t("audit.open")} data-testid="audit-line">
        <IconCalendarEvent size={20} aria-hidden />
        <span>{t("audit.none")}</span>
      </Link>
    );
  }
  const { verdict, blocking } = line.readiness;
  return (
    <Link to="/readiness" className={className} title={t("audit.openReadiness")} data-testid="audit-line">
      <IconCalendarEvent size={20} aria-hidden />
      <span className="tabular">
        {t("audit.line", { milestone: t(`milestones.${line.milestone}`), date: formatDay(line.on, lang) })}
        {" · "}
        <strong>{distance(t, line.daysLeft)}</strong>
      </span>{" "}
      <VerdictMark verdict={verdict} blocking={blocking} />
    </Link>
  );
}

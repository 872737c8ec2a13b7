import { IconCalendarEvent } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/i18n";
import { distance } from "@/i18n/phrases";
import type { AuditLine as Line } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";

/** The hero of every screen: the next audit, its day and how far it is. A door to the certificate. */
export function AuditLine({ line, className }: { line: Line | null; className: string | undefined }) {
  const { t, lang } = useWords();
  return (
    <Link to="/certificate" className={className} title={t("audit.open")} data-testid="audit-line">
      <IconCalendarEvent size={20} aria-hidden />
      {line === null ? (
        <span>{t("audit.none")}</span>
      ) : (
        <span className="tabular">
          {t("audit.line", { milestone: t(`milestones.${line.milestone}`), date: formatDay(line.on, lang) })}
          {" · "}
          <strong>{distance(t, line.daysLeft)}</strong>
        </span>
      )}
    </Link>
  );
}

import { IconAlertTriangle } from "@tabler/icons-react";
import { useWords } from "@/i18n/i18n";
import type { PlanWarningView } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import classes from "./components.module.css";

/** Rules of certification that a plan breaks, in words, each with the day that it was measured against. */
export function PlanWarnings({ warnings, label }: { warnings: readonly PlanWarningView[]; label: string }) {
  const { t, lang } = useWords();
  if (warnings.length === 0) return null;
  return (
    <ul className={classes.warnings} aria-label={label}>
      {warnings.map(({ code, on }) => (
        <li key={`${code}${on}`} data-testid={`plan-warning-${code}`}>
          <IconAlertTriangle size={16} aria-hidden />
          <span>{t(`planWarnings.${code}`, { date: on === null ? t("common.none") : formatDay(on, lang) })}</span>
        </li>
      ))}
    </ul>
  );
}

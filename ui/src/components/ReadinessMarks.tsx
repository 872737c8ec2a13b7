import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleMinus,
  IconCircleX,
  IconHelpCircle,
  type TablerIcon,
} from "@tabler/icons-react";
import { useWords } from "@/i18n/i18n";
import type { CheckResult, Verdict } from "@/ipc/bindings";
import classes from "./components.module.css";

type Look = { icon: TablerIcon; tone: "overdue" | "soon" | "ok" | "quiet" };

const VERDICTS: Record<Verdict, Look> = {
  not_ready: { icon: IconCircleX, tone: "overdue" },
  ready_with_remarks: { icon: IconAlertTriangle, tone: "soon" },
  ready: { icon: IconCircleCheck, tone: "ok" },
};

const RESULTS: Record<CheckResult, Look> = {
  ok: { icon: IconCircleCheck, tone: "ok" },
  warning: { icon: IconAlertTriangle, tone: "soon" },
  fail: { icon: IconCircleX, tone: "overdue" },
  not_applicable: { icon: IconCircleMinus, tone: "quiet" },
  unanswered: { icon: IconHelpCircle, tone: "quiet" },
};

/** The overall answer, as an icon, a word and a colour. */
export function VerdictMark({ verdict, blocking = 0 }: { verdict: Verdict; blocking?: number }) {
  const { t } = useWords();
  const { icon: Icon, tone } = VERDICTS[verdict];
  return (
    <span className={`${classes.badge} ${classes.pill} ${classes[tone]}`} data-verdict={verdict}>
      <Icon size={16} aria-hidden />
      <span className={classes.badgeText}>{t(`readiness.verdict_${verdict}`)}</span>
      {blocking === 0 ? null : (
        <>
          <span aria-hidden className="tabular">
            ({blocking})
          </span>
          <span className="visually-hidden">{t("readiness.blockingCount", { count: blocking })}</span>
        </>
      )}
    </span>
  );
}

/** What a check found, as an icon, a word and a colour. */
export function ResultMark({ result }: { result: CheckResult }) {
  const { t } = useWords();
  const { icon: Icon, tone } = RESULTS[result];
  return (
    <span className={`${classes.badge} ${classes[tone]}`} data-result={result}>
      <Icon size={18} aria-hidden />
      <span className={classes.badgeText}>{t(`readiness.result_${result}`)}</span>
    </span>
  );
}

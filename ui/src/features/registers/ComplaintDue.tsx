import { IconAlertTriangle, IconClock } from "@tabler/icons-react";
import { DueDate } from "@/components/DueDate";
import { useWords } from "@/i18n/i18n";
import type { ComplaintView } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import classes from "./registers.module.css";

/** The end of the statutory month as a date and a distance, and what became of it. */
export function ComplaintDue({ complaint }: { complaint: ComplaintView }) {
  const { t, lang } = useWords();
  const { answerDueOn, daysLeft, late, delayTold, form } = complaint;
  const due = { dueOn: answerDueOn, originalDueOn: null, daysToDue: daysLeft, overdue: late && !delayTold };
  return (
    <>
      <DueDate due={due} />
      {late && !delayTold && daysLeft === null ? (
        <span className={`${classes.mark} ${classes.late}`}>
          <IconAlertTriangle size={16} aria-hidden />
          {t("registers.answeredLate")}
        </span>
      ) : null}
      {delayTold && form.noticeUntil !== null ? (
        <span className={`${classes.mark} ${classes.soon}`}>
          <IconClock size={16} aria-hidden />
          {t("registers.delayTold", { until: formatDay(form.noticeUntil, lang) })}
        </span>
      ) : null}
    </>
  );
}

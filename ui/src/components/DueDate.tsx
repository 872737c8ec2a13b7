import { IconAlertTriangle } from "@tabler/icons-react";
import { useWords } from "@/i18n/i18n";
import { distance } from "@/i18n/phrases";
import type { Day } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import classes from "./components.module.css";

type Due = { dueOn: Day | null; originalDueOn: Day | null; daysToDue: number | null; overdue: boolean };

/** The date and, when it was moved, the first one struck through. */
export function DueDay({ due }: { due: Due }) {
  const { t, lang } = useWords();
  if (due.dueOn === null) return <span className={classes.quiet}>{t("common.none")}</span>;
  const moved = due.originalDueOn !== null && due.originalDueOn !== due.dueOn ? due.originalDueOn : null;
  return (
    <span className={classes.due}>
      <span>{formatDay(due.dueOn, lang)}</span>
      {moved === null ? null : <OriginalDay day={moved} />}
    </span>
  );
}

/** The distance in words; overdue carries an icon beside its colour. */
export function DueDistance({ due }: { due: Due }) {
  const { t } = useWords();
  if (due.daysToDue === null) return null;
  if (!due.overdue) return <span className={classes.quiet}>{distance(t, due.daysToDue)}</span>;
  return (
    <span className={classes.late}>
      <IconAlertTriangle size={16} aria-hidden />
      {distance(t, due.daysToDue)}
    </span>
  );
}

/** All about a due date on one line of a list; the first date comes last, where a narrow column may cut it. */
export function DueLine({ due }: { due: Due }) {
  const { t, lang } = useWords();
  if (due.dueOn === null) return <span className={classes.quiet}>{t("common.none")}</span>;
  const moved = due.originalDueOn !== null && due.originalDueOn !== due.dueOn ? due.originalDueOn : null;
  return (
    <span className={`${classes.due} ${classes.oneLine}`}>
      <span>{formatDay(due.dueOn, lang)}</span>
      <DueDistance due={due} />
      {moved === null ? null : <OriginalDay day={moved} />}
    </span>
  );
}

function OriginalDay({ day }: { day: Day }) {
  const { t, lang } = useWords();
  const date = formatDay(day, lang);
  return (
    <s className={classes.original} aria-label={t("register.wasDue", { date })} role="img">
      {date}
    </s>
  );
}

/** `19.12.2014 · 24 dni po terminie`. */
export function DueDate({ due }: { due: Due }) {
  return (
    <span className={classes.due}>
      <DueDay due={due} />
      {due.daysToDue === null ? null : <span aria-hidden>·</span>}
      <DueDistance due={due} />
    </span>
  );
}

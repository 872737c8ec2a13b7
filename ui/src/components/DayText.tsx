import { useWords } from "@/i18n/i18n";
import type { Day } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";

/** A day in the shown language, or a dash that says nothing is there. */
export function DayText({ day }: { day: Day | null }) {
  const { t, lang } = useWords();
  if (day === null) {
    return (
      <span>
        <span aria-hidden>–</span>
        <span className="visually-hidden">{t("common.none")}</span>
      </span>
    );
  }
  return (
    <time dateTime={day} className="tabular">
      {formatDay(day, lang)}
    </time>
  );
}

import { IconCircle, IconCircleFilled, IconCircleHalf2 } from "@tabler/icons-react";
import { useWords } from "@/i18n/i18n";
import type { ProgrammeAction } from "@/ipc/bindings";
import classes from "./programme.module.css";

type Mark = Exclude<ProgrammeAction["marks"][number], null>;

const ICONS = { planned: IconCircle, partly: IconCircleHalf2, done: IconCircleFilled } as const;
const MARKS: Mark[] = ["planned", "partly", "done"];

/** How a month of an action stands: a sign for the eye and its word for a screen reader. */
export function MarkSign({ mark }: { mark: Mark | null }) {
  const { t } = useWords();
  if (mark === null) return null;
  const Icon = ICONS[mark];
  return (
    <span className={classes[mark]} title={t(`programme.mark_${mark}`)}>
      <Icon size={16} aria-hidden />
      <span className="visually-hidden">{t(`programme.mark_${mark}`)}</span>
    </span>
  );
}

export function MarksLegend() {
  const { t } = useWords();
  return (
    <ul className={classes.legend} aria-label={t("programme.legend")}>
      {MARKS.map((mark) => {
        const Icon = ICONS[mark];
        return (
          <li key={mark} className={classes[mark]}>
            <Icon size={16} aria-hidden />
            {t(`programme.mark_${mark}`)}
          </li>
        );
      })}
    </ul>
  );
}

import {
  IconAlertCircle,
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleFilled,
  IconCircleHalf,
  IconCircleMinus,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import { useWords } from "@/i18n/i18n";
import type { AuditAnswer, ProgrammeRow } from "@/ipc/bindings";
import classes from "./audits.module.css";

type Icon = ComponentType<{ size?: number; "aria-hidden"?: boolean }>;
export type Cell = NonNullable<ProgrammeRow["cells"][number]>;

export const CELLS: readonly Cell[] = ["planned", "missed", "scheduled", "held"];

const CELL_ICONS: Record<Cell, Icon> = {
  planned: IconCircle,
  missed: IconAlertCircle,
  scheduled: IconCircleHalf,
  held: IconCircleFilled,
};

/** How a month of a process stands, as a sign; its word stands beside it or in the name of the cell. */
export function CellIcon({ cell }: { cell: Cell }) {
  const Icon = CELL_ICONS[cell];
  return (
    <span className={`${classes.mark} ${classes[cell]}`}>
      <Icon size={18} aria-hidden />
    </span>
  );
}

export function Legend() {
  const { t } = useWords();
  return (
    <ul className={classes.legend} aria-label={t("audits.legend")}>
      {CELLS.map((cell) => (
        <li key={cell} className={classes.mark}>
          <CellIcon cell={cell} />
          {t(`audits.cell_${cell}`)}
        </li>
      ))}
    </ul>
  );
}

/** In the order of the form: the keys 1 to 5. */
export const ANSWERS: readonly AuditAnswer[] = [
  "unanswered",
  "conforming",
  "observation",
  "nonconforming",
  "not_applicable",
];

const ANSWER_ICONS: Record<AuditAnswer, Icon> = {
  unanswered: IconCircleDashed,
  conforming: IconCircleCheck,
  observation: IconAlertCircle,
  nonconforming: IconAlertTriangle,
  not_applicable: IconCircleMinus,
};

export function AnswerIcon({ answer }: { answer: AuditAnswer }) {
  const Icon = ANSWER_ICONS[answer];
  return <Icon size={16} aria-hidden />;
}

export function isFinding(answer: AuditAnswer): boolean {
  return answer === "observation" || answer === "nonconforming";
}

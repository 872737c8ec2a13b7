import { DueDate } from "@/components/DueDate";
import { KindMark } from "@/components/KindMark";
import { StatusBadge } from "@/components/StatusBadge";
import { useWords } from "@/i18n/i18n";
import type { CaseView } from "@/ipc/bindings";
import classes from "./case.module.css";
import { StepStrip } from "./StepStrip";

export function CardHead({ view }: { view: CaseView }) {
  const { t } = useWords();
  const { row } = view;
  return (
    <>
      <div className={classes.headLine}>
        <KindMark kind={row.kind} />
        <StatusBadge status={row.status} pill />
        {row.dueOn === null ? null : <DueDate due={row} />}
        {row.late.map((late) => (
          <span key={late} className={classes.warn}>
            {t(`late.${late}`)}
          </span>
        ))}
      </div>
      <StepStrip view={view} />
    </>
  );
}

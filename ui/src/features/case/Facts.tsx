import type { ReactNode } from "react";
import { DayText } from "@/components/DayText";
import { type Key, useWords } from "@/i18n/i18n";
import type { Day } from "@/ipc/bindings";
import classes from "./case.module.css";

export function Facts({ children }: { children: ReactNode }) {
  return <dl className={classes.facts}>{children}</dl>;
}

type Props = { name: Key; value: ReactNode; wide?: boolean };

/** One box of the form; an empty one says that it is empty. */
export function Fact({ name, value, wide = false }: Props) {
  const { t } = useWords();
  const blank = value === null || value === undefined || value === "";
  return (
    <div className={`${classes.fact} ${wide ? classes.wide : ""}`}>
      <dt>{t(name)}</dt>
      <dd>{blank ? <span className={classes.blank}>{t("card.notFilled")}</span> : value}</dd>
    </div>
  );
}

export function DayFact({ name, day }: { name: Key; day: Day | null }) {
  return <Fact name={name} value={day === null ? null : <DayText day={day} />} />;
}

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { DayText } from "@/components/DayText";
import { useWords } from "@/i18n/i18n";
import type { AuditsView } from "@/ipc/bindings";
import { monthName } from "@/lib/dates";
import classes from "./audits.module.css";
import { CellIcon } from "./marks";
import { type Place, shownCell } from "./ProgrammeGrid";
import type { ProgrammeDraft } from "./programmeDraft";

type Props = { view: AuditsView; place: Place; draft: ProgrammeDraft; onPlan: () => void };

/** What is known about the chosen cell, with its audits and the way to plan one. */
export function PlaceBar({ view, place, draft, onPlan }: Props) {
  const { t, lang } = useWords();
  const { programme, audits } = view;
  const row = programme.rows[place.row];
  if (row === undefined) return null;
  const { process } = row;
  const cell = shownCell(row, place.month, draft.has(process.id, place.month));
  const month = `${programme.year}-${String(place.month).padStart(2, "0")}`;
  const here = audits.filter(
    ({ kind, startsOn, endsOn, processes }) =>
      kind === "internal" &&
      startsOn.slice(0, 7) <= month &&
      month <= endsOn.slice(0, 7) &&
      processes.some(({ id }) => id === process.id),
  );
  return (
    <div className={classes.bar} data-testid="programme-place">
      <strong>
        {process.code} · {monthName(place.month, lang, "long")} {programme.year}
      </strong>
      <span className={classes.mark}>
        {cell === null ? null : <CellIcon cell={cell} />}
        {cell === null ? t("audits.cellNone") : t(`audits.cell_${cell}`)}
      </span>
      {here.map(({ id, startsOn }) => (
        <Link key={id} to="/audits/$id" params={{ id }}>
          {t("auditKinds.internal")} <DayText day={startsOn} />
        </Link>
      ))}
      <Button
        size="xs"
        variant="default"
        disabled={!view.mayAudit.allowed}
        onClick={onPlan}
        aria-label={t("audits.planHere", { process: process.code, month: monthName(place.month, lang, "long") })}
        data-testid="plan-audit"
      >
        {t("audits.plan")}
      </Button>
    </div>
  );
}

import { Button } from "@mantine/core";
import { IconArrowRight, IconPencil } from "@tabler/icons-react";
import { useId } from "react";
import { CaseLink } from "@/components/CaseLink";
import { MoveButton } from "@/components/moves/MoveButton";
import { findMove, type OnMove } from "@/components/moves/target";
import { useWords } from "@/i18n/i18n";
import type { CaseView, Missing, Move } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import classes from "./case.module.css";
import { MoreMoves } from "./MoreMoves";
import { NextSteps } from "./NextSteps";

type Props = {
  view: CaseView;
  onMove: OnMove;
  /** Opens the part in which something missing is written. */
  onMend: (missing: Missing) => void;
  onAction: (actionId: string) => void;
};

/** What a step offers: to make it, and to decide the other way. */
const OFFERED: Partial<Record<Move, readonly Move[]>> = {
  start_analysis: ["start_analysis"],
  submit_plan: ["submit_plan"],
  approve_plan: ["approve_plan", "return_plan"],
  report_done: ["report_done"],
  verify: ["verify", "send_back"],
  judge_effective: ["judge_effective", "judge_ineffective"],
  approve_no_action: ["approve_no_action", "refuse_no_action"],
};

/** Who is next, until when, what is missing, and the button that goes on. */
export function NowBox({ view, onMove, onMend, onAction }: Props) {
  const { t, lang } = useWords();
  const heading = useId();
  const { next, missing } = view.life;
  const closed = view.closure !== null;
  const offered = next.flatMap(({ move }) => OFFERED[move] ?? []);
  const proposal = view.noActionProposal;
  return (
    <section className={classes.now} aria-labelledby={heading} tabIndex={-1} id="now" data-testid="now-box">
      <h2 id={heading} className={classes.nowTitle}>
        {t(closed ? "life.closed" : "life.now")}
      </h2>
      {closed ? <Closed view={view} /> : null}
      {proposal === null ? null : (
        <p className={classes.nowLine}>
          {t("life.proposed", { by: proposal.by, date: formatDay(proposal.on, lang), reason: proposal.reason })}
        </p>
      )}
      <NextSteps view={view} onAction={onAction} />
      {missing.length === 0 ? null : (
        <div>
          <span className={classes.nowLacks}>{t("life.lacks")}</span>
          <ul className={classes.missingList}>
            {missing.map((field) => (
              <li key={field}>
                <Button
                  size="compact-sm"
                  variant="default"
                  leftSection={<IconPencil size={14} aria-hidden />}
                  onClick={() => onMend(field)}
                  data-testid={`mend-${field}`}
                >
                  {t(`life.missing_${field}`)}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={classes.nowMoves}>
        {offered.map((code, index) => {
          const move = findMove(view, code);
          return move === null ? null : (
            <MoveButton
              key={code}
              target={{ move }}
              onMove={onMove}
              variant={index === 0 ? "filled" : "default"}
              leftSection={index === 0 ? <IconArrowRight size={18} aria-hidden /> : null}
            />
          );
        })}
      </div>
      <MoreMoves view={view} besides={offered} onMove={onMove} />
    </section>
  );
}

function Closed({ view }: { view: CaseView }) {
  const { t, lang } = useWords();
  const { closure, links, firstClosedOn } = view;
  const follow = links.find(({ kind, direction }) => kind === "follow_up" && direction === "to");
  const time = view.life.onTime;
  return (
    <>
      <p className={classes.nowLine}>
        {closure === null ? null : t("life.closedOn", { date: formatDay(closure.on, lang), by: closure.by })}{" "}
        {time === null
          ? null
          : t(time.original ? "life.onTimeBoth" : time.current ? "life.onTimeCurrent" : "life.onTimeNone")}{" "}
        {firstClosedOn === null ? null : t("life.firstClosed", { date: formatDay(firstClosedOn, lang) })}
      </p>
      {follow === undefined ? null : (
        <p className={classes.nowLine}>
          {t("life.carriedOn")} <CaseLink id={follow.caseId} number={follow.number} /> {follow.title}
        </p>
      )}
    </>
  );
}

import { MoveButton } from "@/components/moves/MoveButton";
import { findMove, type MoveTarget, type OnMove } from "@/components/moves/target";
import { useWords } from "@/i18n/i18n";
import type { AskedView, CaseView } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import classes from "./case.module.css";
import { hasPlace } from "./MoreMoves";

type Props = {
  view: CaseView;
  onMove: OnMove;
  /** Null: the case's own date. */
  actionId: string | null;
  about: string;
  asked: AskedView | null;
  /** The buttons stand in sight; a request does so anyway. */
  shown: boolean;
};

/** What can be done about one due date: a request that waits, deciding on it, moving the date, asking for another. */
export function DateMoves({ view, onMove, actionId, about, asked, shown }: Props) {
  const { t, lang } = useWords();
  const settled = view.actions.find(({ id }) => id === actionId);
  const open = settled === undefined || (settled.doneOn === null && settled.cancelledReason === null);
  const move = (code: "extend" | "ask_extension" | "refuse_extension") => {
    const found = findMove(view, code);
    return hasPlace(found) && found.reason !== "action_settled" ? found : null;
  };
  const [extend, ask, refuse] = [move("extend"), move("ask_extension"), move("refuse_extension")];
  if (!open || (asked === null && !shown)) return null;
  const button = (target: MoveTarget | null) =>
    target === null ? null : (
      <MoveButton
        key={`${target.move.move}${target.proposed?.dueOn}`}
        target={target}
        onMove={onMove}
        about={about}
        size="xs"
        variant="default"
      />
    );
  if (asked !== null) {
    const proposed = { dueOn: asked.to, reason: asked.reason };
    return (
      <div className={classes.asked} data-testid="asked">
        <p className={classes.nowLine}>
          {t("life.asked", {
            by: asked.by,
            on: formatDay(asked.on, lang),
            to: formatDay(asked.to, lang),
            reason: asked.reason,
          })}
        </p>
        <div className={classes.nowMoves}>
          {button(extend === null ? null : { move: extend, actionId, proposed })}
          {button(refuse === null ? null : { move: refuse, actionId })}
        </div>
      </div>
    );
  }
  // Whoever may move the date need not ask for it; a refusal of the one is said where the other is refused too.
  const offered = extend?.allowed ? extend : ask?.allowed ? ask : extend;
  return <div className={classes.nowMoves}>{button(offered === null ? null : { move: offered, actionId })}</div>;
}

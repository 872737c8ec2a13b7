import { ActionIcon } from "@mantine/core";
import { IconAlertTriangle, IconChevronDown, IconChevronUp, IconSchool } from "@tabler/icons-react";
import { DayText } from "@/components/DayText";
import { DueDate } from "@/components/DueDate";
import { MoveButton } from "@/components/moves/MoveButton";
import { findMove, type OnMove } from "@/components/moves/target";
import { useWords } from "@/i18n/i18n";
import type { ActionView, CaseView } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import classes from "./case.module.css";
import { DateMoves } from "./DateMoves";
import { Extensions } from "./Extensions";
import { AttachEvidence } from "./evidence/AttachEvidence";
import { EvidenceList } from "./evidence/EvidenceList";
import type { Attaching } from "./evidence/useAttach";
import { hasPlace } from "./MoreMoves";

type Props = {
  view: CaseView;
  action: ActionView;
  no: number;
  expanded: boolean;
  onToggle: () => void;
  onMove: OnMove;
  attaching: Attaching;
  dragging: boolean;
};

/** One action of the plan: what, who, until when; its evidence and its moves unfold. */
export function ActionCard(props: Props) {
  const { action, no, expanded, onToggle } = props;
  const { t, lang } = useWords();
  const open = action.doneOn === null && action.cancelledReason === null;
  const bare = action.doneOn !== null && action.evidence.every(({ withdrawn }) => withdrawn !== null);
  const Icon = expanded ? IconChevronUp : IconChevronDown;
  return (
    <li className={classes.action} id={`action-${action.id}`} data-testid={`action-${no}`}>
      <div className={classes.actionHead}>
        <div>
          <strong>{t("card.actionNo", { no })}.</strong> {action.what}
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-expanded={expanded}
          aria-label={t(expanded ? "life.hideAction" : "life.showAction", { no })}
          onClick={onToggle}
          data-testid={`toggle-action-${no}`}
        >
          <Icon size={18} aria-hidden />
        </ActionIcon>
      </div>
      <div className={classes.actionFacts}>
        {action.training ? (
          <span className={classes.tag} data-testid={`training-${no}`}>
            <IconSchool size={16} aria-hidden />
            {t("card.training")}
          </span>
        ) : null}
        <span>{action.owner?.name ?? t("missing.owner")}</span>
        {open ? <DueDate due={action} /> : null}
        {action.doneOn === null ? null : <span>{t("card.actionDone", { date: formatDay(action.doneOn, lang) })}</span>}
        {action.cancelledReason === null ? null : (
          <span>{t("card.actionCancelled", { reason: action.cancelledReason })}</span>
        )}
        {!open && action.dueOn !== null ? (
          <span>
            {t("fields.due_on")}: <DayText day={action.dueOn} />
          </span>
        ) : null}
        {action.evidence.length > 0 && !expanded ? (
          <span>
            {t("card.evidenceList")}: {action.evidence.filter(({ withdrawn }) => withdrawn === null).length}
          </span>
        ) : null}
      </div>
      {action.doneNote === "" ? null : <p className={classes.nowLine}>{action.doneNote}</p>}
      <Extensions extensions={action.extensions} label={t("card.extensions")} />
      {bare ? (
        <span className={classes.warn}>
          <IconAlertTriangle size={16} aria-hidden />
          {t("card.evidenceMissing")}
        </span>
      ) : null}
      <DateMoves {...props} asked={action.asked} actionId={action.id} about={action.what} shown={expanded} />
      {expanded ? <Unfolded {...props} /> : null}
    </li>
  );
}

function Unfolded({ view, action, no, onMove, attaching, dragging }: Props) {
  const { t } = useWords();
  const attach = findMove(view, "attach", action.id);
  const moves = (["complete_action", "reopen_action", "cancel_action"] as const)
    .map((code) => findMove(view, code, action.id))
    .filter(hasPlace)
    .filter(({ reason }) => reason !== "action_settled" && reason !== "action_not_done");
  return (
    <div className={classes.unfolded}>
      <h3 className={classes.subTitle}>{t("evidence.title")}</h3>
      <EvidenceList view={view} action={action} no={no} onMove={onMove} />
      {attach?.allowed && action.cancelledReason === null ? (
        <AttachEvidence view={view} action={action} no={no} attaching={attaching} dragging={dragging} />
      ) : null}
      <div className={classes.nowMoves} id={`moves-${action.id}`}>
        {moves.map((move, index) => (
          <MoveButton
            key={move.move}
            target={{ move, actionId: action.id }}
            onMove={onMove}
            about={action.what}
            size="sm"
            variant={index === 0 && move.move === "complete_action" ? "filled" : "default"}
          />
        ))}
      </div>
    </div>
  );
}

import { Button, Collapse } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useId, useState } from "react";
import { MoveButton } from "@/components/moves/MoveButton";
import { findMove, type OnMove } from "@/components/moves/target";
import { useWords } from "@/i18n/i18n";
import type { CaseView, Move, MoveView } from "@/ipc/bindings";
import classes from "./case.module.css";

/** Moves of the whole card that are rarely the next step; those of an action, a date or a link stand beside these. */
const RARE: readonly Move[] = ["reopen", "return_plan", "assign", "decide_no_action", "cancel"];

/** Refusals that speak of another state: the move has no place on this card now. */
const ELSEWHERE: ReadonlySet<string> = new Set(["not_in_this_state", "closed_case", "still_a_draft", "not_a_draft"]);

export function hasPlace(move: MoveView | null): move is MoveView {
  return move !== null && (move.reason === null || !ELSEWHERE.has(move.reason));
}

type Props = { view: CaseView; besides: readonly Move[]; onMove: OnMove };

/** What else can be done with the card; what is refused says why. */
export function MoreMoves({ view, besides, onMove }: Props) {
  const { t } = useWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  const moves = RARE.filter((code) => !besides.includes(code))
    .map((code) => findMove(view, code))
    .filter(hasPlace);
  if (moves.length === 0) return null;
  const Icon = open ? IconChevronUp : IconChevronDown;
  return (
    <div>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<Icon size={16} aria-hidden />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen((was) => !was)}
        data-testid="more-moves"
      >
        {t("life.more")}
      </Button>
      <Collapse expanded={open} id={id} transitionDuration={0}>
        <ul className={classes.moreMoves} aria-label={t("life.moreLabel")}>
          {moves.map((move) => (
            <li key={move.move}>
              <MoveButton target={{ move }} onMove={onMove} size="xs" variant="default" />
            </li>
          ))}
        </ul>
      </Collapse>
    </div>
  );
}

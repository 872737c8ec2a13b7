import { IconLock } from "@tabler/icons-react";
import { useWords } from "@/i18n/i18n";
import { errorText } from "@/i18n/phrases";
import type { MoveView } from "@/ipc/bindings";
import classes from "./moves.module.css";

type Refused = Pick<MoveView, "reason" | "params">;

/** The rule that stands against a move, as a sentence: the same words as when the register refuses it. */
export function useRefusal(): (refused: Refused) => string {
  const { t, has, lang } = useWords();
  return ({ reason, params }) =>
    reason === null ? "" : errorText(t, has, lang, { kind: "ruleViolated", params: { ...params, reason } });
}

/** Why a step is refused, beside its button. */
export function MoveReason({ move, id }: { move: Refused; id?: string }) {
  const told = useRefusal();
  if (move.reason === null) return null;
  return (
    <span className={classes.refusal} data-testid="move-refused" {...(id === undefined ? {} : { id })}>
      <IconLock size={16} aria-hidden />
      <span>{told(move)}</span>
    </span>
  );
}

import { Button, type ButtonProps } from "@mantine/core";
import { useId } from "react";
import { useWords } from "@/i18n/i18n";
import { MoveReason } from "./MoveReason";
import classes from "./moves.module.css";
import type { MoveTarget, OnMove } from "./target";

type Props = Pick<ButtonProps, "size" | "variant" | "leftSection"> & {
  target: MoveTarget;
  onMove: OnMove;
  /** Tells one button from its neighbours, for those who hear the screen. */
  about?: string;
  testId?: string;
};

/** A move as a button; a refused one stands there disabled, with its reason in words beside it. */
export function MoveButton({ target, onMove, about, testId, ...button }: Props) {
  const { t } = useWords();
  const reason = useId();
  const { move } = target;
  const name = t(`moves.do_${move.move}`);
  return (
    <span className={classes.offer}>
      <Button
        {...button}
        disabled={!move.allowed}
        onClick={() => onMove(target)}
        aria-label={about === undefined ? undefined : `${name}: ${about}`}
        aria-describedby={move.allowed ? undefined : reason}
        data-testid={testId ?? `move-${move.move}`}
      >
        {name}
      </Button>
      {move.allowed ? null : <MoveReason move={move} id={reason} />}
    </span>
  );
}

import type { CaseView, Day, MoveView } from "@/ipc/bindings";

/** What a dialog is about: a move, and the thing on the card that it moves. */
export type MoveTarget = {
  move: MoveView;
  actionId?: string | null;
  evidenceId?: string;
  /** The case that a link leads to. */
  to?: { id: string; number: string | null; title: string };
  /** What is proposed: the date and the reason of somebody's request. */
  proposed?: { dueOn: Day; reason: string };
};

export type OnMove = (target: MoveTarget) => void;

/** The move of a card, about an action where it is one of an action. */
export function findMove(view: CaseView, code: MoveView["move"], actionId: string | null = null): MoveView | null {
  return view.life.moves.find(({ move, actionId: of }) => move === code && of === actionId) ?? null;
}

export function actionOf(view: CaseView, id: string | null | undefined) {
  return view.actions.find((action) => action.id === id) ?? null;
}

/** A first date is no extension. */
export function timesExtended(extensions: readonly { from: Day | null }[]): number {
  return extensions.filter(({ from }) => from !== null).length;
}

/** What has a due date that can move: the actions still open; none of a card without actions. */
export function dueChoices(view: CaseView) {
  return view.actions.filter(({ doneOn, cancelledReason }) => doneOn === null && cancelledReason === null);
}

/** How somebody gets another date: by deciding it, else by asking for it; a refusal speaks of the decision. */
export function dueMove(view: CaseView): MoveView | null {
  const [extend, ask] = [findMove(view, "extend"), findMove(view, "ask_extension")];
  return ask?.allowed && !extend?.allowed ? ask : extend;
}

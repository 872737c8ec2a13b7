import type { Key, Translate } from "@/i18n/i18n";
import type { Move, NextStepView } from "@/ipc/bindings";

type Has = (key: string) => key is Key;

/** A step as somebody owes it: "zatwierdzić plan". */
export function stepName(t: Translate, has: Has, move: Move): string {
  const key = `life.step_${move}`;
  return has(key) ? t(key) : t(`moves.do_${move}`);
}

/** "Następny krok: zatwierdzić plan – Sekretarz." */
export function nextSentence(t: Translate, has: Has, { move, who }: NextStepView): string {
  const step = stepName(t, has, move);
  return who.length === 0 ? t("moves.nextStep", { step }) : t("moves.nextStepOf", { step, who: who.join(", ") });
}

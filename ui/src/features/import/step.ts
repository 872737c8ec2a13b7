import { useSyncExternalStore } from "react";
import type { ImportPlan, ImportSummary } from "@/ipc/bindings";

export type Step =
  | { kind: "choose" }
  | { kind: "plan"; path: string; plan: ImportPlan }
  | { kind: "done"; summary: ImportSummary };

/** Outlives the page: an import into an empty folder opens the desk around it, which draws the page anew. */
let step: Step = { kind: "choose" };
const listeners = new Set<() => void>();

export function setStep(next: Step): void {
  step = next;
  for (const listener of listeners) listener();
}

/** Whoever has read the summary and left starts afresh next time; a plan waits for its reader. */
export function leaveStep(): void {
  if (step.kind === "done") step = { kind: "choose" };
}

export function useStep(): Step {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => step,
  );
}

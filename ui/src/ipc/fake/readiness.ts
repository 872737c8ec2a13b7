import type { ReadinessSummary } from "../bindings";
import { type AllHandlers, unanswered } from "./handlers";

export function readinessHandlers(): Pick<
  AllHandlers,
  | "readiness"
  | "confirm_check"
  | "take_back_confirmation"
  | "save_own_check"
  | "keep_run"
  | "sign_run"
  | "discard_run"
  | "compare_runs"
> {
  return {
    readiness: unanswered,
    confirm_check: unanswered,
    take_back_confirmation: unanswered,
    save_own_check: unanswered,
    keep_run: unanswered,
    sign_run: unanswered,
    discard_run: unanswered,
    compare_runs: unanswered,
  };
}

/** How ready the sample office is. */
export function readinessSummary(): ReadinessSummary {
  return {
    verdict: "not_ready",
    score: 71,
    blocking: 3,
    open: 9,
    trend: [
      { on: "2014-12-15", score: 62, verdict: "not_ready" },
      { on: "2015-01-12", score: 71, verdict: "not_ready" },
    ],
  };
}

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

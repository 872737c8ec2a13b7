import { type AllHandlers, unanswered } from "./handlers";

export function registerHandlers(): Pick<
  AllHandlers,
  | "registers"
  | "save_complaint"
  | "save_objective"
  | "save_survey"
  | "save_review"
  | "remove_kept"
  | "restore_kept"
  | "raise_kept"
  | "review_pack"
  | "plan_kept_import"
  | "run_kept_import"
> {
  return {
    registers: unanswered,
    save_complaint: unanswered,
    save_objective: unanswered,
    save_survey: unanswered,
    save_review: unanswered,
    remove_kept: unanswered,
    restore_kept: unanswered,
    raise_kept: unanswered,
    review_pack: unanswered,
    plan_kept_import: unanswered,
    run_kept_import: unanswered,
  };
}

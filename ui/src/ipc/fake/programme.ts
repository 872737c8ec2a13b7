import { type AllHandlers, unanswered } from "./handlers";

export function programmeHandlers(): Pick<
  AllHandlers,
  "action_programme" | "monitor_actions" | "approve_action_programme" | "report_quarter"
> {
  return {
    action_programme: unanswered,
    monitor_actions: unanswered,
    approve_action_programme: unanswered,
    report_quarter: unanswered,
  };
}

import { type AllHandlers, unanswered } from "./handlers";

export function auditHandlers(): Pick<
  AllHandlers,
  | "audits"
  | "audit"
  | "save_audit_plan"
  | "fill_questions"
  | "save_question"
  | "remove_question"
  | "raise_finding"
  | "conclude_audit"
  | "save_audit_programme"
  | "approve_audit_programme"
  | "save_question_list"
  | "save_auditor"
> {
  return {
    audits: unanswered,
    audit: unanswered,
    save_audit_plan: unanswered,
    fill_questions: unanswered,
    save_question: unanswered,
    remove_question: unanswered,
    raise_finding: unanswered,
    conclude_audit: unanswered,
    save_audit_programme: unanswered,
    approve_audit_programme: unanswered,
    save_question_list: unanswered,
    save_auditor: unanswered,
  };
}

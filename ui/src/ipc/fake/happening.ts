import type { CertificateRecord, Day, HappeningForm } from "../bindings";
import { refuse } from "./refuse";

function suspendedUntil(from: Day): Day {
  const end = new Date(from);
  end.setUTCMonth(end.getUTCMonth() + 6);
  return end.toISOString().slice(0, 10);
}

/** What happened, written into the record. */
export function happen(was: CertificateRecord, happening: HappeningForm, today: Day): CertificateRecord {
  if (was.withdrawnOn !== null) return refuse("ruleViolated", "certificate_withdrawn");
  const on = happening.kind === "suspended" ? happening.from : happening.on;
  if (on > today) return refuse("ruleViolated", "date_in_future", { date: on });
  if (on < was.decidedOn) return refuse("ruleViolated", "date_goes_back", { date: was.decidedOn });
  const record = { ...was, revision: was.revision + 1 };
  switch (happening.kind) {
    case "suspended": {
      const { from, reason } = happening;
      if (reason.trim() === "") return refuse("ruleViolated", "reason_required");
      const until = happening.until ?? suspendedUntil(from);
      const suspensions = [...was.suspensions, { from, until, reason, liftedOn: null }];
      return { ...record, suspensions, state: until < today ? "suspension_overdue" : "suspended", stateUntil: until };
    }
    case "lifted": {
      const suspensions = was.suspensions.map((one) => ({ ...one, liftedOn: one.liftedOn ?? on }));
      return { ...record, suspensions, state: "valid", stateUntil: null };
    }
    case "transferred": {
      if (happening.body.trim() === "") return refuse("ruleViolated", "empty_name", { field: "body" });
      const transfers = [...was.transfers, { on, from: was.body, number: was.number }];
      return { ...record, transfers, body: happening.body, number: happening.number };
    }
    case "withdrawn":
      return { ...record, withdrawnOn: on, state: "withdrawn", stateUntil: null };
  }
}

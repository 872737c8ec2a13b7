import type {
  CaseRef,
  ComplaintForm,
  ComplaintView,
  Day,
  KeptImportPlan,
  KeptKind,
  ObjectiveForm,
  ObjectiveView,
  RegistersView,
  ReviewForm,
  ReviewView,
  SurveyForm,
  SurveyView,
} from "../bindings";
import { seedCases } from "./cases";
import { TODAY } from "./certificate";
import type { AllHandlers } from "./handlers";
import { refuse } from "./refuse";
import { COMPLAINTS, OBJECTIVES, packOf, REVIEWS, SURVEYS, TOPICS } from "./registersSeed";

type Handlers = Pick<
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
>;

type Forms = { complaint: ComplaintForm; objective: ObjectiveForm; survey: SurveyForm; review: ReviewForm };
type Held<F> = { id: string; revision: number; form: F; gone: boolean };
type Shelves = { [K in keyof Forms]: Held<Forms[K]>[] };

const YES = { allowed: true, forPosts: [], signOff: false };
const blank = (text: string) => text.trim() === "";

/** The same day of the next month, or its last day. Days off are left to the office. */
function nextMonth(day: Day): Day {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10);
}

function notAhead(...days: (Day | null)[]): void {
  for (const date of days) if (date !== null && date > TODAY) refuse("ruleViolated", "date_in_future", { date });
}

function named(field: string, text: string): void {
  if (blank(text)) refuse("ruleViolated", "empty_name", { field });
}

function shelf<F>(name: string, forms: F[]): Held<F>[] {
  return forms.map((form, index) => ({ id: `${name}-${index + 1}`, revision: 1, form, gone: false }));
}

function keep<F>(held: Held<F>[], name: string, id: string | null, revision: number, form: F): void {
  if (id === null) {
    held.push({ id: `${name}-${held.length + 1}`, revision: 1, form, gone: false });
    return;
  }
  const one = held.find((other) => other.id === id) ?? refuse("notFound");
  if (one.revision !== revision) refuse("conflict");
  one.form = form;
  one.revision += 1;
}

export function registerHandlers(): Handlers {
  const shelves: Shelves = {
    complaint: shelf("complaint", structuredClone(COMPLAINTS)),
    objective: shelf("objective", structuredClone(OBJECTIVES)),
    survey: shelf("survey", structuredClone(SURVEYS)),
    review: shelf("review", structuredClone(REVIEWS)),
  };
  const cases: CaseRef[] = seedCases().map(({ view }) => ({ id: view.id, number: view.row.number, title: view.title }));
  let decisions = 100;

  const caseOf = (id: string | null) => cases.find((one) => one.id === id) ?? null;
  const bare = (form: { case: string | null; noCaseReason: string }) => form.case === null && blank(form.noCaseReason);
  const shown = <F>(held: Held<F>[]) => held.filter(({ gone }) => !gone);

  const complaint = ({ id, revision, form }: Held<ComplaintForm>): ComplaintView => {
    const due = nextMonth(form.receivedOn);
    const days = Math.round((Date.parse(due) - Date.parse(TODAY)) / 86_400_000);
    const end = form.answeredOn ?? TODAY;
    const told = form.noticeOn !== null && form.noticeUntil !== null && form.noticeOn <= due && end <= form.noticeUntil;
    return {
      id,
      revision,
      form,
      departmentCode: form.department?.replace("unit-", "") ?? null,
      processCode: form.process?.replace("process-", "") ?? null,
      answerDueOn: due,
      daysLeft: form.answeredOn === null ? days : null,
      late: end > due,
      delayTold: told,
      case: caseOf(form.case),
      lacksCase: form.justified !== null && form.justified !== "no" && bare(form),
    };
  };
  const objective = ({ id, revision, form }: Held<ObjectiveForm>): ObjectiveView => ({
    id,
    revision,
    form,
    processCode: form.process?.replace("process-", "") ?? null,
    ownerName: form.owner?.replace("post-", "") ?? null,
    case: caseOf(form.case),
    lacksCase: form.met === false && bare(form),
  });
  const survey = ({ id, revision, form }: Held<SurveyForm>): SurveyView => {
    const low = form.score !== null && form.target !== null && form.score < form.target;
    const linked = form.cases.map(caseOf).filter((one) => one !== null);
    return {
      id,
      revision,
      form,
      low,
      cases: linked,
      lacksCase: low && linked.length === 0 && blank(form.noCaseReason),
    };
  };
  const review = ({ id, revision, form }: Held<ReviewForm>): ReviewView => ({
    id,
    revision,
    form,
    decisionCases: form.decisions.map((decision) => caseOf(decision.case)),
    ownerNames: form.decisions.map(({ owner }) => owner?.replace("post-", "") ?? null),
    openDecisions: form.decisions.filter(bare).length,
  });

  const registers = (): RegistersView => ({
    complaints: shown(shelves.complaint)
      .map(complaint)
      .sort((a, b) => b.form.receivedOn.localeCompare(a.form.receivedOn)),
    objectives: shown(shelves.objective)
      .map(objective)
      .sort((a, b) => b.form.year - a.form.year),
    surveys: shown(shelves.survey)
      .map(survey)
      .sort((a, b) => b.form.heldOn.localeCompare(a.form.heldOn)),
    reviews: shown(shelves.review)
      .map(review)
      .sort((a, b) => b.form.on.localeCompare(a.form.on)),
    topics: TOPICS,
    cases,
    mayKeep: YES,
  });

  const found = (kind: KeptKind, id: string): Held<Forms[keyof Forms]> => {
    if (kind === "auditor" || kind === "question_list") return refuse("notFound");
    const held: Held<Forms[keyof Forms]>[] = shelves[kind];
    return held.find((one) => one.id === id) ?? refuse("notFound");
  };

  return {
    registers,
    save_complaint: ({ id, revision, form }) => {
      named("subject", form.subject);
      notAhead(form.receivedOn, form.answeredOn, form.noticeOn);
      if (form.answeredOn !== null && form.answeredOn < form.receivedOn) {
        refuse("ruleViolated", "date_goes_back", { date: form.receivedOn });
      }
      keep(shelves.complaint, "complaint", id, revision, form);
      return registers();
    },
    save_objective: ({ id, revision, form }) => {
      named("text", form.text);
      notAhead(form.approvedOn, form.reviewedOn);
      keep(shelves.objective, "objective", id, revision, form);
      return registers();
    },
    save_survey: ({ id, revision, form }) => {
      named("name", form.name);
      notAhead(form.heldOn, form.reportOn);
      keep(shelves.survey, "survey", id, revision, form);
      return registers();
    },
    save_review: ({ id, revision, form: sent }) => {
      const form = structuredClone(sent);
      if (form.held) notAhead(form.on);
      for (const decision of form.decisions) {
        named("decision", decision.text);
        decisions += 1;
        decision.id ??= `decision-${decisions}`;
      }
      keep(shelves.review, "review", id, revision, form);
      return registers();
    },
    remove_kept: ({ kind, id, revision }) => {
      const one = found(kind, id);
      if (one.revision !== revision) refuse("conflict");
      one.gone = true;
      return null;
    },
    restore_kept: ({ kind, id }) => {
      found(kind, id).gone = false;
      return null;
    },
    raise_kept: ({ kind, id, revision, decision }) => {
      const one = found(kind, id);
      if (one.revision !== revision) refuse("conflict");
      const made: CaseRef = { id: `raised-${cases.length}`, number: null, title: "" };
      cases.unshift(made);
      if ("cases" in one.form) one.form.cases.push(made.id);
      else if ("decisions" in one.form) {
        for (const of of one.form.decisions) if (of.id === decision) of.case = made.id;
      } else one.form.case = made.id;
      one.revision += 1;
      return { id: made.id, number: null };
    },
    review_pack: () => packOf(cases),
    plan_kept_import: ({ kind, path, sheet }): KeptImportPlan => {
      if (path.includes("haslo")) refuse("invalid", "encrypted");
      return {
        token: "kept-1",
        kind,
        file: path.split("/").at(-1) ?? path,
        sheets: ["Skargi 2014", "Wnioski 2014"],
        sheet: sheet ?? "Skargi 2014",
        headers: ["Znak sprawy", "Data wpływu", "Przedmiot"],
        rows: [
          { row: 2, outcome: "new", cells: ["OR.1510.9.2014", "2014-12-02", "Czas oczekiwania w wydziale"] },
          { row: 3, outcome: "unchanged", cells: ["OR.1510.2.2014", "2014-03-10", "Brak odpowiedzi na pismo"] },
          { row: 4, outcome: "refused", cells: ["OR.1510.10.2014", "", "Nieuprzejma obsługa"] },
        ],
        problems: [
          { row: 4, column: "Data wpływu", kind: "unreadable_date", text: "grudzień" },
          { row: 4, column: "", kind: "missing_date", text: "OR.1510.10.2014" },
        ],
        total: 3,
        fresh: 1,
        changed: 0,
        unchanged: 1,
      };
    },
    run_kept_import: () => {
      const [first] = COMPLAINTS;
      if (first !== undefined) {
        const form = {
          ...first,
          reference: "OR.1510.9.2014",
          receivedOn: "2014-12-02",
          subject: "Czas oczekiwania w wydziale",
        };
        keep(shelves.complaint, "complaint", null, 0, { ...form, justified: null, answeredOn: null, case: null });
      }
      return registers();
    },
  };
}

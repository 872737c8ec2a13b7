import type { ActionView, CaseForm, CaseRow, CaseStatus, CaseView, StepForm, TrailView } from "../bindings";
import type { CommandName, Request, Response } from "../client";
import { actionView, caseOf, type FakeCase, formOf } from "./cases";
import { TODAY } from "./certificate";
import { lifeOf } from "./lifeView";
import { refuse } from "./refuse";

type Handlers = { [C in CommandName]: (request: Request<C>) => Response<C> };
type LifeCommand =
  | "make_move"
  | "write_case"
  | "changes_since"
  | "similar_cases"
  | "pick_evidence"
  | "attach_evidence"
  | "open_evidence";

type Office = {
  find: (id: string) => FakeCase;
  all: () => FakeCase[];
  add: (made: FakeCase) => void;
  postName: (id: string | null) => string | null;
};

const ME = "Pełnomocnik ds. SZJ";

const LEADS: Partial<Record<StepForm["move"], CaseStatus>> = {
  start_analysis: "analysis",
  submit_plan: "plan_pending",
  approve_plan: "in_progress",
  return_plan: "analysis",
  report_done: "implemented",
  verify: "effectiveness",
  send_back: "in_progress",
  judge_effective: "closed_effective",
  judge_ineffective: "closed_ineffective",
  approve_no_action: "closed_no_action",
  cancel: "cancelled",
  reopen: "analysis",
};

/** The life of a card in the fake office: moves, parts, evidence and the radar, over one list of cards. */
export function lifeHandlers(office: Office): Pick<Handlers, LifeCommand> {
  const at = (id: string, revision: number): CaseView => {
    const { view } = office.find(id);
    return view.revision === revision ? view : refuse("conflict");
  };
  const done = (view: CaseView, what: string, changes: TrailView["changes"], reason: string | null) => {
    view.revision += 1;
    view.history = [entry(view.revision, what, changes, reason), ...view.history];
    view.life = lifeOf(view);
    return { id: view.id, revision: view.revision, number: view.row.number };
  };
  const post = (id: string) => ({ id, name: office.postName(id) ?? id });

  return {
    make_move: ({ id, revision, step, standing }) => {
      const view = at(id, revision);
      const of = "actionId" in step ? step.actionId : null;
      const move = view.life.moves.find((one) => one.move === step.move && (one.actionId ?? of) === of);
      if (move === undefined) return refuse("notFound");
      if (!move.allowed) refuse("ruleViolated", move.reason ?? undefined, move.params);
      if (move.mustRecord && standing.recordedFor === null) refuse("ruleViolated", "recorded_for_needed");
      if (move.signOff && standing.password !== "haslo") refuse("invalid", "wrong_password");
      const by = standing.recordedFor === null ? ME : post(standing.recordedFor.post).name;
      const before = view.row.status;
      const status = LEADS[step.move] ?? before;
      apply(view, step, by, post);
      view.row = { ...view.row, status };
      const followUp = step.move === "judge_ineffective" ? follow(view, office) : null;
      if (status.startsWith("closed") || status === "cancelled") view.closure = { on: TODAY, by, note: "" };
      const changes = before === status ? [] : [{ path: "/status", old: before, new: status }];
      return { saved: done(view, step.move, changes, "reason" in step ? step.reason : null), followUp };
    },
    write_case: ({ id, revision, form }) => {
      const stood = office.find(id);
      const view = at(id, revision);
      const before = formOf(view);
      write(view, form, office.postName);
      stood.form = null;
      const changes = (Object.keys(form) as (keyof CaseForm)[])
        .filter((name) => JSON.stringify(form[name]) !== JSON.stringify(before[name]))
        .map((name) => ({ path: `/${name}`, old: before[name], new: form[name] }));
      return done(view, "case_written", changes, null);
    },
    changes_since: ({ id, revision }) => office.find(id).view.history.filter(({ seq }) => seq > 100 + revision),
    similar_cases: ({ text, except }) => similar(office.all(), text, except),
    pick_evidence: () => [{ token: "picked-1", name: "Protokół odbioru.pdf", bytes: 48_200 }],
    attach_evidence: ({ id, revision, actionId, title, fileNumber, on, file }) => {
      const view = at(id, revision);
      if (file?.includes("exe")) refuse("invalid", "file_type_refused");
      const action = view.actions.find((one) => one.id === actionId) ?? refuse("notFound");
      const name = file === "picked-1" ? "Protokół odbioru.pdf" : (file ?? "");
      const sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
      action.evidence.push({
        id: `${actionId}-evidence-${action.evidence.length + 1}`,
        title: title === "" ? name : title,
        fileNumber,
        on,
        by: ME,
        attachedAt: `${TODAY}T09:30:00Z`,
        file: file === null ? null : { name, bytes: 48_200, mediaType: "application/pdf", sha256 },
        withdrawn: null,
      });
      return done(view, "evidence_attached", [], null);
    },
    open_evidence: ({ evidenceId }) => (evidenceId.endsWith("2") ? refuse("invalid", "evidence_damaged") : null),
  };
}

function entry(revision: number, what: string, changes: TrailView["changes"], reason: string | null): TrailView {
  const seq = 100 + revision;
  const paper = { role: "representative", recordedFor: null, signedOff: false };
  return { seq, at: `${TODAY}T09:30:00Z`, actor: "representative", ...paper, what, reason, changes };
}

function extended(action: ActionView | null, view: CaseView, dueOn: string, reason: string) {
  const from = action === null ? view.targetOn : action.dueOn;
  const extension = { from, to: dueOn, reason, askedOn: TODAY, decidedOn: TODAY, decidedBy: ME, late: true };
  if (action === null) {
    view.targetOn = dueOn;
    view.targetAsked = null;
    view.targetExtensions = [...view.targetExtensions, extension];
  } else {
    Object.assign(action, { dueOn, asked: null, overdue: false, extensions: [...action.extensions, extension] });
    action.daysToDue = Math.round((Date.parse(dueOn) - Date.parse(TODAY)) / 86_400_000);
  }
  const daysToDue = Math.round((Date.parse(dueOn) - Date.parse(TODAY)) / 86_400_000);
  view.row = { ...view.row, dueOn, daysToDue, overdue: false };
}

function apply(view: CaseView, step: StepForm, by: string, post: (id: string) => { id: string; name: string }): void {
  const of = "actionId" in step ? step.actionId : null;
  const open = view.actions.find(({ doneOn, cancelledReason }) => doneOn === null && cancelledReason === null);
  const action =
    view.actions.find(({ id }) => id === of) ?? (of === null && step.move === "extend" ? open : null) ?? null;
  const decision = { on: TODAY, by, document: null };
  switch (step.move) {
    case "submit_plan":
      view.planSubmission = decision;
      break;
    case "approve_plan":
      view.planApproval = decision;
      for (const one of view.actions) one.originalDueOn ??= one.dueOn;
      break;
    case "complete_action":
      Object.assign(action ?? {}, {
        doneOn: step.doneOn ?? TODAY,
        doneNote: step.note,
        daysToDue: null,
        overdue: false,
      });
      break;
    case "reopen_action":
      Object.assign(action ?? {}, { doneOn: null });
      break;
    case "cancel_action":
      Object.assign(action ?? {}, { cancelledReason: step.reason });
      break;
    case "report_done":
      view.doneReport = decision;
      break;
    case "verify":
      view.verification = { ...decision, result: "yes", seen: step.seen, byOwner: false };
      break;
    case "judge_effective":
    case "judge_ineffective": {
      const result = step.move === "judge_effective" ? ("effective" as const) : ("ineffective" as const);
      const { data, earlyReason, risksUpdated, qmsChange } = step;
      view.effectiveness = { ...view.effectiveness, result, data, earlyReason, risksUpdated, qmsChange, on: TODAY, by };
      break;
    }
    case "decide_no_action":
      view.noActionProposal = { on: TODAY, by, reason: step.reason };
      break;
    case "refuse_no_action":
      view.noActionProposal = null;
      break;
    case "extend":
      if (step.dueOn === view.row.dueOn) refuse("ruleViolated", "due_unchanged");
      if (step.dueOn < TODAY) refuse("ruleViolated", "due_in_past");
      extended(action, view, step.dueOn, step.reason);
      break;
    case "ask_extension":
      Object.assign(action ?? {}, { asked: { to: step.dueOn, reason: step.reason, on: TODAY, by } });
      break;
    case "refuse_extension":
      Object.assign(action ?? {}, { asked: null });
      break;
    case "withdraw": {
      const evidence = action?.evidence.find(({ id }) => id === step.evidenceId);
      Object.assign(evidence ?? {}, { withdrawn: { on: TODAY, by, reason: step.reason } });
      break;
    }
    case "assign":
      view.owner = post(step.owner);
      break;
    case "link":
      view.links.push({ kind: "recurrence", direction: "to", caseId: step.to, number: step.to, title: "" });
      break;
    case "unlink":
      view.links = view.links.filter(({ caseId }) => caseId !== step.to);
      break;
    default:
  }
}

function follow(view: CaseView, office: Office) {
  const made = caseOf("DK/3/2015", view.title, "registered");
  made.view.id = "case-follow-up";
  made.view.row.id = made.view.id;
  const own = { kind: "follow_up" as const, caseId: view.id, number: view.row.number, title: view.title };
  made.view.links = [{ ...own, direction: "from" }];
  view.links.push({ ...own, direction: "to", caseId: made.view.id, number: "DK/3/2015" });
  office.add(made);
  return { id: made.view.id, revision: 1, number: "DK/3/2015" };
}

function write(view: CaseView, form: CaseForm, postName: Office["postName"]): void {
  const post = (id: string | null) => (id === null ? null : { id, name: postName(id) ?? id });
  view.title = form.title;
  view.row = { ...view.row, title: form.title, source: form.source, owner: postName(form.owner) ?? view.row.owner };
  view.owner = post(form.owner);
  Object.assign(view, { evidence: form.evidence, requirement: form.requirement, statement: form.statement });
  view.process = form.process === null ? null : { id: form.process, code: form.process, name: "Proces" };
  view.correction = {
    what: form.correctionWhat,
    doneOn: form.correctionDoneOn,
    consequences: form.correctionConsequences,
  };
  const { causeMethod: method, causeAnalysis: analysis, causeRoot: root, causeSimilar, fiveWhy, ishikawa } = form;
  view.cause = { method, analysis, root, similar: causeSimilar, fiveWhy, ishikawa };
  view.actions = form.actions.map((action, index) => {
    const known = view.actions.find(({ id }) => id === action.id);
    const blank = known ?? actionView(`${view.id}-action-${index + 1}`);
    return { ...blank, what: action.what, training: action.training, owner: post(action.owner), dueOn: action.dueOn };
  });
  view.effectiveness = { ...view.effectiveness, criterion: form.criterion, dueOn: form.reviewDueOn };
  view.expectedEffect = form.expectedEffect;
}

/** Words of five letters and more that both hold: a stand-in for the register's own eye for inflected forms. */
function similar(cases: FakeCase[], text: string, except: string | null): Response<"similar_cases"> {
  const words = [...new Set(text.toLowerCase().match(/\p{L}{5,}/gu) ?? [])];
  const shared = (row: CaseRow) => words.filter((word) => row.title.toLowerCase().includes(word.slice(0, 5)));
  return cases
    .map(({ view }) => ({ case: view.row, sameProcessAndClause: false, words: shared(view.row) }))
    .filter((found) => found.words.length > 0 && found.case.id !== except && found.case.status !== "draft")
    .sort((a, b) => b.words.length - a.words.length)
    .slice(0, 3);
}

import { emptyForm } from "@/lib/caseForm";
import type {
  ActionView,
  CaseForm,
  CaseRow,
  CaseStatus,
  CaseView,
  Choices,
  Day,
  EvidenceView,
  FiveWhyForm,
  IshikawaForm,
  LifeView,
  Missing,
} from "../bindings";
import { TODAY } from "./certificate";
import { lifeOf } from "./lifeView";
import { SEED_CASES, type SeedCase } from "./seed";

export type FakeCase = { view: CaseView; form: CaseForm | null };

const days = (day: Day) => Math.round((Date.parse(day) - Date.parse(TODAY)) / 86_400_000);
const NO_WHYS: FiveWhyForm = { problem: "", arose: [], undetected: [] };
const NO_BONES: IshikawaForm = { effect: "", bones: [] };
const NO_LIFE: LifeView = {
  moves: [],
  parts: [],
  next: [],
  missing: [],
  proposals: [],
  onTime: null,
  agreedActions: [],
};
const OPEN: CaseStatus[] = ["registered", "analysis", "plan_pending", "in_progress"];

function emptyView(id: string, row: CaseRow): CaseView {
  return {
    id,
    revision: 1,
    row,
    title: row.title,
    reportedOn: row.registeredOn,
    reportedBy: "Auditor wewnętrzny",
    fileReference: "",
    sourceDocument: "",
    process: null,
    department:
      row.department === null ? null : { id: `unit-${row.department}`, code: row.department, name: row.department },
    owner: row.owner === null ? null : { id: `post-${row.owner}`, name: row.owner },
    clause2008: null,
    clause2015: row.clause === null ? null : { no: row.clause, name: "Punkt normy" },
    evidence: "",
    requirement: "",
    statement: row.title,
    correction: { what: "", doneOn: null, consequences: "" },
    cause: { method: null, analysis: "", root: "", similar: "", fiveWhy: NO_WHYS, ishikawa: NO_BONES },
    actions: [],
    targetOn: row.dueOn,
    targetExtensions: [],
    originalTargetOn: row.originalDueOn,
    planDueOn: null,
    expectedEffect: "",
    targetAsked: null,
    planSubmission: null,
    planApproval: null,
    doneReport: null,
    verification: null,
    effectiveness: {
      criterion: "",
      dueOn: null,
      result: null,
      data: "",
      on: null,
      by: "",
      document: null,
      earlyReason: "",
      byOwner: false,
      risksUpdated: "",
      qmsChange: "",
    },
    noAction: null,
    noActionProposal: null,
    firstClosedOn: null,
    external: null,
    closure: null,
    remarks: "",
    links: [],
    life: NO_LIFE,
    imported: null,
    history: [
      {
        seq: 1,
        at: "2015-01-12T08:00:00Z",
        actor: "representative",
        role: "representative",
        recordedFor: null,
        signedOff: false,
        what: "sample_opened",
        reason: null,
        changes: [
          { path: "/title", old: null, new: row.title },
          { path: "/status", old: null, new: row.status },
        ],
      },
    ],
  };
}

function rowOf(id: string, seed: SeedCase): CaseRow {
  const [number, status, title, owner, department, , registeredOn, dueOn, originalDueOn, source, clause, grade] = seed;
  const open = OPEN.includes(status);
  const reviewLate = number === "DK/6/2014";
  return {
    id,
    number,
    kind: number.slice(0, 2) as CaseRow["kind"],
    status,
    title,
    owner,
    department,
    dueOn,
    originalDueOn,
    daysToDue: open ? days(dueOn) : null,
    overdue: open && days(dueOn) < 0,
    late: reviewLate ? ["review"] : [],
    source,
    clause,
    grade,
    registeredOn,
    missing: [],
  };
}

function seeded(seed: SeedCase, index: number): FakeCase {
  const id = `case-${index + 1}`;
  const row = rowOf(id, seed);
  const [, , title, , , process, , , , , , , cause, what, review, reviewOn] = seed;
  const view = emptyView(id, row);
  const done = row.daysToDue === null;
  const action: ActionView = {
    ...actionView(`${id}-action-1`),
    what,
    owner: view.owner,
    originalDueOn: row.originalDueOn,
    dueOn: row.dueOn,
    doneOn: done ? row.dueOn : null,
    overdue: row.overdue,
    daysToDue: row.daysToDue,
    evidence: done ? [paper(`${id}-action-1-evidence-1`)] : [],
  };
  view.process = { id: `process-${process}`, code: process, name: "Proces" };
  view.evidence = `Podczas przeglądu stwierdzono: ${title}.`;
  view.requirement = "Procedura PJ-05, pkt 4.";
  view.correction = { what: "Usunięto skutki od ręki.", doneOn: row.registeredOn, consequences: "" };
  view.cause = { ...view.cause, method: "five_why", root: cause };
  view.actions = [action];
  view.effectiveness = { ...view.effectiveness, criterion: review, dueOn: reviewOn === "" ? null : reviewOn };
  if (row.number === "DK/9/2014") {
    view.links = [
      {
        kind: "recurrence",
        direction: "to",
        caseId: "case-3",
        number: "DK/3/2013",
        title: "Nieaktualny wzór wniosku w BIP",
      },
    ];
  }
  view.life = lifeOf(view);
  return { view, form: null };
}

/** An action of which nothing is known yet. */
export function actionView(id: string): ActionView {
  return {
    id,
    what: "",
    owner: null,
    originalDueOn: null,
    dueOn: null,
    asked: null,
    doneOn: null,
    doneNote: "",
    cancelledReason: null,
    training: false,
    overdue: false,
    daysToDue: null,
    extensions: [],
    evidence: [],
  };
}

function paper(id: string): EvidenceView {
  const where = { fileNumber: "OR.1710.5", on: null, by: "Pełnomocnik ds. SZJ" };
  return { id, title: "Notatka z wykonania", ...where, attachedAt: null, file: null, withdrawn: null };
}

/** A small card of a given kind, for plans and tests. */
export function caseOf(number: string | null, title: string, status: CaseStatus): FakeCase {
  const [first] = SEED_CASES;
  if (first === undefined) throw new Error("the seed is empty");
  const row = rowOf(`case-${number ?? title}`, first);
  const view = emptyView(row.id, { ...row, number, title, status });
  view.life = lifeOf(view);
  return { view, form: null };
}

/** The card as its form. */
export function formOf(view: CaseView): CaseForm {
  const { row, cause, correction, effectiveness, external } = view;
  return {
    ...FIRST_DRAFT,
    kind: row.kind,
    title: view.title,
    reportedOn: view.reportedOn,
    reportedBy: view.reportedBy,
    source: row.source,
    process: view.process?.id ?? null,
    department: view.department?.id ?? null,
    owner: view.owner?.id ?? null,
    clause2015: view.clause2015?.no ?? null,
    grade: row.grade,
    evidence: view.evidence,
    requirement: view.requirement,
    statement: view.statement,
    correctionWhat: correction.what,
    correctionDoneOn: correction.doneOn,
    correctionConsequences: correction.consequences,
    causeMethod: cause.method,
    causeAnalysis: cause.analysis,
    causeRoot: cause.root,
    causeSimilar: cause.similar,
    fiveWhy: cause.fiveWhy,
    ishikawa: cause.ishikawa,
    targetOn: view.targetOn,
    actions: view.actions.map(({ id, what, owner, dueOn, training }) => ({
      id,
      what,
      owner: owner?.id ?? null,
      dueOn,
      training,
    })),
    expectedEffect: view.expectedEffect,
    criterion: effectiveness.criterion,
    reviewDueOn: effectiveness.dueOn,
    remarks: view.remarks,
    answerDueOn: external?.answerDueOn ?? null,
  };
}

const FIRST_DRAFT: CaseForm = {
  ...emptyForm("DK"),
  title: "Nieczytelna pieczęć na decyzjach",
  reportedOn: "2015-01-09",
  reportedBy: "Kierownik BOK",
  source: "SELF_CHECK",
  department: "unit-BOK",
};

export function seedCases(): FakeCase[] {
  const draft = draftView("draft-0", FIRST_DRAFT, null, 1);
  draft.imported = {
    file: "Rejestr 2013.xlsx",
    row: 17,
    original: [
      { header: "Lp.", text: "13" },
      { header: "Opis", text: "Nieczytelna pieczęć na decyzjach" },
      { header: "Termin", text: "do ustalenia" },
    ],
    problems: [{ column: "Termin", kind: "bad_date" }],
  };
  return [...SEED_CASES.map(seeded), { view: draft, form: FIRST_DRAFT }];
}

/** An office with many cards, to feel the register's speed. */
export function manyCases(count: number): FakeCase[] {
  return Array.from({ length: count }, (_, index) => {
    const seed = SEED_CASES[index % SEED_CASES.length] ?? SEED_CASES[0];
    if (seed === undefined) throw new Error("the seed is empty");
    const copy: SeedCase = [...seed];
    copy[0] = `DK/${index + 1}/2014`;
    return seeded(copy, index);
  });
}

/** A draft as the register would show it; what is missing is a stand-in for the rule. */
export function draftView(id: string, form: CaseForm, choices: Choices | null, revision: number): CaseView {
  const missing: Missing[] = [];
  if (form.title === "") missing.push("title");
  if (form.statement === "") missing.push("statement");
  if (form.owner === null) missing.push("owner");
  if (form.targetOn === null && !form.actions.some(({ dueOn }) => dueOn !== null)) missing.push("due_on");
  const owner = choices?.posts.find((post) => post.id === form.owner)?.name ?? null;
  const row: CaseRow = {
    id,
    number: null,
    kind: form.kind,
    status: "draft",
    title: form.title,
    owner,
    department: form.department?.replace("unit-", "") ?? null,
    dueOn: form.targetOn,
    originalDueOn: form.targetOn,
    daysToDue: null,
    overdue: false,
    late: [],
    source: form.source,
    clause: form.clause2015,
    grade: form.grade,
    registeredOn: null,
    missing,
  };
  const view = emptyView(id, row);
  Object.assign(view, { revision, statement: form.statement });
  view.life = lifeOf(view);
  return view;
}

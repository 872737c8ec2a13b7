import { emptyForm } from "@/lib/caseForm";
import type {
  AuditForm,
  AuditPage,
  AuditRow,
  AuditsView,
  AuditView,
  CaseForm,
  CaseRef,
  Choices,
  KeptKind,
  MayView,
  QuestionView,
} from "../bindings";
import type { Request } from "../client";
import { FakeProgrammes } from "./auditProgrammes";
import { blankQuestion, OWN_PROCESS, processChoice, seedAuditors, seedLists } from "./auditSeed";
import { auditOf, TODAY } from "./certificate";
import type { AllHandlers } from "./handlers";
import { refuse } from "./refuse";

type AuditCommand =
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
  | "save_auditor";

/** What the audits need of the office around them. */
export type AuditBook = {
  all: () => AuditView[];
  write: (audits: AuditView[]) => void;
  choices: () => Choices;
  /** Puts a card into the register. */
  raise: (form: CaseForm) => CaseRef;
  may: (approving: boolean) => MayView;
};

const answered = ({ answer }: QuestionView) => answer !== "unanswered";
const isFinding = ({ answer }: Pick<QuestionView, "answer">) => answer === "observation" || answer === "nonconforming";

/** Programme, audits, questions, lists and auditors of the fake office. */
export class FakeAudits {
  #book: AuditBook;
  #programmes = new FakeProgrammes();
  #questions = new Map<string, QuestionView[]>();
  #lists = seedLists();
  #auditors = seedAuditors();
  #gone = new Map<string, () => void>();
  #next = 0;

  constructor(book: AuditBook) {
    this.#book = book;
  }

  #id(name: string): string {
    this.#next += 1;
    return `${name}-new-${this.#next}`;
  }

  #find(id: string, revision?: number): AuditView {
    const audit = this.#book.all().find((one) => one.id === id) ?? refuse("notFound");
    return revision === undefined || audit.revision === revision ? audit : refuse("conflict");
  }

  #write(audit: AuditView): void {
    this.#book.write([...this.#book.all().filter(({ id }) => id !== audit.id), audit]);
  }

  /** Takes a question list or an auditor out; false for records of other registers. */
  remove(kind: KeptKind, id: string): boolean {
    const list = this.#lists.find((one) => one.id === id);
    const auditor = this.#auditors.find((one) => one.id === id);
    if (kind === "question_list" && list !== undefined) {
      this.#lists = this.#lists.filter((one) => one !== list);
      this.#gone.set(id, () => this.#lists.push(list));
    } else if (kind === "auditor" && auditor !== undefined) {
      this.#auditors = this.#auditors.filter((one) => one !== auditor);
      this.#gone.set(id, () => this.#auditors.push(auditor));
    } else return false;
    return true;
  }

  restore(id: string): boolean {
    const back = this.#gone.get(id);
    back?.();
    return this.#gone.delete(id);
  }

  #row(audit: AuditView): AuditRow {
    const { warnings: _warnings, team: _team, note: _note, reportOn: _report, ...row } = audit;
    const questions = this.#questions.get(audit.id) ?? [];
    return {
      ...row,
      questions: questions.length,
      unanswered: questions.filter((one) => !answered(one)).length,
      findings: questions.filter(isFinding).length,
      toRaise: questions.filter(({ toRaise }) => toRaise).length,
      casesOpen: audit.cases.length,
    };
  }

  #view(asked: number | null): AuditsView {
    const year = asked ?? Number(TODAY.slice(0, 4));
    const audits = this.#book.all().toSorted((a, b) => b.startsOn.localeCompare(a.startsOn));
    return {
      year,
      years: [2016, 2015, 2014],
      programme: this.#programmes.view(year, this.#book.choices().processes, audits),
      audits: audits.map((audit) => this.#row(audit)),
      lists: this.#lists,
      auditors: this.#auditors,
      mayAudit: this.#book.may(false),
      mayCertify: this.#book.may(false),
      mayApprove: this.#book.may(true),
    };
  }

  #page(id: string): AuditPage {
    const audit = this.#find(id);
    const questions = this.#questions.get(id) ?? [];
    const fits = (process: string | undefined) =>
      process === undefined || audit.processes.length === 0 || audit.processes.some((one) => one.id === process);
    return {
      audit,
      questions,
      lists: this.#lists.filter(({ process }) => fits(process?.id)),
      findingsToAsk: this.#toAsk(id).length,
      unanswered: questions.filter((one) => !answered(one)).length,
      mayAudit: this.#book.may(false),
    };
  }

  /** Findings of the last external audit that were not asked about yet. */
  #toAsk(id: string): CaseRef[] {
    const asked = (this.#questions.get(id) ?? []).map(({ about }) => about?.id);
    const last = this.#book.all().find((audit) => audit.kind !== "internal" && audit.held);
    return (last?.cases ?? []).filter((one) => !asked.includes(one.id));
  }

  #change(id: string, revision: number, questions: (was: QuestionView[]) => QuestionView[]): AuditPage {
    const audit = this.#find(id, revision);
    if (audit.held) refuse("ruleViolated", "audit_held");
    this.#questions.set(id, questions(this.#questions.get(id) ?? []));
    this.#write({ ...audit, revision: revision + 1 });
    return this.#page(id);
  }

  #plan(form: AuditForm): AuditPage {
    if (form.endsOn < form.startsOn) refuse("ruleViolated", "ends_before_starts");
    for (const { post, processes } of form.kind === "internal" ? form.team : []) {
      const code = OWN_PROCESS[post];
      const own = processes.length === 0 ? form.processes : processes;
      const name = this.#book.choices().posts.find(({ id }) => id === post)?.name ?? "";
      if (code !== undefined && own.includes(`process-${code}`)) {
        refuse("ruleViolated", "audits_own_unit", { post: name, process: code });
      }
    }
    const before = form.id === null ? null : this.#find(form.id, form.revision);
    const made = auditOf(form, form.id ?? this.#id("audit"), this.#book.choices());
    const team = made.team.map((one) => ({
      ...one,
      competent: this.#auditors.some(({ post, competent }) => competent && post.id === one.post.id),
    }));
    this.#write({ ...made, team, cases: before?.cases ?? [] });
    return this.#page(made.id);
  }

  #saveQuestion(request: Request<"save_question">): AuditPage {
    const { audit, revision, id, process, text, ...rest } = request;
    if (text.trim() === "") refuse("ruleViolated", "empty_name", { field: "question" });
    const demanded = isFinding(rest) || (rest.needsEvidence && rest.answer === "conforming");
    if (demanded && rest.evidence.trim() === "") refuse("ruleViolated", "evidence_demanded");
    const choice = process === null ? null : processChoice(process.replace("process-", ""));
    return this.#change(audit, revision, (was) => {
      const written = { ...rest, text: text.trim(), process: choice };
      const fresh = id === null ? [blankQuestion(this.#id("question"), {})] : [];
      return [...was, ...fresh].map((one) =>
        one.id === (id ?? fresh[0]?.id)
          ? { ...one, ...written, toRaise: one.case === null && isFinding(written) }
          : one,
      );
    });
  }

  #raise({ audit: id, revision, question }: Request<"raise_finding">) {
    const audit = this.#find(id, revision);
    const found = this.#questions.get(id)?.find((one) => one.id === question) ?? refuse("notFound");
    if (found.case !== null) refuse("ruleViolated", "case_raised");
    const title = found.note || found.text;
    const made = this.#book.raise({ ...emptyForm("DK"), title, statement: title, source: "INT_AUDIT" });
    found.case = made;
    found.toRaise = false;
    this.#write({ ...audit, revision: revision + 1, cases: [...audit.cases, made] });
    return { id: made.id, number: made.number };
  }

  handlers(): Pick<AllHandlers, AuditCommand> {
    return {
      audits: ({ year }) => this.#view(year),
      audit: ({ id }) => this.#page(id),
      save_audit_plan: (form) => this.#plan(form),
      fill_questions: ({ id, revision, lists }) => {
        const first = this.#toAsk(id).map((about) =>
          blankQuestion(this.#id("question"), { about, text: about.title, needsEvidence: true }),
        );
        const rest = this.#lists
          .filter((list) => lists.includes(list.id))
          .flatMap(({ process, questions }) =>
            questions.map(({ id: _id, ...one }) => blankQuestion(this.#id("question"), { ...one, process })),
          );
        return this.#change(id, revision, (was) => {
          const known = new Set(was.map(({ text }) => text));
          return [...first, ...was, ...rest.filter(({ text }) => !known.has(text))];
        });
      },
      save_question: (request) => this.#saveQuestion(request),
      remove_question: ({ audit, revision, question }) =>
        this.#change(audit, revision, (was) => was.filter(({ id }) => id !== question)),
      raise_finding: (request) => this.#raise(request),
      conclude_audit: ({ id, revision, reportOn }) => {
        const audit = this.#find(id, revision);
        if (reportOn > TODAY) refuse("ruleViolated", "date_in_future", { date: reportOn });
        const findingsInReport = (this.#questions.get(id) ?? []).filter(
          ({ answer }) => answer === "nonconforming",
        ).length;
        this.#write({ ...audit, revision: revision + 1, held: true, reportOn, findingsInReport });
        return this.#page(id);
      },
      save_audit_programme: (request) => {
        this.#programmes.save(request);
        return this.#view(request.year);
      },
      approve_audit_programme: (request) => this.#view(this.#programmes.approve(request, this.#book.may(true))),
      save_question_list: ({ id, revision, name, process, questions }) => {
        if (name.trim() === "") refuse("ruleViolated", "empty_name", { field: "name" });
        const made = {
          id: id ?? this.#id("list"),
          revision: revision + 1,
          name,
          process: process === null ? null : processChoice(process.replace("process-", "")),
          questions: questions.map((one) => ({ ...one, id: one.id ?? this.#id("lq") })),
        };
        this.#lists = [...this.#lists.filter((one) => one.id !== id), made];
        return this.#view(null);
      },
      save_auditor: ({ post, ...form }) => {
        if (this.#auditors.some((one) => one.post.id === post && one.id !== form.id))
          refuse("ruleViolated", "name_taken");
        const named = this.#book.choices().posts.find((one) => one.id === post) ?? refuse("notFound");
        const competent = form.trainedOn !== null && form.appointedOn !== null && (form.until ?? TODAY) >= TODAY;
        const id = form.id ?? this.#id("auditor");
        const made = { ...form, id, revision: form.revision + 1, post: { id: post, name: named.name }, competent };
        this.#auditors = [...this.#auditors.filter((one) => one.id !== id), made];
        return this.#view(null);
      },
    };
  }
}

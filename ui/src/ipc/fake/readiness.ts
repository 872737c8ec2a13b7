import type {
  AuditLine,
  CheckResult,
  CheckView,
  ConfirmationView,
  Confirmed,
  MayView,
  OwnCheckView,
  ReadinessSummary,
  ReadinessView,
  RunRow,
  Verdict,
} from "../bindings";
import type { Request } from "../client";
import { TODAY } from "./certificate";
import type { AllHandlers } from "./handlers";
import { LETTERS, PROCESSES, SEED_CHECKS, SEED_RESULTS, SEED_RUNS } from "./readinessSeed";
import { refuse } from "./refuse";

type Command =
  | "readiness"
  | "confirm_check"
  | "take_back_confirmation"
  | "save_own_check"
  | "keep_run"
  | "sign_run"
  | "discard_run"
  | "compare_runs";

const ANSWERED: Record<Confirmed, CheckResult> = {
  yes: "ok",
  partly: "warning",
  no: "fail",
  not_applicable: "not_applicable",
};
const WEIGHT: CheckResult[] = ["fail", "unanswered", "warning"];
const MAY: MayView = { allowed: true, forPosts: [], signOff: false };
const MAY_NOT: MayView = { allowed: false, forPosts: [], signOff: false };
const FOR_SECRETARY: MayView = {
  allowed: true,
  forPosts: [{ id: "post-secretary", name: "Sekretarz Powiatu" }],
  signOff: false,
};

type FakeRun = Omit<RunRow, "maySignRepresentative" | "maySignCoordinator">;

/** The checklist of the fake office: what people answered, their own checks, and the runs they kept. */
export class FakeReadiness {
  #confirmations = new Map<string, ConfirmationView>();
  #own: OwnCheckView[] = [];
  #runs: FakeRun[] = SEED_RUNS.map((run) => ({ ...run, revision: 1, by: "Pełnomocnik ds. SZJ" }));
  #results = new Map(Object.entries(SEED_RESULTS));
  #made = 0;

  #checks(): (CheckView & { letter: string })[] {
    const seeded = SEED_CHECKS.map((seed) => ({
      ...seed,
      confirmable: seed.mode !== "auto",
      asksFigure: seed.asks === "figure",
      asksProcesses: seed.asks === "processes",
      own: null,
    }));
    const own = this.#own
      .filter(({ retired }) => !retired)
      .map((check) => ({
        id: check.code,
        letter: check.letter,
        mode: "manual" as const,
        blocking: check.blocking,
        question: check.question,
        clause: check.clause2008,
        result: "unanswered" as const,
        reasons: [
          { text: "Nikt jeszcze nie odpowiedział na to pytanie.", mend: "confirm" as const, cases: [], subjects: [] },
        ],
        confirmable: true,
        asksFigure: false,
        asksProcesses: false,
        own: check,
      }));
    return [...seeded, ...own].map((check) => {
      const confirmation = this.#confirmations.get(check.id) ?? null;
      if (confirmation === null) return { ...check, confirmation };
      const result = ANSWERED[confirmation.answer];
      return { ...check, confirmation, result, reasons: check.mode === "semi" ? check.reasons : [] };
    });
  }

  summary(): ReadinessSummary {
    const checks = this.#checks();
    const open = checks.filter(({ result }) => WEIGHT.includes(result));
    const blocking = open.filter((check) => check.blocking && check.result !== "warning");
    const verdict: Verdict = blocking.length > 0 ? "not_ready" : open.length > 0 ? "ready_with_remarks" : "ready";
    const asked = checks.filter(({ result }) => result !== "not_applicable");
    const got = asked.reduce((sum, { result }) => sum + (result === "ok" ? 2 : result === "warning" ? 1 : 0), 0);
    const score = Math.floor((got * 50) / Math.max(1, asked.length));
    const kept = this.#runs.map((run) => ({ on: run.on, score: run.score, verdict: run.verdict }));
    const trend = [...kept, { on: TODAY, score, verdict }];
    return { verdict, score, blocking: blocking.length, open: open.length, trend };
  }

  /** The next audit, as every screen shows it. */
  audit(): AuditLine {
    return {
      milestone: "surveillance_2",
      auditId: "audit-2",
      plannedOn: "2015-02-03",
      latestOn: "2015-12-31",
      on: "2015-02-03",
      daysLeft: 22,
      readiness: this.summary(),
    };
  }

  #view(): ReadinessView {
    const checks = this.#checks();
    const rank = (check: CheckView) => WEIGHT.indexOf(check.result) + (check.blocking ? 0 : 2);
    const first = checks
      .filter(({ result }) => WEIGHT.includes(result))
      .sort((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id));
    const named: [string, string][] = [...LETTERS, ["", ""]];
    return {
      today: TODAY,
      audit: this.audit(),
      periodFrom: "2014-01-29",
      summary: this.summary(),
      groups: named.map(([letter, name]) => ({
        letter,
        name,
        checks: checks.filter((check) => check.letter === letter).map(({ letter: _, ...check }) => check),
      })),
      first: first.map(({ id }) => id),
      processes: PROCESSES,
      runs: [...this.#runs].reverse().map((run) => ({
        ...run,
        maySignRepresentative: run.representative === null ? MAY : MAY_NOT,
        maySignCoordinator: run.coordinator === null ? FOR_SECRETARY : MAY_NOT,
      })),
      retired: this.#own.filter(({ retired }) => retired),
      mayConfirm: MAY,
    };
  }

  #resultsOf(run: string | null): Record<string, CheckResult> {
    if (run === null) return Object.fromEntries(this.#checks().map(({ id, result }) => [id, result]));
    return this.#results.get(run) ?? refuse("notFound");
  }

  #run(id: string, revision: number): FakeRun {
    const run = this.#runs.find((one) => one.id === id) ?? refuse("notFound");
    return run.revision === revision ? run : refuse("conflict");
  }

  #confirm({ check, ...form }: Request<"confirm_check">): void {
    if (form.note.trim() === "" && form.answer !== "yes") refuse("ruleViolated", "reason_required");
    this.#made += 1;
    const id = `confirmation-${this.#made}`;
    this.#confirmations.set(check, { ...form, id, revision: 1, on: TODAY, by: "Pełnomocnik ds. SZJ" });
  }

  #saveOwn({ id, revision, ...form }: Request<"save_own_check">): void {
    if (form.question.trim() === "") refuse("ruleViolated", "empty_name", { field: "question" });
    const before = this.#own.find((one) => one.id === id);
    if (before !== undefined && before.revision !== revision) refuse("conflict");
    const code = before?.code ?? `U${String(this.#own.length + 1).padStart(2, "0")}`;
    const saved = { ...form, id: id ?? `own-${code}`, revision: revision + 1, code };
    this.#own = [...this.#own.filter((one) => one.id !== saved.id), saved];
  }

  #sign({ id, revision, standing }: Request<"sign_run">): void {
    const run = this.#run(id, revision);
    const paper = standing.recordedFor;
    if (paper === null) run.representative = { on: TODAY, by: "Pełnomocnik ds. SZJ" };
    else if (paper.on === null || paper.document === "") refuse("invalid", "empty_name", { field: "document" });
    else run.coordinator = { on: paper.on, by: "Sekretarz Powiatu" };
    run.revision += 1;
  }

  #keep(): void {
    const { score, verdict } = this.summary();
    this.#made += 1;
    const id = `kept-${this.#made}`;
    this.#results.set(id, this.#resultsOf(null));
    const by = "Pełnomocnik ds. SZJ";
    const signed = { representative: null, coordinator: null };
    this.#runs = [...this.#runs, { id, revision: 1, on: TODAY, by, auditOn: "2015-02-03", verdict, score, ...signed }];
  }

  #compare({ then, now }: Request<"compare_runs">): ReturnType<AllHandlers["compare_runs"]> {
    const [before, after] = [this.#resultsOf(then), this.#resultsOf(now)];
    const of = (id: string | null) => this.#runs.find((run) => run.id === id) ?? { on: TODAY, ...this.summary() };
    const questions = new Map(this.#checks().map(({ id, question }) => [id, question]));
    const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return {
      thenOn: of(then).on,
      thenScore: of(then).score,
      nowOn: of(now).on,
      nowScore: of(now).score,
      differences: ids
        .filter((id) => before[id] !== after[id])
        .map((id) => ({
          check: id,
          question: questions.get(id) ?? "",
          // biome-ignore lint/suspicious/noThenProperty: the result then against that of now; never a function
          then: before[id] ?? null,
          now: after[id] ?? null,
        })),
    };
  }

  handlers(): Pick<AllHandlers, Command> {
    const after = <R>(change: (request: R) => void) => {
      return (request: R) => {
        change(request);
        return this.#view();
      };
    };
    return {
      readiness: () => this.#view(),
      confirm_check: after((request: Request<"confirm_check">) => this.#confirm(request)),
      take_back_confirmation: after(({ id }: Request<"take_back_confirmation">) => {
        const [check] = [...this.#confirmations].find(([, one]) => one.id === id) ?? refuse("notFound");
        this.#confirmations.delete(check);
      }),
      save_own_check: after((request: Request<"save_own_check">) => this.#saveOwn(request)),
      keep_run: after(() => this.#keep()),
      sign_run: after((request: Request<"sign_run">) => this.#sign(request)),
      discard_run: after(({ id, revision }: Request<"discard_run">) => {
        const gone = this.#run(id, revision);
        if (gone.representative !== null || gone.coordinator !== null) refuse("ruleViolated", "run_signed");
        this.#runs = this.#runs.filter((run) => run !== gone);
      }),
      compare_runs: (request) => this.#compare(request),
    };
  }
}

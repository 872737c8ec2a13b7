import { EMPTY_FILTER } from "@/lib/filters";
import { plain } from "@/lib/text";
import type { CaseFilter, CaseForm, CaseRow, CaseView, Choices, Dashboard, Events, Lang, Session } from "../bindings";
import type { CommandName, EventName, Request, Response, Transport } from "../client";
import { FakeAudits } from "./audits";
import { draftView, type FakeCase, formOf, manyCases, seedCases } from "./cases";
import { FakeCertificates, TODAY } from "./certificate";
import { planOf } from "./exchange";
import type { AllHandlers } from "./handlers";
import { inboxOf } from "./inbox";
import { lifeHandlers } from "./life";
import { lifeOf, SECRETARY } from "./lifeView";
import { FakePeople } from "./people";
import { programmeHandlers } from "./programme";
import { FakeReadiness } from "./readiness";
import { refuse } from "./refuse";
import { registerHandlers } from "./registers";
import { SEED_CLAUSES, SEED_PROCESSES, SEED_SOURCES, SEED_UNITS } from "./seed";
import { officeView } from "./settings";
import { refusedOf, workOf } from "./work";

/** Commands that nothing here answers yet are refused. */
type Handlers = Partial<AllHandlers>;

function matches(row: CaseRow, filter: CaseFilter): boolean {
  const text = plain(`${row.number ?? ""} ${row.title} ${row.owner ?? ""}`);
  const year = row.registeredOn === null ? null : Number(row.registeredOn.slice(0, 4));
  return (
    (filter.text === "" || text.includes(plain(filter.text))) &&
    (filter.year === null || year === filter.year) &&
    (filter.kinds.length === 0 || filter.kinds.includes(row.kind)) &&
    (filter.statuses.length === 0 || filter.statuses.includes(row.status)) &&
    (filter.departments.length === 0 || filter.departments.includes(`unit-${row.department}`)) &&
    (filter.sources.length === 0 || (row.source !== null && filter.sources.includes(row.source))) &&
    (filter.owner === null || `post-${row.owner}` === filter.owner) &&
    (filter.clause === null || row.clause === filter.clause) &&
    (!filter.overdue || row.overdue) &&
    (filter.dueWithinDays === null ||
      (row.daysToDue !== null && row.daysToDue >= 0 && row.daysToDue <= filter.dueWithinDays)) &&
    (!filter.toComplete || row.missing.length > 0) &&
    (filter.late === null || row.late.includes(filter.late))
  );
}

const SORT_VALUE: Record<string, (row: CaseRow) => string> = {
  title: (row) => row.title,
  status: (row) => row.status,
  owner: (row) => row.owner ?? "",
  department: (row) => row.department ?? "",
  due: (row) => row.dueOn ?? "9999",
  registered: (row) => row.registeredOn ?? "9999",
  source: (row) => row.source ?? "",
  clause: (row) => row.clause ?? "",
};

/** How the fake starts: "" the sample office, `empty`, `people` (two people sign in), `big` (10,000 cards), or
 *  `failed-<reason>`. */
export function fakeOffice(mode = ""): Transport {
  const handlers = newOffice(mode);
  return {
    async call<C extends CommandName>(command: C, request: Request<C>): Promise<Response<C>> {
      await Promise.resolve();
      const handler = handlers[command] as ((request: Request<C>) => Response<C>) | undefined;
      if (handler === undefined) return refuse("internal", "no_fake");
      const locked = handlers.session?.(null).folder.kind === "locked";
      if (locked && !UNLOCKED.has(command)) return refuse("signedOut", "sign_in_needed");
      return structuredClone(handler(request));
    },
    async on<E extends EventName>(_event: E, _handler: (payload: Events[E]) => void) {
      return () => undefined;
    },
  };
}

/** What the window answers while nobody is signed in. */
const UNLOCKED: ReadonlySet<CommandName> = new Set<CommandName>(["session", "set_language", "sign_in", "sign_out"]);

function newOffice(mode: string): Handlers {
  let lang: Lang = "pl";
  let opened = ["", "big", "people"].includes(mode);
  const failed = mode.startsWith("failed-") ? mode.slice("failed-".length) : null;
  let cases: FakeCase[] = mode === "big" ? manyCases(10_000) : seedCases();
  const gone = new Map<string, FakeCase>();
  let unreadEntries = inboxOf();
  let office = officeView();
  const people = new FakePeople(mode === "people");
  const readiness = new FakeReadiness();
  const reminded = new Set<string>();

  const session = (): Session => ({
    today: TODAY,
    lang,
    version: "0.1.0",
    dataFolder: "/home/urzad/.local/share/capa-desk",
    notifications: true,
    signIn: people.signIn,
    alone: people.alone,
    person: people.person,
    idleMinutes: office.settings.idleMinutes,
    folder:
      failed !== null
        ? { kind: "failed", error: { kind: "internal", params: { reason: failed } } }
        : opened && people.locked
          ? { kind: "locked", office: office.name, sample: true }
          : opened
            ? {
                kind: "open",
                office: office.name,
                sample: true,
                audit: dashboard().audit,
                unread: unreadEntries.unread,
                edition: "2008",
              }
            : { kind: "empty" },
  });
  const find = (id: string): FakeCase => cases.find((one) => one.view.id === id) ?? refuse("notFound");
  const rows = () => cases.map(({ view }) => view.row);
  const count = (filter: CaseFilter) => rows().filter((row) => matches(row, filter)).length;

  function dashboard(): Dashboard {
    const figure = (key: Dashboard["figures"][number]["key"], part: Partial<CaseFilter>) => {
      const filter = { ...EMPTY_FILTER, ...part };
      return { key, filter, count: count(filter) };
    };
    const late = rows().filter((row) => row.overdue);
    const todo: Dashboard["todo"] = [
      ...late.slice(0, 6).map((row) => ({ row, why: "overdue" as const, on: row.dueOn })),
      ...rows()
        .filter((row) => row.late.includes("review"))
        .slice(0, 3)
        .map((row) => ({ row, why: "review_late" as const, on: find(row.id).view.effectiveness.dueOn })),
      ...rows()
        .filter((row) => row.missing.length > 0)
        .slice(0, 3)
        .map((row) => ({ row, why: "to_complete" as const, on: null })),
    ];
    return {
      today: TODAY,
      audit: readiness.audit(),
      figures: [
        figure("overdue", { overdue: true }),
        figure("due_soon", { dueWithinDays: 14 }),
        figure("to_verify", { statuses: ["implemented"] }),
        figure("to_judge", { statuses: ["effectiveness"] }),
        figure("to_complete", { toComplete: true }),
      ],
      cycle: certificates.view(),
      todo,
      todoTotal: todo.length,
      readiness: readiness.summary(),
      onTime: { done: 12, original: 9, current: 10 },
      year: 2014,
      months: Array.from({ length: 12 }, (_, index) => ({
        month: index + 1,
        opened: rows().filter((row) => row.registeredOn?.startsWith(`2014-${String(index + 1).padStart(2, "0")}`))
          .length,
        closed: [1, 2, 1, 0, 0, 3, 1, 0, 1, 2, 2, 0][index] ?? 0,
        overdue: index === 10 || index === 11 ? 1 : 0,
      })),
    };
  }

  const choices = (): Choices => ({
    departments: SEED_UNITS.map(([code, name]) => ({ id: `unit-${code}`, code, name })),
    posts: [
      ...[...new Set(rows().flatMap(({ owner }) => (owner === null ? [] : [owner])))].map((name) => ({
        id: `post-${name}`,
        code: "",
        name,
      })),
      { ...SECRETARY, code: "" },
    ],
    processes: SEED_PROCESSES.map(([code, name]) => ({ id: `process-${code}`, code, name })),
    sources: SEED_SOURCES.map(([code, name]) => ({ code, name })),
    clauses2008: [],
    clauses2015: SEED_CLAUSES.map(([no, name]) => ({ no, name })),
    years: [2015, 2014, 2013],
  });

  const certificates = new FakeCertificates(choices);

  const write = (view: CaseView, form: CaseForm) => {
    const next = draftView(view.id, form, choices(), view.revision + 1);
    cases = cases.map((one) => (one.view.id === view.id ? { view: next, form } : one));
    return { id: view.id, revision: next.revision, number: null };
  };
  const checked = (id: string, revision: number): CaseView => {
    const { view } = find(id);
    return view.revision === revision ? view : refuse("conflict");
  };

  const life = lifeHandlers({
    find,
    all: () => cases,
    add: (made) => {
      cases = [...cases, made];
    },
    postName: (id) => choices().posts.find((post) => post.id === id)?.name ?? null,
  });
  const registers = registerHandlers();
  const auditing = new FakeAudits({
    all: () => certificates.audits,
    write: (next) => {
      certificates.audits = next;
    },
    choices,
    raise: (form) => {
      const id = `case-raised-${cases.length + 1}`;
      const view = draftView(id, form, choices(), 1);
      const number = `${form.kind}/2/2015`;
      view.row = { ...view.row, number, status: "registered", registeredOn: TODAY, missing: [] };
      cases = [...cases, { view: { ...view, life: lifeOf(view) }, form }];
      return { id, number, title: form.title };
    },
    may: (approving) => ({
      allowed: true,
      forPosts: approving && people.alone ? [{ id: "post-starosta", name: "Starosta" }] : [],
      signOff: approving && people.signIn,
    }),
  });
  const chosen = (ids: string[]) => rows().filter(({ id }) => ids.includes(id));

  return {
    session,
    ...life,
    ...people.handlers(),
    sign_in: ({ login, password }) => {
      people.enter(login, password);
      return session();
    },
    sign_out: () => {
      people.leave();
      return session();
    },
    set_password: (request) => {
      people.setPassword(request);
      return session();
    },
    my_work: () => {
      const { person } = people;
      const leads = person === null || person.roles.includes("representative");
      return workOf(rows(), leads ? null : (person.posts[0]?.name ?? ""));
    },
    move_many: ({ cases: ids, step, leaveOut }) => {
      const refused = refusedOf(chosen(ids), step);
      if (refused.length > 0 && !leaveOut) return { done: 0, refused };
      const rest = ids.filter((id) => !refused.some(({ row }) => row.id === id));
      for (const id of rest) {
        const { view } = find(id);
        const owner = step.move === "assign" ? choices().posts.find((post) => post.id === step.owner) : undefined;
        view.row = {
          ...view.row,
          ...(step.move === "extend" ? { dueOn: step.dueOn, overdue: false } : {}),
          ...(owner === undefined ? {} : { owner: owner.name }),
        };
        view.revision += 1;
      }
      return { done: rest.length, refused };
    },
    remind_many: ({ cases: ids }) => {
      const [first] = refusedOf(chosen(ids), null);
      if (first !== undefined) refuse(first.error.kind, first.error.params.reason);
      const fresh = ids.filter((id) => !reminded.has(id));
      for (const id of fresh) reminded.add(id);
      return fresh.length;
    },
    ...certificates.handlers(),
    ...readiness.handlers(),
    ...auditing.handlers(),
    ...registers,
    remove_kept: (request) => (auditing.remove(request.kind, request.id) ? null : registers.remove_kept(request)),
    restore_kept: (request) => (auditing.restore(request.id) ? null : registers.restore_kept(request)),
    ...programmeHandlers(),
    set_language: (request) => {
      lang = request.lang;
      return session();
    },
    open_sample: () => {
      opened = true;
      return session();
    },
    start_office: (form) => {
      opened = true;
      cases = [];
      certificates.clear();
      office = { ...office, name: form.name };
      return session();
    },
    retry_open: session,
    accept_history: session,
    choices,
    dashboard,
    list_cases: ({ filter, sort, descending, offset, limit }) => {
      const found = rows().filter((row) => matches(row, filter));
      const value = SORT_VALUE[sort];
      if (value !== undefined) found.sort((a, b) => value(a).localeCompare(value(b), "pl"));
      if (descending) found.reverse();
      return { rows: found.slice(offset, offset + limit), total: found.length };
    },
    case: ({ id }) => find(id).view,
    draft_form: ({ id }) => {
      const { view, form } = find(id);
      return { form: form ?? formOf(view), revision: view.revision };
    },
    create_draft: ({ form }) => {
      const id = `draft-${cases.length + 1}`;
      cases = [...cases, { view: draftView(id, form, choices(), 1), form }];
      return { id, revision: 1, number: null };
    },
    save_draft: ({ id, revision, form }) =>
      form.title === "konflikt" ? refuse("conflict") : write(checked(id, revision), form),
    discard_draft: ({ id, revision }) => {
      checked(id, revision);
      gone.set(id, find(id));
      cases = cases.filter(({ view }) => view.id !== id);
      return { id, revision: revision + 1, number: null };
    },
    restore_draft: ({ id }) => {
      cases = [...cases, gone.get(id) ?? refuse("notFound")];
      return { id, revision: find(id).view.revision, number: null };
    },
    register_case: ({ id, revision }) => {
      const view = checked(id, revision);
      const missing = view.row.missing;
      if (missing.length > 0) refuse("ruleViolated", "incomplete", { missing: missing.join(",") });
      const number = `${view.row.kind}/2/2015`;
      view.row = { ...view.row, number, status: "registered", registeredOn: TODAY, missing: [] };
      view.revision += 1;
      view.life = lifeOf(view);
      return { id, revision: view.revision, number };
    },
    office: () => office,
    save_office: (form) => {
      if (!form.numberTemplate.includes("{NR}")) refuse("ruleViolated", "bad_template");
      office = {
        ...office,
        revision: office.revision + 1,
        name: form.name,
        edition: form.edition,
        numberTemplate: form.numberTemplate,
        closedDays: form.closedDays,
        settings: form.settings,
        departments: form.departments.map(({ id, code, name }) => ({ id: id ?? `unit-${code}`, code, name, cases: 0 })),
      };
      return office;
    },
    inbox: () => unreadEntries,
    mark_read: ({ keys, read }) => {
      const entries = unreadEntries.entries.map((entry) => (keys.includes(entry.key) ? { ...entry, read } : entry));
      unreadEntries = { entries, unread: entries.filter((entry) => !entry.read).length };
      return unreadEntries;
    },
    pick_register: () => "/home/urzad/Rejestr działań 2014.xlsx",
    plan_import: ({ path, sheet }) => {
      if (path.includes("haslo")) refuse("invalid", "encrypted");
      return planOf(path, sheet);
    },
    run_import: () => {
      opened = true;
      return { batch: "batch-1", totals: planOf("x", null).totals };
    },
    undo_import: () => ({ batch: null, totals: { rows: 0, new: 0, changed: 0, unchanged: 0, drafts: 0 } }),
    export_register: ({ filter }) => ({ path: "/home/urzad/rejestr.xlsx", rows: count(filter) }),
    find: ({ text }) =>
      rows()
        .filter((row) => matches(row, { ...EMPTY_FILTER, text }))
        .slice(0, 8)
        .map((row) => ({ kind: "case" as const, id: row.id, label: row.number ?? "–", detail: row.title })),
  };
}

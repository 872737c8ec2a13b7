import type { PeopleView, PersonView, Role, SettingsView, SignedIn } from "../bindings";
import type { CommandName, Request, Response } from "../client";
import { refuse } from "./refuse";

export const SETTINGS: SettingsView = {
  ownReview: "refuse",
  shift: "next",
  idleMinutes: 15,
  registerWorkingDays: 3,
  decisionDays: 7,
  planDays: 14,
  approvalDays: 7,
  actionDays: 60,
  verifyDays: 7,
  reviewMonths: 3,
  followUpDays: 30,
};

const POSTS: [string, string, string | null, Role[]][] = [
  ["post-representative", "Pełnomocnik ds. SZJ", null, ["representative"]],
  ["post-secretary", "Sekretarz Powiatu", null, ["coordinator"]],
  ["post-starosta", "Starosta", null, ["top_management"]],
  [
    "post-Naczelnik Wydziału Architektury i Budownictwa",
    "Naczelnik Wydziału Architektury i Budownictwa",
    "unit-AB",
    ["department_head"],
  ],
];

/** The passwords of the two people of the office where people sign in. */
export const FAKE_PASSWORDS: Record<string, string> = {
  pelnomocnik: "zielona parasolka 7",
  naczelnik: "wysoka drabina 12",
};

function seeded(): PeopleView {
  return {
    people: [],
    posts: POSTS.map(([id, name, department, roles]) => ({ id, revision: 1, name, department, roles })),
    processes: [
      {
        id: "process-P04",
        revision: 1,
        code: "P04",
        name: "Pozwolenia na budowę",
        owner: "post-Naczelnik Wydziału Architektury i Budownictwa",
        department: "unit-AB",
        measure: "95% decyzji w 65 dni",
      },
    ],
  };
}

const person = (id: string, name: string, login: string, post: string, postName: string): PersonView => ({
  id,
  revision: 1,
  name,
  login,
  posts: [{ id: post, name: postName }],
  active: true,
  signsIn: true,
});

type PeopleCommand =
  | "people"
  | "save_person"
  | "save_post"
  | "remove_post"
  | "save_process"
  | "remove_process"
  | "keep_awake";
type Handlers = { [C in PeopleCommand & CommandName]: (request: Request<C>) => Response<C> };

/** Who works at the fake office, who of them has a password, and who is signed in. */
export class FakePeople {
  #view = seeded();
  #passwords = new Map<string, string>();
  #signedIn: string | null = null;
  #failures = 0;

  constructor(signIn: boolean) {
    if (!signIn) return;
    const [, , , head] = POSTS;
    this.#view.people = [
      person("person-1", "Anna Przykładowa", "pelnomocnik", "post-representative", "Pełnomocnik ds. SZJ"),
      person("person-2", "Jan Wzorowy", "naczelnik", head?.[0] ?? "", head?.[1] ?? ""),
    ];
    for (const { id, login } of this.#view.people) this.#passwords.set(id, FAKE_PASSWORDS[login] ?? "");
  }

  get signIn(): boolean {
    return this.#view.people.some(({ signsIn }) => signsIn);
  }

  get alone(): boolean {
    return this.#view.people.filter(({ signsIn }) => signsIn).length < 2;
  }

  get locked(): boolean {
    return this.signIn && this.#signedIn === null;
  }

  get person(): SignedIn | null {
    const found = this.#view.people.find(({ id }) => id === this.#signedIn);
    if (found === undefined) return null;
    const held = this.#view.posts.filter((post) => found.posts.some(({ id }) => id === post.id));
    const { id, name, login, posts } = found;
    return { id, name, login, posts, roles: [...new Set(held.flatMap(({ roles }) => roles))] };
  }

  enter(login: string, password: string): void {
    const found = this.#view.people.find((one) => one.login === login.trim().toLowerCase());
    if (this.#failures >= 3) {
      this.#failures = 0;
      refuse("invalid", "wait", { seconds: "5" });
    }
    if (found === undefined || this.#passwords.get(found.id) !== password) {
      this.#failures += 1;
      refuse("invalid", "wrong_password");
    }
    this.#failures = 0;
    this.#signedIn = found.id;
  }

  leave(): void {
    this.#signedIn = null;
  }

  setPassword({ id, old, new: next }: Request<"set_password">): void {
    if (id === this.#signedIn && this.#passwords.get(id) !== old) refuse("invalid", "wrong_password");
    this.#keep(id, next);
  }

  #keep(id: string, password: string): void {
    if (password.length < 12) refuse("invalid", "weak_password", { problem: "password_too_short" });
    this.#passwords.set(id, password);
  }

  #savePerson(form: Request<"save_person">): void {
    if (form.name === "") refuse("ruleViolated", "empty_name", { field: "name" });
    if (!/^[\p{L}\d._-]{2,40}$/u.test(form.login)) refuse("ruleViolated", "bad_login");
    const others = this.#view.people.filter(({ id }) => id !== form.id);
    if (others.some(({ login }) => login === form.login)) {
      refuse("ruleViolated", "login_taken", { login: form.login });
    }
    if (form.posts.length === 0) refuse("ruleViolated", "post_needed");
    const posts = this.#view.posts.filter(({ id }) => form.posts.includes(id));
    const id = form.id ?? `person-${this.#view.people.length + 1}`;
    const signsIn = form.active && (form.password !== null || this.#passwords.has(id));
    const leads = posts.some(({ roles }) => roles.includes("representative"));
    if (signsIn && !this.signIn && !leads) refuse("ruleViolated", "first_is_representative");
    const first = signsIn && !this.signIn;
    if (form.password !== null) this.#keep(id, form.password);
    const { name, login, active, revision } = form;
    const held = posts.map((post) => ({ id: post.id, name: post.name }));
    this.#view.people = [...others, { id, revision: revision + 1, name, login, posts: held, active, signsIn }];
    if (first) this.#signedIn = id;
  }

  handlers(): Handlers {
    const view = () => this.#view;
    return {
      keep_awake: () => null,
      people: view,
      save_person: (form) => {
        this.#savePerson(form);
        return view();
      },
      save_post: ({ id, revision, ...form }) => {
        if (form.name.trim() === "") refuse("ruleViolated", "empty_name", { field: "name" });
        const saved = { ...form, id: id ?? `post-${form.name}`, revision: revision + 1 };
        this.#view.posts = [...this.#view.posts.filter((post) => post.id !== saved.id), saved];
        return view();
      },
      remove_post: ({ id }) => {
        const post = this.#view.posts.find((one) => one.id === id) ?? refuse("notFound");
        if (this.#view.processes.some(({ owner }) => owner === id))
          refuse("ruleViolated", "in_use", { name: post.name });
        this.#view.posts = this.#view.posts.filter((one) => one.id !== id);
        return view();
      },
      save_process: ({ id, revision, ...form }) => {
        const others = this.#view.processes.filter((one) => one.id !== id);
        if (others.some(({ code }) => code === form.code))
          refuse("ruleViolated", "duplicate_code", { code: form.code });
        this.#view.processes = [...others, { ...form, id: id ?? `process-${form.code}`, revision: revision + 1 }];
        return view();
      },
      remove_process: ({ id }) => {
        this.#view.processes = this.#view.processes.filter((one) => one.id !== id);
        return view();
      },
    };
  }
}

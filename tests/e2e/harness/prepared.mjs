// An office with people and cards at every step of their life, made by the command line, so that a test begins where it looks.
import { join } from "node:path";
import { iso } from "./card.mjs";
import { writePdf } from "./papers.mjs";
import { capa, capaAs, capaPerson } from "./scene.mjs";

export const HEAD_POST = "Naczelnik Wydziału Komunikacji";
export const ANNA = { name: "Anna Nowa", login: "a.nowa", password: "wiosenny deszcz nad rzeką" };
export const MARIA = { name: "Maria Wysoka", login: "m.wysoka", password: "srebrny kajak na jeziorze" };
export const JAN = { name: "Jan Stary", login: "j.stary", password: "zielony rower w garażu" };

const STANDING = {
  pl: { representative: "Pełnomocnik ds. SZJ", top: "Starosta" },
  en: { representative: "QMS Representative", top: "County Head" },
};

/** Anna is the representative, Maria the Starosta; Jan heads the unit, owns what is done there, and has `roles` beside. */
export async function officeWithPeople(desk, lang = "pl", { roles = [] } = {}) {
  const data = join(desk.folder, "office");
  const plain = (...words) => capa(desk, data, "--lang", lang, ...words);
  const held = ["department_head", ...roles].flatMap((role) => ["--role", role]);
  await plain("posts", "add", HEAD_POST, ...held);
  await plain("processes", "add", "--code", "P-07", "--name", "Rejestracja pojazdów", "--owner", HEAD_POST);
  await capaPerson(desk, data, { ...ANNA, posts: [STANDING[lang].representative] });
  await capaPerson(desk, data, { ...MARIA, posts: [STANDING[lang].top] }, ANNA);
  await capaPerson(desk, data, { ...JAN, posts: [HEAD_POST] }, ANNA);
  return data;
}

const FIELDS = {
  statement: "Protokół wydano bez podpisu",
  source: "INT_AUDIT",
  process: "P-07",
  owner: HEAD_POST,
  clause_2015: "8.5.1",
};

/** Registers a card and moves it on until it stands in that state; answers with its number. */
export async function cardAt(desk, data, state, title = `Brak podpisu (${state})`) {
  const pdf = await writePdf(join(desk.folder, "dowod.pdf"), "Dowod");
  const run = async (who, ...words) => JSON.parse(await capaAs(desk, data, who, ...words, "--json"));
  const set = (values) => Object.entries(values).flatMap(([name, value]) => ["--set", `${name}=${value}`]);
  const report = set({ ...FIELDS, title, target_on: iso(60) });
  const { number } = await run(ANNA, "new", "--kind", "DK", ...report, "--register");
  const plan = set({ method: "other", root_cause: "Brak listy", criterion: "Żaden", review_due_on: iso(90) });
  const steps = [
    ["registered"],
    ["analysis", JAN, "start_analysis"],
    [null, JAN, "write", ...plan, "--add-action", `Lista kontrolna|${HEAD_POST}|${iso(20)}`],
    ["plan_pending", JAN, "submit_plan"],
    ["in_progress", ANNA, "approve_plan"],
    [null, JAN, "attach", "--file", pdf.path],
    [null, JAN, "complete_action"],
    ["implemented", JAN, "report_done"],
    ["effectiveness", ANNA, "verify"],
  ];
  for (const [reached, who, ...words] of steps) {
    if (who !== undefined) await run(who, "do", number, ...words);
    if (reached === state) return number;
  }
  throw new Error(`no step of a life ends in ${state}`);
}

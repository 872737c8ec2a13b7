// The whole walk by keyboard alone: there is no click in this file, and no stop where the focus is lost to the eye or the ear.
import assert from "node:assert/strict";
import { join } from "node:path";
import { Key } from "webdriverio";
import { day } from "../harness/card.mjs";
import { chooseFile } from "../harness/chooser.mjs";
import { Keyboard } from "../harness/keyboard.mjs";
import { writePdf } from "../harness/papers.mjs";
import { ANNA, HEAD_POST, JAN, MARIA, officeWithPeople } from "../harness/prepared.mjs";
import { until } from "../harness/processes.mjs";
import { capaAs, scene } from "../harness/scene.mjs";
import { byTestId } from "../harness/selectors.mjs";

/** Somebody who types slowly presses about two keys in a second. */
const KEYS_IN_A_MINUTE = 120;

async function signIn(app, keys, { login, password }) {
  await keys.arrives("login");
  await keys.type(login);
  await keys.to("password");
  await keys.type(password);
  await keys.press(Key.Enter);
  await app.find(byTestId("person-menu"), { within: 30_000 });
}

async function handOver(app, keys, person) {
  await keys.press(Key.Ctrl, "l");
  await signIn(app, keys, person);
}

/** Opens a move's dialog, fills it in, sends it; the focus comes back to the card. */
async function move(app, keys, code, { fields = {}, password, of } = {}) {
  await keys.to((stop) => stop.id === `move-${code}` && (of === undefined || stop.name.includes(of)));
  await keys.press(Key.Enter);
  await app.find(byTestId("move-submit"));
  for (const [name, text] of Object.entries(fields)) await keys.fill(name, text);
  if (password !== undefined) await keys.fill("move-password", password);
  await keys.to("move-submit");
  await keys.press(Key.Enter);
  const closed = async () => !(await app.shows(byTestId("move-submit")));
  await until(`${code} to be made`, closed, { within: 30_000 });
}

async function saved(app, keys) {
  await keys.press(Key.Ctrl, Key.Enter);
  await until("the part to be saved", async () => !(await app.shows(byTestId("save-part"))), { within: 30_000 });
}

scene("a card goes its whole way by keyboard alone, and is reported in under a minute", async ({ desk, open }) => {
  const data = await officeWithPeople(desk);
  const pdf = await writePdf(join(desk.folder, "procedura.pdf"), "Procedura");
  const app = await open({ data });
  const keys = new Keyboard(app);
  await signIn(app, keys, ANNA);

  const number = await reported(app, keys);
  await fromTheList(app, keys, number);
  await move(app, keys, "start_analysis");
  await app.reads("w analizie", { selector: "main" });
  await planned(app, keys);
  await handOver(app, keys, JAN);
  await firstTask(app, keys, number);
  await move(app, keys, "submit_plan");
  await handOver(app, keys, MARIA);
  await firstTask(app, keys, number);
  await move(app, keys, "approve_plan", { password: MARIA.password });
  await handOver(app, keys, JAN);
  await firstTask(app, keys, number);
  await carriedOut(desk, app, keys, pdf);
  await handOver(app, keys, ANNA);
  await firstTask(app, keys, number);
  await move(app, keys, "verify", { fields: { "move-seen": "Procedura" }, password: ANNA.password });
  await move(app, keys, "judge_ineffective", {
    fields: { "move-data": "Znów trzy przypadki", "move-early-reason": "Powtórka" },
    password: ANNA.password,
  });
  await app.reads("zamknięta – nieskuteczna", { selector: "main" });
  await app.close();
  const card = JSON.parse(await capaAs(desk, data, ANNA, "show", number, "--json"));
  assert.equal(card.status, "closed_ineffective");
  assert.equal(card.evidence[0].file.sha256, pdf.sha256);
  assert.equal(card.links[0].kind, "follow_up");
});

/** N, what is needed, one chord: the keys are counted. */
async function reported(app, keys) {
  const before = keys.presses;
  await keys.press("n");
  await keys.arrives("field-title");
  await keys.type("Brak podpisu na protokole");
  await keys.press(Key.Tab);
  await keys.type("Protokół 12/2026 bez podpisu");
  await keys.choose("field-owner", HEAD_POST);
  await keys.fill("field-targetOn", day(60));
  await keys.press(Key.Ctrl, Key.Shift, Key.Enter);
  await app.find(byTestId("now-box"), { within: 30_000 });
  const pressed = keys.presses - before;
  assert.ok(pressed < KEYS_IN_A_MINUTE, `a new card takes ${pressed} key presses`);
  console.log(`a new card: ${pressed} key presses, its words included`);
  return (await app.text("main h1 span")).trim();
}

/** The card is completed and found again in the list. */
async function fromTheList(app, keys, number) {
  await keys.to("edit-report");
  await keys.press(Key.Enter);
  await keys.choose("field-source", "samokontrola");
  await keys.choose("field-process", "P-07");
  await keys.choose("field-clause2015", "8.5.1");
  await saved(app, keys);
  await keys.press("/");
  await keys.arrives("search");
  await keys.type(number);
  await keys.to("case-grid");
  await keys.press(Key.ArrowDown);
  await keys.press(Key.Enter);
  await app.reads(number, { selector: "main h1" });
  // A dialog that is left with Esc changes nothing and gives the focus back.
  await keys.to("move-start_analysis");
  await keys.press(Key.Enter);
  await app.find(byTestId("move-submit"));
  await keys.press(Key.Escape);
  await until("the dialog to close", async () => !(await app.shows(byTestId("move-submit"))));
  await keys.arrives("move-start_analysis");
}

async function planned(app, keys) {
  await keys.to("edit-cause");
  await keys.press(Key.Enter);
  await keys.choose("field-causeMethod", "5 × dlaczego");
  await keys.to("add-why-arose");
  await keys.press(Key.Enter);
  await keys.type("Nikt nie sprawdza kompletności");
  // Enter goes on to the next question.
  await keys.press(Key.Enter);
  await keys.type("Nie ma listy kontrolnej");
  await keys.fill("field-causeRoot", "Procedura nie przewiduje sprawdzenia");
  await saved(app, keys);
  await keys.to("edit-plan");
  await keys.press(Key.Enter);
  await keys.to("add-action");
  await keys.press(Key.Enter);
  await keys.to("action-what-1", { key: [Key.Shift, Key.Tab] });
  await keys.type("Uzupełnić procedurę");
  await keys.press(Key.Tab);
  await keys.choose((stop) => /Odpowiedzialny/.test(stop.name), HEAD_POST);
  await keys.fill("action-due-1", day(20));
  await keys.fill("field-criterion", "Żaden protokół bez podpisu");
  await keys.fill("field-reviewDueOn", day(90));
  await saved(app, keys);
}

/** M for "my work", and from there to the step. */
async function firstTask(app, keys, number) {
  await keys.press("m");
  await app.find(`${byTestId("nav-work")}[aria-current="page"]`);
  await keys.to("task-1");
  await keys.press(Key.Enter);
  await app.reads(number, { selector: "main h1" });
  await app.find(byTestId("now-box"));
}

async function carriedOut(desk, app, keys, pdf) {
  const pick = async () => {
    await keys.to("pick-files");
    await keys.press(Key.Enter);
  };
  await chooseFile(desk, pick, pdf.path);
  await app.find(byTestId("evidence-1-1"), { within: 30_000 });
  await move(app, keys, "complete_action", { fields: { "move-note": "Zrobione" } });
  await move(app, keys, "report_done");
}

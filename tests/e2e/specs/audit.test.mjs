// An internal audit by keyboard alone, from the yearly programme to the closed finding: there is no click in this file.
import assert from "node:assert/strict";
import { join } from "node:path";
import { Key } from "webdriverio";
import { Keyboard } from "../harness/keyboard.mjs";
import { until } from "../harness/processes.mjs";
import { capa, OUTPUT, sampleFolder, scene } from "../harness/scene.mjs";
import { byTestId } from "../harness/selectors.mjs";

const AUDITOR = "Auditor wewnętrzny (Wydział Finansowo-Budżetowy)";
const OWNER = "Starosta";

/** Enter on what the focus comes to. */
async function enter(keys, id) {
  await keys.to(id);
  await keys.press(Key.Enter);
}

/** The dialog's button is pressed, and the dialog goes. */
async function sent(app, keys, button) {
  await enter(keys, button);
  const closed = async () => !(await app.shows(byTestId(button)));
  await until(`${button} to be done`, closed, { within: 30_000 }).catch(async (error) => {
    throw new Error(`${error.message}; the dialog reads: ${await app.text("[role=dialog]")}`, { cause: error });
  });
}

/** The decision is another post's, and this is the paper it was taken on. */
async function recordFor(app, keys, post, paper) {
  if (await app.shows(byTestId("record-paper"))) {
    // Tab goes to the chosen one of the two; the arrow goes on to the other.
    await keys.to("record-own");
    await keys.press(Key.ArrowDown);
    await keys.press(Key.Tab);
  }
  await keys.choose("record-for", post);
  await keys.fill("record-document", paper);
}

/** Makes a move on the card; what another post decided is recorded from its paper. */
async function move(app, keys, code, { fields = {}, paper } = {}) {
  await enter(keys, `move-${code}`);
  await app.find(byTestId("move-submit"));
  for (const [name, text] of Object.entries(fields)) await keys.fill(name, text);
  if (paper) await recordFor(app, keys, ...paper);
  await sent(app, keys, "move-submit");
}

async function saved(app, keys) {
  await keys.press(Key.Ctrl, Key.Enter);
  await until("the part to be saved", async () => !(await app.shows(byTestId("save-part"))), { within: 30_000 });
}

/** To a screen by its name, through the list of commands. */
async function screen(app, keys, name, nav) {
  await keys.press(Key.Ctrl, "k");
  await app.find("[role=dialog] input");
  await keys.type(name);
  await until("the screen to be found", async () => (await app.text("[role=dialog]")).includes(name));
  await keys.press(Key.Enter);
  await app.find(`${byTestId(`nav-${nav}`)}[aria-current="page"]`);
}

scene("an internal audit goes from the programme to its closed finding by keyboard alone", async ({ desk, open }) => {
  const data = await sampleFolder(desk);
  const app = await open({ data });
  const keys = new Keyboard(app);
  await app.find("main h1");
  await screen(app, keys, "Audity", "audits");
  await planned(app, keys);
  await asked(app, keys);
  const number = await found(app, keys);
  await concluded(app, keys);
  await desk.picture(join(OUTPUT, "audit-held.png"));
  await closed(app, keys, number);
  await app.close();

  const card = JSON.parse(await capa(desk, data, "show", number, "--json"));
  assert.equal(card.status, "closed_effective");
  const trail = card.trail.map(({ change }) => change.what);
  assert.equal(trail[0], "finding_raised");
  assert.equal(JSON.parse(await capa(desk, data, "verify", "--json")).ok, true);
});

/** January of the first process is marked, the programme saved, approved by the Starosta on paper, an audit planned. */
async function planned(app, keys) {
  await keys.to((stop) => stop.id.startsWith("audits-tab-"));
  await keys.press(Key.ArrowRight);
  await app.find(`${byTestId("audits-tab-programme")}[aria-selected="true"]`);
  await keys.to((stop) => stop.id.startsWith("programme-cell-"));
  await keys.press(Key.Ctrl, Key.Home);
  await keys.arrives("programme-cell-P01-1");
  await keys.press(" ");
  await enter(keys, "programme-save");
  await app.find(`${byTestId("programme-approve")}:not([disabled])`, { within: 30_000 });
  await enter(keys, "programme-approve");
  await recordFor(app, keys, "Starosta", "Zarządzenie 3/2015");
  await sent(app, keys, "approve-save");
  await until("the programme to be approved", async () => !(await app.shows(byTestId("programme-approve"))));
  await keys.to((stop) => stop.id === "programme-cell-P01-1", { key: [Key.Shift, Key.Tab] });
  await keys.press(Key.Enter);
  await app.find(byTestId("audit-save"));
  await keys.fill("audit-starts", "12.01.2015");
  await keys.fill("audit-ends", "12.01.2015");
  await enter(keys, "team-add");
  await keys.choose("team-post-1", AUDITOR);
  await sent(app, keys, "audit-save");
}

/** The findings of the last external audit come first, then the questions for every process. */
async function asked(app, keys) {
  if (!(await app.shows(byTestId("fill-questions")))) {
    await keys.to((stop) => stop.name.startsWith("audit wewnętrzny"));
    await keys.press(Key.Enter);
  }
  await app.find(byTestId("fill-questions"));
  await enter(keys, "fill-questions");
  await app.reads("1", { selector: byTestId("fill-findings") });
  // The lists that fit are marked already.
  await app.find(`${byTestId("fill-list-1")}:checked`);
  await sent(app, keys, "fill-save");
  await app.find(byTestId("question-1"), { within: 30_000 });
}

/** Every question is answered; the second one is not fulfilled, and becomes a card in one step. */
async function found(app, keys) {
  const questions = await app.count('fieldset [data-testid$="-unanswered"]');
  assert.ok(questions > 2, `${questions} questions`);
  for (let no = 1; no <= questions; no += 1) {
    const answer = no === 2 ? "nonconforming" : "conforming";
    await keys.to((stop) => stop.id.startsWith(`answer-${no}-`));
    await keys.press(no === 2 ? "4" : "2");
    await app.find(`${byTestId(`answer-${no}-${answer}`)}:checked`);
    await keys.fill(`evidence-${no}`, `Zapisy z dnia 12.01.2015, pozycja ${no}`);
    if (no === 2) await keys.fill(`note-${no}`, "Celów na 2015 r. nie zatwierdzono");
    await enter(keys, `save-answer-${no}`);
    await app.reads("zapisano", { selector: byTestId(`answer-state-${no}`), within: 30_000 });
  }
  await keys.to("raise-2", { key: [Key.Shift, Key.Tab] });
  await keys.press(Key.Enter);
  await app.find(byTestId("raised-2"), { within: 30_000 });
  const [number] = (await app.text(byTestId("raised-2"))).match(/DK\/\d+\/2015/) ?? [];
  assert.ok(number, "the finding has no number");
  return number;
}

async function concluded(app, keys) {
  await enter(keys, "conclude");
  await keys.fill("conclude-on", "12.01.2015");
  await sent(app, keys, "conclude-save");
  await until("the audit to be held", async () => !(await app.shows(byTestId("conclude"))), { within: 30_000 });
}

/** The card of the finding goes its whole way. */
async function closed(app, keys, number) {
  await keys.press("/");
  await keys.arrives("search");
  await keys.type(number);
  await keys.to("case-grid");
  await keys.press(Key.ArrowDown);
  await keys.press(Key.Enter);
  await app.reads(number, { selector: "main h1" });
  await app.reads("audit wewnętrzny", { selector: "main" });
  await enter(keys, "edit-report");
  await keys.choose("field-clause2008", "5.4.1");
  await saved(app, keys);
  await move(app, keys, "start_analysis");
  await enter(keys, "edit-cause");
  await keys.choose("field-causeMethod", "inna");
  await keys.fill("field-causeRoot", "Nie wyznaczono terminu zatwierdzenia celów");
  await saved(app, keys);
  await enter(keys, "edit-plan");
  await enter(keys, "add-action");
  await keys.to("action-what-1", { key: [Key.Shift, Key.Tab] });
  await keys.type("Zatwierdzić cele i wpisać termin do kalendarza");
  await keys.press(Key.Tab);
  await keys.choose((stop) => /Odpowiedzialny/.test(stop.name), "Sekretarz Powiatu");
  await keys.fill("action-due-1", "30.01.2015");
  await keys.fill("field-criterion", "Cele zatwierdzone do końca stycznia");
  await keys.fill("field-reviewDueOn", "30.01.2015");
  await saved(app, keys);
  await move(app, keys, "submit_plan", { paper: [OWNER, "Notatka 1/2015"] });
  await move(app, keys, "approve_plan", { paper: ["Sekretarz Powiatu", "Notatka 2/2015"] });
  await enter(keys, "toggle-action-1");
  await enter(keys, "paper-1");
  await keys.fill("paper-title-1", "Karta celów 2015");
  await keys.fill("paper-number-1", "SEK.0142.1.2015");
  await enter(keys, "paper-add-1");
  await app.find(byTestId("evidence-1-1"), { within: 30_000 });
  await move(app, keys, "complete_action", { paper: ["Sekretarz Powiatu", "Notatka 3/2015"] });
  await move(app, keys, "report_done", { paper: [OWNER, "Notatka 4/2015"] });
  await move(app, keys, "verify", { fields: { "move-seen": "Karta celów 2015" } });
  await move(app, keys, "judge_effective", {
    fields: { "move-data": "18 z 18 celów zatwierdzonych", "move-early-reason": "Cele zatwierdzono przed terminem" },
  });
  await app.reads("zamknięta – skuteczna", { selector: "main" });
}

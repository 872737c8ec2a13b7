// A card, moved through its life as a person does it: parts are written, moves are made, evidence is added.
import { chooseFile } from "./chooser.mjs";
import { goTo } from "./journey.mjs";
import { choose } from "./office.mjs";
import { until } from "./processes.mjs";
import { byTestId } from "./selectors.mjs";

/** The day so many days from today as the book writes it; today is the office's, whatever zone this machine is set to. */
export function iso(ahead) {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Warsaw" }).format(new Date());
  return new Date(Date.parse(today) + ahead * 86_400_000).toISOString().slice(0, 10);
}

/** The same day as a Polish office writes it. */
export const day = (ahead) => iso(ahead).split("-").reverse().join(".");

/** Fills fields of a form by their test ids: a text, or `{ choose }` for a list. */
export async function fillFields(app, fields) {
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === "string") await app.fill(byTestId(name), value);
    else await choose(app, byTestId(name), value.choose);
  }
}

/** Reports a finding and registers it; answers with its number. */
export async function registerFinding(app, { first, rest = {} }) {
  await goTo(app, "work");
  await app.click(byTestId("new-case"));
  await fillFields(app, first);
  if (Object.keys(rest).length > 0) {
    await app.click(byTestId("rest-fields"));
    await fillFields(app, rest);
  }
  await app.click(byTestId("save-register"));
  await app.find(byTestId("now-box"), { within: 30_000 });
  return (await app.text("main h1 span")).trim();
}

/** Opens the dialog of a move; `within` narrows to a part of the card. */
export async function openMove(app, code, within = "") {
  await app.click(`${within} ${byTestId(`move-${code}`)}`.trim());
  await app.still(byTestId("move-submit"));
}

/** Sends an open dialog and waits until it is gone. */
export async function sendMove(app) {
  await app.click(byTestId("move-submit"));
  try {
    await until("the dialog to close", async () => !(await app.shows(byTestId("move-submit"))), { within: 30_000 });
  } catch (error) {
    throw new Error(`${error.message}; the dialog reads: ${await app.text("[role=dialog]")}`, { cause: error });
  }
}

/** Makes a move: opens its dialog, fills in what it asks for, sends it. */
export async function makeMove(app, code, { fields = {}, password, within, before } = {}) {
  await openMove(app, code, within);
  await fillFields(app, fields);
  await before?.();
  if (password !== undefined) await app.fill(byTestId("move-password"), password);
  await sendMove(app);
}

/** Opens a part of the card for writing. */
export async function editPart(app, part) {
  await app.click(byTestId(`edit-${part}`));
  await app.find(byTestId("save-part"));
}

/** Saves the part that is being written. */
export async function savePart(app) {
  await app.click(byTestId("save-part"));
  await until("the part to be saved", async () => !(await app.shows(byTestId("save-part"))), { within: 30_000 });
}

/** Writes one track of the 5 Why: each answer a box of its own. */
export async function answerWhys(app, track, answers) {
  for (const answer of answers) {
    await app.click(byTestId(`add-why-${track}`));
    // The new box has the focus.
    await app.type(answer);
  }
}

/** Adds an action to the plan that is being written. */
export async function addAction(app, no, { what, owner, due }) {
  await app.click(byTestId("add-action"));
  await app.fill(byTestId(`action-what-${no}`), what);
  const row = `//*[@role='group'][.//*[@data-testid='action-what-${no}']]`;
  await choose(app, `${row}//input[@aria-haspopup='listbox']`, owner);
  await app.fill(byTestId(`action-due-${no}`), due);
}

/** Unfolds an action of the plan. */
export async function openAction(app, no) {
  const toggle = byTestId(`toggle-action-${no}`);
  if (await app.shows(`${toggle}[aria-expanded="false"]`)) await app.click(toggle);
  await app.find(`${toggle}[aria-expanded="true"]`);
}

/** Attaches a file to an action through the desktop's own file chooser. */
export async function attachFile(desk, app, no, path) {
  await openAction(app, no);
  await chooseFile(desk, () => app.click(`${byTestId(`attach-${no}`)} ${byTestId("pick-files")}`), path);
  await app.find(byTestId(`evidence-${no}-1`), { within: 30_000 });
}

/** Adds paper evidence to an action by its file number. */
export async function attachPaper(app, no, { title, number }) {
  await openAction(app, no);
  await app.click(byTestId(`paper-${no}`));
  await app.fill(byTestId(`paper-title-${no}`), title);
  await app.fill(byTestId(`paper-number-${no}`), number);
  await app.click(byTestId(`paper-add-${no}`));
  await app.find(byTestId(`evidence-${no}-1`), { within: 30_000 });
}

/** Marks an action as done. */
export function completeAction(app, no, options = {}) {
  return makeMove(app, "complete_action", { within: byTestId(`action-${no}`), ...options });
}

/** From "my work" to the step that stands there first. */
export async function openTask(app, no = 1) {
  await goTo(app, "work");
  await app.click(byTestId(`task-${no}`));
  await app.find(byTestId("now-box"));
}

// An office of one's own, and the people who work in it, made the way the representative makes them.
import { Key } from "webdriverio";
import { until } from "./processes.mjs";
import { byRole, byRoleWith, byTestId, quote } from "./selectors.mjs";

/** From the first start through the wizard to an empty dashboard. */
export async function beginOffice(app, name) {
  await app.click(byTestId("door-office"));
  await app.fill(byTestId("office-name"), name);
  for (let step = 2; step <= 4; step += 1) {
    await app.click(byTestId("wizard-next"));
    await app.find(`ol li:nth-child(${step})[aria-current="step"]`);
  }
  await app.click(byTestId("wizard-next"));
  await app.find(byTestId("count-overdue"), { within: 60_000 });
}

/** Opens one of the tabs of the settings. */
export async function openSettings(app, tab) {
  await app.click(byTestId("nav-settings"));
  await app.click(byTestId(`settings-tab-${tab}`));
  await app.find(`${byTestId(`settings-tab-${tab}`)}[aria-selected="true"]`);
}

/** Picks an option of a list that opens under its field. */
export async function choose(app, field, option) {
  await app.click(field);
  await app.click(byRoleWith("option", option));
}

async function closed(app, button) {
  try {
    await until("the dialog to close", async () => !(await app.shows(byTestId(button))));
  } catch (error) {
    throw new Error(`${error.message}; the dialog reads: ${await app.text("[role=dialog]")}`, { cause: error });
  }
}

/** A post with its role; the settings of people are open. `unit` and `label` are words on the screen. */
export async function addPost(app, { name, role, unit, label = "Komórka" }) {
  await app.click(byTestId("post-add"));
  await app.fill(byTestId("post-name"), name);
  if (unit) await choose(app, byRole("textbox", label), unit);
  if (role) await app.click(`//label[@for=//*[@data-testid='role-${role}']/@id]`);
  await app.click(byTestId("post-save"));
  await closed(app, "post-save");
}

/** A person who signs in; the settings of people are open. */
export async function addPerson(app, { name, login, posts, password }) {
  await app.click(byTestId("people-add"));
  await app.fill(byTestId("person-name"), name);
  await app.fill(byTestId("person-login"), login);
  for (const post of posts) await app.click(`//label[@for=//*[@data-testid=${quote(`person-post-${post}`)}]/@id]`);
  await app.fill(byTestId("person-password"), password);
  await app.click(byTestId("person-save"));
  await closed(app, "person-save");
}

/** A process with its owner; the settings of processes are open. */
export async function addProcess(app, { code, name, owner, label = "Właściciel" }) {
  await app.click(byTestId("process-add"));
  await app.fill(byTestId("process-code"), code);
  await app.fill(byTestId("process-name"), name);
  await choose(app, byRole("textbox", label), owner);
  await app.click(byTestId("process-save"));
  await closed(app, "process-save");
}

/** Signs in at the locked window. */
export async function signIn(app, { login, password }) {
  await app.fill(byTestId("login"), login);
  await app.fill(byTestId("password"), password);
  await app.click(byTestId("sign-in"));
  await app.find(byTestId("person-menu"), { within: 30_000 });
}

/** Locks the window with its key. */
export async function lock(app) {
  await app.keys(Key.Ctrl, "l");
  await app.find(byTestId("sign-in-page"));
}

/** The next person takes the desk. */
export async function handOver(app, person) {
  await lock(app);
  await signIn(app, person);
}

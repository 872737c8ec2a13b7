// The main job, step by step, as the tests, the tour and the pictures walk it.

import { until } from "./processes.mjs";
import { byTestId } from "./selectors.mjs";

/** From the first start to the dashboard of the sample office. */
export async function openSample(app) {
  await app.click(byTestId("door-sample"));
  await app.find(byTestId("count-overdue"), { within: 60_000 });
}

/** Goes to one of the main screens and waits until its heading stands there. */
export async function goTo(app, screen) {
  await app.click(byTestId(`nav-${screen}`));
  await app.find(`${byTestId(`nav-${screen}`)}[aria-current="page"]`);
  await app.find("main h1");
}

/** A figure of the dashboard. */
export async function figure(app, key) {
  return (await app.text(byTestId(`count-${key}`))).trim();
}

/** Waits until a figure has the value. */
export function figureBecomes(app, key, value) {
  return until(`the figure ${key} to become ${value}`, async () => (await figure(app, key)) === value);
}

/** The numbers in the register's list as it is seen. A list that changes while it is read is read again. */
export function caseNumbers(app) {
  return until("the numbers in the list", async () => {
    const numbers = [];
    for (const row of await app.browser.$$('[data-testid="case-grid"] [data-testid^="case-row-"]').getElements()) {
      numbers.push((await row.getAttribute("data-testid")).replace("case-row-", ""));
    }
    return numbers;
  });
}

/** From the register's list to a card. */
export async function openCase(app, number) {
  await app.click(byTestId(`case-row-${number}`));
  await app.reads(number, { selector: byTestId("pane") });
  await app.click(byTestId("open-card"));
  await app.reads(number, { selector: "main h1" });
}

/** Changes the due date of the open card; `to` as a person writes it. */
export async function moveDueDate(app, { to, reason }) {
  await app.click(byTestId("change-due"));
  await app.fill(byTestId("move-due-date"), to);
  await app.fill(byTestId("move-reason"), reason);
  await app.click(byTestId("move-submit"));
  await until("the dialog to close", async () => !(await app.shows(byTestId("move-submit"))));
}

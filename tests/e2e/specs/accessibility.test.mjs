// No screen breaks WCAG 2.1 A or AA, in either language, dialogs and open calendars included.
import assert from "node:assert/strict";
import { join } from "node:path";
import { violations } from "../harness/axe.mjs";
import { goTo, openCase, openSample } from "../harness/journey.mjs";
import { until } from "../harness/processes.mjs";
import { officeRegister } from "../harness/registers.mjs";
import { scene } from "../harness/scene.mjs";
import { byTestId } from "../harness/selectors.mjs";

const BACK = { pl: "Wstecz", en: "Back" };

for (const lang of ["pl", "en"]) {
  scene(`every screen keeps WCAG 2.1 AA (${lang})`, async ({ desk, open }) => {
    const file = join(desk.folder, "register.xlsx");
    await officeRegister(file);
    const app = await open({ lang });
    const checked = [];
    const found = [];
    const check = async (screen) => {
      checked.push(screen);
      found.push(...(await violations(app)).map((line) => `${screen}: ${line}`));
    };
    await firstRun(app, check, BACK[lang]);
    await openSample(app);
    assert.equal(await (await app.browser.$("html")).getAttribute("lang"), lang);
    await cards(app, check);
    await otherScreens(app, check, file);
    assert.ok(checked.length >= 20, `only ${checked.length} screens were checked`);
    assert.deepEqual(found, [], found.join("\n"));
  });
}

async function firstRun(app, check, back) {
  await app.find(byTestId("door-sample"));
  await check("start page");
  await app.click(byTestId("door-office"));
  await app.find(byTestId("office-name"));
  await check("wizard: name");
  await app.click(byTestId("wizard-next"));
  await app.find(`ol li:nth-child(2)[aria-current="step"]`);
  await check("wizard: departments");
  await app.click(byTestId("wizard-next"));
  await app.click(`//label[@for=//*[@data-testid='with-certificate']/@id]`);
  await app.find(byTestId("certificate-number"));
  await check("wizard: certificate");
  await app.click(byTestId("wizard-skip"));
  await app.find(`ol li:nth-child(4)[aria-current="step"]`);
  await check("wizard: summary");
  // Back through the four steps to the three doors.
  for (let step = 3; step >= 1; step -= 1) {
    await app.press("button", back);
    await app.find(`ol li:nth-child(${step})[aria-current="step"]`);
  }
  await app.press("button", back);
}

async function cards(app, check) {
  await check("dashboard");
  await goTo(app, "register");
  await app.find(byTestId("case-row-DK/1/2015"));
  await check("register");
  await app.fill("input[type=search]", "qqqq");
  await until("the list to be empty", async () => (await app.count('[data-testid^="case-row-"]')) === 0);
  await check("register: nothing found");
  await goTo(app, "dashboard");
  await app.click(byTestId("figure-overdue"));
  await openCase(app, "DK/9/2014");
  await check("card");
  await app.click(byTestId("change-due"));
  await app.find(byTestId("move-due-date"));
  await check("card: change of due date");
  await app.click('[role=dialog] button[aria-expanded="false"]');
  await app.find("[role=dialog] table button");
  await check("card: calendar");
  await app.keys("Escape");
  await app.keys("Escape");
  await until("the dialog to close", async () => !(await app.shows(byTestId("move-due-date"))));
  await goTo(app, "dashboard");
  await app.click(byTestId("new-case"));
  await app.find(byTestId("field-title"));
  await check("new card");
  await app.fill(byTestId("field-title"), "Brak podpisu pod protokołem");
  await app.click(byTestId("save-draft"));
  await app.find(byTestId("register-case"));
  await check("draft");
}

async function otherScreens(app, check, file) {
  await goTo(app, "certificate");
  await check("certificate");
  await app.click(byTestId("record-certificate"));
  await app.find(byTestId("save-certificate"));
  await check("certificate: new one");
  await app.keys("Escape");
  await until("the dialog to close", async () => !(await app.shows(byTestId("save-certificate"))));
  await goTo(app, "inbox");
  await check("inbox");
  await goTo(app, "settings");
  await app.find(byTestId("settings-name"));
  await check("settings");
  await goTo(app, "import");
  await check("import");
  await app.fill(byTestId("import-path"), file);
  await app.click(byTestId("read-path"));
  await app.find(byTestId("run-import"), { within: 30_000 });
  await check("import: plan");
  await app.click(byTestId("open-palette"));
  await app.find(byTestId("palette-input"));
  await check("palette");
  await app.keys("Escape");
}

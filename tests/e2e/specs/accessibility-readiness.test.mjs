// The screens of readiness, audits, registers and the programme of actions keep WCAG 2.1 AA, in either language.
import assert from "node:assert/strict";
import { violations } from "../harness/axe.mjs";
import { goTo } from "../harness/journey.mjs";
import { until } from "../harness/processes.mjs";
import { sampleFolder, scene } from "../harness/scene.mjs";
import { byTestId } from "../harness/selectors.mjs";

const REGISTERS = ["complaint", "objective", "survey", "review"];

for (const lang of ["pl", "en"]) {
  scene(`the screens of an audit year keep WCAG 2.1 AA (${lang})`, async ({ desk, open }) => {
    const data = await sampleFolder(desk);
    const app = await open({ data, lang });
    const checked = [];
    const found = [];
    const check = async (screen) => {
      checked.push(screen);
      found.push(...(await violations(app)).map((line) => `${screen}: ${line}`));
    };
    const dialog = async (screen, opener, inside) => {
      await app.click(byTestId(opener));
      await app.find(byTestId(inside));
      await app.still(byTestId(inside));
      await check(screen);
      // The first Escape closes a list that is open under its field.
      await until(`${screen} to close`, async () => {
        await app.keys("Escape");
        return !(await app.shows(byTestId(inside)));
      });
    };
    await app.find(byTestId("count-overdue"), { within: 60_000 });
    await check("dashboard");
    await readiness(app, check, dialog);
    await audits(app, check, dialog);
    await registers(app, check, dialog);
    await programme(app, check, dialog);
    await goTo(app, "certificate");
    await check("certificate");
    await dialog("certificate: suspended", "suspend", "save-suspend");
    assert.ok(checked.length >= 24, `only ${checked.length} screens were checked`);
    assert.deepEqual(found, [], found.join("\n"));
  });
}

async function readiness(app, check, dialog) {
  await goTo(app, "readiness");
  await app.find(byTestId("readiness-verdict"));
  await check("readiness");
  await dialog("readiness: answer", "confirm-R20", "save-confirmation");
  await dialog("readiness: answer for each process", "confirm-R27", "save-confirmation");
  await dialog("readiness: own check", "add-own-check", "own-question");
  await app.click(byTestId("compare-2014-10-15"));
  await app.find(byTestId("comparison"));
  await check("readiness: compared");
}

async function audits(app, check, dialog) {
  await goTo(app, "audits");
  await app.find(byTestId("audit-list"));
  await check("audits");
  await dialog("audits: plan", "plan-audit", "audit-save");
  await app.click(byTestId("audits-tab-programme"));
  await app.find(byTestId("programme"));
  await check("audits: programme");
  await app.click(byTestId("audits-tab-lists"));
  await dialog("audits: question list", "list-add", "list-save");
  await check("audits: lists");
  await app.click(byTestId("audits-tab-auditors"));
  await dialog("audits: auditor", "auditor-add", "auditor-save");
  await check("audits: auditors");
  await app.click(byTestId("audits-tab-list"));
  await app.click(byTestId("audit-open-2"));
  await app.find(byTestId("question-1"), { within: 30_000 });
  await check("audit");
}

async function registers(app, check, dialog) {
  await goTo(app, "registers");
  for (const kind of REGISTERS) {
    await app.click(byTestId(`tab-${kind}s`));
    await app.find(byTestId(`add-${kind}`));
    await check(`registers: ${kind}s`);
    await dialog(`registers: ${kind}`, `add-${kind}`, `save-${kind}`);
  }
  await app.click(byTestId("tab-pack"));
  await app.find(byTestId("pack"));
  await check("registers: pack");
}

async function programme(app, check, dialog) {
  await goTo(app, "programme");
  await app.find(byTestId("programme-percent"));
  await check("programme of actions");
  await dialog("programme of actions: monitoring", "monitor-1", "save-monitoring");
  await dialog("programme of actions: report", "report-quarter-1", "save-report");
}

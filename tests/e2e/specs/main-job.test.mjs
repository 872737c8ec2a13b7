// The main job as the representative does it: from the first start to one case less that is overdue.
import assert from "node:assert/strict";
import { caseNumbers, figure, figureBecomes, goTo, moveDueDate, openCase, openSample } from "../harness/journey.mjs";
import { until } from "../harness/processes.mjs";
import { scene } from "../harness/scene.mjs";
import { byTestId } from "../harness/selectors.mjs";

scene("from the start page to a due date moved with a reason", async ({ open }) => {
  const app = await open();
  await app.reads("Od czego zaczynamy?");
  await openSample(app);

  await app.reads("dzień pokazowy 12.01.2015", { selector: byTestId("sample-banner") });
  await app.reads("Audit nadzoru II: 03.02.2015 · za 22 dni", { selector: byTestId("audit-line") });
  assert.equal(await figure(app, "audit"), "22 dni");
  assert.equal(await figure(app, "overdue"), "2");
  assert.equal(await figure(app, "to_judge"), "2");

  await app.click(byTestId("figure-overdue"));
  await app.reads("2 karty", { selector: byTestId("total") });
  assert.deepEqual((await caseNumbers(app)).sort(), ["DK/9/2014", "DZ/2/2014"]);

  await openCase(app, "DK/9/2014");
  await app.reads("24 dni po terminie");
  await moveDueDate(app, { to: "30.01.2015", reason: "Dostawca tablicy przesunął montaż." });
  await app.reads("19.12.2014 → 30.01.2015: Dostawca tablicy przesunął montaż.");
  await app.reads("za 18 dni");

  await goTo(app, "dashboard");
  await figureBecomes(app, "overdue", "1");
  await app.click(byTestId("figure-overdue"));
  await app.reads("1 karta", { selector: byTestId("total") });
  assert.deepEqual(await caseNumbers(app), ["DZ/2/2014"]);
});

scene("a due date does not move without a reason", async ({ open }) => {
  const app = await open();
  await openSample(app);
  await app.click(byTestId("figure-overdue"));
  await openCase(app, "DK/9/2014");
  await app.click(byTestId("change-due"));
  await app.fill(byTestId("move-due-date"), "30.01.2015");
  await app.click(byTestId("move-submit"));
  await app.reads("Podaj powód.");
  await app.press("button", "Anuluj");
  await goTo(app, "dashboard");
  assert.equal(await figure(app, "overdue"), "2");
});

scene("the search finds a word typed without Polish letters", async ({ open }) => {
  const app = await open();
  await openSample(app);
  await goTo(app, "register");
  await app.reads("25 kart", { selector: byTestId("total") });
  await app.write("Szukaj w rejestrze", "szkolen");
  await app.reads(/Brak oceny skuteczności szkoleń/, { selector: byTestId("case-grid") });
  await until("other cards to leave the list", async () => !(await caseNumbers(app)).includes("DK/9/2014"));
  assert.ok((await caseNumbers(app)).includes("DK/1/2013"));
});

// The other language comes at once, stays after a restart, and leaves nothing behind in the first one.
import assert from "node:assert/strict";
import { openSample } from "../harness/journey.mjs";
import { scene } from "../harness/scene.mjs";
import { byTestId } from "../harness/selectors.mjs";

scene("the language changes without a restart and is remembered", async ({ open }) => {
  const app = await open();
  await openSample(app);
  await app.reads("Co teraz zrobić");
  assert.equal(await (await app.browser.$("html")).getAttribute("lang"), "pl");

  await app.click(byTestId("lang-en"));
  await app.reads("What to do now");
  await app.reads("3 Feb 2015", { selector: byTestId("audit-line") });
  assert.equal(await (await app.browser.$("html")).getAttribute("lang"), "en");
  assert.doesNotMatch(await app.text("nav"), /Pulpit|Rejestr|Skrzynka|Ustawienia/);
  await app.close();

  const again = await open();
  await again.reads("What to do now");
  await again.click(byTestId("lang-pl"));
  await again.reads("Co teraz zrobić");
});

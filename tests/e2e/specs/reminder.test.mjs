// A reminder reaches the desktop. The day comes from --as-of, which a sample folder allows.
import assert from "node:assert/strict";
import { goTo } from "../harness/journey.mjs";
import { sampleFolder, scene } from "../harness/scene.mjs";

const AS_OF = ["--as-of", "2015-01-04"];

scene("thirty days ahead the desktop says which audit comes", async ({ desk, open }) => {
  const data = await sampleFolder(desk);
  const app = await open({ data, args: AS_OF });
  const toast = await desk.toast(/30 dni/, { within: 30_000 });
  assert.match(toast.summary, /^CAPA Desk/);
  assert.match(`${toast.summary}\n${toast.body}`, /audit nadzoru II\b/i);
  assert.match(`${toast.summary}\n${toast.body}`, /03\.02\.2015/);

  await goTo(app, "inbox");
  await app.reads(/audit nadzoru II\b/i, { selector: "main" });
  const shown = desk.toasts().length;
  await app.close();

  // What was delivered stays delivered: the next start says nothing twice.
  const again = await open({ data, args: AS_OF });
  await goTo(again, "inbox");
  await again.reads(/audit nadzoru II\b/i, { selector: "main" });
  assert.equal(desk.toasts().length, shown);
});

scene("the toast speaks English to those who chose it", async ({ desk, open }) => {
  const data = await sampleFolder(desk);
  await open({ data, lang: "en", args: AS_OF });
  const toast = await desk.toast(/30 days/, { within: 30_000 });
  assert.match(`${toast.summary}\n${toast.body}`, /surveillance audit 2\b/i);
});

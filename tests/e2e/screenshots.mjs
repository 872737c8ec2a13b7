// The README's pictures, taken from the app as it is: two screens in English, one in Polish, a reminder on the desktop.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { App } from "./harness/app.mjs";
import { Desk } from "./harness/desk.mjs";
import { goTo, openCase } from "./harness/journey.mjs";
import { sampleFolder } from "./harness/scene.mjs";
import { byTestId } from "./harness/selectors.mjs";

const FOLDER = process.env.CAPA_E2E_OUTPUT;
if (!FOLDER) throw new Error("CAPA_E2E_OUTPUT names the folder for the pictures; `cargo xtask screenshots` sets it");

async function screens(desk, data) {
  const app = await App.open(desk, { data, lang: "en" });
  await app.find(byTestId("count-overdue"));
  await app.picture(join(FOLDER, "dashboard.png"));
  await app.click(byTestId("figure-overdue"));
  await openCase(app, "DK/9/2014");
  await app.picture(join(FOLDER, "card.png"));
  await app.click(byTestId("lang-pl"));
  await goTo(app, "register");
  await app.find(byTestId("case-row-DK/1/2015"));
  await app.reads("25 kart", { selector: byTestId("total") });
  await app.picture(join(FOLDER, "register-pl.png"));
  await app.close();
}

async function reminder(desk, data) {
  const app = await App.open(desk, { data, args: ["--as-of", "2015-01-04"] });
  await desk.toast(/30 dni/, { within: 30_000 });
  await goTo(app, "inbox");
  await app.reads(/Audit nadzoru II/, { selector: "main" });
  await desk.picture(join(FOLDER, "reminder-pl.png"));
  await app.close();
}

await mkdir(FOLDER, { recursive: true });
const desk = await Desk.open();
try {
  await screens(desk, await sampleFolder(desk));
  // Another folder: in the first one the reminders were already said.
  await reminder(desk, await sampleFolder(desk, "untouched"));
  console.log(`The pictures lie in ${FOLDER}`);
} finally {
  await desk.close();
}

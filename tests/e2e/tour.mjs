// The main job in a virtual display, told in the terminal and pictured: for machines without a screen.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { App } from "./harness/app.mjs";
import { chooseFile } from "./harness/chooser.mjs";
import { Desk } from "./harness/desk.mjs";
import { caseNumbers, figure, goTo, openCase, openSample } from "./harness/journey.mjs";
import { officeRegister } from "./harness/registers.mjs";
import { sampleFolder } from "./harness/scene.mjs";
import { byTestId } from "./harness/selectors.mjs";

const PICTURES = process.env.CAPA_E2E_OUTPUT ?? new URL("../../target/tour", import.meta.url).pathname;

let pictures = 0;
async function picture(source, name, words) {
  pictures += 1;
  const path = join(PICTURES, `${pictures}-${name}.png`);
  await source.picture(path);
  console.log(`${pictures}. ${words}\n   ${path}`);
}

async function sampleAndOverdue(desk, app) {
  await app.find(byTestId("door-sample"));
  await picture(desk, "start", "Started CAPA Desk on an empty folder: three ways to begin.");
  await openSample(app);
  const days = await figure(app, "audit");
  const overdue = await figure(app, "overdue");
  await picture(
    desk,
    "dashboard",
    `Opened the sample office: ${days} to the surveillance audit, ${overdue} cases overdue.`,
  );
  await app.click(byTestId("figure-overdue"));
  await app.find(byTestId("case-row-DK/9/2014"));
  const numbers = await caseNumbers(app);
  await picture(desk, "overdue", `Clicked the figure: the overdue cases are ${numbers.join(" and ")}.`);
  await openCase(app, "DK/9/2014");
  await picture(desk, "card", "Opened the card DK/9/2014.");
}

async function importRegister(desk, app) {
  const file = join(desk.folder, "rejestr-2024.xlsx");
  const { rows } = await officeRegister(file);
  await goTo(app, "import");
  await chooseFile(desk, () => app.click(byTestId("pick-register")), file);
  await app.find(byTestId("run-import"), { within: 30_000 });
  await picture(desk, "plan", `Chose an Excel register with ${rows} rows: the plan shows what would come in.`);
  await app.click(byTestId("run-import"));
  await app.find(byTestId("import-done"), { within: 30_000 });
  await picture(desk, "imported", "Brought the register in.");
}

async function reminder(desk) {
  const data = await sampleFolder(desk);
  const app = await App.open(desk, { data, args: ["--as-of", "2015-01-04"] });
  const { summary, body } = await desk.toast(/30 dni/, { within: 30_000 });
  await goTo(app, "inbox");
  const said = [summary, ...body.split("\n")].map((line) => `   | ${line}`).join("\n");
  await picture(desk, "reminder", `On 4 January 2015 the desktop reminds, in these words:\n${said}`);
  await app.close();
}

await mkdir(PICTURES, { recursive: true });
console.log("The tour of CAPA Desk, in a virtual display:\n");
const desk = await Desk.open();
try {
  const app = await App.open(desk);
  await sampleAndOverdue(desk, app);
  await importRegister(desk, app);
  await app.close();
  await reminder(desk);
  console.log(`\nThe tour is over; its ${pictures} pictures lie in ${PICTURES}`);
} catch (error) {
  await desk.picture(join(PICTURES, "failed.png")).catch(() => {});
  throw error;
} finally {
  await desk.close();
}

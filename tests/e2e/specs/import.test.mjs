// Last year's register comes in through the desktop's own file chooser: first a plan, then the cards, never twice.
import assert from "node:assert/strict";
import { join } from "node:path";
import { chooseFile } from "../harness/chooser.mjs";
import { caseNumbers, goTo } from "../harness/journey.mjs";
import { officeRegister } from "../harness/registers.mjs";
import { scene } from "../harness/scene.mjs";
import { byRole, byTestId } from "../harness/selectors.mjs";

const total = (name) => `${byTestId(`total-${name}`)} strong`;

scene("a register is planned, brought in, and the same file again changes nothing", async ({ desk, open }) => {
  const file = join(desk.folder, "rejestr.xlsx");
  const { rows, complete } = await officeRegister(file);
  const app = await open();
  await app.click(byTestId("door-import"));

  const choose = () => chooseFile(desk, () => app.press("button", "Wybierz plik"), file);
  await choose();
  await app.find(byRole("button", "Wczytaj do rejestru"), { within: 30_000 });
  assert.equal(await app.text(total("rows")), String(rows));
  assert.equal(await app.text(total("new")), String(rows));

  await app.press("button", "Wczytaj do rejestru");
  await app.reads("Wczytano rejestr", { within: 30_000 });
  await goTo(app, "register");
  await app.reads(`${rows} kart`, { selector: byTestId("total") });
  const numbers = await caseNumbers(app);
  for (const number of complete) assert.ok(numbers.includes(number), `${number} is not among ${numbers}`);

  await goTo(app, "import");
  await choose();
  await app.reads("Ten plik nic nie zmienia: wszystkie wiersze są już w rejestrze.", { within: 30_000 });
  assert.equal(await app.text(total("new")), "0");
  await goTo(app, "register");
  await app.reads(`${rows} kart`, { selector: byTestId("total") });
});

// Two windows' worth of edits on one card, and text that was not saved: nothing is overwritten, nothing is lost.
import assert from "node:assert/strict";
import { editPart, savePart } from "../harness/card.mjs";
import { goTo, openCase } from "../harness/journey.mjs";
import { until } from "../harness/processes.mjs";
import { capa, sampleFolder, scene } from "../harness/scene.mjs";
import { byTestId } from "../harness/selectors.mjs";

const NUMBER = "DK/9/2014";
const MINE = "Zamówiono tablicę zastępczą";
const THEIRS = "Klienci zostali powiadomieni pisemnie";
const AGAIN = "Ustawiono tablicę tymczasową";

const show = async (desk, data) => JSON.parse(await capa(desk, data, "show", NUMBER, "--json"));

/** Opens the card in the register's list. */
async function openCard(app) {
  await goTo(app, "register");
  await openCase(app, NUMBER);
}

/** Somebody else saves the card meanwhile. */
async function changeBehind(app, id, part) {
  const { form, revision } = await app.ask("draft_form", { id });
  const standing = { recordedFor: null, password: null };
  return app.ask("write_case", { id, revision, form: { ...form, ...part }, standing });
}

const typed = async (app, field) => (await app.find(byTestId(field))).getValue();

scene(
  "a card that was changed meanwhile is not overwritten: who, what, from, to; then both stand",
  async ({ desk, open }) => {
    const data = await sampleFolder(desk);
    const before = await show(desk, data);
    const app = await open({ data });
    await openCard(app);
    await editPart(app, "correction");
    await app.fill(byTestId("field-correctionWhat"), MINE);

    await changeBehind(app, before.id, { correctionConsequences: THEIRS });
    assert.equal(
      await typed(app, "field-correctionWhat"),
      MINE,
      "what is typed stays while the card changes behind it",
    );
    await app.click(byTestId("save-part"));
    await app.find(byTestId("conflict"));
    // Who, which field, the old and the new value.
    const told = (await app.text(byTestId("conflict"))).replace(/\s+/g, " ");
    assert.match(told, /Pełnomocnik/);
    assert.match(told, /Korekcja · Skutki/);
    assert.ok(told.includes(THEIRS), told);
    if (before.correction.consequences !== "") assert.ok(told.includes(before.correction.consequences), told);
    assert.equal((await show(desk, data)).correction.what, before.correction.what, "nothing was overwritten");
    assert.equal(await typed(app, "field-correctionWhat"), MINE);

    await app.click(byTestId("keep-mine"));
    await until("the conflict to be settled", async () => !(await app.shows(byTestId("conflict"))));
    assert.equal(await typed(app, "field-correctionConsequences"), THEIRS);
    await savePart(app);
    const { correction } = await show(desk, data);
    assert.equal(correction.what, MINE);
    assert.equal(correction.consequences, THEIRS);
  },
);

scene("the same field changed by both: the other text is shown, and can be taken", async ({ desk, open }) => {
  const data = await sampleFolder(desk);
  const before = await show(desk, data);
  const app = await open({ data });
  await openCard(app);
  await editPart(app, "correction");
  await app.fill(byTestId("field-correctionWhat"), MINE);
  await changeBehind(app, before.id, { correctionWhat: AGAIN });
  await app.click(byTestId("save-part"));
  await app.reads(AGAIN, { selector: byTestId("conflict") });
  await app.click(byTestId("take-theirs"));
  await until("the conflict to be settled", async () => !(await app.shows(byTestId("conflict"))));
  assert.equal(await typed(app, "field-correctionWhat"), AGAIN);
  assert.equal((await show(desk, data)).correction.what, AGAIN);
});

scene(
  "text that was not saved is offered again after a reload and after a crash of the window",
  async ({ desk, open }) => {
    const data = await sampleFolder(desk);
    const before = await show(desk, data);
    const app = await open({ data });
    await openCard(app);
    await editPart(app, "correction");
    await app.fill(byTestId("field-correctionWhat"), MINE);
    await app.browser.refresh();
    await app.click(byTestId("edit-correction"));
    await app.reads("Przywrócono", { selector: byTestId("part-correction") });
    assert.equal(await typed(app, "field-correctionWhat"), MINE);

    await app.fill(byTestId("field-correctionWhat"), AGAIN);
    await app.kill();
    assert.equal(
      (await show(desk, data)).correction.what,
      before.correction.what,
      "the register has only what was saved",
    );
    const next = await open({ data });
    await openCard(next);
    await editPart(next, "correction");
    await next.reads("Przywrócono", { selector: byTestId("part-correction") });
    assert.equal(await typed(next, "field-correctionWhat"), AGAIN);
    await savePart(next);
    assert.equal((await show(desk, data)).correction.what, AGAIN);
  },
);

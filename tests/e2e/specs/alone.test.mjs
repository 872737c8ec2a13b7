// One person, no password: the same life, with the decisions of others recorded from the paper they were taken on.
import assert from "node:assert/strict";
import { join } from "node:path";
import {
  addAction,
  attachPaper,
  completeAction,
  day,
  editPart,
  fillFields,
  makeMove,
  openTask,
  registerFinding,
  savePart,
} from "../harness/card.mjs";
import { choose } from "../harness/office.mjs";
import { capa, scene } from "../harness/scene.mjs";
import { byTestId } from "../harness/selectors.mjs";

const HEAD = "Naczelnik Wydziału Komunikacji";
const STAROSTA = "Starosta";
const PLAN_PAPER = "KT.0123.7.2026";
const APPROVAL_PAPER = "Zarządzenie 41/2026";

/** In the dialog: the decision is another one's, and this is the paper. */
const recordFor = (app, post, paper) => async () => {
  // Where the decision may be her own, she says first that it is not.
  if (await app.shows(byTestId("record-paper"))) await app.click(byTestId("record-paper"));
  await choose(app, byTestId("record-for"), post);
  await app.fill(byTestId("record-document"), paper);
};

scene("alone and without a password she records what others decided on paper", async ({ desk, open }) => {
  const data = join(desk.folder, "office");
  const office = (...words) => capa(desk, data, "--lang", "pl", ...words);
  await office("posts", "add", HEAD, "--role", "department_head");
  await office("processes", "add", "--code", "P-07", "--name", "Rejestracja pojazdów", "--owner", HEAD);
  const app = await open({ data });
  const number = await registerFinding(app, {
    first: {
      "field-title": "Brak podpisu na protokole",
      "field-statement": "Protokół wydano bez podpisu",
      "field-owner": { choose: HEAD },
      "field-targetOn": day(60),
    },
    rest: {
      "field-source": { choose: "samokontrola" },
      "field-process": { choose: "P-07" },
      "field-clause2015": { choose: "8.5.1" },
    },
  });
  await makeMove(app, "start_analysis");
  await editPart(app, "cause");
  await fillFields(app, {
    "field-causeMethod": { choose: "inna" },
    "field-causeRoot": "Procedura nie przewiduje sprawdzenia kompletności",
  });
  await savePart(app);
  await editPart(app, "plan");
  await addAction(app, 1, { what: "Uzupełnić procedurę", owner: HEAD, due: day(20) });
  await fillFields(app, { "field-criterion": "Żaden protokół bez podpisu", "field-reviewDueOn": day(0) });
  await savePart(app);

  await makeMove(app, "submit_plan", { before: recordFor(app, HEAD, PLAN_PAPER) });
  await makeMove(app, "approve_plan", { before: recordFor(app, STAROSTA, APPROVAL_PAPER) });
  await attachPaper(app, 1, { title: "Procedura po zmianie", number: "OR.0140.2.2026" });
  await completeAction(app, 1, { before: recordFor(app, HEAD, "Notatka 3/2026") });
  await makeMove(app, "report_done", { before: recordFor(app, HEAD, "Notatka 4/2026") });
  // What waits for her own decision stands in "my work"; it takes no password and no paper.
  await openTask(app);
  await app.reads(number, { selector: "main h1" });
  await makeMove(app, "verify", {
    fields: { "move-seen": "Procedura" },
    before: async () => assert.equal(await app.shows(byTestId("move-password")), false, "nobody has a password here"),
  });
  await makeMove(app, "judge_effective", { fields: { "move-data": "Trzy miesiące bez jednego przypadku" } });
  await app.reads("zamknięta – skuteczna", { selector: "main" });

  const history = (await app.text(byTestId("history"))).replace(/\s+/g, " ");
  for (const [post, paper] of [
    [HEAD, PLAN_PAPER],
    [STAROSTA, APPROVAL_PAPER],
  ]) {
    const told = `Wpisano za: ${post}, decyzja z ${day(0)}, dokument: ${paper}`;
    assert.ok(history.includes(told), `"${told}" is not in: ${history}`);
  }
  await app.close();

  const card = JSON.parse(await office("show", number, "--json"));
  assert.equal(card.status, "closed_effective");
  const entry = (what) => card.trail.find(({ change }) => change.what === what);
  const paper = (what) =>
    entry(what).recorded_for && [entry(what).recorded_for.name, entry(what).recorded_for.document];
  assert.deepEqual(paper("plan_submitted"), [HEAD, PLAN_PAPER]);
  assert.deepEqual(paper("plan_approved"), [STAROSTA, APPROVAL_PAPER]);
  assert.deepEqual(paper("action_completed"), [HEAD, "Notatka 3/2026"]);
  assert.deepEqual(paper("done_reported"), [HEAD, "Notatka 4/2026"]);
  for (const own of ["implementation_verified", "judged_effective"]) assert.equal(paper(own), null, own);
  for (const { role, person, signed_off: signed } of card.trail) {
    assert.deepEqual([role, person, signed], ["representative", null, false]);
  }
  assert.equal(JSON.parse(await office("verify", "--json")).ok, true);
});

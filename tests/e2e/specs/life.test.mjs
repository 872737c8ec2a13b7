// The whole life of a case in the real window, by three people in turn, and its trail read back afterwards.
import assert from "node:assert/strict";
import { join } from "node:path";
import {
  addAction,
  answerWhys,
  attachFile,
  attachPaper,
  completeAction,
  day,
  editPart,
  fillFields,
  iso,
  makeMove,
  openTask,
  registerFinding,
  savePart,
} from "../harness/card.mjs";
import { addPerson, addPost, addProcess, beginOffice, handOver, openSettings } from "../harness/office.mjs";
import { writePdf } from "../harness/papers.mjs";
import { capa, capaAs, scene } from "../harness/scene.mjs";
import { byTestId } from "../harness/selectors.mjs";

const HEAD_POST = "Naczelnik Wydziału Komunikacji";
const REPRESENTATIVE = {
  name: "Anna Nowa",
  login: "a.nowa",
  posts: ["Pełnomocnik ds. SZJ"],
  password: "wiosenny deszcz nad rzeką",
};
const STAROSTA = {
  name: "Maria Wysoka",
  login: "m.wysoka",
  posts: ["Starosta"],
  password: "srebrny kajak na jeziorze",
};
const HEAD = { name: "Jan Stary", login: "j.stary", posts: [HEAD_POST], password: "zielony rower w garażu" };

const SEEN = "Procedura po zmianie i lista obecności";
const DATA = "W kwartale po wdrożeniu znów trzy protokoły bez podpisu";

scene(
  "a finding lives from its report to the follow-up card, each step by the one whose it is",
  async ({ desk, open }) => {
    const data = join(desk.folder, "office");
    const pdf = await writePdf(join(desk.folder, "procedura po zmianie.pdf"), "Procedura KT.01, wydanie 2");
    const app = await open({ data });
    await beginOffice(app, "Starostwo Powiatowe w Modrzewiu");
    await peopleOf(app);

    const number = await reported(app);
    await handOver(app, HEAD);
    await analysedAndPlanned(app, number);
    await handOver(app, STAROSTA);
    await approved(app);
    await handOver(app, HEAD);
    await carriedOut(desk, app, pdf);
    await handOver(app, REPRESENTATIVE);
    const next = await judged(app, number);
    await app.close();

    const show = async (which) => JSON.parse(await capaAs(desk, data, REPRESENTATIVE, "show", which, "--json"));
    const [card, followUp] = [await show(number), await show(next)];
    linkedBothWays(card, followUp);
    provenBy(card, pdf);
    trailOf(card);
    const verified = JSON.parse(await capa(desk, data, "verify", "--json"));
    assert.equal(verified.ok, true);
    assert.ok(verified.entries >= card.trail.at(-1).seq);
  },
);

/** The office gets its people through the settings: the representative first, from then on everybody signs in. */
async function peopleOf(app) {
  await openSettings(app, "people");
  await addPost(app, { name: HEAD_POST, role: "department_head", unit: "KT" });
  await addPerson(app, REPRESENTATIVE);
  // Whoever switched the sign-in on stays at the desk in the own name.
  await app.reads(REPRESENTATIVE.name, { selector: byTestId("person-menu") });
  await addPerson(app, STAROSTA);
  await addPerson(app, HEAD);
  await openSettings(app, "processes");
  await addProcess(app, { code: "P-07", name: "Rejestracja pojazdów", owner: HEAD_POST });
}

async function reported(app) {
  return registerFinding(app, {
    first: {
      "field-title": "Brak podpisu na protokole",
      "field-statement": "Protokół wydano bez podpisu osoby upoważnionej",
      "field-owner": { choose: HEAD_POST },
      "field-targetOn": day(60),
    },
    rest: {
      "field-source": { choose: "audit wewnętrzny" },
      "field-process": { choose: "P-07" },
      "field-clause2015": { choose: "8.5.1" },
      "field-evidence": "Protokół 12/2026",
      "field-requirement": "Instrukcja kancelaryjna, § 6",
    },
  });
}

async function analysedAndPlanned(app, number) {
  await openTask(app);
  await app.reads(number, { selector: "main h1" });
  await makeMove(app, "start_analysis");
  await editPart(app, "cause");
  await fillFields(app, { "field-causeMethod": { choose: "5 × dlaczego" } });
  await answerWhys(app, "arose", ["Nikt nie sprawdza kompletności", "Nie ma listy kontrolnej"]);
  await answerWhys(app, "undetected", ["Kontrola obejmuje tylko decyzje"]);
  await app.fill(byTestId("field-causeRoot"), "Procedura nie przewiduje sprawdzenia kompletności");
  await savePart(app);
  await app.find(byTestId("five-why-picture"));
  await editPart(app, "plan");
  await addAction(app, 1, { what: "Uzupełnić procedurę o listę kontrolną", owner: HEAD_POST, due: day(20) });
  await addAction(app, 2, { what: "Przeszkolić pracowników", owner: HEAD_POST, due: day(30) });
  await fillFields(app, {
    "field-criterion": "Żaden protokół bez podpisu przez kwartał",
    "field-reviewDueOn": day(90),
  });
  await savePart(app);
  await makeMove(app, "submit_plan");
  await app.reads("plan do zatwierdzenia", { selector: "main" });
}

async function approved(app) {
  await openTask(app);
  await makeMove(app, "approve_plan", { password: STAROSTA.password });
  await app.reads("w realizacji", { selector: "main" });
}

async function carriedOut(desk, app, pdf) {
  await openTask(app);
  await attachFile(desk, app, 1, pdf.path);
  await app.reads("procedura po zmianie", { selector: byTestId("evidence-1-1") });
  await completeAction(app, 1, { fields: { "move-note": "Zmieniono § 6" } });
  await attachPaper(app, 2, { title: "Lista obecności ze szkolenia", number: "OR.1711.3.2026" });
  await completeAction(app, 2);
  await makeMove(app, "report_done");
  await app.reads("do weryfikacji", { selector: "main" });
}

async function judged(app, number) {
  await openTask(app);
  await app.reads(number, { selector: "main h1" });
  await makeMove(app, "verify", { fields: { "move-seen": SEEN }, password: REPRESENTATIVE.password });
  await app.reads("do oceny skuteczności", { selector: "main" });
  await makeMove(app, "judge_ineffective", {
    fields: { "move-data": DATA, "move-early-reason": "Niezgodność już się powtórzyła" },
    password: REPRESENTATIVE.password,
  });
  await app.reads("zamknięta – nieskuteczna", { selector: "main" });
  await app.click(byTestId("open-follow-up"));
  await app.reads(number, { selector: byTestId("links") });
  const next = (await app.text("main h1 span")).trim();
  assert.notEqual(next, number);
  // And back again: the link stands on both cards.
  await app.press("link", number);
  await app.reads(number, { selector: "main h1" });
  await app.reads(next, { selector: byTestId("links") });
  return next;
}

function linkedBothWays(card, next) {
  const told = ({ links }) => links.map(({ kind, number, direction }) => ({ kind, number, direction }));
  assert.deepEqual(told(card), [{ kind: "follow_up", number: next.number, direction: "to" }]);
  assert.deepEqual(told(next), [{ kind: "follow_up", number: card.number, direction: "from" }]);
  assert.equal(card.status, "closed_ineffective");
  assert.equal(next.status, "registered");
  assert.equal(next.finding.evidence, DATA);
}

function provenBy(card, pdf) {
  const [file, paper] = card.evidence;
  assert.equal(card.evidence.length, 2);
  assert.equal(file.file.sha256, pdf.sha256);
  assert.equal(file.file.bytes, pdf.bytes);
  assert.equal(file.file.media_type, "application/pdf");
  assert.equal(paper.file_number, "OR.1711.3.2026");
  const { five_why: whys, method } = card.cause;
  assert.equal(method, "five_why");
  assert.deepEqual(
    whys.arose.map(({ answer }) => answer),
    ["Nikt nie sprawdza kompletności", "Nie ma listy kontrolnej"],
  );
  assert.deepEqual(
    whys.undetected.map(({ answer }) => answer),
    ["Kontrola obejmuje tylko decyzje"],
  );
  assert.deepEqual(
    card.actions.map(({ due_on }) => due_on),
    [iso(20), iso(30)],
  );
  assert.equal(card.verification.seen, SEEN);
}

/** Every step of the walk: what happened, by whom, in which role, signed off or not. */
function trailOf({ trail }) {
  const p = [REPRESENTATIVE.name, "representative"];
  const w = [HEAD.name, "department_head"];
  const s = [STAROSTA.name, "top_management"];
  const steps = [
    ["draft_created", ...p, false],
    ["case_registered", ...p, false],
    ["analysis_started", ...w, false],
    ["case_written", ...w, false],
    ["case_written", ...w, false],
    ["plan_submitted", ...w, false],
    ["plan_approved", ...s, true],
    ["evidence_attached", ...w, false],
    ["action_completed", ...w, false],
    ["evidence_attached", ...w, false],
    ["action_completed", ...w, false],
    ["done_reported", ...w, false],
    ["implementation_verified", ...p, true],
    ["judged_ineffective", ...p, true],
  ];
  const told = trail.map(({ change, actor, role, signed_off: signed }) => [change.what, actor, role, signed]);
  assert.deepEqual(told, steps);
  assert.ok(trail.every(({ person, recorded_for: paper }) => typeof person === "string" && paper === null));
  assert.equal(new Set(trail.map(({ person }) => person)).size, 3);
  let neighbours = 0;
  for (const [index, entry] of trail.entries()) {
    assert.match(entry.hash, /^[0-9a-f]{64}$/);
    const before = trail[index - 1];
    if (before === undefined) continue;
    assert.ok(entry.seq > before.seq && entry.at >= before.at, `${entry.change.what} stands before its time`);
    // A reminder may be written between two steps; whatever follows at once names the hash of the one before.
    if (entry.seq !== before.seq + 1) continue;
    assert.equal(entry.prev, before.hash);
    neighbours += 1;
  }
  assert.ok(neighbours >= trail.length - 4, `only ${neighbours} entries follow each other`);
}

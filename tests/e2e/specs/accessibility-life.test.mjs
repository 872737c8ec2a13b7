// The screens of a case's life keep WCAG 2.1 AA in both languages: sign-in, people, work, many cards at once, and every dialog.
import assert from "node:assert/strict";
import { join } from "node:path";
import { violations } from "../harness/axe.mjs";
import { addAction, answerWhys, attachPaper, editPart, fillFields, openAction, openMove } from "../harness/card.mjs";
import { goTo, openCase } from "../harness/journey.mjs";
import { handOver, openSettings, signIn } from "../harness/office.mjs";
import { ANNA, cardAt, HEAD_POST, JAN, officeWithPeople } from "../harness/prepared.mjs";
import { until } from "../harness/processes.mjs";
import { OUTPUT, sampleFolder, scene } from "../harness/scene.mjs";
import { byTestId } from "../harness/selectors.mjs";

const WORDS = {
  pl: { why: "5 × dlaczego", ishikawa: "diagram Ishikawy" },
  en: { why: "5 whys", ishikawa: "Ishikawa diagram" },
};

/** Looks at screens one after the other and keeps what breaks the rules; CAPA_E2E_PICTURES keeps pictures too. */
class Look {
  seen = [];
  found = [];

  constructor(app, lang) {
    this.app = app;
    this.lang = lang;
  }

  async at(screen) {
    this.seen.push(screen);
    this.found.push(...(await violations(this.app)).map((line) => `${screen}: ${line}`));
    if (process.env.CAPA_E2E_PICTURES) {
      const name = screen.replace(/[^\p{L}\p{N}]+/gu, "-");
      await this.app.picture(join(OUTPUT, "pictures", `${name}-${this.lang}.png`));
    }
  }

  /** Opens a dialog, looks at it, and leaves it with Esc. */
  async dialog(screen, open, mark) {
    await open();
    await this.app.still(byTestId(mark));
    await this.at(screen);
    await this.leave(mark);
  }

  async leave(mark) {
    // The first Esc may only close a list that is open in the dialog.
    await this.app.keys("Escape");
    const gone = async () => !(await this.app.shows(byTestId(mark)));
    await until("the dialog to close", gone, { within: 1500 }).catch(() => this.app.keys("Escape"));
    await until("the dialog to close", gone);
  }

  /** The dialog of a move; `within` narrows to a part of the card. */
  move(code, within) {
    return this.dialog(`dialog ${code}`, () => openMove(this.app, code, within), "move-submit");
  }

  judge(least) {
    assert.ok(this.seen.length >= least, `only ${this.seen.length} screens were checked`);
    assert.deepEqual(this.found, [], this.found.join("\n"));
  }
}

async function openCard(app, number) {
  await goTo(app, "register");
  await openCase(app, number);
  await app.find(byTestId("now-box"));
}

for (const lang of ["pl", "en"]) {
  scene(`sign-in, people, work and many cards at once keep WCAG 2.1 AA (${lang})`, async ({ desk, open }) => {
    const data = await officeWithPeople(desk, lang);
    await cardAt(desk, data, "registered");
    await cardAt(desk, data, "in_progress");
    const app = await open({ data, lang });
    const look = new Look(app, lang);
    await signsIn(app, look);
    await people(app, look);
    await manyCards(app, look);
    look.judge(16);
  });

  scene(`a card keeps WCAG 2.1 AA in every part and dialog (${lang})`, async ({ desk, open }) => {
    const data = await officeWithPeople(desk, lang);
    const cards = {};
    for (const state of ["registered", "analysis", "plan_pending", "in_progress", "implemented", "effectiveness"]) {
      cards[state] = await cardAt(desk, data, state);
    }
    const app = await open({ data, lang });
    const look = new Look(app, lang);
    await signIn(app, ANNA);
    await reports(app, look, cards);
    await causes(app, look, cards, WORDS[lang]);
    await decisions(app, look, cards);
    await handOver(app, JAN);
    await work(app, look, cards);
    look.judge(27);
  });

  scene(`decisions recorded from paper keep WCAG 2.1 AA (${lang})`, async ({ desk, open }) => {
    const app = await open({ data: await sampleFolder(desk), lang });
    const look = new Look(app, lang);
    await openCard(app, "DK/9/2014");
    await look.at("card of one who is alone");
    await attachPaper(app, 2, { title: "Protokół montażu", number: "AB.1711.3.2015" });
    await look.move("complete_action", byTestId("action-2"));
    await app.click(byTestId("more-moves"));
    await openMove(app, "cancel");
    if (await app.shows(byTestId("record-paper"))) await app.click(byTestId("record-paper"));
    await look.at("dialog recorded from paper");
    await look.leave("move-submit");
    look.judge(3);
  });
}

async function signsIn(app, look) {
  await app.find(byTestId("login"));
  await look.at("sign-in");
  await app.fill(byTestId("login"), ANNA.login);
  await app.fill(byTestId("password"), "nie to hasło wcale");
  await app.click(byTestId("sign-in"));
  await app.find('[role="alert"]');
  await look.at("sign-in refused");
  await signIn(app, ANNA);
  await goTo(app, "work");
  await app.find(byTestId("task-1"));
  await look.at("my work");
  await app.click(byTestId("person-menu"));
  await app.find(byTestId("own-password"));
  await look.at("person menu");
  await look.dialog("own password", () => app.click(byTestId("own-password")), "save-password");
}

async function people(app, look) {
  await openSettings(app, "people");
  await app.find(byTestId(`person-${ANNA.login}`));
  await look.at("people and posts");
  await look.dialog("dialog of a new person", () => app.click(byTestId("people-add")), "person-save");
  await look.dialog("dialog of a person", () => app.click(byTestId(`edit-person-${JAN.login}`)), "person-save");
  await look.dialog("dialog of a post", () => app.click(byTestId("post-add")), "post-save");
  await openSettings(app, "processes");
  await app.find(byTestId("process-P-07"));
  await look.at("processes");
  await look.dialog("dialog of a process", () => app.click(byTestId("process-add")), "process-save");
  await openSettings(app, "rules");
  await app.find(byTestId("save-rules"));
  await look.at("rules");
}

async function manyCards(app, look) {
  await goTo(app, "register");
  await app.click('[data-testid^="case-row-"]');
  await app.keys(" ");
  await app.find(byTestId("bulk-bar"));
  await look.at("register with marked cards");
  await look.dialog("dialog of many cards: assign", () => app.click(byTestId("bulk-assign")), "bulk-confirm");
  await look.dialog("dialog of many cards: extend", () => app.click(byTestId("bulk-extend")), "bulk-confirm");
  await app.click(byTestId("bulk-assign"));
  await app.still(byTestId("bulk-confirm"));
  // The list of posts is open and covers the button: the next field closes it.
  await app.keys("Tab");
  await app.click(byTestId("bulk-confirm"));
  await app.find('[role=dialog] [aria-invalid="true"]');
  await look.at("dialog of many cards: refused");
  await look.leave("bulk-confirm");
}

async function reports(app, look, cards) {
  await openCard(app, cards.registered);
  await look.at("registered card");
  await editPart(app, "report");
  await app.find(byTestId("radar"));
  await look.at("report with the radar");
  await app.click(`${byTestId("radar")} li button`);
  await app.find(byTestId("peek"));
  await look.at("earlier card beside");
  await look.leave("peek");
  await openCard(app, cards.registered);
  await look.move("start_analysis");
  await app.click(byTestId("more-moves"));
  await look.move("cancel");
  await look.move("assign");
  await look.move("decide_no_action");
  await look.move("link", byTestId("links"));
  await look.dialog("dialog of another date", () => app.click(byTestId("change-due")), "move-submit");
  await app.fill(byTestId("history-words"), "szkic");
  await look.at("history narrowed");
}

async function causes(app, look, cards, words) {
  await openCard(app, cards.analysis);
  await editPart(app, "cause");
  await fillFields(app, { "field-causeMethod": { choose: words.why } });
  await answerWhys(app, "arose", ["Nikt nie sprawdza kompletności", "Błąd ludzki"]);
  await answerWhys(app, "undetected", ["Kontrola obejmuje tylko decyzje"]);
  await look.at("card 5 Why written");
  await app.click(byTestId("save-part"));
  await app.find(byTestId("five-why-picture"));
  await look.at("card 5 Why drawn");
  await editPart(app, "cause");
  await fillFields(app, { "field-causeMethod": { choose: words.ishikawa } });
  await app.click(byTestId("add-preset"));
  for (const text of ["Brak zastępstwa", "Nowy pracownik bez szkolenia"]) {
    await app.click('(//*[@data-testid="ishikawa"]//button[contains(@id, "-bone-0-add")])[1]');
    await app.type(text);
  }
  await look.at("card Ishikawa written");
  await app.click(byTestId("save-part"));
  await app.find(byTestId("ishikawa-picture"));
  await look.at("card Ishikawa drawn");
  await editPart(app, "plan");
  await addAction(app, 1, { what: "Lista kontrolna", owner: HEAD_POST, due: "31.12.2199" });
  await look.at("plan written");
}

async function decisions(app, look, cards) {
  await openCard(app, cards.plan_pending);
  await look.move("approve_plan");
  await look.move("return_plan");
  await openCard(app, cards.implemented);
  await look.move("verify");
  await look.move("send_back");
  await openCard(app, cards.effectiveness);
  await look.move("judge_effective");
  await openMove(app, "judge_ineffective");
  await app.click(byTestId("move-submit"));
  await app.find('[role=dialog] [aria-invalid="true"]');
  await look.at("dialog judge_ineffective, lacking its data");
  await look.leave("move-submit");
}

async function work(app, look, cards) {
  await openCard(app, cards.in_progress);
  await openAction(app, 1);
  await look.at("action without evidence, refused moves");
  await app.click(byTestId("paper-1"));
  await app.fill(byTestId("paper-title-1"), "Lista obecności");
  await app.fill(byTestId("paper-number-1"), "OR.1711.3.2026");
  await look.at("evidence on paper");
  await app.click(byTestId("paper-add-1"));
  await app.find(byTestId("evidence-1-1"));
  await look.at("card evidence");
  const action = byTestId("action-1");
  await look.move("complete_action", action);
  await look.move("withdraw", byTestId("evidence-1-1"));
  await look.move("ask_extension", action);
}

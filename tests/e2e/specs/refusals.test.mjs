// What a person may not do is refused in words, in both languages, and no way around the screen leads past it.
import assert from "node:assert/strict";
import { openMove } from "../harness/card.mjs";
import { goTo, openCase } from "../harness/journey.mjs";
import { lock, signIn } from "../harness/office.mjs";
import { ANNA, cardAt, JAN, officeWithPeople } from "../harness/prepared.mjs";
import { capaAs, scene } from "../harness/scene.mjs";
import { byTestId } from "../harness/selectors.mjs";

const WORDS = {
  pl: {
    approve: /Tę czynność wykonuje: Pełnomocnik ds\. SZJ.*Koordynator SZJ.*Starosta/,
    verify: /Wykonanie weryfikuje i skuteczność ocenia ktoś inny niż osoba odpowiedzialna za działanie\./,
    proof: /Brakuje dowodu wykonania działania/,
    password: /[Hh]asł/,
    locked: "Okno zablokowano.",
  },
  en: {
    approve: /This is done by: .*Representative.*Coordinator.*Starosta/,
    verify: /Implementation is verified and effectiveness judged by somebody other than the owner of the action\./,
    proof: /[Ee]vidence/,
    password: /[Pp]assword/,
    locked: /locked/,
  },
};

/** Jan heads the unit, owns the actions and audits too; there are cards at three steps of their life. */
async function office(desk, lang) {
  const data = await officeWithPeople(desk, lang, { roles: ["internal_auditor"] });
  const cards = {};
  for (const state of ["plan_pending", "in_progress", "implemented"]) cards[state] = await cardAt(desk, data, state);
  return { data, cards };
}

/** The move stands there disabled, and the words that describe it say why. */
async function refused(app, code, words, within = "") {
  const button = await app.find(`${within} ${byTestId(`move-${code}`)}`.trim());
  assert.equal(await button.isEnabled(), false, `${code} can be pressed`);
  const described = await button.getAttribute("aria-describedby");
  assert.ok(described, `nothing says why ${code} is refused`);
  const why = (await app.text(`[id="${described}"]`)).replace(/\s+/g, " ");
  assert.match(why, words);
}

/** The same wish sent past the screen is refused by the same rule. */
async function refusedBehind(app, number, step, reason) {
  const found = await app.ask("find", { text: number });
  const { id } = found.find(({ kind, label }) => kind === "case" && label.includes(number));
  const { revision } = await app.ask("draft_form", { id });
  const standing = { recordedFor: null, password: JAN.password };
  const wish = app.ask("make_move", { id, revision, step, standing });
  await assert.rejects(wish, new RegExp(`"reason":"${reason}"`));
}

async function openCard(app, number) {
  await goTo(app, "register");
  await openCase(app, number);
  await app.find(byTestId("now-box"));
}

for (const lang of ["pl", "en"]) {
  scene(`what is not one's own to decide is refused with its reason (${lang})`, async ({ desk, open }) => {
    const { data, cards } = await office(desk, lang);
    const words = WORDS[lang];
    const app = await open({ data, lang });
    await signIn(app, JAN);

    await openCard(app, cards.plan_pending);
    await refused(app, "approve_plan", words.approve);
    await refusedBehind(app, cards.plan_pending, { move: "approve_plan" }, "role_forbidden");

    await openCard(app, cards.implemented);
    await refused(app, "verify", words.verify);
    await refusedBehind(app, cards.implemented, { move: "verify", seen: "" }, "owner_reviews");

    await openCard(app, cards.in_progress);
    await refused(app, "complete_action", words.proof, byTestId("action-1"));
  });

  scene(
    `a personal decision needs the right password, and the desk is locked with a key (${lang})`,
    async ({ desk, open }) => {
      const { data, cards } = await office(desk, lang);
      const words = WORDS[lang];
      const app = await open({ data, lang });
      await signIn(app, ANNA);
      await openCard(app, cards.implemented);
      await openMove(app, "verify");
      await app.fill(byTestId("move-seen"), "Procedura");
      await app.fill(byTestId("move-password"), "nie to hasło wcale");
      await app.click(byTestId("move-submit"));
      await app.reads(words.password, { selector: "[role=dialog] [role=alert]" });
      assert.equal(await (await app.find(byTestId("move-password"))).getValue(), "", "a password is typed anew");
      assert.equal(await (await app.find(byTestId("move-seen"))).getValue(), "Procedura");

      // The lock comes from inside a field too, shows nothing of the office's work, and gives the screen back.
      await app.click(byTestId("move-seen"));
      await lock(app);
      await app.reads(words.locked);
      assert.doesNotMatch(await app.text(), /Brak podpisu/);
      await app.fill(byTestId("login"), ANNA.login);
      await app.fill(byTestId("password"), JAN.password);
      await app.click(byTestId("sign-in"));
      await app.reads(words.password, { selector: '[role="alert"]' });
      await signIn(app, ANNA);
      await app.reads(cards.implemented, { selector: "main h1" });
      const card = JSON.parse(await capaAs(desk, data, ANNA, "show", cards.implemented, "--json"));
      assert.equal(card.status, "implemented", "a wrong password decides nothing");
    },
  );
}

import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { i18n } from "@/i18n/i18n";
import type { CaseView, MoveView } from "@/ipc/bindings";
import type { CommandName, Transport } from "@/ipc/client";
import { openDesk } from "@/testing/desk";

type Seen = { command: CommandName; request: unknown }[];

/** Lets the test see every request, and change the card as the window would show it to somebody else. */
function shown(seen: Seen, change: (view: CaseView) => void = () => undefined) {
  return (fake: Transport): Transport => ({
    call: async (command, request) => {
      seen.push({ command, request });
      const answer = await fake.call(command, request);
      if (command === "case") change(answer as CaseView);
      return answer;
    },
    on: fake.on,
  });
}

function set(view: CaseView, move: MoveView["move"], part: Partial<MoveView>) {
  for (const one of view.life.moves) if (one.move === move) Object.assign(one, part);
}

const sent = (seen: Seen, command: CommandName) =>
  seen.filter((one) => one.command === command).map(({ request }) => request);

async function violations(): Promise<string[]> {
  const found = await axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
    rules: { "color-contrast": { enabled: false } },
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe("the box on top of a card", () => {
  it("says who is next, until when, and what the step still lacks", async () => {
    const { user } = await openDesk("/cases/case-25");
    const box = await screen.findByTestId("now-box");
    expect(box).toHaveTextContent("Kierownik BOK – opisać przyczynę i przekazać plan działań");
    expect(box).toHaveTextContent("27.02.2015");
    // The analysis of the seed is complete but for its review.
    const [mend] = within(box).queryAllByRole("button", { name: /^brak / });
    if (mend !== undefined) await user.click(mend);
    else await user.click(screen.getByTestId("edit-plan"));
    expect(await screen.findByTestId("save-part")).toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  it("opens the part that mends what is missing, with the focus in its field", async () => {
    const { user } = await openDesk(
      "/cases/case-25",
      "",
      shown([], (view) => {
        view.life.missing = ["root_cause"];
      }),
    );
    await user.click(await screen.findByTestId("mend-root_cause"));
    await waitFor(() => expect(screen.getByTestId("field-causeRoot")).toHaveFocus());
  });

  it("shows a refused move disabled, with its reason in words beside it", async () => {
    await openDesk(
      "/cases/case-17",
      "",
      shown([], (view) => set(view, "judge_effective", { allowed: false, reason: "action_settled" })),
    );
    const button = await screen.findByTestId("move-judge_effective");
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(i18n.t("errors.ruleViolated.action_settled"));
    expect(within(screen.getByTestId("now-box")).getByTestId("move-refused")).toBeVisible();
    expect(screen.getByTestId("move-judge_ineffective")).toBeEnabled();
  });

  it("keeps rare moves folded until they are asked for", async () => {
    const { user } = await openDesk("/cases/case-22");
    const more = await screen.findByTestId("more-moves");
    expect(more).toHaveAttribute("aria-expanded", "false");
    await user.click(more);
    expect(more).toHaveAttribute("aria-expanded", "true");
    expect(screen.getByTestId("move-cancel")).toBeVisible();
    expect(screen.queryByTestId("move-reopen")).not.toBeInTheDocument();
  });

  it("tells a card that was closed without action how it ended", async () => {
    await openDesk("/cases/case-24");
    const steps = await screen.findByRole("list", { name: "Etapy karty" });
    expect(steps).toHaveTextContent("zamknięcie: bez działań");
    expect(steps).toHaveTextContent("pominięto");
  });
});

describe("the dialog of a move", () => {
  it("records for the post that decided on paper, by keyboard alone", async () => {
    const seen: Seen = [];
    const { user } = await openDesk("/cases/case-25", "", shown(seen, ready));
    (await screen.findByTestId("move-submit_plan")).focus();
    await user.keyboard("{Enter}");
    const dialog = await screen.findByRole("dialog", { name: "Przekaż plan do zatwierdzenia" });
    expect(within(dialog).getByTestId("record-for")).toHaveValue("Kierownik BOK");
    expect(within(dialog).queryByTestId("record-own")).not.toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await user.type(within(dialog).getByTestId("record-document"), "OR.1710.7.2015{Enter}");
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(sent(seen, "make_move")).toEqual([
      {
        id: "case-25",
        revision: 1,
        step: { move: "submit_plan" },
        standing: {
          recordedFor: { post: "post-Kierownik BOK", on: "2015-01-12", document: "OR.1710.7.2015" },
          password: null,
        },
      },
    ]);
    expect(await screen.findByText(/Plan przekazano do zatwierdzenia\. Następny krok: zatwierdzić plan/)).toBeVisible();
    await waitFor(() => expect(screen.getByTestId("now-box")).toHaveFocus());
  });

  it("asks for the password where the act is signed off, and forgets it after every try", async () => {
    const seen: Seen = [];
    const signed = (view: CaseView) => set(view, "judge_effective", { signOff: true, recordFor: [] });
    const { user } = await openDesk("/cases/case-17", "", shown(seen, signed));
    await user.click(await screen.findByTestId("move-judge_effective"));
    await user.type(await screen.findByTestId("move-data"), "10 z 10 umów ma ocenę");
    await user.type(screen.getByTestId("move-early-reason"), "Umowy skończyły się wcześniej");
    await user.click(screen.getByTestId("move-submit"));
    expect(sent(seen, "make_move")).toEqual([]);
    await user.type(screen.getByTestId("move-password"), "tajne");
    await user.click(screen.getByTestId("move-submit"));
    await waitFor(() => expect(sent(seen, "make_move")).toHaveLength(1));
    expect(sent(seen, "make_move")[0]).toMatchObject({
      step: { move: "judge_effective", data: "10 z 10 umów ma ocenę" },
      standing: { recordedFor: null, password: "tajne" },
    });
    expect(JSON.stringify(localStorage)).not.toContain("tajne");
  });

  it("keeps what was typed when it is closed, and gives the focus back", async () => {
    const { user } = await openDesk("/cases/case-22");
    await user.click(await screen.findByTestId("more-moves"));
    await user.click(screen.getByTestId("move-cancel"));
    await user.type(await screen.findByTestId("move-reason"), "Wpisano dwa razy");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    await waitFor(() => expect(screen.getByTestId("move-cancel")).toHaveFocus());
    await user.click(screen.getByTestId("move-cancel"));
    expect(await screen.findByTestId("move-reason")).toHaveValue("Wpisano dwa razy");
    await user.click(screen.getByRole("button", { name: "Porzuć ten tekst" }));
    expect(screen.getByTestId("move-reason")).toHaveValue("");
    await user.click(screen.getByTestId("move-submit"));
    expect(await screen.findByText("Podaj powód.")).toBeVisible();
  });

  it("leads from an ineffective card to the one that carries on", async () => {
    const { user } = await openDesk("/cases/case-17");
    await user.click(await screen.findByTestId("move-judge_ineffective"));
    await user.type(await screen.findByTestId("move-data"), "Braki w 4 z 10 umów");
    await user.click(screen.getByTestId("move-submit"));
    // Judged before its day, it needs a reason.
    await waitFor(() => expect(screen.getByTestId("move-early-reason")).toHaveFocus());
    await user.keyboard("Braki widać już teraz");
    await user.click(screen.getByTestId("move-submit"));
    await user.click(await screen.findByTestId("open-follow-up"));
    expect(await screen.findByRole("heading", { level: 1, name: /DK\/3\/2015/ })).toBeInTheDocument();
    expect(screen.getByTestId("links")).toHaveTextContent("Kontynuuje kartę: DK/5/2014");
  });
});

function ready(view: CaseView) {
  const owner = view.owner === null ? [] : [view.owner];
  if (view.row.status !== "analysis") return;
  view.life.missing = [];
  set(view, "submit_plan", { allowed: true, reason: null, params: {}, recordFor: owner, mustRecord: true });
}

describe("writing on a registered card", () => {
  it("keeps the own text when somebody else was faster, shows the change, and lays the text on top", async () => {
    let faster = true;
    const seen: Seen = [];
    const { user } = await openDesk("/cases/case-25", "", (fake) => {
      const watched = shown(seen)(fake);
      return {
        on: fake.on,
        call: async (command, request) => {
          if (command === "write_case" && faster) {
            faster = false;
            const { form, revision } = await fake.call("draft_form", { id: "case-25" });
            const theirs = { ...form, requirement: "Zarządzenie nr 12" };
            const standing = { recordedFor: null, password: null };
            await fake.call("write_case", { id: "case-25", revision, form: theirs, standing });
          }
          return watched.call(command, request);
        },
      };
    });
    await user.click(await screen.findByTestId("edit-report"));
    const title = await screen.findByTestId("field-title");
    await waitFor(() => expect(title).toHaveFocus());
    await user.clear(title);
    await user.type(title, "Mój tytuł");
    await user.click(screen.getByTestId("save-part"));
    const conflict = await screen.findByTestId("conflict");
    expect(await within(conflict).findByText(/Zarządzenie nr 12/)).toBeVisible();
    expect(title).toHaveValue("Mój tytuł");
    await user.click(screen.getByTestId("keep-mine"));
    await waitFor(() => expect(screen.getByTestId("field-requirement")).toHaveValue("Zarządzenie nr 12"));
    expect(screen.getByTestId("field-title")).toHaveValue("Mój tytuł");
    await user.click(screen.getByTestId("save-part"));
    await waitFor(() => expect(screen.queryByTestId("save-part")).not.toBeInTheDocument());
    expect(await screen.findByRole("heading", { level: 1, name: /Mój tytuł/ })).toBeInTheDocument();
    expect(screen.getByTestId("part-report")).toBeInTheDocument();
    expect(localStorage.getItem("capa.draft.case-25.report")).toBeNull();
  });

  it("leaves an agreed date alone and says how it moves", async () => {
    const { user } = await openDesk("/cases/case-25");
    await user.click(await screen.findByTestId("edit-plan"));
    const due = await screen.findByTestId("action-due-1");
    expect(due).toBeDisabled();
    expect(due).toHaveAccessibleDescription(/Termin uzgodniony/);
    expect(screen.getByTestId("action-what-1")).toBeEnabled();
  });

  it("says that a part holds text that was not saved, and gives it back", async () => {
    const { user, unmount } = await openDesk("/cases/case-25");
    await user.click(await screen.findByTestId("edit-correction"));
    await user.type(await screen.findByTestId("field-correctionWhat"), " Wysłano odpowiedzi.");
    unmount();
    const again = await openDesk("/cases/case-25");
    expect(await screen.findByTestId("unsaved-correction")).toBeVisible();
    await again.user.click(screen.getByTestId("edit-correction"));
    expect(((await screen.findByTestId("field-correctionWhat")) as HTMLTextAreaElement).value).toContain(
      "Wysłano odpowiedzi.",
    );
    await again.user.click(screen.getByTestId("drop-part"));
    await waitFor(() => expect(screen.getByTestId("edit-correction")).toHaveFocus());
    expect(screen.queryByTestId("unsaved-correction")).not.toBeInTheDocument();
  });

  it("proposes dates with what they rest on, and takes one by a click only", async () => {
    const { user } = await openDesk("/cases/draft-0");
    const target = await screen.findByTestId("field-targetOn");
    expect(target).toHaveValue("");
    await user.click(screen.getByRole("button", { name: /^Termin całej karty: przyjmij 13\.03\.2015/ }));
    expect(target).toHaveValue("13.03.2015");
  });

  it("begins 5 Why from the statement and takes an answer over as the root cause", async () => {
    const { user } = await openDesk("/cases/case-25");
    await user.click(await screen.findByTestId("edit-cause"));
    expect(await screen.findByTestId("five-why")).toBeInTheDocument();
    await user.type(screen.getByTestId("field-causeRoot"), " i nieuwaga");
    await user.click(screen.getByTestId("save-part"));
    await waitFor(() => expect(screen.queryByTestId("save-part")).not.toBeInTheDocument());
    expect(screen.getByTestId("part-cause")).toHaveTextContent("i nieuwaga");
  });
});

import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import type { TrailEntry } from "@/components/fieldWords";
import { openDesk } from "@/testing/desk";

const entry = (seq: number, part: Partial<TrailEntry>): TrailEntry => ({
  seq,
  at: `2015-01-${10 + seq}T08:00:00Z`,
  actor: "representative",
  what: "draft_saved",
  reason: null,
  changes: [],
  ...part,
});

const TRAIL: TrailEntry[] = [
  entry(1, {
    what: "case_registered",
    role: "representative",
    changes: [
      { path: "/title", old: null, new: "Stare wydanie" },
      { path: "/status", old: "draft", new: "registered" },
    ],
  }),
  entry(2, {
    actor: "Jan Przykładowy",
    role: "department_head",
    changes: [
      { path: "/cause/five_why/arose", old: [], new: [{ answer: "Nikt nie zdjął", evidence: "" }] },
      {
        path: "/actions/case-22-action-1",
        old: null,
        new: { what: "Wymienić wzory", due_on: "2015-01-30", evidence: [] },
      },
    ],
  }),
  entry(3, {
    what: "due_date_moved",
    reason: "Remont archiwum",
    signedOff: true,
    recordedFor: { post: "Sekretarz Powiatu", on: "2015-01-12", document: "OR.033.1.2015" },
    changes: [{ path: "/actions/case-22-action-1/due_on", old: "2015-01-30", new: "2015-02-02" }],
  }),
];

const open = () =>
  openDesk("/cases/case-22", "", (fake) => ({
    ...fake,
    call: async (command, request) => {
      const answer = await fake.call(command, request);
      if (command === "case") Object.assign(answer as object, { history: TRAIL });
      return answer;
    },
  }));

/** The choices of a field's list; without a real layout the page believes that they lie out of sight. */
const options = (field: string) => {
  const list = document.getElementById(screen.getByTestId(field).getAttribute("aria-controls") ?? "");
  return within(list ?? document.createElement("div")).queryAllByRole("option", { hidden: true });
};

const choose = (field: string, name: string) => {
  const option = options(field).find(({ textContent }) => textContent === name);
  if (option === undefined) throw new Error(`no such choice: ${name}`);
  fireEvent.click(option);
};

const history = async () => within(await screen.findByTestId("history"));
const entries = async () => {
  const panel = await history();
  return [...(panel.getAllByRole("list")[0]?.children ?? [])].map((node) => node.textContent ?? "");
};

describe("the history of a card", () => {
  it("tells newest first who did what, in which role, for whom and signed by whom", async () => {
    await open();
    const [moved = "", saved = "", registered = ""] = await entries();
    expect(moved).toContain("Wpisano za: Sekretarz Powiatu, decyzja z 12.01.2015, dokument: OR.033.1.2015");
    expect(moved).toContain("podpisano osobiście");
    expect(moved).toContain("Powód: Remont archiwum");
    expect(moved).toContain("było 30.01.2015 →  jest 02.02.2015");
    expect(saved).toContain("Jan Przykładowy (naczelnik wydziału)");
    expect(saved).not.toContain("podpisano");
    expect(saved).toContain("1. Nikt nie zdjął");
    expect(registered).toContain("Pełnomocnik ds. SZJ");
    expect(registered).not.toContain("(Pełnomocnik");
    expect((await history()).getByRole("status")).toHaveTextContent("Pokazano 3 z 3 wpisów");
    const found = await axe.run(screen.getByTestId("history"), {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
      rules: { "color-contrast": { enabled: false } },
    });
    expect(found.violations.map(({ id }) => id)).toEqual([]);
  });

  it("is narrowed to a person, also to the one for whom somebody else wrote", async () => {
    const { user } = await open();
    const panel = await history();
    await user.click(panel.getByTestId("history-person"));
    const names = options("history-person").map((option) => option.textContent);
    expect(names).toEqual(["Jan Przykładowy", "Pełnomocnik ds. SZJ", "Sekretarz Powiatu"]);
    choose("history-person", "Sekretarz Powiatu");
    await waitFor(() => expect(panel.getByRole("status")).toHaveTextContent("Pokazano 1 z 3 wpisów"));
    expect((await entries())[0]).toContain("Remont archiwum");
  });

  it("is narrowed to a part of the card, and shows only what belongs to it", async () => {
    const { user } = await open();
    const panel = await history();
    await user.click(panel.getByTestId("history-part"));
    choose("history-part", "terminy");
    await waitFor(() => expect(panel.getByRole("status")).toHaveTextContent("Pokazano 2 z 3 wpisów"));
    const [, saved = ""] = await entries();
    expect(saved).toContain("Wymienić wzory");
    expect(saved).not.toContain("Nikt nie zdjął");
  });

  it("is searched by words without Polish marks, and opened wholly again", async () => {
    const { user } = await open();
    const panel = await history();
    await user.type(panel.getByTestId("history-words"), "zdjal nikt");
    await waitFor(() => expect(panel.getByRole("status")).toHaveTextContent("Pokazano 1 z 3 wpisów"));
    await user.type(panel.getByTestId("history-words"), "xyz");
    expect(await panel.findByText("Żaden wpis nie pasuje.")).toBeInTheDocument();
    await user.click(panel.getByRole("button", { name: "Pokaż całą historię" }));
    expect(panel.getByRole("status")).toHaveTextContent("Pokazano 3 z 3 wpisów");
  });
});

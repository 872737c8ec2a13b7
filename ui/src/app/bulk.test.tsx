import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import type { Request, Transport } from "@/ipc/client";
import { openDesk } from "@/testing/desk";

type Sent = Request<"move_many">[];

function watching(sent: Sent) {
  return (fake: Transport): Transport => ({
    on: fake.on,
    call: (command, request) => {
      if (command === "move_many") sent.push(request as Sent[number]);
      return fake.call(command, request);
    },
  });
}

const mark = async (number: string) => screen.findByTestId(`mark-${number}`);

describe("marking cards in the register", () => {
  it("goes by the boxes and by a range with Shift", async () => {
    const { user } = await openDesk("/cases");
    await user.click(await mark("DK/1/2013"));
    expect(screen.getByTestId("bulk-bar")).toHaveTextContent("Zaznaczono 1 kartę");
    await user.keyboard("{Shift>}");
    await user.click(await mark("DZ/1/2013"));
    await user.keyboard("{/Shift}");
    await waitFor(() => expect(screen.getByTestId("bulk-bar")).toHaveTextContent("Zaznaczono 4 karty"));
    expect(await mark("DK/2/2013")).toBeChecked();
    await user.click(await mark("DK/2/2013"));
    expect(screen.getByTestId("bulk-bar")).toHaveTextContent("Zaznaczono 3 karty");
    await user.click(screen.getByTestId("bulk-clear"));
    expect(screen.queryByTestId("bulk-bar")).not.toBeInTheDocument();
  });

  it("goes by the keyboard alone", async () => {
    const { user } = await openDesk("/cases");
    const grid = await screen.findByTestId("case-grid");
    await mark("DK/1/2013");
    grid.focus();
    await user.keyboard(" ");
    expect(await mark("DK/1/2013")).toBeChecked();
    await user.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
    await waitFor(() => expect(screen.getByTestId("bulk-bar")).toHaveTextContent("Zaznaczono 3 karty"));
    await user.keyboard("{Escape}");
    expect(screen.queryByTestId("bulk-bar")).not.toBeInTheDocument();
    expect(screen.getByRole("heading", { level: 1, name: "Rejestr działań" })).toBeInTheDocument();
    await user.keyboard("{Control>}a{/Control}");
    await waitFor(() => expect(screen.getByTestId("bulk-bar")).toHaveTextContent("Zaznaczono 26 kart"));
    expect(screen.getByTestId("mark-all")).toBeChecked();
  });

  it("is let go when the list is narrowed, and bounded in a long one", async () => {
    const { user } = await openDesk("/cases", "big");
    (await screen.findByTestId("case-grid")).focus();
    await user.keyboard("{Control>}a{/Control}");
    await waitFor(() => expect(screen.getByTestId("bulk-bar")).toHaveTextContent("Zaznaczono 1000 kart"));
    expect(screen.getByTestId("bulk-bar")).toHaveTextContent("Zaznaczono pierwsze 1000 kart");
    await user.click(screen.getByTestId("filter-overdue"));
    await waitFor(() => expect(screen.queryByTestId("bulk-bar")).not.toBeInTheDocument());
  });

  it("is accessible with its bar and its dialog", async () => {
    const { user } = await openDesk("/cases");
    await user.click(await mark("DK/9/2014"));
    await user.click(screen.getByTestId("bulk-extend"));
    await screen.findByTestId("bulk-date");
    const found = await axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
      rules: { "color-contrast": { enabled: false } },
    });
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe("one step for many cards", () => {
  it("names every card that refuses, changes nothing, and then leaves them out", async () => {
    const sent: Sent = [];
    const { user } = await openDesk("/cases", "", watching(sent));
    for (const number of ["DK/1/2013", "DK/9/2014", "DZ/2/2014"]) await user.click(await mark(number));
    await user.click(screen.getByTestId("bulk-extend"));
    await user.click(await screen.findByTestId("bulk-confirm"));
    expect(screen.getByText("Podaj powód zmiany.")).toBeInTheDocument();
    expect(sent).toEqual([]);
    await user.type(screen.getByTestId("bulk-date"), "30.01.2015");
    await user.type(screen.getByTestId("bulk-reason"), "Inwentaryzacja");
    await user.click(screen.getByTestId("bulk-confirm"));
    const refused = await screen.findByTestId("bulk-refused");
    expect(within(refused).getAllByRole("listitem")).toHaveLength(1);
    expect(refused).toHaveTextContent("DK/1/2013: Karta jest zamknięta, nie można jej zmienić.");
    expect(refused).toHaveTextContent("Niczego jeszcze nie zmieniono");
    expect(screen.getByTestId("bulk-leave-out")).toHaveTextContent("Zrób dla pozostałych (2)");
    await user.click(screen.getByTestId("bulk-leave-out"));
    expect(await screen.findByText("Zmieniono 2 karty.")).toBeInTheDocument();
    expect(screen.queryByTestId("bulk-bar")).not.toBeInTheDocument();
    expect(sent.map(({ leaveOut }) => leaveOut)).toEqual([false, true]);
    expect(sent[1]).toEqual({
      cases: ["case-1", "case-22", "case-19"],
      step: { move: "extend", actionId: null, dueOn: "2015-01-30", reason: "Inwentaryzacja" },
      leaveOut: true,
      standing: { recordedFor: null, password: null },
    });
    await waitFor(() => expect(screen.getByTestId("case-row-DK/9/2014")).toHaveTextContent("30.01.2015"));
  });

  it("hands cards to another post", async () => {
    const sent: Sent = [];
    const { user } = await openDesk("/cases", "", watching(sent));
    await user.click(await mark("DK/9/2014"));
    await user.click(screen.getByTestId("bulk-assign"));
    await user.click(await screen.findByTestId("bulk-confirm"));
    expect(screen.getByText("To pole jest wymagane.")).toBeInTheDocument();
    await user.click(screen.getByTestId("bulk-owner"));
    await user.click(await screen.findByRole("option", { name: "Geodeta Powiatowy", hidden: true }));
    await user.click(screen.getByTestId("bulk-confirm"));
    expect(await screen.findByText("Zmieniono 1 kartę.")).toBeInTheDocument();
    expect(sent[0]?.step).toEqual({ move: "assign", actionId: null, owner: "post-Geodeta Powiatowy", reason: "" });
  });

  it("says so when no card allows it", async () => {
    const { user } = await openDesk("/cases");
    await user.click(await mark("DK/1/2013"));
    await user.click(screen.getByTestId("bulk-extend"));
    await user.type(await screen.findByTestId("bulk-date"), "30.01.2015");
    await user.type(screen.getByTestId("bulk-reason"), "powód");
    await user.click(screen.getByTestId("bulk-confirm"));
    expect(await screen.findByTestId("bulk-refused")).toHaveTextContent("Żadna z zaznaczonych kart");
    expect(screen.queryByTestId("bulk-leave-out")).not.toBeInTheDocument();
  });
});

describe("reminding of many cards", () => {
  it("tells which cards were left out and why, and that a second time adds nothing", async () => {
    const { user } = await openDesk("/cases");
    for (const number of ["DK/1/2013", "DK/9/2014"]) await user.click(await mark(number));
    await user.click(screen.getByTestId("bulk-remind"));
    const refused = await screen.findByTestId("bulk-refused");
    expect(refused).toHaveTextContent("DK/1/2013: Karta jest zamknięta");
    expect(await screen.findByText("Dodano 1 przypomnienie do Skrzynki.")).toBeInTheDocument();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId("bulk-bar")).not.toBeInTheDocument());
    await user.click(await mark("DK/9/2014"));
    await user.click(screen.getByTestId("bulk-remind"));
    expect(await screen.findByText("Dziś już o tych kartach przypomniano.")).toBeInTheDocument();
  });
});

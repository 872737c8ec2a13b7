import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Response, Transport } from "@/ipc/client";
import { openDesk } from "@/testing/desk";

/** The fake office with another answer to what waits. */
function working(change: (work: Response<"my_work">) => Response<"my_work">) {
  return (fake: Transport): Transport => ({
    on: fake.on,
    call: async (command, request) => {
      const answer = await fake.call(command, request);
      return command === "my_work" ? (change(answer as Response<"my_work">) as typeof answer) : answer;
    },
  });
}

describe("my work", () => {
  it("lists what waits, the most urgent first, and counts it in the frame and on the dashboard", async () => {
    const { user } = await openDesk("/");
    const door = await screen.findByTestId("waiting");
    const count = /\((\d+)\)/.exec(door.textContent ?? "")?.[1];
    expect(Number(count)).toBeGreaterThan(0);
    expect(screen.getByTestId("work-count")).toHaveTextContent(count ?? "");
    await user.click(door);
    expect(await screen.findByRole("heading", { level: 1, name: "Moje sprawy" })).toBeInTheDocument();
    const mine = screen.getByTestId("mine");
    expect(within(mine).getAllByRole("listitem")).toHaveLength(Number(count));
    const dates = within(mine)
      .getAllByRole("listitem")
      .map((line) => /(\d\d)\.(\d\d)\.(\d{4})/.exec(line.textContent ?? ""))
      .flatMap((found) => (found === null ? [] : [`${found[3]}-${found[2]}-${found[1]}`]));
    expect(dates).toEqual([...dates].sort());
  });

  it("says what a row lacks and leads to the step itself", async () => {
    const { user } = await openDesk("/work");
    const draft = (await screen.findAllByText("Uzupełnij szkic"))[0]?.closest("a");
    expect(draft).toHaveTextContent("brak stwierdzenia niezgodności");
    await user.click(screen.getByText("Pokaż, co czeka na innych"));
    const action = screen.getAllByText("Wykonaj działanie i dodaj dowód")[0]?.closest("a") as HTMLElement;
    expect(action).toHaveTextContent(/kto: /);
    expect(action).toHaveTextContent(/dni po terminie/);
    await user.click(action);
    expect(await screen.findByRole("heading", { level: 1, name: /\d+\/201\d/ })).toBeInTheDocument();
    await waitFor(() =>
      expect(document.activeElement?.closest("[id^=action-]")?.id).toMatch(/^action-case-\d+-action-1$/),
    );
    expect(window.location.hash).toMatch(/^#\/cases\/case-\d+\?step=complete_action&action=case-\d+-action-1$/);
  });

  it("is reached with M and from Ctrl+K", async () => {
    const { user } = await openDesk("/");
    await user.keyboard("m");
    expect(await screen.findByRole("heading", { level: 1, name: "Moje sprawy" })).toBeInTheDocument();
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await screen.findByTestId("palette-input"), "ludzie");
    await user.keyboard("{Enter}");
    expect(await screen.findByTestId("people-add")).toBeInTheDocument();
  });

  it("teaches the next step when nothing waits", async () => {
    await openDesk(
      "/work",
      "",
      working(() => ({ mine: [], mineTotal: 0, others: [], othersTotal: 0 })),
    );
    expect(await screen.findByText(/Nic tu teraz nie czeka/)).toBeInTheDocument();
    expect(screen.queryByTestId("work-count")).not.toBeInTheDocument();
    expect(screen.queryByTestId("others")).not.toBeInTheDocument();
  });

  it("draws a long list piece by piece", async () => {
    const { user } = await openDesk(
      "/work",
      "",
      working(({ mine, others }) => {
        const [first] = mine;
        if (first === undefined) throw new Error("nothing waits");
        const many = Array.from({ length: 130 }, (_, n) => ({ ...first, case: { ...first.case, id: `case-${n}` } }));
        return { mine: many, mineTotal: many.length, others, othersTotal: others.length };
      }),
    );
    await screen.findByTestId("task-100");
    expect(screen.queryByTestId("task-101")).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Pokaż następne (zostało 30)" }));
    await waitFor(() => expect(screen.getByTestId("task-130")).toBeInTheDocument());
  });
});

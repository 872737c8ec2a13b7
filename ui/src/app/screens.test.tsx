import { act, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { openDesk } from "@/testing/desk";

const SCREENS: [string, string][] = [
  ["/", ""],
  ["/cases", ""],
  ["/readiness", ""],
  ["/cases/case-22", ""],
  ["/cases/draft-0", ""],
  ["/cases/new", ""],
  ["/certificate", ""],
  ["/inbox", ""],
  ["/import", ""],
  ["/settings", ""],
  ["/settings?tab=rules", ""],
  ["/settings?tab=people", ""],
  ["/settings?tab=processes", ""],
  ["/work", ""],
  ["/cases", "people"],
  ["/", "empty"],
  ["/", "failed-history_cut"],
];

/** What axe can judge without a real page; colours are judged in the real window. */
async function violations(): Promise<string[]> {
  const found = await axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
    rules: { "color-contrast": { enabled: false } },
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe.each(SCREENS)("the screen at %s (%s)", (path, mode) => {
  it("is accessible in both languages and follows the switch", async () => {
    const { user } = await openDesk(path, mode);
    expect(document.documentElement.lang).toBe("pl");
    const heading = screen.getByRole("heading", { level: 1 }).textContent;
    expect(await violations()).toEqual([]);
    await user.click(screen.getByTestId("lang-en"));
    await waitFor(() => expect(document.documentElement.lang).toBe("en"));
    if (!path.startsWith("/cases/")) {
      await waitFor(() => expect(screen.getByRole("heading", { level: 1 }).textContent).not.toBe(heading));
    }
    expect(await violations()).toEqual([]);
  });
});

describe("the main job", () => {
  it("goes from the doors to a moved due date, and the figure drops", async () => {
    const { user } = await openDesk("/", "empty");
    await user.click(screen.getByTestId("door-sample"));
    expect(await screen.findByTestId("count-overdue")).toHaveTextContent("2");
    expect(screen.getByTestId("audit-line")).toHaveTextContent("Audit nadzoru II: 03.02.2015 · za 22 dni");
    await user.click(screen.getByTestId("figure-overdue"));
    expect(await screen.findByText("2 karty")).toBeInTheDocument();
    const row = await screen.findByTestId("case-row-DK/9/2014");
    expect(row).toHaveTextContent("24 dni po terminie");
    await user.dblClick(row);
    await user.click(await screen.findByTestId("change-due"));
    const dialog = await screen.findByRole("dialog", { name: "Zmień termin" });
    await user.type(await within(dialog).findByTestId("move-due-date"), "30.01.2015");
    await user.click(within(dialog).getByTestId("move-submit"));
    expect(await within(dialog).findByText("Podaj powód.")).toBeInTheDocument();
    await user.type(within(dialog).getByTestId("move-reason"), "Remont tablicy ogłoszeń");
    await user.click(within(dialog).getByTestId("move-submit"));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(await screen.findByText("Powód: Remont tablicy ogłoszeń")).toBeInTheDocument();
    await user.click(screen.getByTestId("nav-dashboard"));
    await waitFor(() => expect(screen.getByTestId("count-overdue")).toHaveTextContent("1"));
  });

  it("will not take a day that no calendar has", async () => {
    const { user } = await openDesk("/cases/case-22");
    await user.click(await screen.findByTestId("change-due"));
    const dialog = await screen.findByRole("dialog", { name: "Zmień termin" });
    await user.type(await within(dialog).findByTestId("move-due-date"), "31.02.2015");
    await user.type(within(dialog).getByTestId("move-reason"), "powód");
    await user.click(within(dialog).getByTestId("move-submit"));
    expect(screen.getByTestId("move-due-date")).toHaveValue("31.02.2015");
    expect(screen.getByRole("dialog", { name: "Zmień termin" })).toBeInTheDocument();
    await user.click(within(dialog).getByTestId("move-reason"));
    expect(await screen.findByText(/Nie ma takiej daty/)).toBeInTheDocument();
  });

  it("says a refusal in place", async () => {
    const { user } = await openDesk("/cases/case-22");
    await user.click(await screen.findByTestId("change-due"));
    await user.type(await screen.findByTestId("move-due-date"), "19.12.2014");
    await user.type(screen.getByTestId("move-reason"), "powód");
    await user.click(screen.getByTestId("move-submit"));
    expect(await screen.findByText("Nowy termin jest taki sam jak obecny.")).toBeInTheDocument();
  });
});

describe("the keyboard", () => {
  it("opens a new card with N, but not from inside a field", async () => {
    const { user } = await openDesk("/cases");
    await user.type(await screen.findByTestId("search"), "nn");
    expect(screen.getByRole("heading", { level: 1, name: "Rejestr działań" })).toBeInTheDocument();
    (document.activeElement as HTMLElement).blur();
    await user.keyboard("n");
    expect(await screen.findByRole("heading", { level: 1, name: "Nowa karta" })).toBeInTheDocument();
  });

  it("finds a card from anywhere with Ctrl+K", async () => {
    const { user } = await openDesk("/");
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await screen.findByTestId("palette-input"), "wilgotnosc");
    expect(await screen.findByRole("option", { name: /DZ\/3\/2014/ })).toBeInTheDocument();
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("heading", { level: 1, name: /DZ\/3\/2014/ })).toBeInTheDocument();
  });

  it("searches with / and moves in the list with arrows", async () => {
    const { user } = await openDesk("/");
    await user.keyboard("/");
    expect(await screen.findByTestId("search")).toHaveFocus();
    screen.getByTestId("case-grid").focus();
    await user.keyboard("{ArrowDown}{ArrowDown}");
    expect(screen.getByTestId("case-row-DK/3/2013")).toHaveAttribute("aria-selected", "true");
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("heading", { level: 1, name: /DK\/3\/2013/ })).toBeInTheDocument();
  });

  it("keeps single keys silent when they are switched off", async () => {
    const { user } = await openDesk("/settings");
    await user.click(await screen.findByLabelText(/Skróty jednoliterowe/));
    (document.activeElement as HTMLElement).blur();
    await user.keyboard("n?");
    expect(screen.getByRole("heading", { level: 1, name: "Ustawienia" })).toBeInTheDocument();
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });
});

describe("the register", () => {
  it("narrows as one types and says the total in the right form", async () => {
    const { user } = await openDesk("/cases");
    await user.type(await screen.findByTestId("search"), "skarga");
    await waitFor(() => expect(screen.getByTestId("total")).toHaveTextContent("2 karty"));
    await user.click(screen.getByRole("button", { name: "Usuń filtr: Tekst: skarga" }));
    await waitFor(() => expect(screen.getByTestId("total")).toHaveTextContent("26 kart"));
    expect(screen.getByTestId("search")).toHaveValue("");
  });

  it("draws only what is seen of ten thousand cards, and tells how many there are", async () => {
    await openDesk("/cases", "big");
    const grid = await screen.findByTestId("case-grid");
    expect(grid).toHaveAttribute("aria-rowcount", "10001");
    await waitFor(() => expect(within(grid).getAllByRole("row").length).toBeGreaterThan(5));
    expect(within(grid).getAllByRole("row").length).toBeLessThan(60);
  });

  it("survives a mistyped address", async () => {
    await openDesk('/cases?kinds="DK&year=x&overdue=true');
    expect(await screen.findByText("2 karty")).toBeInTheDocument();
  });
});

describe("what the window tells", () => {
  it("leads to a screen when a toast was clicked, and shows anew what somebody changed", async () => {
    const handlers = new Map<string, (payload: never) => void>();
    let asked = 0;
    await openDesk("/", "", (fake) => ({
      call: (command, request) => {
        if (command === "dashboard") asked += 1;
        return fake.call(command, request);
      },
      on: async (event, handler) => {
        handlers.set(event, handler as (payload: never) => void);
        return () => undefined;
      },
    }));
    await screen.findByTestId("count-overdue");
    const before = asked;
    act(() => handlers.get("register-changed")?.({ ids: ["case-22"] } as never));
    await waitFor(() => expect(asked).toBeGreaterThan(before));
    act(() => handlers.get("navigate")?.({ to: "/cases/case-22" } as never));
    expect(await screen.findByRole("heading", { level: 1, name: /DK\/9\/2014/ })).toBeInTheDocument();
  });
});

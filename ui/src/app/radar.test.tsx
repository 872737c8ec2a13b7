import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, describe, expect, it } from "vitest";
import type { CommandName } from "@/ipc/client";
import { forgetStored } from "@/lib/storage";
import { openDesk } from "@/testing/desk";

// What was typed outlives the page; here it must not outlive the test.
afterEach(() => forgetStored("draft.new"));

describe("the radar of recurrences", () => {
  it("offers earlier cards after a pause, with why, and is asked once and not at every key", async () => {
    const asked: CommandName[] = [];
    const { user } = await openDesk("/cases/new", "", (fake) => ({
      on: fake.on,
      call: (command, request) => {
        asked.push(command);
        return fake.call(command, request);
      },
    }));
    await waitFor(() => expect(screen.getByTestId("field-title")).toHaveFocus());
    await user.keyboard("Wilgotność w archiwum");
    const radar = await screen.findByTestId("radar");
    expect(within(radar).getByTestId("similar-DZ/3/2014")).toHaveTextContent("wspólne słowa: wilgotność");
    expect(asked.filter((command) => command === "similar_cases").length).toBeLessThan(4);
    const found = await axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa"],
      rules: { "color-contrast": { enabled: false } },
    });
    expect(found.violations.map(({ id }) => id)).toEqual([]);
    await user.click(within(radar).getByRole("button", { name: "Podgląd karty DZ/3/2014" }));
    expect(await screen.findByTestId("peek")).toHaveTextContent("Wilgotność w archiwum");
    await user.keyboard("{Escape}");
    expect(screen.getByTestId("field-title")).toHaveValue("Wilgotność w archiwum");
  });

  it("remembers a recurrence of a draft and links it when the draft is registered", async () => {
    const linked: unknown[] = [];
    const { user } = await openDesk("/cases/new", "", (fake) => ({
      on: fake.on,
      call: (command, request) => {
        if (command === "make_move") linked.push(request);
        return fake.call(command, request);
      },
    }));
    await user.type(await screen.findByTestId("field-title"), "Wilgotność w archiwum");
    await user.type(screen.getByTestId("field-statement"), "Znów 64%");
    await user.click(await screen.findByTestId("recurs-DZ/3/2014"));
    expect(screen.getByTestId("radar")).toHaveTextContent("Powiązanie powstanie po rejestracji");
    await user.click(screen.getByTestId("field-owner"));
    await user.click(await screen.findByRole("option", { name: "Kierownik BOK", hidden: true }));
    await user.type(screen.getByTestId("field-targetOn"), "27.02.2015");
    await user.keyboard("{Control>}{Shift>}{Enter}{/Shift}{/Control}");
    expect(await screen.findByRole("heading", { level: 1, name: /DK\/2\/2015/ })).toBeInTheDocument();
    await waitFor(() => expect(linked).toHaveLength(1));
    expect(linked[0]).toMatchObject({ step: { move: "link", to: "case-23" } });
    expect(await screen.findByTestId("links")).toHaveTextContent("Powtórzenie niezgodności z karty");
  });

  it("links a registered card at once", async () => {
    const { user } = await openDesk("/cases/case-25");
    await user.click(await screen.findByTestId("edit-report"));
    const title = await screen.findByTestId("field-title");
    await user.clear(title);
    await user.type(title, "Wilgotność w archiwum");
    await user.click(await screen.findByTestId("recurs-DZ/3/2014"));
    expect(await within(screen.getByTestId("radar")).findByText("Powiązano jako powtórzenie")).toBeInTheDocument();
    // The own link moved the card on; what is being written still goes through.
    await user.click(screen.getByTestId("save-part"));
    await waitFor(() => expect(screen.queryByTestId("save-part")).not.toBeInTheDocument());
  });
});

describe("a new card", () => {
  it("is written and saved by keyboard alone: what is needed comes first", async () => {
    const { user } = await openDesk("/");
    await user.keyboard("n");
    await waitFor(() => expect(screen.getByTestId("field-title")).toHaveFocus());
    await user.keyboard("Brak pieczęci{Tab}");
    expect(screen.getByTestId("field-statement")).toHaveFocus();
    await user.keyboard("Na trzech decyzjach{Tab}");
    expect(screen.getByTestId("field-owner")).toHaveFocus();
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByRole("heading", { level: 1, name: "Brak pieczęci" })).toBeInTheDocument();
    expect(await screen.findByText(/Znajdziesz go w rejestrze/)).toBeInTheDocument();
  });

  it("that lacks something stays a draft when it was to be registered, and says what it lacks", async () => {
    const { user } = await openDesk("/cases/new");
    await user.type(await screen.findByTestId("field-title"), "Brak pieczęci");
    await user.keyboard("{Control>}{Shift>}{Enter}{/Shift}{/Control}");
    expect(await screen.findByTestId("missing")).toHaveTextContent("brak osoby odpowiedzialnej");
    expect(screen.getByTestId("register-case")).toBeInTheDocument();
  });
});

import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { describe, expect, it, vi } from "vitest";
import { i18n } from "@/i18n/i18n";
import type { Request, Transport } from "@/ipc/client";
import { openDesk } from "@/testing/desk";

async function violations(): Promise<string[]> {
  const found = await axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
    rules: { "color-contrast": { enabled: false } },
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Keeps what was sent with a command. */
function listening<C extends Parameters<Transport["call"]>[0]>(of: C) {
  const sent: Request<C>[] = [];
  const wrap = (fake: Transport): Transport => ({
    on: fake.on,
    call: (command, request) => {
      if ((command as string) === of) sent.push(request as unknown as Request<C>);
      return fake.call(command, request);
    },
  });
  return { sent, wrap };
}

const noDialog = () => waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());

describe("complaints and motions", () => {
  it("stand with the statutory month as a date and a distance, and say what is late and what was told", async () => {
    await openDesk("/registers");
    const [, open, told] = [1, 2, 3, 4].map((no) => screen.getByTestId(`complaint-row-${no}`));
    expect(open).toHaveTextContent("OR.1511.1.2014");
    expect(open).toHaveTextContent("24.12.2014·19 dni po terminie");
    expect(told).toHaveTextContent("15.10.2014");
    expect(told).toHaveTextContent("zawiadomiono o zwłoce (art. 36), termin 07.11.2014");
    expect(told).not.toHaveTextContent("odpowiedź po terminie");
    expect(screen.getByTestId("complaint-row-1")).toHaveTextContent("05.02.2015·za 24 dni");
    expect(await violations()).toEqual([]);
  });

  it("keep what was typed when the register refuses it, and say why at the form", async () => {
    const { sent, wrap } = listening("save_complaint");
    const { user } = await openDesk("/registers", "", wrap);
    await user.click(await screen.findByTestId("add-complaint"));
    const dialog = await screen.findByRole("dialog");
    await user.type(within(dialog).getByTestId("complaint-reference"), "OR.1510.2.2015");
    await user.type(within(dialog).getByTestId("complaint-subject"), "Zamknięta kasa");
    await user.click(within(dialog).getByTestId("save-complaint"));
    expect(await within(dialog).findByText("To pole jest wymagane.")).toBeInTheDocument();
    expect(sent).toHaveLength(0);
    await user.type(within(dialog).getByTestId("complaint-received"), "20.01.2015");
    await user.click(within(dialog).getByTestId("save-complaint"));
    expect(await within(dialog).findByTestId("error")).toHaveTextContent("Dzień 20.01.2015 jeszcze nie nadszedł.");
    expect(within(dialog).getByTestId("complaint-subject")).toHaveValue("Zamknięta kasa");
    await user.clear(within(dialog).getByTestId("complaint-received"));
    await user.type(within(dialog).getByTestId("complaint-received"), "9.1.2015");
    await user.click(within(dialog).getByTestId("save-complaint"));
    await noDialog();
    expect(await screen.findByTestId("complaint-row-1")).toHaveTextContent("OR.1510.2.2015");
    expect(screen.getByTestId("complaint-row-1")).toHaveTextContent("09.02.2015·za 28 dni");
    await waitFor(() => expect(screen.getByTestId("add-complaint")).toHaveFocus());
  });

  it("miss a case in words; the button beside makes it and leads to it", async () => {
    const { user } = await openDesk("/registers");
    const row = await screen.findByTestId("complaint-row-4");
    expect(row).toHaveTextContent("Zasadna, a nie ma karty ani uzasadnienia");
    await user.click(within(row).getByRole("button", { name: "Zrób kartę: OR.1510.2.2014" }));
    const link = await within(row).findByRole("link");
    expect(link).toHaveAttribute("href", expect.stringContaining("/cases/raised-"));
    expect(row).not.toHaveTextContent("Zasadna, a nie ma karty");
    await waitFor(() => expect(link).toHaveFocus());
  });

  it("are removed with a way back, and shown by year and state", async () => {
    const { user } = await openDesk("/registers");
    await user.click(await screen.findByRole("button", { name: "Usuń: OR.1510.1.2015" }));
    await waitFor(() => expect(screen.queryByText("OR.1510.1.2015")).not.toBeInTheDocument());
    expect(screen.getByTestId("add-complaint")).toHaveFocus();
    await user.click(await screen.findByTestId("undo"));
    expect(await screen.findByText("OR.1510.1.2015")).toBeInTheDocument();
    await user.click(screen.getByTestId("complaint-state"));
    await user.click(await screen.findByRole("option", { name: "bez karty", hidden: true }));
    expect(screen.getByTestId("complaint-row-1")).toHaveTextContent("OR.1510.2.2014");
    expect(screen.getByText("Pokazano 1 z 4")).toBeInTheDocument();
    await user.click(screen.getByTestId("year-filter"));
    await user.click(await screen.findByRole("option", { name: "2015", hidden: true }));
    expect(screen.getByText(/Nic nie odpowiada temu wyborowi/)).toBeInTheDocument();
  });

  it("open by their address, and write over nothing that changed meanwhile", async () => {
    let calls: Transport["call"] | null = null;
    const { user } = await openDesk("/registers?tab=complaints&open=complaint-3", "", (fake) => {
      calls = fake.call;
      return fake;
    });
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByTestId("complaint-subject")).toHaveValue("Dłuższe godziny przyjęć w poniedziałki");
    expect(await violations()).toEqual([]);
    const other = await (calls as unknown as Transport["call"])("registers", null);
    const form = other.complaints.find(({ id }) => id === "complaint-3")?.form;
    if (form === undefined) throw new Error("no such complaint");
    await (calls as unknown as Transport["call"])("save_complaint", { id: "complaint-3", revision: 1, form });
    await user.type(within(dialog).getByTestId("complaint-decision"), "Wydłużono");
    await user.click(within(dialog).getByTestId("save-complaint"));
    expect(await within(dialog).findByTestId("error")).toHaveTextContent("Ktoś w tym czasie zmienił te dane.");
    expect(within(dialog).getByTestId("complaint-decision")).toHaveValue("Wydłużono");
    await user.click(within(dialog).getByRole("button", { name: "Anuluj" }));
    await noDialog();
    expect(window.location.hash).toBe("#/registers?tab=complaints");
  });

  it("are only read by who does not keep them", async () => {
    const { user } = await openDesk("/registers", "", (fake) => ({
      on: fake.on,
      call: async (command, request) => {
        const answer = await fake.call(command, request);
        if (command === "registers")
          Object.assign(answer as object, { mayKeep: { allowed: false, forPosts: [], signOff: false } });
        return answer;
      },
    }));
    expect(await screen.findByText(/prowadzi Pełnomocnik/)).toBeInTheDocument();
    expect(screen.queryByTestId("add-complaint")).not.toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /Zrób kartę/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Pokaż: OR.1510.1.2015" }));
    expect(await screen.findByTestId("complaint-subject")).toBeDisabled();
    expect(screen.queryByTestId("save-complaint")).not.toBeInTheDocument();
  });
});

describe("a register from a spreadsheet", () => {
  it("is planned first: rows, what is refused and why; then it is let in", async () => {
    const { sent, wrap } = listening("run_kept_import");
    const { user } = await openDesk("/registers", "", wrap);
    await user.click(await screen.findByTestId("import-complaint"));
    await user.click(await screen.findByTestId("pick-register"));
    expect(await screen.findByTestId("total-new")).toHaveTextContent("1nowe pozycje");
    expect(screen.getByTestId("total-refused")).toHaveTextContent("1odrzucone");
    expect(screen.getByTestId("total-remarks")).toHaveTextContent("2uwagi do wierszy");
    expect(screen.getByTestId("import-problems")).toHaveTextContent("Wiersz 4, kolumna Data wpływu");
    expect(screen.getByTestId("import-problems")).toHaveTextContent("w pliku: grudzień");
    expect(screen.getByTestId("import-problems")).toHaveTextContent("Brak daty. Wiersz pominięto.");
    expect(screen.getByRole("cell", { name: "bez zmian" })).toBeInTheDocument();
    expect(sent).toEqual([]);
    expect(await violations()).toEqual([]);
    await user.click(screen.getByTestId("run-import"));
    expect(await screen.findByText("OR.1510.9.2014")).toBeInTheDocument();
    expect(sent).toEqual([{ token: "kept-1" }]);
    await waitFor(() => expect(screen.getByTestId("import-complaint")).toHaveFocus());
  });

  it("that cannot be read says so, and another can be chosen", async () => {
    const { user } = await openDesk("/registers?tab=reviews");
    await user.click(await screen.findByTestId("import-review"));
    expect(screen.getByTestId("leave-import")).toHaveFocus();
    await user.type(await screen.findByTestId("import-path"), "/home/urzad/haslo.xlsx");
    await user.click(screen.getByTestId("read-path"));
    expect(await screen.findByTestId("error")).toHaveTextContent("hasł");
    await user.click(screen.getByRole("button", { name: "Wybierz inny plik" }));
    expect(await screen.findByTestId("pick-register")).toBeInTheDocument();
    expect(screen.queryByTestId("error")).not.toBeInTheDocument();
  });
});

describe("quality objectives", () => {
  it("are counted as met of all, by year, and a missed one asks for its case", async () => {
    const { user } = await openDesk("/registers?tab=objectives");
    expect(await screen.findByTestId("objectives-met")).toHaveTextContent(
      "Zrealizowano 1 z 3 · niezrealizowane: 1 · bez oceny: 1",
    );
    await user.click(screen.getByTestId("year-filter"));
    await user.click(await screen.findByRole("option", { name: "2014", hidden: true }));
    expect(screen.getByTestId("objectives-met")).toHaveTextContent("Zrealizowano 1 z 2");
    const missed = screen.getByTestId("objective-row-2");
    expect(missed).toHaveTextContent("Cel niezrealizowany, a nie ma karty ani uzasadnienia");
    await user.click(within(missed).getByTestId("edit-objective-2"));
    await user.type(await screen.findByTestId("kept-no-case"), "Cel przeniesiono na rok 2015");
    await user.click(screen.getByTestId("save-objective"));
    await noDialog();
    expect(screen.getByTestId("objective-row-2")).toHaveTextContent("bez karty: Cel przeniesiono na rok 2015");
    expect(await violations()).toEqual([]);
  });

  it("are sent with what is known of them", async () => {
    const { sent, wrap } = listening("save_objective");
    const { user } = await openDesk("/registers?tab=objectives&open=objective-3", "", wrap);
    await user.type(await screen.findByTestId("objective-result"), "4,31");
    await user.click(screen.getByTestId("objective-met"));
    await user.click(await screen.findByRole("option", { name: "zrealizowany", hidden: true }));
    await user.click(screen.getByTestId("save-objective"));
    await noDialog();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ id: "objective-3", revision: 1, form: { year: 2015, met: true, result: "4,31" } });
  });
});

describe("customer surveys", () => {
  it("have scores with the comma of the language, a trend, and say what is low", async () => {
    const { user } = await openDesk("/registers?tab=surveys");
    const row = await screen.findByTestId("survey-row-1");
    expect(row).toHaveTextContent("4,05 z 5,00");
    expect(row).toHaveTextContent("poniżej oczekiwanej");
    expect(screen.getByTestId("survey-trend")).toHaveTextContent("Ocena od 4,12 (30.05.2014) do 4,05 (28.11.2014).");
    await i18n.changeLanguage("en");
    await waitFor(() => expect(row).toHaveTextContent("4.05 of 5.00"));
    await i18n.changeLanguage("pl");
    expect(await violations()).toEqual([]);
    await user.click(screen.getByTestId("edit-survey-1"));
    expect(await screen.findByTestId("survey-score")).toHaveValue("4,05");
  });

  it("do not send a score that cannot be read", async () => {
    const { sent, wrap } = listening("save_survey");
    const { user } = await openDesk("/registers?tab=surveys&open=survey-2", "", wrap);
    const score = await screen.findByTestId("survey-score");
    await user.clear(score);
    await user.type(score, "4,3x");
    await user.click(screen.getByTestId("save-survey"));
    expect(sent).toEqual([]);
    expect(score).toHaveFocus();
    expect(screen.getByText(/Wpisz liczbę z najwyżej dwoma miejscami/)).toBeInTheDocument();
    await user.clear(score);
    await user.type(score, "4,3");
    await user.click(screen.getByTestId("save-survey"));
    await noDialog();
    expect(sent[0]?.form.score).toBe(430);
  });
});

describe("management reviews", () => {
  it("show inputs with clauses of both editions, and a decision becomes a case", async () => {
    const { user } = await openDesk("/registers?tab=reviews");
    const review = await screen.findByTestId("review-1");
    expect(review).toHaveTextContent("Przegląd 18.12.2014 odbył się");
    expect(review).toHaveTextContent("Dane wejściowe: 2 z 9 tematów");
    expect(review).toHaveTextContent("ISO 9001:2008 – 5.6.2 d; 2015 – 9.3.2 c4");
    expect(review).toHaveTextContent("1 decyzja nie ma karty ani uzasadnienia");
    await user.click(within(review).getByTestId("raise-decision-1"));
    expect(await within(review).findByRole("link")).toBeInTheDocument();
    expect(review).not.toHaveTextContent("nie ma karty ani uzasadnienia");
    expect(await violations()).toEqual([]);
  });

  it("are planned with topics and decisions", async () => {
    const { sent, wrap } = listening("save_review");
    const { user } = await openDesk("/registers?tab=reviews", "", wrap);
    await user.click(await screen.findByTestId("add-review"));
    await user.type(await screen.findByTestId("review-on"), "20.03.2015");
    await user.click(screen.getByTestId("topic-risks"));
    await user.click(screen.getByTestId("topic-audits"));
    await user.type(screen.getByRole("textbox", { name: "Ustalenia: Wyniki auditów" }), "Dwa audity");
    await user.click(screen.getByTestId("add-decision"));
    const text = await screen.findByTestId("decision-text-1");
    await waitFor(() => expect(text).toHaveFocus());
    await user.keyboard("Szkolenie auditorów");
    expect(await violations()).toEqual([]);
    await user.click(screen.getByTestId("save-review"));
    await noDialog();
    expect(sent[0]?.form).toMatchObject({
      on: "2015-03-20",
      held: false,
      inputs: [
        { topic: "audits", summary: "Dwa audity" },
        { topic: "risks", summary: "" },
      ],
      decisions: [{ id: null, text: "Szkolenie auditorów" }],
    });
    expect(screen.getByTestId("review-1")).toHaveTextContent("Przegląd 20.03.2015 planowany");
  });
});

describe("the pack for the review", () => {
  it("has a section for each topic, prints, and is copied as text", async () => {
    const print = vi.fn();
    vi.stubGlobal("print", print);
    const { user } = await openDesk("/registers?tab=pack");
    const pack = await screen.findByTestId("pack");
    expect(pack).toHaveTextContent("Okres: od 28.01.2014 do 12.01.2015");
    expect(within(pack).getAllByRole("heading", { level: 2 })).toHaveLength(9);
    expect(screen.getByTestId("pack-resources")).toHaveTextContent("tylko ISO 9001:2015 – 9.3.2 d");
    expect(within(screen.getByTestId("pack-actions")).getByRole("link", { name: "DK/9/2014" })).toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await user.click(screen.getByTestId("print-pack"));
    expect(print).toHaveBeenCalledOnce();
    await user.click(screen.getByTestId("copy-pack"));
    await screen.findByText(/Skopiowano/);
    const text = await navigator.clipboard.readText();
    expect(text).toContain("Działania korygujące i zapobiegawcze (ISO 9001:2008 – 5.6.2 d; 2015 – 9.3.2 c4)");
    expect(text).toContain("- Po terminie: 2\n  - DZ/2/2014 Wiedza");
    vi.unstubAllGlobals();
  });
});

describe("the tabs", () => {
  it("stand in the address", async () => {
    const { user } = await openDesk("/registers");
    await user.click(await screen.findByTestId("tab-surveys"));
    expect(await screen.findByTestId("add-survey")).toBeInTheDocument();
    expect(window.location.hash).toBe("#/registers?tab=surveys");
  });
});

import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { Response, Transport } from "@/ipc/client";
import { openDesk } from "@/testing/desk";

type Asked = { command: string; request: unknown };

/** The fake office with another answer about readiness, and a list of what it was asked. */
function office(asked: Asked[], change: (view: Response<"readiness">) => Response<"readiness"> = (view) => view) {
  return (fake: Transport): Transport => ({
    on: fake.on,
    call: async (command, request) => {
      asked.push({ command, request });
      const answer = await fake.call(command, request);
      return command === "readiness" ? (change(answer as Response<"readiness">) as typeof answer) : answer;
    },
  });
}

const requests = (asked: Asked[], command: string) =>
  asked.filter((one) => one.command === command).map(({ request }) => request);

describe("the answer", () => {
  it("stands beside the date of the audit on every screen and leads to the checklist", async () => {
    const { user } = await openDesk("/cases");
    const line = screen.getByTestId("audit-line");
    expect(line).toHaveTextContent("Audit nadzoru II: 03.02.2015 · za 22 dni");
    expect(line).toHaveAccessibleName(/niegotowe.*4 pytania blokują gotowość/);
    await user.click(line);
    expect(await screen.findByRole("heading", { level: 1, name: "Gotowość do auditu" })).toBeInTheDocument();
    expect(screen.getByTestId("readiness-verdict")).toHaveTextContent("Blokują gotowość: 4 pytania");
    expect(screen.getByTestId("readiness-score")).toHaveTextContent("23 na 100");
    expect(screen.getByTestId("readiness-days")).toHaveTextContent("za 22 dni");
    expect(screen.getByTestId("readiness-trend")).toHaveTextContent("Poprzednio 15.12.2014: 58 (−35).");
    await user.click(screen.getByText("Pokaż wyniki na liście"));
    const points = within(screen.getByTestId("readiness-trend")).getAllByRole("listitem");
    expect(points.map((point) => point.textContent)).toEqual([
      "20.01.2014 · 94 · gotowe",
      "15.12.2014 · 58 · niegotowe",
      "12.01.2015 · 23 · niegotowe",
    ]);
  });

  it("has its door on the dashboard", async () => {
    const { user } = await openDesk("/");
    const panel = await screen.findByTestId("dashboard-readiness");
    expect(panel).toHaveTextContent("niegotowe");
    await user.click(within(panel).getByText("Co nas powstrzymuje"));
    expect(await screen.findByTestId("readiness-first")).toBeInTheDocument();
  });
});

describe("what to do first", () => {
  it("lists the most pressing first, each with the button that mends it", async () => {
    const { user } = await openDesk("/readiness");
    const first = await screen.findByTestId("readiness-first");
    const lines = () =>
      within(first)
        .getAllByRole("listitem")
        .map((line) => line.getAttribute("data-testid"));
    expect(lines()).toEqual(["first-R07", "first-R11", "first-R19", "first-R21", "first-R24", "first-R20"]);
    await user.click(within(first).getByTestId("first-all"));
    expect(lines()).toHaveLength(13);
    const link = (check: string, mend: string) => within(first).getByTestId(`mend-${check}-${mend}`);
    expect(link("R07", "cases")).toHaveTextContent("Zacznij od DZ/2/2014");
    expect(link("R07", "cases").getAttribute("href")).toMatch(/^\/?#\/cases\/case-\d+$/);
    expect(link("R11", "cases")).toHaveTextContent("Otwórz DK/6/2014");
    expect(link("R18", "audits").getAttribute("href")).toMatch(/#\/audits$/);
    expect(link("R24", "complaints").getAttribute("href")).toMatch(/#\/registers\?tab=complaints&open=complaint-1$/);
    expect(link("R26", "objectives").getAttribute("href")).toMatch(/#\/registers\?tab=objectives&open=objective-1$/);
    expect(link("R21", "reviews").getAttribute("href")).toMatch(/#\/registers\?tab=reviews$/);
    expect(link("R28", "programme").getAttribute("href")).toMatch(/#\/programme$/);
    await user.click(link("R20", "confirm"));
    expect(await screen.findByRole("dialog", { name: "Odpowiedź na pytanie R20" })).toBeInTheDocument();
  });

  it("leads to the records behind a reason", async () => {
    const { user } = await openDesk("/readiness");
    const line = await screen.findByTestId("check-R19");
    expect(within(line).getByText("Audit wewnętrzny 20.10.2014").getAttribute("href")).toMatch(/#\/audits\/audit-3$/);
    await user.click(within(line).getByTestId("case-link-DK/9/2014"));
    expect(await screen.findByRole("heading", { level: 1, name: /DK\/9\/2014/ })).toBeInTheDocument();
  });

  it("offers another answer where people answered no", async () => {
    const { user } = await openDesk("/readiness");
    await user.click(await screen.findByTestId("confirm-R20"));
    await user.click(await screen.findByTestId("answer-no"));
    await user.type(screen.getByTestId("confirm-note"), "Nie powołano auditorów");
    await user.click(screen.getByTestId("save-confirmation"));
    await user.click(within(await screen.findByTestId("first-R20")).getByTestId("answer-R20"));
    const dialog = await screen.findByRole("dialog", { name: "Odpowiedź na pytanie R20" });
    expect(within(dialog).getByTestId("answer-no")).toBeChecked();
    expect(within(dialog).getByTestId("confirm-note")).toHaveValue("Nie powołano auditorów");
  });

  it("names a dozen records of a reason, and the rest when asked", async () => {
    const many = Array.from({ length: 40 }, (_, n) => ({ id: `many-${n}`, number: `DK/${n}/2014`, title: "" }));
    const change = (view: Response<"readiness">) => ({
      ...view,
      groups: view.groups.map((group) => ({
        ...group,
        checks: group.checks.map((check) => ({
          ...check,
          reasons: check.reasons.map((reason) => (check.id === "R07" ? { ...reason, cases: many } : reason)),
        })),
      })),
    });
    const { user } = await openDesk("/readiness", "", office([], change));
    const line = await screen.findByTestId("check-R07");
    expect(within(line).getAllByTestId(/^case-link-/)).toHaveLength(12);
    await user.click(within(line).getByRole("button", { name: "i jeszcze 28" }));
    expect(within(line).getAllByTestId(/^case-link-/)).toHaveLength(40);
    expect(screen.getByTestId("readiness-sheet")).toHaveTextContent(/DK\/11\/2014 i jeszcze 28/);
  });

  it("goes from there to the check itself", async () => {
    const { user } = await openDesk("/readiness");
    await user.click(within(await screen.findByTestId("first-R11")).getByRole("link", { name: "R11" }));
    await waitFor(() => expect(screen.getByTestId("check-R11")).toHaveFocus());
    expect(window.location.hash).toBe("#/readiness?check=R11");
  });
});

describe("the checklist", () => {
  it("says of every check its result in words, its clause, how it is answered and whether it blocks", async () => {
    await openDesk("/readiness");
    expect(await screen.findByTestId("check-R07")).toHaveTextContent(/nie w porządku.*8\.5\.2 d.*z danych programu/);
    expect(screen.getByTestId("check-R07")).toHaveTextContent("blokuje gotowość");
    expect(screen.getByTestId("check-R18")).toHaveTextContent(/uwaga.*z danych, z potwierdzeniem/);
    expect(screen.getByTestId("check-R18")).not.toHaveTextContent("blokuje gotowość");
    expect(screen.getByTestId("check-R20")).toHaveTextContent(/bez odpowiedzi.*odpowiadają ludzie/);
    expect(screen.getByTestId("check-R03")).toHaveTextContent("nie dotyczy");
    expect(screen.getByTestId("check-R12")).toHaveTextContent("w porządku");
    expect(screen.queryByTestId("confirm-R07")).not.toBeInTheDocument();
    const group = screen.getByTestId("readiness-group-b");
    expect(within(group).getByRole("heading", { level: 2 })).toHaveTextContent(/^b\) działania po niezgodnościach/);
    expect(screen.getByTestId("readiness-group-none")).toContainElement(screen.getByTestId("check-R34"));
  });

  it("narrows to what is not in order", async () => {
    const { user } = await openDesk("/readiness");
    expect(await screen.findByTestId("check-R12")).toBeInTheDocument();
    await user.click(screen.getByText("Do uporządkowania (13)"));
    await waitFor(() => expect(screen.queryByTestId("check-R12")).not.toBeInTheDocument());
    expect(screen.getByTestId("check-R07")).toBeInTheDocument();
    expect(screen.queryByTestId("readiness-group-none")).not.toBeInTheDocument();
  });

  it("opens at the check that a link names", async () => {
    await openDesk("/readiness?check=R26");
    await waitFor(() => expect(screen.getByTestId("check-R26")).toHaveFocus());
    expect(screen.getByTestId("check-R26")).toHaveAttribute("aria-current", "true");
  });
});

describe("an answer of people", () => {
  it("asks for what it rests on, holds, and can be taken back and given again", async () => {
    const { user } = await openDesk("/readiness");
    await user.click(await screen.findByTestId("confirm-R20"));
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByTestId("save-confirmation"));
    expect(await within(dialog).findByText("To pole jest wymagane.")).toBeInTheDocument();
    await user.click(within(dialog).getByTestId("answer-partly"));
    await user.click(within(dialog).getByTestId("save-confirmation"));
    expect(await within(dialog).findByText("Napisz, na czym opiera się ta odpowiedź.")).toBeInTheDocument();
    await user.type(within(dialog).getByTestId("confirm-note"), "Zarządzenie nr 5/2014");
    await user.click(within(dialog).getByTestId("save-confirmation"));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    const given = await screen.findByTestId("confirmation-R20");
    expect(given).toHaveTextContent("częściowo · Pełnomocnik ds. SZJ, 12.01.2015");
    expect(given).toHaveTextContent("Zarządzenie nr 5/2014");
    expect(screen.getByTestId("check-R20")).toHaveTextContent("uwaga");
    await waitFor(() => expect(screen.getByTestId("confirm-R20")).toHaveFocus());
    await user.click(screen.getByTestId("take-back-R20"));
    await waitFor(() => expect(screen.queryByTestId("confirmation-R20")).not.toBeInTheDocument());
    await user.click(await screen.findByTestId("undo"));
    expect(await screen.findByTestId("confirmation-R20")).toHaveTextContent("Zarządzenie nr 5/2014");
  });

  it("makes the score and the audit line follow", async () => {
    const { user } = await openDesk("/readiness");
    await user.click(await screen.findByTestId("confirm-R21"));
    await user.click(await screen.findByTestId("answer-yes"));
    await user.click(screen.getByTestId("save-confirmation"));
    await waitFor(() => expect(screen.getByTestId("audit-line")).toHaveTextContent("niegotowe(3)"));
    expect(screen.getByTestId("readiness-score")).toHaveTextContent("30 na 100");
    expect(screen.queryByTestId("first-R21")).not.toBeInTheDocument();
  });

  it("takes a figure or ticks of processes where the check asks for them", async () => {
    const asked: Asked[] = [];
    const { user } = await openDesk("/readiness", "", office(asked));
    await user.click(await screen.findByTestId("confirm-R26"));
    expect(screen.queryByTestId("processes-all")).not.toBeInTheDocument();
    await user.click(await screen.findByTestId("answer-yes"));
    await user.type(screen.getByTestId("confirm-figure"), "2");
    await user.click(screen.getByTestId("save-confirmation"));
    expect(await screen.findByTestId("confirmation-R26")).toHaveTextContent("Podana liczba: 2");
    await user.click(screen.getByTestId("confirm-R27"));
    await user.click(await screen.findByTestId("answer-yes"));
    expect(screen.queryByTestId("confirm-figure")).not.toBeInTheDocument();
    await user.click(screen.getByTestId("processes-all"));
    await user.click(screen.getByTestId("process-P06"));
    await user.click(screen.getByTestId("save-confirmation"));
    expect(await screen.findByTestId("confirmation-R27")).toHaveTextContent("Procesy: P01, P02");
    const [figure, ticks] = requests(asked, "confirm_check") as { figure: number | null; processes: string[] }[];
    expect(figure).toMatchObject({ check: "R26", figure: 2, processes: [] });
    expect(ticks?.processes).toHaveLength(11);
    expect(ticks?.processes).not.toContain("process-P06");
    expect(ticks?.figure).toBeNull();
  });

  it("is nobody else's to give", async () => {
    const may = { allowed: false, forPosts: [], signOff: false };
    const change = (view: Response<"readiness">) => ({
      ...view,
      mayConfirm: may,
      runs: view.runs.map((run) => ({ ...run, maySignRepresentative: may, maySignCoordinator: may })),
    });
    await openDesk("/readiness", "", office([], change));
    await screen.findByTestId("check-R20");
    for (const id of ["confirm-R20", "mend-R20-confirm", "keep-run", "add-own-check", "sign-coordinator"])
      expect(screen.queryByTestId(id), id).not.toBeInTheDocument();
    expect(screen.queryByTestId("discard-2014-12-15")).not.toBeInTheDocument();
    expect(screen.getByTestId("run-2014-12-15")).toHaveTextContent("brak podpisu");
  });
});

describe("own checks", () => {
  it("are added under a letter, changed, taken out and brought back", async () => {
    const { user } = await openDesk("/readiness");
    await user.click(await screen.findByTestId("add-own-check"));
    await user.click(await screen.findByTestId("save-own-check"));
    expect(await screen.findByText("To pole jest wymagane.")).toBeInTheDocument();
    await user.type(screen.getByTestId("own-question"), "Tablica ogłoszeń jest aktualna");
    await user.click(screen.getByTestId("own-letter"));
    await user.click(await screen.findByRole("option", { name: /^f\) /, hidden: true }));
    await user.click(screen.getByTestId("own-blocking"));
    await user.click(screen.getByTestId("save-own-check"));
    const line = await screen.findByTestId("check-U01");
    expect(screen.getByTestId("readiness-group-f")).toContainElement(line);
    expect(line).toHaveTextContent("blokuje gotowość");
    await user.click(screen.getByTestId("edit-U01"));
    await user.type(await screen.findByTestId("own-question"), " i czytelna");
    await user.click(screen.getByTestId("save-own-check"));
    await waitFor(() => expect(screen.getByTestId("check-U01")).toHaveTextContent("aktualna i czytelna"));
    await user.click(screen.getByTestId("retire-U01"));
    expect(await screen.findByTestId("retired-U01")).toHaveTextContent("aktualna i czytelna");
    expect(screen.queryByTestId("check-U01")).not.toBeInTheDocument();
    await user.click(await screen.findByTestId("undo"));
    expect(await screen.findByTestId("check-U01")).toBeInTheDocument();
    await user.click(screen.getByTestId("retire-U01"));
    await user.click(await screen.findByTestId("bring-back-U01"));
    expect(await screen.findByTestId("check-U01")).toBeInTheDocument();
  });
});

describe("kept runs", () => {
  it("are kept, signed on paper for the Coordinator and in the own name, and discarded only unsigned", async () => {
    const asked: Asked[] = [];
    const { user } = await openDesk("/readiness", "", office(asked));
    await user.click(await screen.findByTestId("keep-run"));
    const run = await screen.findByTestId("run-2015-01-12");
    expect(run).toHaveTextContent("23");
    expect(within(run).getByTestId("discard-2015-01-12")).toBeInTheDocument();
    await user.click(within(run).getByTestId("sign-coordinator"));
    const dialog = await screen.findByRole("dialog", { name: "Podpisz: Koordynator, wynik z 12.01.2015" });
    await user.click(within(dialog).getByTestId("sign-submit"));
    expect(await within(dialog).findByRole("alert")).toBeInTheDocument();
    await user.type(within(dialog).getByTestId("record-document"), "Arkusz z 12.01.2015");
    await user.click(within(dialog).getByTestId("sign-submit"));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(screen.getByTestId("run-2015-01-12")).toHaveTextContent("Sekretarz Powiatu12.01.2015");
    expect(screen.queryByTestId("discard-2015-01-12")).not.toBeInTheDocument();
    await user.click(within(screen.getByTestId("run-2015-01-12")).getByTestId("sign-representative"));
    expect(screen.queryByTestId("recorded")).not.toBeInTheDocument();
    await user.click(await screen.findByTestId("sign-submit"));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    const sent = requests(asked, "sign_run");
    expect(sent.at(-2)).toMatchObject({
      standing: {
        recordedFor: { post: "post-secretary", on: "2015-01-12", document: "Arkusz z 12.01.2015" },
        password: null,
      },
    });
    expect(sent.at(-1)).toMatchObject({ revision: 2, standing: { recordedFor: null, password: null } });
    expect(screen.getByTestId("readiness-sheet")).toHaveTextContent("Sekretarz Powiatu, 12.01.2015");
    await user.click(screen.getByTestId("discard-2014-12-15"));
    await user.click(await screen.findByTestId("confirm"));
    await waitFor(() => expect(screen.queryByTestId("run-2014-12-15")).not.toBeInTheDocument());
  });

  it("ask for the password where people sign in", async () => {
    const asked: Asked[] = [];
    const may = { allowed: true, forPosts: [], signOff: true };
    const change = (view: Response<"readiness">) => ({
      ...view,
      runs: view.runs.map((run) => ({ ...run, maySignRepresentative: may })),
    });
    const { user } = await openDesk("/readiness", "", office(asked, change));
    const run = await screen.findByTestId("run-2014-12-15");
    await user.click(within(run).getByTestId("sign-representative"));
    await user.click(await screen.findByTestId("sign-submit"));
    expect(await screen.findByText("To pole jest wymagane.")).toBeInTheDocument();
    expect(requests(asked, "sign_run")).toEqual([]);
    await user.type(screen.getByTestId("standing-password"), "zielona parasolka 7");
    await user.click(screen.getByTestId("sign-submit"));
    await waitFor(() =>
      expect(requests(asked, "sign_run").at(-1)).toMatchObject({
        standing: { recordedFor: null, password: "zielona parasolka 7" },
      }),
    );
  });

  it("are compared with today and with each other", async () => {
    const { user } = await openDesk("/readiness");
    await user.click(await screen.findByTestId("compare-2014-12-15"));
    const comparison = await screen.findByTestId("comparison");
    await waitFor(() => expect(within(comparison).getByRole("heading", { level: 3 })).toHaveFocus());
    expect(await within(comparison).findByTestId("difference-R11")).toHaveTextContent(/w porządku.*nie w porządku/);
    expect(within(comparison).getByTestId("difference-R03")).toHaveTextContent(/nie było na liście.*nie dotyczy/);
    expect(within(comparison).queryByTestId("difference-R07")).not.toBeInTheDocument();
    await user.click(within(comparison).getByTestId("compare-with"));
    await user.click(await screen.findByRole("option", { name: "20.01.2014: wynik 94", hidden: true }));
    expect(await within(comparison).findByTestId("difference-R07")).toHaveTextContent(/nie w porządku.*w porządku/);
    await user.click(within(comparison).getByRole("button", { name: "Zamknij" }));
    expect(screen.queryByTestId("comparison")).not.toBeInTheDocument();
    await waitFor(() => expect(screen.getByTestId("compare-2014-12-15")).toHaveFocus());
  });
});

describe("the sheet", () => {
  it("is printed with every check and the two signature lines, and is not shown on the screen", async () => {
    const print = vi.spyOn(window, "print").mockImplementation(() => undefined);
    const { user } = await openDesk("/readiness");
    await user.click(await screen.findByTestId("print-readiness"));
    expect(print).toHaveBeenCalledOnce();
    print.mockRestore();
    const sheet = screen.getByTestId("readiness-sheet");
    expect(sheet).not.toBeVisible();
    expect(sheet).toHaveTextContent("Arkusz gotowości do auditu nadzoru");
    expect(sheet).toHaveTextContent(
      "Stan na 12.01.2015 · Planowany audit: 03.02.2015 · Ocena: niegotowe, wynik 23 na 100",
    );
    expect(sheet.querySelectorAll("tbody tr")).toHaveLength(16);
    expect([...sheet.querySelectorAll("th")].map((cell) => cell.textContent)).toEqual([
      "Lp.",
      "Pytanie",
      "Punkt normy",
      "Wynik",
      "Dowód / uwaga",
      "Potwierdził",
    ]);
    expect(sheet).toHaveTextContent("Pełnomocnik ds. SZJ");
    expect(sheet).toHaveTextContent("Koordynator SZJ");
  });
});

import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import type { CommandName, Request, Transport } from "@/ipc/client";
import { openDesk } from "@/testing/desk";

type User = Awaited<ReturnType<typeof openDesk>>["user"];

async function violations(): Promise<string[]> {
  const found = await axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
    rules: { "color-contrast": { enabled: false } },
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Holds on to what a command was sent. */
function watching<C extends CommandName>(command: C) {
  const sent: Request<C>[] = [];
  const wrap = (fake: Transport): Transport => ({
    on: fake.on,
    call: (name, request) => {
      if ((name as string) === command) sent.push(request as unknown as Request<C>);
      return fake.call(name, request);
    },
  });
  return { sent, wrap };
}

async function closed() {
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
}

describe("the programme of audits", () => {
  const place = (process: string, month: number) => screen.getByTestId(`programme-cell-${process}-${month}`);

  it("is marked by keyboard, saved, and approved on paper by the Starosta", async () => {
    const { sent, wrap } = watching("approve_audit_programme");
    const { user } = await openDesk("/audits?tab=programme&year=2015", "", wrap);
    expect(await screen.findByText(/Program jest pusty/)).toBeInTheDocument();
    expect(screen.getByTestId("programme-approve")).toBeDisabled();
    expect(screen.getByTestId("programme-state")).toHaveTextContent("Najpierw zapisz program.");
    place("P01", 1).focus();
    await user.keyboard(
      "{ArrowDown}{ArrowDown}{ArrowDown}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}",
    );
    expect(place("P04", 6)).toHaveFocus();
    await user.keyboard(" ");
    expect(place("P04", 6)).toHaveAccessibleName("P04, czerwiec: zaplanowany w programie");
    expect(place("P04", 6)).toHaveAttribute("aria-selected", "true");
    await user.keyboard("{Home}{ArrowLeft}");
    expect(place("P04", 1)).toHaveFocus();
    expect(place("P04", 1)).toHaveAccessibleName("P04, styczeń: audit ma datę, poza programem");
    await user.click(screen.getByTestId("programme-save"));
    expect(await screen.findByText("Program zapisano.")).toBeInTheDocument();
    await waitFor(() => expect(screen.getByTestId("programme-approve")).toBeEnabled());
    await user.click(screen.getByTestId("programme-approve"));
    await user.type(await screen.findByTestId("record-document"), "SE.0142.1.2015");
    await user.click(screen.getByTestId("approve-save"));
    await closed();
    expect(screen.getByTestId("programme-state")).toHaveTextContent("Zatwierdzony 12.01.2015Starosta, SE.0142.1.2015");
    await waitFor(() => expect(screen.getByTestId("programme-state")).toHaveFocus());
    expect(sent[0]?.standing).toEqual({
      recordedFor: { post: "post-starosta", on: "2015-01-12", document: "SE.0142.1.2015" },
      password: null,
    });
  });

  it("changes after its approval only with a reason, and says that it must be approved again", async () => {
    const { sent, wrap } = watching("save_audit_programme");
    const { user } = await openDesk("/audits?tab=programme&year=2014", "", wrap);
    await screen.findByText(/SE.0142.3.2013/);
    expect(place("P06", 10)).toHaveAccessibleName("P06, październik: nie odbył się w terminie");
    expect(place("P09", 6)).toHaveAccessibleName("P09, czerwiec: audit się odbył");
    await user.click(place("P06", 11));
    await user.click(screen.getByTestId("programme-save"));
    await user.click(await screen.findByTestId("reason-save"));
    expect(await screen.findByText("Podaj powód.")).toBeInTheDocument();
    expect(sent).toHaveLength(0);
    await user.type(screen.getByTestId("programme-reason"), "choroba auditora");
    await user.click(screen.getByTestId("reason-save"));
    await closed();
    expect(sent[0]).toMatchObject({ reason: "choroba auditora", year: 2014 });
    expect(sent[0]?.lines).toContainEqual({ process: "process-P06", months: [10, 11] });
    expect(screen.getByTestId("programme-state")).toHaveTextContent("Program nie jest zatwierdzony");
    expect(screen.getByText("Program zmieniono. Trzeba go zatwierdzić ponownie.")).toBeInTheDocument();
  });

  it("is copied from the last year, keeps what is not saved, and drops it when asked", async () => {
    const { user } = await openDesk("/audits?tab=programme&year=2015");
    await user.click(await screen.findByTestId("programme-copy"));
    expect(place("P06", 10)).toHaveAttribute("aria-selected", "true");
    await user.click(screen.getByTestId("audits-tab-list"));
    await user.click(screen.getByTestId("audits-tab-programme"));
    expect(await screen.findByTestId("programme-cell-P06-10")).toHaveAttribute("aria-selected", "true");
    await user.click(screen.getByRole("button", { name: "Odrzuć zmiany" }));
    expect(place("P06", 10)).toHaveAttribute("aria-selected", "false");
  });

  it("leads from a cell to the audit, with its process and month filled in", async () => {
    const { sent, wrap } = watching("save_audit_plan");
    const { user } = await openDesk("/audits?tab=programme&year=2015", "", wrap);
    await user.click(await screen.findByTestId("programme-cell-P05-3"));
    await user.click(screen.getByTestId("plan-audit"));
    expect(await screen.findByTestId("audit-starts")).toHaveValue("02.03.2015");
    expect(screen.getByTestId("audit-process-P05")).toBeChecked();
    await user.click(screen.getByTestId("audit-save"));
    await closed();
    expect(sent[0]).toMatchObject({ kind: "internal", startsOn: "2015-03-02", processes: ["process-P05"] });
    expect(await screen.findByTestId("programme-cell-P05-3")).toHaveAccessibleName("P05, marzec: audit ma datę");
    expect(screen.getByTestId("programme-place")).toHaveTextContent("audit wewnętrzny 02.03.2015");
    expect(await violations()).toEqual([]);
  });
});

describe("the list of audits", () => {
  it("tells every audit with its findings, and is filtered by year and kind", async () => {
    const { user } = await openDesk("/audits");
    expect(await screen.findByTestId("audit-row-1")).toHaveTextContent(
      "audit nadzoru II03.02.2015 – 04.02.2015planowany",
    );
    expect(screen.getByTestId("audit-row-4")).toHaveTextContent("2 ustalenia w raporcieDK/1/2014");
    expect(await violations()).toEqual([]);
    await user.click(screen.getByTestId("audits-kind"));
    await user.click(await screen.findByRole("option", { name: "audit wewnętrzny", hidden: true }));
    await waitFor(() => expect(screen.queryByTestId("audit-row-3")).not.toBeInTheDocument());
    await user.click(screen.getByTestId("audits-year"));
    await user.click(await screen.findByRole("option", { name: "2014", hidden: true }));
    await waitFor(() => expect(screen.queryByTestId("audit-row-2")).not.toBeInTheDocument());
    expect(screen.getByTestId("audit-row-1")).toHaveTextContent("12.06.2014 – 13.06.2014odbył sięP09, P12");
    expect(window.location.hash).toContain("year=2014");
  });

  it("refuses an auditor of the own unit in words at the form, and keeps what was filled in", async () => {
    const { user } = await openDesk("/audits");
    await user.click(await screen.findByTestId("plan-audit"));
    await user.type(await screen.findByTestId("audit-starts"), "05.05.2015");
    await user.click(screen.getByTestId("audit-process-P04"));
    await user.click(screen.getByTestId("team-add"));
    await user.click(screen.getByTestId("team-post-1"));
    await user.click(
      await screen.findByRole("option", { name: "Naczelnik Wydziału Architektury i Budownictwa", hidden: true }),
    );
    expect(screen.getByText("Brak wykazanego szkolenia lub powołania na auditora.")).toBeInTheDocument();
    await user.click(screen.getByTestId("audit-save"));
    expect(await screen.findByTestId("error")).toHaveTextContent(/nie może auditować procesu P04/);
    expect(screen.getByTestId("audit-starts")).toHaveValue("05.05.2015");
    await user.click(screen.getByTestId("team-post-1"));
    const [secretary] = await screen.findAllByRole("option", { name: "Sekretarz Powiatu", hidden: true });
    await user.click(secretary ?? document.body);
    expect(await violations()).toEqual([]);
    await user.click(screen.getByTestId("audit-save"));
    expect(await screen.findByRole("heading", { level: 1, name: "Audit wewnętrzny 05.05.2015" })).toBeInTheDocument();
    expect(screen.getByTestId("audit-facts")).toHaveTextContent(
      "Sekretarz Powiatu (wiodący): wszystkie z tego audituKompetencje: wykazane",
    );
  });
});

async function fill(user: User) {
  await user.click(await screen.findByTestId("fill-questions"));
  expect(await screen.findByTestId("fill-findings")).toHaveTextContent("Na początku stanie 1 ustalenie");
  await user.click(screen.getByTestId("fill-save"));
  await closed();
  await screen.findByTestId("question-4");
}

describe("one audit", () => {
  it("gets its questions: the findings of the last external audit first, then by process", async () => {
    const { user } = await openDesk("/audits/internal-2");
    await fill(user);
    expect(screen.getByText("Dodano 4 pytania.")).toBeInTheDocument();
    const findings = screen.getByRole("region", { name: "Ustalenia z ostatniego auditu zewnętrznego" });
    expect(within(findings).getByTestId("question-1")).toHaveTextContent("Dotyczy karty DK/1/2014");
    const process = screen.getByRole("region", { name: "P04 Pozwolenia na budowę i zgłoszenia robót" });
    expect(within(process).getByTestId("question-2")).toHaveTextContent("wymaga dowodu");
    expect(await violations()).toEqual([]);
  });

  it("takes answers by keyboard, saves each on leaving it, and loses nothing that is refused", async () => {
    const { sent, wrap } = watching("save_question");
    const { user } = await openDesk("/audits/internal-2", "", wrap);
    await fill(user);
    const first = screen.getByTestId("question-1");
    screen.getByTestId("answer-1-unanswered").focus();
    await user.keyboard("2");
    expect(screen.getByTestId("answer-1-conforming")).toBeChecked();
    expect(screen.getByTestId("answer-1-conforming")).toHaveFocus();
    expect(within(first).getByTestId("answer-state-1")).toHaveTextContent("niezapisane zmiany");
    screen.getByTestId("answer-2-unanswered").focus();
    expect(await within(first).findByTestId("error")).toHaveTextContent("Odpowiedź na to pytanie wymaga dowodu");
    expect(screen.getByTestId("answer-1-conforming")).toBeChecked();
    await user.type(screen.getByTestId("evidence-1"), "10 kart z terminem oceny");
    // The next one is left before the first is saved: no conflict between the two.
    fireEvent.blur(screen.getByTestId("evidence-1"));
    await user.click(screen.getByTestId("answer-3-not_applicable"));
    await user.click(screen.getByTestId("save-answer-3"));
    await waitFor(() => expect(screen.getByTestId("answer-state-3")).toHaveTextContent("zapisano"));
    expect(screen.getByTestId("answer-state-1")).toHaveTextContent("zapisano");
    expect(within(first).queryByTestId("error")).not.toBeInTheDocument();
    expect(sent.at(-2)).toMatchObject({ answer: "conforming", evidence: "10 kart z terminem oceny" });
    expect(sent.at(-1)).toMatchObject({ answer: "not_applicable", revision: (sent.at(-2)?.revision ?? 0) + 1 });
    expect(screen.getByTestId("audit-progress")).toHaveTextContent("2 z 4 z odpowiedzią");
    expect(screen.getByTestId("conclude")).toBeDisabled();
    expect(screen.getByTestId("conclude")).toHaveAccessibleDescription("Najpierw odpowiedz na 2 pytania.");
  });

  it("makes a card of a finding, keeps the link, and ends with the report", async () => {
    const { user } = await openDesk("/audits/internal-2");
    await fill(user);
    await user.click(screen.getByTestId("answer-2-nonconforming"));
    await user.type(screen.getByTestId("evidence-2"), "Decyzja 12/2014 po 80 dniach");
    await user.type(screen.getByTestId("note-2"), "Przekroczony termin decyzji");
    await user.click(screen.getByTestId("raise-2"));
    const raised = await screen.findByTestId("raised-2");
    expect(screen.getByText("Założono kartę DK/2/2015.")).toBeInTheDocument();
    await waitFor(() => expect(within(raised).getByRole("link", { name: "DK/2/2015" })).toHaveFocus());
    expect(screen.queryByTestId("raise-2")).not.toBeInTheDocument();
    expect(screen.queryByTestId("remove-question-2")).not.toBeInTheDocument();
    expect(screen.getByTestId("audit-cases")).toHaveTextContent("DK/2/2015 Przekroczony termin decyzji");
    for (const no of [1, 3, 4]) {
      await user.click(screen.getByTestId(`answer-${no}-not_applicable`));
      await user.click(screen.getByTestId(`save-answer-${no}`));
    }
    await waitFor(() => expect(screen.getByTestId("conclude")).toBeEnabled());
    await user.click(screen.getByTestId("conclude"));
    await user.click(await screen.findByTestId("conclude-save"));
    expect(await screen.findByText(/Audit zakończony, raport z dnia/)).toHaveTextContent("12.01.2015");
    await waitFor(() => expect(screen.getByTestId("audit-progress")).toHaveFocus());
    expect(screen.getByTestId("answer-2-conforming")).toBeDisabled();
    expect(screen.getByTestId("fill-questions")).toBeDisabled();
    await user.click(within(screen.getByTestId("raised-2")).getByRole("link"));
    expect(await screen.findByRole("heading", { level: 1, name: /DK\/2\/2015/ })).toBeInTheDocument();
  });

  it("keeps an answer that was not saved when one goes away and comes back", async () => {
    const { user } = await openDesk("/audits/internal-2");
    await fill(user);
    await user.click(screen.getByTestId("answer-2-observation"));
    await user.click(screen.getByTestId("nav-audits"));
    await user.click(await screen.findByTestId("audit-open-2"));
    expect(await screen.findByTestId("answer-2-observation")).toBeChecked();
    expect(screen.getByTestId("answer-state-2")).toHaveTextContent("niezapisane zmiany");
  });

  it("changes the words of a question and its facts without touching the answer that is saved meanwhile", async () => {
    const { user } = await openDesk("/audits/internal-2");
    await fill(user);
    await waitFor(() => expect(screen.getByTestId("answer-1-unanswered")).toHaveFocus());
    await user.click(screen.getByTestId("answer-3-conforming"));
    await user.click(screen.getByTestId("edit-question-3"));
    await user.type(await screen.findByTestId("question-text"), " (5 spraw)");
    await user.click(screen.getByTestId("question-save"));
    await closed();
    await waitFor(() => expect(screen.getByTestId("answer-state-3")).toHaveTextContent("zapisano"));
    expect(screen.getByTestId("question-3")).toHaveTextContent("Czy akta sprawy są kompletne? (5 spraw)");
    expect(screen.getByTestId("answer-3-conforming")).toBeChecked();
    await user.click(screen.getByTestId("answer-4-conforming"));
    await user.click(screen.getByTestId("audit-edit"));
    await user.type(await screen.findByTestId("audit-scope"), " w urzędzie");
    await user.click(screen.getByTestId("audit-save"));
    await closed();
    expect(screen.getByTestId("audit-facts")).toHaveTextContent("Pozwolenia na budowę i zakupy w urzędzie");
    expect(screen.getByTestId("answer-4-conforming")).toBeChecked();
    expect(screen.getByTestId("audit-progress")).toHaveTextContent("2 z 4 z odpowiedzią");
  });

  it("takes a question of one's own, changes it, and lets it be taken out", async () => {
    const { user } = await openDesk("/audits/internal-2");
    await user.click(await screen.findByTestId("question-add"));
    await user.click(await screen.findByTestId("question-save"));
    expect(await screen.findByTestId("error")).toHaveTextContent("Wpisz treść pytania.");
    await user.type(screen.getByTestId("question-text"), "Kto podpisuje decyzje?");
    await user.click(screen.getByTestId("question-save"));
    await closed();
    expect(await screen.findByTestId("question-1")).toHaveTextContent("1. Kto podpisuje decyzje?");
    await user.click(screen.getByTestId("edit-question-1"));
    await user.type(await screen.findByTestId("question-text"), " I kiedy?");
    await user.click(screen.getByTestId("question-save"));
    await closed();
    expect(await screen.findByText(/Kto podpisuje decyzje\? I kiedy\?/)).toBeInTheDocument();
    await user.click(screen.getByTestId("remove-question-1"));
    await user.click(await screen.findByTestId("confirm"));
    await waitFor(() => expect(screen.queryByTestId("question-1")).not.toBeInTheDocument());
    expect(screen.getByText(/Ten audit nie ma jeszcze pytań/)).toBeInTheDocument();
  });

  it("is removed and brought back", async () => {
    const { user } = await openDesk("/audits/internal-2");
    await user.click(await screen.findByTestId("audit-remove"));
    await waitFor(() => expect(screen.queryByText("12.01.2015")).not.toBeInTheDocument());
    await user.click(await screen.findByTestId("undo"));
    expect(await screen.findByText("12.01.2015")).toBeInTheDocument();
  });
});

describe("question lists", () => {
  it("are written in their order, taken out and brought back", async () => {
    const { sent, wrap } = watching("save_question_list");
    const { user } = await openDesk("/audits?tab=lists", "", wrap);
    await user.click(await screen.findByTestId("list-add"));
    await user.type(await screen.findByTestId("list-name"), "Zakupy");
    await user.type(screen.getByTestId("list-question-text-1"), "Pierwsze?");
    await user.click(screen.getByTestId("list-question-add"));
    await waitFor(() => expect(screen.getByTestId("list-question-text-2")).toHaveFocus());
    await user.type(screen.getByTestId("list-question-text-2"), "Drugie?");
    await user.click(screen.getByRole("button", { name: "Przesuń wyżej pytanie 2" }));
    expect(screen.getByTestId("list-question-text-1")).toHaveValue("Drugie?");
    await waitFor(() => expect(screen.getByRole("button", { name: "Przesuń niżej pytanie 1" })).toHaveFocus());
    expect(await violations()).toEqual([]);
    await user.click(screen.getByTestId("list-save"));
    await closed();
    expect(sent[0]?.questions.map(({ text }) => text)).toEqual(["Drugie?", "Pierwsze?"]);
    expect(await screen.findByText("Zakupy")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Usuń: Zakupy" }));
    await waitFor(() => expect(screen.queryByText("Zakupy")).not.toBeInTheDocument());
    expect(screen.getByTestId("list-add")).toHaveFocus();
    await user.click(await screen.findByTestId("undo"));
    expect(await screen.findByText("Zakupy")).toBeInTheDocument();
  });
});

describe("auditors", () => {
  it("are competent when training and appointment are shown", async () => {
    const { user } = await openDesk("/audits?tab=auditors");
    expect(await screen.findByTestId("auditor-2")).toHaveTextContent("brak szkolenia lub powołania");
    expect(await violations()).toEqual([]);
    await user.click(screen.getByTestId("edit-auditor-2"));
    await user.type(await screen.findByTestId("auditor-trained"), "10.10.2014");
    await user.type(screen.getByTestId("auditor-appointed"), "01.11.2014");
    await user.click(screen.getByTestId("auditor-save"));
    await closed();
    await waitFor(() => expect(screen.getByTestId("auditor-2")).toHaveTextContent("wykazane"));
    await waitFor(() => expect(screen.getByTestId("edit-auditor-2")).toHaveFocus());
  });

  it("are one to a post", async () => {
    const { user } = await openDesk("/audits?tab=auditors");
    await user.click(await screen.findByTestId("auditor-add"));
    await user.click(await screen.findByTestId("auditor-save"));
    expect(await screen.findByText("To pole jest wymagane.")).toBeInTheDocument();
  });
});

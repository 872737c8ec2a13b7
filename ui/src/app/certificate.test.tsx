import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import type { AuditForm, CertificateView, HappeningForm } from "@/ipc/bindings";
import type { Transport } from "@/ipc/client";
import { openDesk } from "@/testing/desk";

/** Changes what the office answers about its certificate. */
const answering =
  (change: (view: CertificateView) => void) =>
  (fake: Transport): Transport => ({
    on: fake.on,
    call: async (command, request) => {
      const answer = await fake.call(command, request);
      if (command === "certificate") change(answer as CertificateView);
      return answer;
    },
  });

/** Keeps what was sent with one command. */
function sent<T>(wanted: string) {
  const seen: T[] = [];
  const wrap = (fake: Transport): Transport => ({
    on: fake.on,
    call: (command, request) => {
      if (command === wanted) seen.push(structuredClone(request) as T);
      return fake.call(command, request);
    },
  });
  return { seen, wrap };
}

async function violations(): Promise<string[]> {
  const found = await axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
    rules: { "color-contrast": { enabled: false } },
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

const closed = () => waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());

describe("the state of the certificate", () => {
  it("is suspended by keyboard alone, lifted, and both stay in its history", async () => {
    const { seen, wrap } = sent<{ happening: HappeningForm }>("certificate_happened");
    const { user } = await openDesk("/certificate", "", wrap);
    expect(await screen.findByTestId("certificate-state")).toHaveTextContent("Certyfikat jest ważny do 27.02.2016.");
    screen.getByTestId("suspend").focus();
    await user.keyboard("{Enter}");
    const dialog = await screen.findByRole("dialog", { name: "Zawieszenie certyfikatu" });
    expect(await violations()).toEqual([]);
    const day = within(dialog).getByTestId("happened-on");
    expect(day).toHaveValue("12.01.2015");
    await user.clear(day);
    await user.type(day, "02.01.2015");
    await user.type(within(dialog).getByTestId("suspended-why"), "Nie zgodzono się na audit nadzoru{Tab}");
    await user.click(within(dialog).getByTestId("save-suspend"));
    await closed();
    expect(seen.map(({ happening }) => happening)).toEqual([
      { kind: "suspended", from: "2015-01-02", until: null, reason: "Nie zgodzono się na audit nadzoru" },
    ]);
    await waitFor(() =>
      expect(screen.getByTestId("certificate-state")).toHaveTextContent("zawieszenie trzeba zakończyć do 02.07.2015"),
    );
    expect(screen.getByTestId("certificate-state")).toHaveAttribute("data-state", "suspended");
    expect(screen.queryByTestId("suspend")).not.toBeInTheDocument();
    expect(screen.getByTestId("suspensions")).toHaveTextContent("trwa");

    await user.click(screen.getByTestId("lift"));
    await user.click(await screen.findByTestId("save-lift"));
    await closed();
    await waitFor(() => expect(screen.getByTestId("certificate-state")).toHaveTextContent("jest ważny do 27.02.2016"));
    const history = screen.getByTestId("suspensions");
    expect(history).toHaveTextContent("02.01.2015");
    expect(history).toHaveTextContent("12.01.2015");
    expect(history).not.toHaveTextContent("trwa");
    const line = screen.getByRole("list", { name: "Daty na osi" });
    expect(line).toHaveTextContent("02.01.2015: Zawieszenie");
    expect(line).toHaveTextContent("12.01.2015: Koniec zawieszenia");
    expect(await violations()).toEqual([]);
  });

  it("says in place why a day or a missing reason is refused", async () => {
    const { user } = await openDesk("/certificate");
    await user.click(await screen.findByTestId("suspend"));
    await user.click(await screen.findByTestId("save-suspend"));
    expect(await screen.findByText("Podaj powód zmiany.")).toBeInTheDocument();
    const day = screen.getByTestId("happened-on");
    await user.clear(day);
    await user.click(screen.getByTestId("save-suspend"));
    expect(await screen.findByText("To pole jest wymagane.")).toBeInTheDocument();
    await user.type(day, "01.02.2013");
    await user.click(screen.getByTestId("save-suspend"));
    expect(await screen.findByText(/Podaj dzień 28.02.2013 lub późniejszy/)).toBeInTheDocument();
    await user.keyboard("{Escape}");
    await closed();
    await waitFor(() => expect(screen.getByTestId("suspend")).toHaveFocus());
  });

  it("is withdrawn only after its consequences were shown, and then nothing more is offered", async () => {
    const { user } = await openDesk("/certificate");
    await user.click(await screen.findByTestId("withdraw"));
    const dialog = await screen.findByRole("dialog", { name: "Cofnięcie certyfikatu" });
    expect(dialog).toHaveTextContent("powrót wymaga nowej certyfikacji. Tego wpisu nie można odwołać.");
    await user.click(within(dialog).getByRole("button", { name: "Anuluj" }));
    await closed();
    expect(screen.getByTestId("certificate-state")).toHaveAttribute("data-state", "valid");
    await user.click(screen.getByTestId("withdraw"));
    await user.click(await screen.findByRole("button", { name: "Cofnij certyfikat" }));
    await closed();
    await waitFor(() => expect(screen.getByTestId("certificate-state")).toHaveTextContent("cofnięto 12.01.2015"));
    for (const gone of ["suspend", "lift", "transfer", "withdraw"]) {
      expect(screen.queryByTestId(gone)).not.toBeInTheDocument();
    }
  });

  it("moves to another certification body and remembers the one before", async () => {
    const { user } = await openDesk("/certificate");
    await user.click(await screen.findByTestId("transfer"));
    await user.click(await screen.findByTestId("save-transfer"));
    expect(await screen.findByText("Podaj nazwę jednostki certyfikującej.")).toBeInTheDocument();
    await user.type(screen.getByTestId("new-body"), "Inna Jednostka");
    await user.type(screen.getByTestId("new-number"), "IJ/77");
    await user.click(screen.getByTestId("save-transfer"));
    await closed();
    await waitFor(() => expect(screen.getByTestId("certificate")).toHaveTextContent("Inna Jednostka"));
    expect(screen.getByTestId("transfers")).toHaveTextContent("12.01.2015Jednostka Certyfikująca JCPL-2013/0147");
  });

  it.each([
    ["suspension_overdue", "2015-01-02", "zawieszenie należało zakończyć do 02.01.2015"],
    ["expired_restorable", "2016-08-27", "wygasł 27.02.2016; jednostka może go jeszcze przywrócić do 27.08.2016"],
    ["expired", null, "wygasł 27.02.2016 i nie można go już przywrócić"],
  ] as const)("is told in words: %s", async (state, stateUntil, words) => {
    await openDesk(
      "/certificate",
      "",
      answering(({ certificate }) => {
        if (certificate !== null) Object.assign(certificate, { state, stateUntil });
      }),
    );
    expect(await screen.findByTestId("certificate-state")).toHaveTextContent(words);
  });

  it("is only looked at by somebody who may not change it", async () => {
    await openDesk(
      "/certificate",
      "",
      answering((view) => {
        view.mayCertify.allowed = false;
      }),
    );
    expect(await screen.findByText(/zmienia Pełnomocnik ds. SZJ albo Koordynator SZJ/)).toBeInTheDocument();
    for (const gone of ["suspend", "record-certificate", "correct-certificate", "add-audit"]) {
      expect(screen.queryByTestId(gone)).not.toBeInTheDocument();
    }
    expect(screen.queryByTestId("edit-audit-surveillance_2")).not.toBeInTheDocument();
  });
});

describe("the next certificate", () => {
  it("that restores the one before is offered the end that follows from it", async () => {
    const { seen, wrap } = sent<{ restored: boolean; validUntil: string | null }>("record_certificate");
    const { user } = await openDesk("/certificate", "", wrap);
    await user.click(await screen.findByTestId("record-certificate"));
    const dialog = await screen.findByRole("dialog", { name: "Wpisz certyfikat" });
    await user.type(within(dialog).getByTestId("certificate-decided"), "20.06.2016");
    expect(within(dialog).queryByTestId("take-restored-until")).not.toBeInTheDocument();
    await user.click(within(dialog).getByTestId("certificate-restored"));
    expect(dialog).toHaveTextContent("Puste: trzy lata od końca poprzedniego certyfikatu.");
    await user.click(within(dialog).getByTestId("take-restored-until"));
    expect(within(dialog).getByTestId("certificate-valid-until")).toHaveValue("27.02.2019");
    expect(await violations()).toEqual([]);
    await user.click(within(dialog).getByTestId("save-certificate"));
    await closed();
    expect(seen).toMatchObject([{ restored: true, validUntil: "2019-02-27" }]);
    await waitFor(() => expect(screen.getByTestId("certificate")).toHaveTextContent("Przywrócony po wygaśnięciu"));
    expect(screen.getByTestId("earlier")).toHaveTextContent("PL-2013/0147");
  });
});

describe("the plan", () => {
  it("tells the rules that it breaks, of the cycle and of each audit", async () => {
    await openDesk(
      "/certificate",
      "",
      answering((view) => {
        view.warnings = [{ code: "no_audit_in_calendar_year", on: "2015-12-31" }];
        const [first] = view.audits;
        if (first !== undefined) first.warnings = [{ code: "in_suspension", on: "2015-07-02" }];
      }),
    );
    const milestones = await screen.findByTestId("milestones");
    expect(within(milestones).getByTestId("plan-warning-no_audit_in_calendar_year")).toHaveTextContent(
      "Rok kalendarzowy do 31.12.2015 zostaje bez auditu jednostki certyfikującej.",
    );
    expect(milestones).toHaveTextContent("Podstawa liczenia terminów: data decyzji o certyfikacji.");
    expect(within(screen.getByTestId("audits")).getByTestId("plan-warning-in_suspension")).toHaveTextContent(
      "Audit wypada w czasie zawieszenia certyfikatu (do 02.07.2015).",
    );
    expect(await violations()).toEqual([]);
  });

  it("keeps the dialog open and moves the focus to the warning when the saved day breaks a rule", async () => {
    const { seen, wrap } = sent<AuditForm>("save_audit");
    const { user } = await openDesk("/certificate", "", wrap);
    await user.click(await screen.findByTestId("add-audit"));
    await user.type(await screen.findByTestId("audit-starts"), "07.02.2015");
    await user.click(screen.getByTestId("save-audit"));
    const warned = await screen.findByTestId("audit-warned");
    await waitFor(() => expect(warned).toHaveFocus());
    expect(within(warned).getByTestId("plan-warning-day_off")).toHaveTextContent("07.02.2015 urząd nie pracuje.");
    expect(within(warned).getByTestId("plan-warning-after_latest")).toHaveTextContent("28.02.2014");
    expect(await violations()).toEqual([]);
    const day = screen.getByTestId("audit-starts");
    await user.clear(day);
    await user.type(day, "28.01.2014");
    await user.clear(screen.getByTestId("audit-ends"));
    await user.click(screen.getByTestId("save-audit"));
    await closed();
    // The second time it is the same audit, not another new one.
    expect(seen.map(({ id, revision }) => [id, revision])).toEqual([
      [null, 0],
      ["audit-3", 1],
    ]);
  });
});

describe("an external audit", () => {
  it("keeps the answer to its report, and what the dialog does not show", async () => {
    const { seen, wrap } = sent<AuditForm>("save_audit");
    const team = { post: { id: "post-9", name: "Auditor" }, processes: [], competent: true };
    const process = { id: "process-P05", code: "P05", name: "Zasób" };
    const { user } = await openDesk("/certificate", "", (fake) =>
      answering((view) => {
        for (const audit of view.audits) Object.assign(audit, { team: [team], processes: [process] });
      })(wrap(fake)),
    );
    await user.click(await screen.findByTestId("edit-audit-surveillance_1"));
    expect(await screen.findByTestId("audit-findings")).toHaveValue("2");
    await user.type(screen.getByTestId("audit-report"), "31.01.2014");
    await user.type(screen.getByTestId("audit-answer-due"), "28.02.2014");
    await user.type(screen.getByTestId("audit-answer-sent"), "20.02.2014");
    await user.type(screen.getByTestId("audit-answer-accepted"), "03.03.2014");
    await user.click(screen.getByTestId("save-audit"));
    await closed();
    expect(seen).toMatchObject([
      {
        id: "audit-1",
        reportOn: "2014-01-31",
        answerDueOn: "2014-02-28",
        answerSentOn: "2014-02-20",
        answerAcceptedOn: "2014-03-03",
        team: [{ post: "post-9", processes: [] }],
        processes: ["process-P05"],
      },
    ]);
    await waitFor(() => expect(screen.getByTestId("audit-surveillance_1")).toHaveTextContent("przyjęto03.03.2014"));
  });

  it("stands apart from internal ones, which lead to a screen of their own", async () => {
    await openDesk(
      "/certificate",
      "",
      answering((view) => {
        for (const audit of view.audits) if (audit.id === "audit-2") audit.kind = "internal";
      }),
    );
    expect(await screen.findByRole("link", { name: "program i audity wewnętrzne" })).toHaveAttribute(
      "href",
      "/#/audits",
    );
    expect(screen.getByRole("link", { name: "Otwórz: audit wewnętrzny 03.02.2015" })).toHaveAttribute(
      "href",
      "/#/audits/audit-2",
    );
    expect(screen.queryByTestId("edit-audit-internal")).not.toBeInTheDocument();
  });
});

describe("the line of the cycle", () => {
  it("stands as a list and a table on the certificate and on the dashboard", async () => {
    const { user } = await openDesk("/");
    const cycle = await screen.findByTestId("cycle-line");
    expect(within(cycle).getByRole("list", { name: "Daty na osi" })).toHaveTextContent(
      "17.03.2014: Przegląd zarządzania",
    );
    await user.click(within(cycle).getByText("Karty miesiąc po miesiącu"));
    const table = within(cycle).getByRole("table", { name: "Karty miesiąc po miesiącu" });
    expect(within(table).getByRole("row", { name: "02.2014 1 0 2" })).toBeInTheDocument();
  });
});

describe("an action", () => {
  it("is marked as a training in the plan and keeps the mark", async () => {
    const { user } = await openDesk("/cases/new");
    await user.type(await screen.findByTestId("field-title"), "Brak szkoleń");
    await user.click(screen.getByTestId("add-action"));
    expect(screen.getByTestId("action-training-1")).not.toBeChecked();
    await user.click(screen.getByLabelText("Szkolenie"));
    await user.type(screen.getByTestId("action-what-1"), "Warsztat z KPA");
    await user.click(screen.getByTestId("save-draft"));
    expect(await screen.findByRole("heading", { level: 1, name: "Brak szkoleń" })).toBeInTheDocument();
    expect(screen.getByTestId("action-training-1")).toBeChecked();
  });

  it("that is a training says so on the card", async () => {
    await openDesk("/cases/case-22", "", (fake) => ({
      on: fake.on,
      call: async (command, request) => {
        const answer = await fake.call(command, request);
        if (command === "case") {
          const [first] = (answer as { actions: { training: boolean }[] }).actions;
          if (first !== undefined) first.training = true;
        }
        return answer;
      },
    }));
    expect(await screen.findByTestId("training-1")).toHaveTextContent("Szkolenie");
  });
});

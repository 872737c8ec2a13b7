import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { knownProgress, progressToSend } from "@/features/programme/progress";
import type { MonitoringView } from "@/ipc/bindings";
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

describe("the programme of actions", () => {
  it("draws each action through the months, with words beside the signs", async () => {
    await openDesk("/programme?year=2014");
    expect(await screen.findByRole("heading", { level: 1 })).toHaveTextContent("Program działań na 2014 r.");
    const done = screen.getByTestId("programme-action-DK/1/2014");
    const cells = within(done).getAllByRole("cell");
    // Four columns stand between the number and January.
    expect(cells[4 + 3]).toHaveTextContent("wykonane");
    expect(cells[4 + 2]).toBeEmptyDOMElement();
    const late = screen.getByTestId("programme-action-DK/9/2014");
    expect(within(late).getByRole("link", { name: "DK/9/2014" })).toHaveAttribute("href", "/#/cases/case-22");
    expect(late).toHaveTextContent("19.12.2014");
    expect(within(late).getByText("28.11.2014").tagName).toBe("S");
    expect(late).toHaveTextContent("po terminie");
    expect(within(late).getAllByRole("cell")[4 + 11]).toHaveTextContent("zaplanowane");
    expect(screen.getByTestId("programme-percent")).toHaveTextContent("Wykonanie programu: 50%");
    expect(await violations()).toEqual([]);
  });

  it("goes from year to year", async () => {
    const { user } = await openDesk("/programme");
    expect(await screen.findByRole("heading", { level: 1 })).toHaveTextContent("na 2015 r.");
    await user.click(screen.getByTestId("programme-year"));
    await user.click(await screen.findByRole("option", { name: "2014", hidden: true }));
    await waitFor(() => expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("na 2014 r."));
    expect(window.location.hash).toBe("#/programme?year=2014");
  });

  it("is approved by the Starosta on paper: which post, when, on which document", async () => {
    const { sent, wrap } = listening("approve_action_programme");
    const { user } = await openDesk("/programme?year=2014", "", wrap);
    expect(await screen.findByText("Program nie jest jeszcze zatwierdzony przez Starostę.")).toBeInTheDocument();
    await user.click(screen.getByTestId("approve-programme"));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByTestId("record-for")).toHaveValue("Starosta");
    await user.clear(within(dialog).getByTestId("record-on"));
    await user.type(within(dialog).getByTestId("record-on"), "30.01.2015");
    await user.type(within(dialog).getByTestId("record-document"), "SZJ.0142.1.2014");
    expect(await violations()).toEqual([]);
    await user.click(within(dialog).getByTestId("save-approval"));
    expect(await within(dialog).findByTestId("error")).toHaveTextContent("Dzień 30.01.2015 jeszcze nie nadszedł.");
    expect(within(dialog).getByTestId("record-document")).toHaveValue("SZJ.0142.1.2014");
    await user.clear(within(dialog).getByTestId("record-on"));
    await user.type(within(dialog).getByTestId("record-on"), "9.01.2015");
    await user.click(within(dialog).getByTestId("save-approval"));
    await noDialog();
    expect(screen.getByTestId("programme-approval")).toHaveTextContent(
      "Program zatwierdził(a) Starosta dnia 09.01.2015.Dokument: SZJ.0142.1.2014",
    );
    expect(sent.at(-1)).toEqual({
      year: 2014,
      revision: 1,
      standing: {
        recordedFor: { post: "post-starosta", on: "2015-01-09", document: "SZJ.0142.1.2014" },
        password: null,
      },
    });
  });

  it("asks for the password where the Starosta signs herself, and anew after a refusal", async () => {
    const sent: unknown[] = [];
    const { user } = await openDesk("/programme?year=2014", "", (fake) => ({
      on: fake.on,
      call: async (command, request) => {
        if (command === "approve_action_programme") {
          sent.push(request);
          throw { kind: "ruleViolated", params: { reason: "sign_off_needed" } };
        }
        const answer = await fake.call(command, request);
        const may = { allowed: true, forPosts: [], signOff: true };
        if (command === "action_programme") Object.assign(answer as object, { mayApprove: may });
        return answer;
      },
    }));
    await user.click(await screen.findByTestId("approve-programme"));
    await user.click(await screen.findByTestId("save-approval"));
    expect(await screen.findByText("To pole jest wymagane.")).toBeInTheDocument();
    expect(sent).toEqual([]);
    await user.type(screen.getByTestId("standing-password"), "zielona parasolka 7");
    await user.click(screen.getByTestId("save-approval"));
    expect(await screen.findByTestId("error")).toHaveTextContent("Tę decyzję podpisuje się osobiście");
    expect(sent).toMatchObject([{ standing: { recordedFor: null, password: "zielona parasolka 7" } }]);
    expect(screen.getByTestId("standing-password")).toHaveValue("");
  });
});

describe("the monitoring", () => {
  it("names the months without an entry, and the button beside each writes it", async () => {
    const { sent, wrap } = listening("monitor_actions");
    const { user } = await openDesk("/programme?year=2014", "", wrap);
    expect(await screen.findByTestId("months-missing")).toHaveTextContent("Nie ma wpisu za: październik.");
    const button = within(screen.getByTestId("month-10")).getByRole("button", {
      name: "Wpisz monitorowanie: październik",
    });
    expect(button).toHaveAttribute("data-testid", "monitor-10");
    await user.click(button);
    await user.type(await screen.findByTestId("monitor-remarks"), "Przegląd tablic trwa");
    const progress = screen.getByTestId("progress-DK/9/2014");
    await user.clear(progress);
    await user.type(progress, "40");
    expect(screen.queryByTestId("progress-DK/1/2014")).not.toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await user.click(screen.getByTestId("save-monitoring"));
    await noDialog();
    expect(sent).toEqual([
      {
        year: 2014,
        revision: 1,
        month: 10,
        remarks: "Przegląd tablic trwa",
        decisions: "",
        progress: [{ action: "action-2", percent: 40 }],
      },
    ]);
    expect(screen.getByTestId("months-missing")).toHaveTextContent("Każdy miesiąc, który się zaczął, ma wpis.");
    expect(screen.getByTestId("month-10")).toHaveTextContent("Przegląd tablic trwa");
    const marks = within(screen.getByTestId("programme-action-DK/9/2014")).getAllByRole("cell");
    expect(marks[4 + 9]).toHaveTextContent("wykonane częściowo");
    await waitFor(() => expect(screen.getByTestId("monitor-10")).toHaveFocus());
  });

  it("knows of a month what was found by then, not what came later", () => {
    const entry = (month: number, percent: number): MonitoringView => ({
      month,
      on: "2014-12-31",
      by: "",
      open: 0,
      done: 0,
      overdue: 0,
      remarks: "",
      decisions: "",
      progress: [{ action: "a", percent }],
    });
    const entries = [entry(3, 80), entry(1, 20)];
    expect(knownProgress(entries, 2)).toEqual({ a: 20 });
    expect(knownProgress(entries, 3)).toEqual({ a: 80 });
    expect(progressToSend([{ id: "a" }, { id: "b" }], { a: 20 }, undefined)).toEqual([{ action: "a", percent: 20 }]);
    expect(progressToSend([{ id: "a" }], { a: 0 }, entry(1, 20))).toEqual([{ action: "a", percent: 0 }]);
    expect(progressToSend([], {}, entry(1, 20))).toEqual([{ action: "a", percent: 20 }]);
  });
});

describe("the quarters", () => {
  it("show their figures, and a report to the Starosta gets its day and remarks", async () => {
    const { user } = await openDesk("/programme?year=2014");
    const fourth = await screen.findByTestId("quarter-4");
    expect(fourth).toHaveTextContent("61,5 / 58");
    expect(fourth).toHaveTextContent("1 z 2 / 2 z 2");
    expect(fourth).toHaveTextContent("niezgłoszony");
    expect(screen.getByTestId("quarter-1")).toHaveTextContent("07.04.2014, Pełnomocnik ds. SZJ");
    await user.click(screen.getByTestId("report-quarter-4"));
    expect(await screen.findByRole("dialog")).toHaveTextContent("Raport dostanie dzisiejszą datę: 12.01.2015.");
    await user.type(screen.getByTestId("report-remarks"), "Dwa działania po terminie");
    expect(await violations()).toEqual([]);
    await user.click(screen.getByTestId("save-report"));
    await noDialog();
    expect(screen.getByTestId("quarter-4")).toHaveTextContent("12.01.2015, Pełnomocnik ds. SZJ");
    expect(screen.getByTestId("quarter-4")).toHaveTextContent("Dwa działania po terminie");
    await waitFor(() => expect(screen.getByTestId("report-quarter-4")).toHaveFocus());
  });

  it("that have not begun say so and offer no report", async () => {
    await openDesk("/programme?year=2015");
    expect(await screen.findByTestId("quarter-2")).toHaveTextContent("Kwartał jeszcze się nie zaczął.");
    expect(screen.queryByTestId("report-quarter-2")).not.toBeInTheDocument();
    expect(screen.getByTestId("report-quarter-1")).toBeInTheDocument();
  });
});

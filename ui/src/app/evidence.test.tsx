import { act, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import type { Events } from "@/ipc/bindings";
import type { EventName, Transport } from "@/ipc/client";
import { openDesk } from "@/testing/desk";

/** Holds on to who listens, so that a test can drop files as the window does. */
function dropping() {
  const heard: Partial<{ [E in EventName]: ((payload: Events[E]) => void)[] }> = {};
  const wrap = (fake: Transport): Transport => ({
    call: (command, request) => fake.call(command, request),
    on: async (event, handler) => {
      const all = (heard[event] ?? []) as ((payload: Events[typeof event]) => void)[];
      all.push(handler);
      heard[event] = all as never;
      return () => undefined;
    },
  });
  const tell = (payload: Events["files-dropped"]) => {
    act(() => {
      for (const handler of heard["files-dropped"] ?? []) handler(payload);
    });
  };
  return { wrap, tell };
}

async function violations(): Promise<string[]> {
  const found = await axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
    rules: { "color-contrast": { enabled: false } },
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe("evidence", () => {
  it("is missed in words, then picked, listed with its hash, and lets the action be done", async () => {
    const { user } = await openDesk("/cases/case-22");
    const action = await screen.findByTestId("action-1");
    expect(within(action).getByTestId("move-complete_action")).toBeDisabled();
    await user.click(screen.getByTestId("go-action-1"));
    await waitFor(() => expect(within(action).getByTestId("pick-files")).toHaveFocus());
    expect(screen.getByTestId("go-action-1")).toHaveTextContent("brak dowodu – dodaj plik");
    await user.keyboard("{Enter}");
    const item = await screen.findByTestId("evidence-1-1");
    expect(item).toHaveTextContent("Protokół odbioru.pdf");
    expect(item).toHaveTextContent("48 kB");
    expect(item).toHaveTextContent("SHA-256 9f86d081884c…");
    expect(await violations()).toEqual([]);
    await user.click(within(action).getByTestId("move-complete_action"));
    await user.click(await screen.findByTestId("move-submit"));
    await waitFor(() => expect(action).toHaveTextContent("wykonano 12.01.2015"));
    expect(await screen.findByTestId("move-report_done")).toBeEnabled();
  });

  it("goes to the open action when files are dropped on the window; a refusal has words", async () => {
    const { wrap, tell } = dropping();
    await openDesk("/cases/case-22", "", wrap);
    await screen.findByTestId("attach-1");
    tell({
      files: [
        { token: "exe", name: "program.exe", bytes: 12 },
        { token: "scan", name: "Skan.pdf", bytes: 48_200 },
      ],
    });
    expect(await screen.findByTestId("drop-refused")).toHaveTextContent("Tego rodzaju pliku nie można dołączyć.");
    expect(await screen.findByTestId("evidence-1-1")).toHaveTextContent("scan");
  });

  it("is asked about when no action is open", async () => {
    const { wrap, tell } = dropping();
    const { user } = await openDesk("/cases/case-17", "", (fake) => {
      const heard = wrap(fake);
      return {
        on: heard.on,
        call: async (command, request) => {
          const answer = await fake.call(command, request);
          if (command === "case") {
            const view = answer as { actions: { id: string; what: string }[]; life: { moves: { move: string }[] } };
            const [first] = view.actions;
            if (first !== undefined) view.actions.push({ ...first, id: "second", what: "Druga rzecz" });
            const attach = view.life.moves.find(({ move }) => move === "attach");
            if (attach !== undefined) view.life.moves.push({ ...attach, actionId: "second" } as never);
          }
          return answer;
        },
      };
    });
    await screen.findByTestId("now-box");
    tell({ files: [{ token: "picked-1", name: "Protokół odbioru.pdf", bytes: 48_200 }] });
    const dialog = await screen.findByRole("dialog", { name: "Którego działania dotyczą te pliki?" });
    expect(dialog).toHaveTextContent("Protokół odbioru.pdf");
    await user.click(within(dialog).getByTestId("drop-on-1"));
    expect(await screen.findByTestId("evidence-1-2")).toHaveTextContent("Protokół odbioru.pdf");
  });

  it("may be paper, which needs the place where it lies", async () => {
    const { user } = await openDesk("/cases/case-22");
    await user.click(await screen.findByTestId("paper-1"));
    await user.type(await screen.findByTestId("paper-title-1"), "Lista obecności");
    await user.click(screen.getByTestId("paper-add-1"));
    expect(await screen.findByText("To pole jest wymagane.")).toBeInTheDocument();
    await user.type(screen.getByTestId("paper-number-1"), "OR.2110.4.2015{Enter}");
    expect(await screen.findByTestId("evidence-1-1")).toHaveTextContent("OR.2110.4.2015");
  });

  it("stays in sight, struck through with its reason, when it is withdrawn", async () => {
    const { user } = await openDesk("/cases/case-22");
    await user.click(await screen.findByTestId("pick-files"));
    const item = await screen.findByTestId("evidence-1-1");
    await user.click(within(item).getByTestId("move-withdraw"));
    await user.type(await screen.findByTestId("move-reason"), "Zły plik");
    await user.click(screen.getByTestId("move-submit"));
    await waitFor(() => expect(item).toHaveTextContent("powód: Zły plik"));
    expect(within(item).getByText("Protokół odbioru.pdf").tagName).toBe("DEL");
    expect(within(screen.getByTestId("action-1")).getByTestId("move-complete_action")).toBeDisabled();
  });

  it("that is damaged does not open, and the card says why", async () => {
    const { user } = await openDesk("/cases/case-22");
    await user.click(await screen.findByTestId("pick-files"));
    await screen.findByTestId("evidence-1-1");
    await user.click(screen.getByTestId("pick-files"));
    await user.click(await screen.findByTestId("open-evidence-1-2"));
    expect(await screen.findByText(/suma SHA-256 się nie zgadza/)).toBeInTheDocument();
  });
});

describe("an extension", () => {
  it("is asked for, waits in sight, and is granted with the date that was asked", async () => {
    const { user } = await openDesk("/cases/case-21", "", (fake) => ({
      on: fake.on,
      call: async (command, request) => {
        const answer = await fake.call(command, request);
        if (command === "case") {
          const view = answer as { id: string; actions: { asked: unknown; extensions: unknown[] }[] };
          const [first] = view.actions;
          if (view.id === "case-21" && first !== undefined && first.extensions.length === 0) {
            first.asked = { to: "2015-02-20", reason: "Choroba", on: "2015-01-10", by: "Naczelnik Wydziału Edukacji" };
          }
        }
        return answer;
      },
    }));
    const asked = await screen.findByTestId("asked");
    expect(asked).toHaveTextContent(
      "Naczelnik Wydziału Edukacji prosi (10.01.2015) o przedłużenie do 20.02.2015: Choroba",
    );
    await user.click(within(asked).getByTestId("move-extend"));
    expect(await screen.findByTestId("move-due-date")).toHaveValue("20.02.2015");
    expect(screen.getByTestId("move-reason")).toHaveValue("Choroba");
    await user.click(screen.getByTestId("move-submit"));
    await waitFor(() => expect(screen.getByTestId("action-1")).toHaveTextContent("Termin przedłużono 1 raz"));
    expect(screen.queryByTestId("asked")).not.toBeInTheDocument();
  });
});

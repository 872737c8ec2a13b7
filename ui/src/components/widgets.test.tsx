import { MantineProvider } from "@mantine/core";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { showLanguage, WordsProvider } from "@/i18n/i18n";
import { ChangesSince } from "./ChangesSince";
import { DropFiles, type DroppedFile } from "./DropFiles";
import type { TrailEntry } from "./fieldWords";

function show(node: ReactNode) {
  const page = (inner: ReactNode) => (
    <MantineProvider>
      <WordsProvider>
        <main>{inner}</main>
      </WordsProvider>
    </MantineProvider>
  );
  const view = render(page(node));
  return { user: userEvent.setup(), again: (next: ReactNode) => view.rerender(page(next)) };
}

async function violations(): Promise<string[]> {
  const found = await axe.run(document.body, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
    rules: { "color-contrast": { enabled: false } },
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

beforeEach(() => showLanguage("pl"));

const LONG = "Zarządzenie nie wskazuje stanowiska, które wymienia wzory. ".repeat(8).trim();
const ENTRIES: TrailEntry[] = [
  {
    seq: 7,
    at: "2015-01-12T08:00:00Z",
    actor: "Naczelnik AB",
    what: "cause_saved",
    reason: null,
    changes: [
      { path: "/cause/root", old: "nieuwaga", new: LONG },
      { path: "/actions/a1/due_on", old: "2015-01-20", new: "2015-01-30" },
    ],
  },
];

describe("what changed meanwhile", () => {
  it("says who changed what from what to what, above the buttons", async () => {
    const keep = vi.fn();
    const { user } = show(
      <ChangesSince entries={ENTRIES} names={new Map([["a1", "1"]])}>
        <button type="button" onClick={keep}>
          {"Zachowaj mój tekst"}
        </button>
      </ChangesSince>,
    );
    const told = screen.getByRole("region", { name: "Co zmieniono w tym czasie" });
    expect(told).toHaveTextContent("Zanim zapisano, Naczelnik AB (12.01.2015 09:00) zmienił(a):");
    expect(told).toHaveTextContent("Działania · 1 · Terminbyło 20.01.2015 → jest 30.01.2015");
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Zachowaj mój tekst" }));
    expect(keep).toHaveBeenCalledOnce();
  });

  it("folds a long text and shows it whole when asked", async () => {
    const { user } = show(<ChangesSince entries={ENTRIES} names={new Map()} />);
    const told = screen.getByRole("region");
    expect(told).not.toHaveTextContent(LONG);
    await user.click(screen.getByRole("button", { name: /^Pokaż całość/ }));
    expect(told).toHaveTextContent(LONG);
    expect(screen.getByRole("button", { name: /^Zwiń/ })).toHaveAttribute("aria-expanded", "true");
  });

  it("says so when nothing reads differently", () => {
    show(<ChangesSince entries={[]} names={new Map()} />);
    expect(screen.getByText(/żadne pole nie ma innej treści/)).toBeInTheDocument();
  });
});

const FILES: DroppedFile[] = [
  { key: "1", name: "zarzadzenie.pdf", bytes: 24_300, state: "attached" },
  { key: "2", name: "zdjecie.jpg", bytes: 1_240_000, state: "attaching", progress: 0.4 },
  { key: "3", name: "skan.tif", state: "attaching" },
  {
    key: "4",
    name: "film.avi",
    state: "refused",
    error: { kind: "invalid", params: { reason: "too_big" } },
  },
];

describe("the place for files", () => {
  it("has a button for everybody and shows that files may be dropped", async () => {
    const onPick = vi.fn();
    const area = (dragging: boolean, disabled = false) => (
      <DropFiles label="Dowody" dragging={dragging} onPick={onPick} files={[]} disabled={disabled} />
    );
    const { user, again } = show(area(false));
    const button = screen.getByRole("button", { name: "Wybierz pliki" });
    expect(button).toHaveAccessibleDescription(/albo przeciągnij je tutaj/);
    await user.tab();
    expect(button).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(onPick).toHaveBeenCalledOnce();
    again(area(true));
    expect(screen.getByText("Upuść pliki, aby je dołączyć")).toBeInTheDocument();
    again(area(true, true));
    expect(screen.queryByText("Upuść pliki, aby je dołączyć")).not.toBeInTheDocument();
    expect(button).toBeDisabled();
  });

  it.each(["pl", "en"] as const)("tells how far each file is and why one was refused (%s)", async (lang) => {
    showLanguage(lang);
    const onDismiss = vi.fn();
    const onRetry = vi.fn();
    const { user } = show(
      <DropFiles
        label="Dowody"
        dragging={false}
        onPick={() => undefined}
        files={FILES}
        onDismiss={onDismiss}
        onRetry={onRetry}
      />,
    );
    expect(await violations()).toEqual([]);
    const bars = screen.getAllByRole("progressbar");
    expect(bars.map((bar) => bar.getAttribute("aria-valuenow"))).toEqual(["40", null]);
    const refused = within(screen.getByTestId("drop-refused"));
    expect(refused.getByText(lang === "pl" ? /Plik jest za duży/ : /too big|too large/i)).toBeInTheDocument();
    const [retry, dismiss] = refused.getAllByRole("button", { name: /film\.avi$/ });
    await user.click(retry as Element);
    expect(onRetry).toHaveBeenCalledExactlyOnceWith("4");
    expect(onDismiss).not.toHaveBeenCalled();
    await user.click(dismiss as Element);
    expect(onDismiss).toHaveBeenCalledExactlyOnceWith("4");
    expect(within(screen.getByTestId("drop-attached")).getAllByRole("button")).toHaveLength(1);
  });

  it("announces what is under way, then how it ended", () => {
    const area = (files: DroppedFile[]) => (
      <DropFiles label="Dowody" dragging={false} onPick={() => undefined} files={files} />
    );
    const { again } = show(area(FILES));
    expect(screen.getByRole("status")).toHaveTextContent("Dołączam 2 pliki");
    again(area(FILES.filter(({ state }) => state !== "attaching")));
    expect(screen.getByRole("status")).toHaveTextContent("Dołączono 1 plik. Nie dołączono 1 pliku.");
  });
});

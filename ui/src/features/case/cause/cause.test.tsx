import { MantineProvider } from "@mantine/core";
import { Notifications, notifications } from "@mantine/notifications";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { type ReactNode, useState } from "react";
import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from "vitest";
import { i18n, showLanguage, WordsProvider } from "@/i18n/i18n";
import { isOnlyBlame } from "./blame";
import { FiveWhyEditor } from "./FiveWhyEditor";
import { FiveWhyPicture } from "./FiveWhyPicture";
import { emptyCause, emptyFiveWhy, emptyIshikawa, missingBones } from "./form";
import { IshikawaEditor } from "./IshikawaEditor";
import { IshikawaPicture } from "./IshikawaPicture";
import type { FiveWhyForm, IshikawaForm } from "./types";

function show(node: ReactNode) {
  const page = (
    <MantineProvider>
      <WordsProvider>
        <Notifications />
        <main>{node}</main>
      </WordsProvider>
    </MantineProvider>
  );
  return { user: userEvent.setup(), ...render(page) };
}

function Whys({ start, onRoot, seen }: { start: FiveWhyForm; onRoot?: (text: string) => void; seen?: Seen }) {
  const [value, setValue] = useState(start);
  seen?.(value);
  return <FiveWhyEditor value={value} onChange={setValue} onRoot={onRoot} />;
}

function Bones({ start, onRoot, seen }: { start: IshikawaForm; onRoot?: (text: string) => void; seen?: Seen }) {
  const [value, setValue] = useState(start);
  seen?.(value);
  return <IshikawaEditor value={value} onChange={setValue} onRoot={onRoot} />;
}
type Seen = (value: unknown) => void;

/** The form as it was handed on last. */
function lastOf<T>(seen: Mock): T {
  const call = seen.mock.lastCall;
  if (call === undefined) throw new Error("nothing was handed on");
  return call[0] as T;
}

const WHYS: FiveWhyForm = {
  problem: "Stare wydanie na tablicy",
  arose: [
    { answer: "Nikt go nie zdjął", evidence: "oględziny" },
    { answer: "Nikt nie jest wskazany do wymiany", evidence: "" },
  ],
  undetected: [{ answer: "Przegląd tablic jest raz w roku", evidence: "PJ-05" }],
};

const FISH: IshikawaForm = {
  effect: "Stare wydanie na tablicy",
  bones: [
    {
      category: "rules",
      name: "",
      causes: [{ text: "Nikt nie jest wskazany", subcauses: ["brak terminu"], votes: 2, chosen: true }],
    },
    { category: null, name: "Tablice", causes: [emptyCause(), { ...emptyCause(), text: "Tablica w sądzie" }] },
  ],
};

async function violations(): Promise<string[]> {
  const found = await axe.run(document.body, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
    rules: { "color-contrast": { enabled: false } },
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** The accessible names of everything that can be pressed or written in. */
const names = () =>
  [...screen.queryAllByRole("textbox"), ...screen.queryAllByRole("button")].map((node) => {
    const label = node.getAttribute("aria-label") ?? document.querySelector(`label[for="${node.id}"]`)?.textContent;
    return (label ?? node.textContent ?? "").trim();
  });

beforeEach(() => showLanguage("pl"));
afterEach(() => notifications.clean());

describe.each(["pl", "en"] as const)("the analyses in %s", (lang) => {
  it.each([
    ["5 Why", <Whys key="a" start={WHYS} onRoot={() => undefined} />],
    ["an empty 5 Why", <Whys key="b" start={emptyFiveWhy()} />],
    ["the fishbone", <Bones key="c" start={FISH} onRoot={() => undefined} />],
    ["an empty fishbone", <Bones key="d" start={emptyIshikawa()} />],
    ["the picture of 5 Why", <FiveWhyPicture key="e" value={WHYS} />],
    ["the picture of the fishbone", <IshikawaPicture key="f" value={FISH} />],
  ])("%s is accessible and calls nothing twice by one name", async (_, node) => {
    showLanguage(lang);
    await i18n.changeLanguage(lang);
    show(node);
    expect(await violations()).toEqual([]);
    const all = names();
    expect(all.filter((name) => name === "")).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe("5 Why", () => {
  it("is written by keyboard alone: Enter goes on and adds the next question", async () => {
    const seen = vi.fn();
    const { user } = show(<Whys start={emptyFiveWhy("Stare wydanie")} seen={seen} />);
    await user.click(screen.getByTestId("add-why-arose"));
    expect(screen.getByRole("textbox", { name: "Dlaczego 1 (Dlaczego powstało?)" })).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(within(screen.getByTestId("track-arose")).getAllByRole("listitem")).toHaveLength(1);
    await user.keyboard("Nikt nie zdjął{Enter}Nie wie kto");
    expect(screen.getByRole("textbox", { name: "Dlaczego 2 (Dlaczego powstało?)" })).toHaveFocus();
    await user.keyboard("{Shift>}{Enter}{/Shift}ma to robić");
    expect(seen).toHaveBeenLastCalledWith({
      problem: "Stare wydanie",
      arose: [
        { answer: "Nikt nie zdjął", evidence: "" },
        { answer: "Nie wie kto\nma to robić", evidence: "" },
      ],
      undetected: [],
    });
  });

  it("goes on with Enter inside a card's form without sending it", async () => {
    const onSubmit = vi.fn();
    const { user } = show(
      <form onSubmit={onSubmit}>
        <Whys start={WHYS} />
      </form>,
    );
    await user.click(screen.getByRole("textbox", { name: "Dowód na odpowiedź – dlaczego 1 (Dlaczego powstało?)" }));
    await user.keyboard("{Enter}");
    expect(screen.getByRole("textbox", { name: "Dlaczego 2 (Dlaczego powstało?)" })).toHaveFocus();
    await user.click(screen.getByTestId("add-why-undetected"));
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it("takes more than five questions and reads as a list of steps", async () => {
    const many = Array.from({ length: 6 }, (_, at) => ({ answer: `odpowiedź ${at + 1}`, evidence: "" }));
    const { user } = show(<Whys start={{ ...WHYS, arose: many }} />);
    await user.click(screen.getByRole("button", { name: "Dodaj „dlaczego 7” (Dlaczego powstało?)" }));
    const list = screen.getByRole("list", { name: "Dlaczego powstało?" });
    expect(list.tagName).toBe("OL");
    expect(within(list).getAllByRole("listitem")).toHaveLength(7);
  });

  it("brings a removed answer back to its place, and keeps what was written since", async () => {
    const seen = vi.fn();
    const { user } = show(<Whys start={WHYS} seen={seen} />);
    await user.click(screen.getByRole("button", { name: "Usuń „dlaczego 1” (Dlaczego powstało?)" }));
    expect(screen.getByRole("textbox", { name: "Dlaczego 1 (Dlaczego powstało?)" })).toHaveFocus();
    await user.keyboard("!");
    await user.type(screen.getByTestId("why-problem"), "!");
    await user.click(await screen.findByTestId("undo"));
    const { arose, problem } = lastOf<FiveWhyForm>(seen);
    expect(arose.map(({ answer }) => answer)).toEqual(["Nikt go nie zdjął", "Nikt nie jest wskazany do wymiany!"]);
    expect(problem).toBe("Stare wydanie na tablicy!");
  });

  it("offers only the last answer of a track as the root cause", async () => {
    const onRoot = vi.fn();
    const { user } = show(<Whys start={WHYS} onRoot={onRoot} />);
    await user.click(screen.getByRole("button", { name: "Przyjmij jako przyczynę źródłową (Dlaczego powstało?)" }));
    expect(onRoot).toHaveBeenCalledExactlyOnceWith("Nikt nie jest wskazany do wymiany");
    expect(screen.getAllByRole("button", { name: /^Przyjmij/ })).toHaveLength(2);
  });

  it("says gently that a person's slip is no root cause, without stopping anybody", async () => {
    const { user } = show(<Whys start={emptyFiveWhy()} onRoot={() => undefined} />);
    await user.click(screen.getByTestId("add-why-arose"));
    await user.keyboard("Nieuwaga pracownika");
    expect(screen.getByTestId("blame-note")).toHaveTextContent("dlaczego system na to pozwolił");
    expect(screen.getByRole("button", { name: /^Przyjmij/ })).toBeEnabled();
    await user.keyboard(", bo nie ma zastępstw");
    expect(screen.queryByTestId("blame-note")).not.toBeInTheDocument();
  });

  it("writes nothing while it is disabled", () => {
    show(<FiveWhyEditor value={WHYS} onChange={() => undefined} disabled />);
    for (const field of screen.getAllByRole("textbox")) expect(field).toBeDisabled();
    for (const button of screen.getAllByRole("button")) expect(button).toBeDisabled();
  });

  it("is drawn without the boxes that nobody filled, and marks where the root cause came from", () => {
    const blank = { ...WHYS, undetected: [{ answer: " ", evidence: "" }] };
    show(<FiveWhyPicture value={blank} root="nikt nie jest wskazany do wymiany." />);
    expect(screen.queryByRole("list", { name: "Dlaczego nie wykryto wcześniej?" })).not.toBeInTheDocument();
    const [first, second] = within(screen.getByRole("list", { name: "Dlaczego powstało?" })).getAllByRole("listitem");
    expect(first).toHaveTextContent("Dlaczego 1Nikt go nie zdjąłDowód na odpowiedź: oględziny");
    expect(first).not.toHaveTextContent("przyczyna źródłowa");
    expect(second).toHaveTextContent("przyczyna źródłowa");
  });
});

describe("the fishbone", () => {
  it("starts with the six categories of an office and goes on by keyboard", async () => {
    const seen = vi.fn();
    const { user } = show(<Bones start={emptyIshikawa("Stare wydanie")} seen={seen} />);
    await user.click(screen.getByTestId("add-preset"));
    const categories = within(screen.getByRole("list", { name: "Kategorie przyczyn" }));
    expect(categories.getByRole("listitem", { name: "Dokumenty i dane wejściowe" })).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Dodaj przyczynę: Ludzie" })).toHaveFocus();
    await user.keyboard("{Enter}Brak szkolenia{Enter}Brak zastępstw");
    expect(screen.getByRole("textbox", { name: "Ludzie, przyczyna 2" })).toHaveFocus();
    const { bones } = lastOf<IshikawaForm>(seen);
    expect(bones.map(({ category }) => category)).toEqual(missingBones([]).map(({ category }) => category));
    expect(bones[0]?.causes.map(({ text }) => text)).toEqual(["Brak szkolenia", "Brak zastępstw"]);
  });

  it("takes votes, a choice, and the chosen cause as the root cause", async () => {
    const onRoot = vi.fn();
    const seen = vi.fn();
    const { user } = show(<Bones start={FISH} onRoot={onRoot} seen={seen} />);
    const cause = "Tablice, przyczyna 2";
    expect(screen.getByRole("button", { name: `Odejmij głos: ${cause}` })).toBeDisabled();
    await user.click(screen.getByRole("button", { name: `Dodaj głos: ${cause}` }));
    const choose = screen.getByRole("button", { name: `Wybrana: ${cause}` });
    expect(choose).toHaveAttribute("aria-pressed", "false");
    await user.click(choose);
    expect(choose).toHaveAttribute("aria-pressed", "true");
    await user.click(screen.getByRole("button", { name: `Przyjmij jako przyczynę źródłową (${cause})` }));
    expect(onRoot).toHaveBeenCalledExactlyOnceWith("Tablica w sądzie");
    const { bones } = lastOf<IshikawaForm>(seen);
    expect(bones[1]?.causes[1]).toEqual({ text: "Tablica w sądzie", subcauses: [], votes: 1, chosen: true });
  });

  it("keeps subcauses under their cause", async () => {
    const seen = vi.fn();
    const { user } = show(<Bones start={FISH} seen={seen} />);
    const cause = "Przepisy i procedury, przyczyna 1";
    await user.click(screen.getByRole("button", { name: `Dodaj podprzyczynę: ${cause}` }));
    await user.keyboard("brak nazwy stanowiska{Enter}trzecia");
    const list = screen.getByRole("list", { name: `Podprzyczyny: ${cause}` });
    expect(within(list).getAllByRole("listitem")).toHaveLength(3);
    await user.click(within(list).getByRole("button", { name: `Usuń: ${cause}, podprzyczyna 1` }));
    const { bones } = lastOf<IshikawaForm>(seen);
    expect(bones[0]?.causes[0]?.subcauses).toEqual(["brak nazwy stanowiska", "trzecia"]);
  });

  it("takes categories of the office's own, tells two of one name apart, and brings a removed one back", async () => {
    const seen = vi.fn();
    const { user } = show(<Bones start={FISH} seen={seen} />);
    await user.click(screen.getByTestId("add-category"));
    expect(screen.getByRole("textbox", { name: "Nazwa kategorii: kategoria 3" })).toHaveFocus();
    await user.keyboard("Tablice");
    expect(screen.getByRole("button", { name: "Dodaj przyczynę: Tablice (3)" })).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Usuń kategorię: Tablice (2)" }));
    expect(screen.getByRole("textbox", { name: "Nazwa kategorii: Tablice" })).toHaveValue("Tablice");
    await user.click(await screen.findByTestId("undo"));
    const { bones } = lastOf<IshikawaForm>(seen);
    expect(bones.map(({ causes }) => causes.length)).toEqual([1, 2, 0]);
  });

  it("is drawn as a nested list, without empty bones and causes", () => {
    show(<IshikawaPicture value={{ ...FISH, bones: [...FISH.bones, ...missingBones(FISH.bones)] }} />);
    const bones = screen.getByRole("list", { name: "Kategorie przyczyn" });
    expect(bones.children).toHaveLength(2);
    const rules = within(bones).getByRole("list", { name: "Przyczyny: Przepisy i procedury" });
    expect(rules).toHaveTextContent(/wskazany\s*Wybrana\s*2 głosy\s*brak terminu/);
    expect(within(bones).getByRole("list", { name: "Przyczyny: Tablice" }).children).toHaveLength(1);
  });
});

describe("what is only blame", () => {
  it.each(["Błąd ludzki", "błąd ludzki.", "Nieuwaga", "Brak uwagi pracownika", "Human error", "nieuwaga i pośpiech"])(
    "%s",
    (text) => expect(isOnlyBlame(text)).toBe(!text.includes("pośpiech")),
  );

  it.each(["", "Błąd w programie", "Brak zastępstw", "human error because nobody was trained"])(
    "is not in: %s",
    (text) => expect(isOnlyBlame(text)).toBe(false),
  );
});

import { beforeEach, describe, expect, it } from "vitest";
import { i18n, type Key, type Translate } from "@/i18n/i18n";
import { fileSize } from "@/lib/text";
import { fieldName, fieldValue, readable, type TrailEntry } from "./fieldWords";
import { meanwhile } from "./meanwhile";

const t = ((key: string, values?: Record<string, unknown>) => i18n.t(key, values ?? {})) as Translate;
const has = (key: string): key is Key => i18n.exists(key);
const ACTION = "0190a6f2-7c1e-7b3a-9d55-2f0c6a1b8e47";
const names = new Map([[ACTION, "2"]]);
const value = (path: string, shown: unknown) => fieldValue(t, has, "pl", names, path, shown);

describe("a line of the history", () => {
  beforeEach(async () => {
    await i18n.changeLanguage("pl");
  });

  it("names the field and the action by its number", () => {
    expect(fieldName(t, has, names, `/actions/${ACTION}/due_on`)).toBe("Działania · 2 · Termin");
    expect(fieldName(t, has, new Map(), `/actions/${ACTION}/due_on`)).toBe("Działania · Termin");
  });

  it("writes codes, days and gaps as words", () => {
    expect(value("/status", "in_progress")).toBe("w realizacji");
    expect(value("/kind", "DZ")).toBe("działanie zapobiegawcze");
    expect(value("/due_on", "2015-01-30")).toBe("30.01.2015");
    expect(value("/owner", null)).toBe("puste");
  });

  it("writes a record by its filled fields, without the machine's own", () => {
    const link = { id: ACTION, kind: "recurrence", to: "DK/3/2013", note: "" };
    expect(value("/links", [link])).toBe("Rodzaj: powtórzenie, Na: DK/3/2013");
  });

  it("tells the cause analysis in words, alone or whole", () => {
    const whys = [
      { answer: "Nikt nie zdjął", evidence: "oględziny" },
      { answer: "Nikt nie jest wskazany", evidence: "" },
    ];
    expect(fieldName(t, has, names, "/cause/five_why/arose")).toBe("Przyczyna · 5 × dlaczego · Dlaczego powstało?");
    expect(value("/cause/five_why/arose", whys)).toBe(
      "1. Nikt nie zdjął (Dowód na odpowiedź: oględziny)\n2. Nikt nie jest wskazany",
    );
    expect(value("/cause/five_why", { problem: "Stare wydanie", arose: whys.slice(1), undetected: [] })).toBe(
      "Problem: Stare wydanie\nDlaczego powstało?\n1. Nikt nie jest wskazany",
    );
    const bones = [
      {
        category: "rules",
        name: "",
        causes: [{ text: "Nikt nie jest wskazany", subcauses: ["brak terminu"], votes: 2, chosen: true }],
      },
      { category: null, name: "Tablice", causes: [] },
    ];
    expect(value("/cause/ishikawa/bones", bones)).toBe(
      "Przepisy i procedury: Nikt nie jest wskazany (wybrana; 2 głosy; podprzyczyny: brak terminu)\nTablice: brak",
    );
  });

  it("tells a moved date and a piece of evidence as the card does", () => {
    const moved = {
      from: null,
      to: "2015-01-30",
      reason: "Remont archiwum",
      asked_on: "2014-11-20",
      decided_on: "2014-11-21",
      decided_by: "representative",
      signer: { person: ACTION },
      late: true,
    };
    expect(value("/target_extensions", [moved])).toBe(
      "brak daty → 30.01.2015: Remont archiwum (zdecydowano 21.11.2014, Pełnomocnik ds. SZJ) – po upływie terminu",
    );
    const proof = {
      id: ACTION,
      title: "Zarządzenie nr 7",
      file_number: "OR.120.7.2015",
      on: "2015-01-09",
      by: "Naczelnik AB",
      file: { sha256: "ab".repeat(32), bytes: 24_300, name: "zarzadzenie.pdf", media_type: "application/pdf" },
      withdrawn: { on: "2015-01-12", by: "Naczelnik AB", reason: "zły plik" },
    };
    expect(fieldName(t, has, names, `/actions/${ACTION}/evidence`)).toBe("Działania · 2 · Dowody");
    expect(value(`/actions/${ACTION}/evidence`, [proof])).toBe(
      "Zarządzenie nr 7 (zarzadzenie.pdf, 24 kB, OR.120.7.2015, 09.01.2015, Naczelnik AB) – " +
        "wycofano 12.01.2015 (Naczelnik AB), powód: zły plik",
    );
  });

  it("leaves out what only the machine needs, however deep", () => {
    const change = (path: string) => ({ path, old: null, new: "x" });
    const shown = readable([change("/verification/signer/person"), change("/verification/seen"), change("/revision")]);
    expect(shown.map(({ path }) => path)).toEqual(["/verification/seen"]);
    const record = { on: "2015-01-09", by: "Sekretarz", signer: { person: ACTION, posts: [ACTION] } };
    expect(value("/plan_approval", record)).toBe("Dzień: 09.01.2015, Kto: Sekretarz");
  });
});

describe("what changed meanwhile", () => {
  const entry = (seq: number, actor: string, path: string, old: unknown, now: unknown): TrailEntry => ({
    seq,
    at: `2015-01-12T08:0${seq}:00Z`,
    actor,
    what: "case_saved",
    reason: null,
    changes: [{ path, old, new: now }],
  });

  it("is told once per person and field, without what came back to what it was", () => {
    const told = meanwhile([
      entry(3, "Naczelnik AB", "/cause/root", "b", "c"),
      entry(1, "Naczelnik AB", "/cause/root", "a", "b"),
      entry(2, "Sekretarz", "/remarks", "", "uwaga"),
      entry(4, "Sekretarz", "/remarks", "uwaga", ""),
    ]);
    expect(told).toEqual([
      {
        seq: 1,
        actor: "Naczelnik AB",
        at: "2015-01-12T08:03:00Z",
        changes: [{ path: "/cause/root", old: "a", new: "c" }],
      },
    ]);
  });
});

describe("a file's size", () => {
  it.each([
    [812, "812 B", "812 B"],
    [24_300, "24 kB", "24 kB"],
    [999_600, "1,0 MB", "1.0 MB"],
    [1_240_000, "1,2 MB", "1.2 MB"],
  ])("%d bytes", (bytes, polish, english) => {
    expect(fileSize(bytes, "pl")).toBe(polish);
    expect(fileSize(bytes, "en")).toBe(english);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { i18n, type Key, type Translate } from "@/i18n/i18n";
import { fieldName, fieldValue } from "./fieldWords";

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
});

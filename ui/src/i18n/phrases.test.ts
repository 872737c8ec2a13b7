import { beforeEach, describe, expect, it } from "vitest";
import type { IpcError, Lang } from "@/ipc/bindings";
import { i18n, type Key, type Translate } from "./i18n";
import { actorName, distance, errorText } from "./phrases";

const t = ((key: string, values?: Record<string, unknown>) => i18n.t(key, values ?? {})) as Translate;
const has = (key: string): key is Key => i18n.exists(key);
const text = (error: IpcError, lang: Lang) => errorText(t, has, lang, error);

describe("in Polish", () => {
  beforeEach(async () => {
    await i18n.changeLanguage("pl");
  });

  it.each([
    [-1, "1 dzień po terminie"],
    [-24, "24 dni po terminie"],
    [0, "dziś"],
    [1, "za 1 dzień"],
    [22, "za 22 dni"],
    [5, "za 5 dni"],
  ])("says %i days as a distance", (days, words) => expect(distance(t, days)).toBe(words));

  it("counts cards in the three forms", () => {
    const counted = [1, 2, 5, 12, 22].map((count) => t("register.total", { count }));
    expect(counted).toEqual(["1 karta", "2 karty", "5 kart", "12 kart", "22 karty"]);
  });

  it("names what is missing in words", () => {
    const error: IpcError = { kind: "ruleViolated", params: { reason: "incomplete", missing: "owner,due_on" } };
    expect(text(error, "pl")).toBe("Najpierw uzupełnij kartę: brak osoby odpowiedzialnej, brak terminu.");
  });

  it("falls back to the kind when it does not know the reason, and shows the details", () => {
    const error: IpcError = { kind: "ruleViolated", params: { reason: "moon_phase", on: "2015-01-12" } };
    expect(text(error, "pl")).toBe("Tej zmiany nie można wykonać. (moon_phase; on: 12.01.2015)");
  });

  it("names the program's own signatures and leaves a person's as they are", () => {
    expect(["representative", "system", "Sekretarz Powiatu"].map((actor) => actorName(t, has, actor))).toEqual([
      "Pełnomocnik ds. SZJ",
      "program",
      "Sekretarz Powiatu",
    ]);
  });

  it("gives the number of an incident", () => {
    expect(text({ kind: "internal", params: { incident: "A7" } }, "pl")).toContain("Numer zdarzenia: A7.");
  });
});

describe("in English", () => {
  beforeEach(async () => {
    await i18n.changeLanguage("en");
  });

  it("says a distance", () => {
    expect([distance(t, -1), distance(t, 22)]).toEqual(["1 day overdue", "in 22 days"]);
  });

  it("has a sentence for every reason the register may give", () => {
    const reasons: Record<string, string[]> = {
      ruleViolated: [
        "reason_required",
        "due_in_past",
        "due_unchanged",
        "not_a_draft",
        "closed_case",
        "action_settled",
        "incomplete",
        "number_taken",
        "department_in_use",
        "duplicate_code",
        "bad_template",
        "valid_until_before_decision",
        "stage2_after_decision",
        "ends_before_starts",
        "batch_touched",
        "extension_needs_higher_role",
        "import_changed",
        "stage2_missing",
        "department_missing",
        "has_number",
      ],
      invalid: [
        "bad_date",
        "text_too_long",
        "empty_name",
        "unreadable",
        "encrypted",
        "truncated",
        "too_big",
        "too_many_rows",
        "not_a_register",
        "unsupported_format",
        "file_missing",
        "timeout",
      ],
    };
    for (const [kind, list] of Object.entries(reasons)) {
      for (const reason of list) expect(has(`errors.${kind}.${reason}`), `${kind}/${reason}`).toBe(true);
    }
    for (const reason of [
      "locked",
      "not_writable",
      "disk_full",
      "damaged",
      "newer_version",
      "history_cut",
      "history_rewritten",
    ]) {
      expect(has(`failed.${reason}`), reason).toBe(true);
    }
  });
});

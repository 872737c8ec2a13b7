import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { IpcError } from "@/ipc/bindings";
import { i18n, type Key, type Translate } from "./i18n";
import { errorText } from "./phrases";

const core = join(__dirname, "../../../src-tauri/core/src");

/** The stable names that a source file gives its refusals. */
function codes(file: string): string[] {
  const code = readFileSync(join(core, file), "utf8").split("#[cfg(test)]")[0] ?? "";
  return [...code.matchAll(/Self::\w+(?: \{ \.\. \})? => "([a-z0-9_]+)"/g)].map((match) => match[1] ?? "");
}

const words = (lang: "pl" | "en") => ({
  t: i18n.getFixedT(lang) as unknown as Translate,
  has: (key: string): key is Key => i18n.exists(key, { lng: lang, fallbackLng: [] }),
});

const LANGS = ["pl", "en"] as const;

function unspoken(prefix: string, wanted: string[]): string[] {
  return LANGS.flatMap((lang) =>
    wanted.filter((code) => !words(lang).has(prefix + code)).map((code) => `${lang}: ${prefix}${code}`),
  );
}

describe("every refusal", () => {
  it.each([
    ["domain/rule.rs", "errors.ruleViolated.", 60],
    ["vault/error.rs", "errors.invalid.", 9],
    ["domain/password.rs", "errors.password.", 6],
    ["domain/facts.rs", "missing.", 17],
    ["domain/person.rs", "roles.", 6],
    ["domain/write.rs", "errors.part.", 6],
  ])("of %s has words in both languages", (file, prefix, least) => {
    // A lateness has words of its own, which stand elsewhere.
    const found = codes(file).filter(
      (code) => !(file.endsWith("facts.rs") && ["plan", "review", "answer"].includes(code)),
    );
    expect(found.length).toBeGreaterThanOrEqual(least);
    expect(unspoken(prefix, found)).toEqual([]);
  });

  it("of signing in has words in both languages", () => {
    // An unreadable file of passwords crosses under a name of its own: a spreadsheet may be unreadable too.
    const found = codes("access/error.rs").map((code) => (code === "unreadable" ? "passwords_unreadable" : code));
    expect(found).toHaveLength(7);
    expect(unspoken("errors.invalid.", [...found, "weak_password", "no_viewer"])).toEqual([]);
    expect(unspoken("errors.signedOut.", ["default", "sign_in_needed"])).toEqual([]);
  });

  it("that a role causes names every letter and every role", () => {
    const letters = readFileSync(join(core, "domain/acting.rs"), "utf8").matchAll(/=> '([A-Z])'/g);
    const found = [...letters].map((match) => match[1] ?? "");
    expect(found).toHaveLength(7);
    expect(unspoken("roles.", found)).toEqual([]);
  });

  it("leaves no hole in its sentence", () => {
    const params = {
      missing: "root_cause,criterion",
      needs: "P,K,S",
      post: "Sekretarz Powiatu",
      action: "Szkolenie",
      code: "AB",
      date: "2015-02-03",
      login: "anna",
      name: "Geodeta",
      number: "DK/1/2015",
      part: "plan",
      status: "in_progress",
      template: "{NR}",
      seconds: "30",
      problem: "password_common",
      process: "P05",
      count: "3",
      year: "2015",
      check: "R14",
    };
    for (const lang of LANGS) {
      const { t, has } = words(lang);
      for (const reason of codes("domain/rule.rs")) {
        const text = errorText(t, has, lang, { kind: "ruleViolated", params: { reason, ...params } });
        expect(text, reason).not.toMatch(/\{\{|undefined|[a-z]_[a-z]/);
      }
    }
  });
});

describe("what a refusal needs", () => {
  const said = (lang: "pl" | "en", kind: IpcError["kind"], params: IpcError["params"]) => {
    const { t, has } = words(lang);
    return errorText(t, has, lang, { kind, params });
  };

  it("is told as roles, not as letters", () => {
    const refusal = { reason: "role_forbidden", needs: "P,K,S" };
    expect(said("pl", "ruleViolated", refusal)).toBe(
      "Tę czynność wykonuje: Pełnomocnik ds. SZJ lub Koordynator SZJ (Sekretarz) lub Starosta.",
    );
    expect(said("en", "ruleViolated", { reason: "role_forbidden", needs: "representative,coordinator" })).toBe(
      "This is done by: QMS Representative or QMS Coordinator (County Secretary).",
    );
  });

  it("is told as words for what is missing, the state, the part and the password", () => {
    expect(said("pl", "ruleViolated", { reason: "incomplete", missing: "root_cause,criterion" })).toBe(
      "Najpierw uzupełnij kartę: brak przyczyny źródłowej, brak kryterium skuteczności.",
    );
    expect(said("en", "ruleViolated", { reason: "not_in_this_state", status: "in_progress" })).toBe(
      "This step does not belong to this stage. Status of the card: in progress.",
    );
    expect(said("pl", "invalid", { reason: "weak_password", problem: "password_too_short" })).toBe(
      "To hasło jest za słabe: ma mniej niż 12 znaków.",
    );
    expect(said("pl", "ruleViolated", { reason: "empty_name", field: "file_number" })).toContain("znaku sprawy");
    expect(said("pl", "ruleViolated", { reason: "empty_name", field: "name" })).toBe("Podaj nazwę.");
  });
});

/** What every rule of the domain says, its tests left out. */
const domain = readdirSync(join(core, "domain"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".rs"))
  .map((file) => readFileSync(join(core, "domain", file), "utf8").split("#[cfg(test)]")[0] ?? "");

const found = (...patterns: RegExp[]) =>
  domain.flatMap((code) => patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? "")));

describe("every entry of the history", () => {
  it("that a rule writes has words in both languages", () => {
    const written = found(
      /Ok\("([a-z_]+)"\)/g,
      /ChangeSet::of\(moment, "([a-z_]+)"/g,
      /what: "([a-z_]+)"\.into/g,
      /const (?:SAVED|REMOVED): &'static str = "([a-z_]+)"/g,
      /\b(?:written|saved)\([a-z, ]+, "([a-z_]+)", moment\)/g,
      /"(\w+_(?:saved|added|withdrawn|transferred))"/g,
    );
    expect(written).toEqual(
      expect.arrayContaining(["certificate_transferred", "complaint_removed", "quarter_reported"]),
    );
    expect(new Set(written).size).toBeGreaterThanOrEqual(66);
    expect(unspoken("trail.", written)).toEqual([]);
  });
});

describe("every record", () => {
  it("that is gone or was changed meanwhile is called by its name in both languages", () => {
    const records = found(/(?:NotFound|Stale) \{ what: "([a-z_]+)"/g, /const WHAT: &'static str = "([a-z_]+)"/g);
    expect(records).toEqual(expect.arrayContaining(["certificate", "complaint", "readiness_run", "action_programme"]));
    expect(unspoken("errors.what.", records)).toEqual([]);
    expect(
      LANGS.flatMap((lang) =>
        (["notFound", "conflict"] as const).map((kind) => {
          const { t, has } = words(lang);
          return errorText(t, has, lang, { kind, params: { what: "complaint" } });
        }),
      ),
    ).toEqual([
      "Tej pozycji już nie ma (skarga lub wniosek). Mogła zostać usunięta albo przeniesiona.",
      "Ktoś w tym czasie zmienił te dane (skarga lub wniosek). Wczytaj je ponownie i powtórz zmianę.",
      "This item is no longer there (complaint or motion). It may have been removed or moved.",
      "Somebody changed this data meanwhile (complaint or motion). Load it again and repeat the change.",
    ]);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import en from "./en.json";
import pl from "./pl.json";

type Words = { [key: string]: string | Words };

function leaves(words: Words, prefix = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : leaves(value, `${prefix}${key}.`),
  );
}

const PLURAL = /_(one|few|many|other)$/;
const bases = (words: Words) => new Set(leaves(words).map(([key]) => key.replace(PLURAL, "")));
const polish = new Map(leaves(pl));
const english = new Map(leaves(en));

/** Names and signs that are the same in both languages. */
const SAME = ["app.name", "nav.import", "audit.line", "kinds.DK", "kinds.DZ", "kinds.DS"];

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "fake" ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.|bindings/.test(entry.name) ? [path] : [];
  });
}

describe("the words", () => {
  it("are the same set in both languages", () => {
    expect([...bases(en)].sort()).toEqual([...bases(pl)].sort());
  });

  it("have every plural form of their language", () => {
    const counted = (words: Words) =>
      new Set(
        leaves(words)
          .map(([key]) => key)
          .filter((key) => PLURAL.test(key))
          .map((key) => key.replace(PLURAL, "")),
      );
    expect(counted(pl).size).toBeGreaterThan(5);
    for (const base of counted(pl)) {
      for (const form of ["one", "few", "many", "other"])
        expect(polish.has(`${base}_${form}`), `${base}_${form}`).toBe(true);
    }
    for (const base of counted(en)) {
      for (const form of ["one", "other"]) expect(english.has(`${base}_${form}`), `${base}_${form}`).toBe(true);
    }
  });

  it("use the same placeholders in both languages", () => {
    const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
    for (const [key, text] of polish) {
      const other = english.get(key);
      if (other !== undefined) expect(holes(other), key).toEqual(holes(text));
    }
  });

  it("differ between the languages", () => {
    const same = [...polish].filter(([key, text]) => english.get(key) === text).map(([key]) => key);
    expect(same.sort()).toEqual([...SAME].sort());
  });

  it("are all used by a screen", () => {
    const code = sources(join(__dirname, ".."))
      .map((path) => readFileSync(path, "utf8"))
      .join("\n");
    const dynamic = [...code.matchAll(/`([a-zA-Z_.]+)\$\{/g)]
      .map((match) => match[1] ?? "")
      .filter((p) => p.length > 2);
    const unused = [...bases(pl)].filter(
      (key) => !code.includes(`"${key}"`) && !dynamic.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });
});

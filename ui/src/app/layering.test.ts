import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(__dirname, "..");

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const all = files(root).map((path) => ({ path: relative(root, path), code: readFileSync(path, "utf8") }));
const product = all.filter(({ path }) => !path.includes(".test.") && !path.startsWith("testing/"));

/** The folder of `src` that an import reaches, `features/<name>` for a feature; null for a package or a neighbour. */
function reached(code: string): string[] {
  return [...code.matchAll(/(?:from|import\()\s*"@\/([^"]+)"/g)].map((match) => {
    const [first = "", second = ""] = (match[1] ?? "").split("/");
    return first === "features" ? `features/${second}` : first;
  });
}

const home = (path: string) => {
  const [first = "", second = ""] = path.split("/");
  return first === "features" ? `features/${second}` : first;
};

const ALLOWED: Record<string, string[]> = {
  ui: ["i18n", "ipc", "lib"],
  lib: ["ipc"],
  i18n: ["ipc", "lib"],
  ipc: ["lib"],
  components: ["ui", "lib", "i18n", "ipc"],
};

describe("the direction rules", () => {
  it("sees the code", () => expect(product.length).toBeGreaterThan(60));

  it("lets no feature import another, and nothing import upwards", () => {
    const wrong: string[] = [];
    for (const { path, code } of product) {
      const from = home(path);
      for (const to of reached(code)) {
        const allowed = from.startsWith("features/") ? ["components", "ui", "lib", "i18n", "ipc"] : ALLOWED[from];
        if (allowed !== undefined && to !== from && !allowed.includes(to)) wrong.push(`${path} -> ${to}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("keeps primitives from asking the register", () => {
    const wrong = product.filter(
      ({ path, code }) => path.startsWith("ui/") && /@\/ipc\/(client|queries)|@tanstack/.test(code),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it("lets only src/ipc speak to the window", () => {
    const wrong = all.filter(({ path, code }) => !path.startsWith("ipc/") && /from "@tauri-apps\//.test(code));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it("keeps the fake office out of what people get", () => {
    const users = product.filter(({ path, code }) => !path.startsWith("ipc/fake/") && code.includes("ipc/fake"));
    expect(users.map(({ path }) => path)).toEqual(["main.tsx"]);
    expect(users[0]?.code).toContain("import.meta.env.DEV");
  });

  it("writes no words into the code", () => {
    const polish = /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]/;
    const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
    const wrong = product.filter(
      ({ path, code }) =>
        path.endsWith(".tsx") && (polish.test(withoutComments(code)) || />\s*[A-Za-z]{3,}[^<>{}=;()]*<\//.test(code)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

// One test, one desk: opened for it, pictured when it fails, cleared away after it.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { App } from "./app.mjs";
import { Desk } from "./desk.mjs";
import { ask, tell } from "./processes.mjs";

export const OUTPUT = process.env.CAPA_E2E_OUTPUT ?? new URL("../../../target/e2e", import.meta.url).pathname;
const CLI = process.env.CAPA_E2E_CLI ?? new URL("../../../target/debug/capa", import.meta.url).pathname;

/** A test that gets a desk and a way to open apps on it. What it opened is closed for it. */
export function scene(name, body) {
  test(name, { timeout: 300_000 }, async () => {
    const desk = await Desk.open();
    const apps = [];
    const open = async (options) => {
      const app = await App.open(desk, options);
      apps.push(app);
      return app;
    };
    try {
      await body({ desk, open });
    } catch (error) {
      await keepTraces(name, desk, apps);
      throw error;
    } finally {
      for (const app of apps) await app.close();
      await desk.close();
    }
  });
}

/** What helps to understand a failure; it must not hide the failure itself. */
async function keepTraces(name, desk, apps) {
  const path = join(OUTPUT, name.replace(/[^\p{L}\p{N}]+/gu, "-"));
  try {
    await desk.picture(`${path}.png`);
    await writeFile(`${path}.log`, apps.map((app) => app.printed).join("\n---\n"));
    console.error(`picture and log of the failure: ${path}.png, .log`);
  } catch (error) {
    console.error(`no picture of the failure: ${error.message}`);
  }
}

/** Runs the command line of the app on a folder. */
export function capa(desk, data, ...args) {
  return ask(CLI, ["--data", data, ...args], desk.env);
}

/** Runs the command line where people sign in: each line given is typed as a password. */
export async function capaAs(desk, data, { login, password }, ...args) {
  return tell(CLI, ["--data", data, ...args, "--as", login], desk.env, `${password}\n`);
}

/** Adds a person who signs in. The first one is the representative; `by` is who does it later on. */
export async function capaPerson(desk, data, { name, login, password, posts }, by) {
  const add = ["people", "add", "--login", login, "--name", name, ...posts.flatMap((post) => ["--post", post])];
  const words = ["--data", data, ...add, "--password-stdin", ...(by ? ["--as", by.login] : [])];
  return tell(CLI, words, desk.env, `${by ? `${by.password}\n` : ""}${password}\n`);
}

/** A folder with the sample office, made by the command line. */
export async function sampleFolder(desk, name = "sample") {
  const data = join(desk.folder, name);
  await capa(desk, data, "sample");
  return data;
}

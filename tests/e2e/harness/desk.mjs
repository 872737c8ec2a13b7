// A desk without a screen: display, session bus, window manager and notification daemon, with a home
// folder of its own, so that nothing of the person at this machine is read or changed.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ask, end, start, until } from "./processes.mjs";

const SIZE = "1280x900x24";

export class Desk {
  /** The environment in which programs on this desk run. */
  env;
  /** A folder that goes away with the desk. */
  folder;
  #programs = [];
  #dunst;

  static async open() {
    const desk = new Desk();
    try {
      await desk.#begin();
    } catch (error) {
      await desk.close();
      throw error;
    }
    return desk;
  }

  async #begin() {
    this.folder = await mkdtemp(join(tmpdir(), "capa-desk-"));
    this.env = await homeIn(this.folder);
    // -noreset: else the display would start over, and drop the window manager, each time nobody is connected.
    const screen = ["-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"];
    const display = this.#start("Xvfb", ["-displayfd", "3", ...screen], true);
    this.env.DISPLAY = `:${await until("Xvfb names its display", () => this.#said(display, "told"))}`;
    const bus = this.#start("dbus-daemon", ["--session", "--nofork", "--nopidfile", "--print-address=3"], true);
    this.env.DBUS_SESSION_BUS_ADDRESS = await until("the session bus answers", () => this.#said(bus, "told"));
    this.#start("openbox", []);
    this.#dunst = this.#start("dunst", ["-print"]);
    await until("openbox manages windows", () => ask("xdotool", ["get_desktop"], this.env));
    await until("dunst receives notifications", async () =>
      (await this.names()).includes("org.freedesktop.Notifications"),
    );
  }

  #start(program, args, extraPipe = false) {
    const entry = start(program, args, { env: this.env, extraPipe });
    this.#programs.push(entry);
    return entry;
  }

  #said(entry, where) {
    if (entry.failed) throw entry.failed;
    return entry[where].endsWith("\n") && entry[where].trim();
  }

  /** The names that programs hold on the session bus. */
  names() {
    const call = ["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"];
    return ask("dbus-send", [...call, "org.freedesktop.DBus.ListNames"], this.env);
  }

  /** Another program on this desk; it ends with the desk. */
  run(program, args, env = {}) {
    const entry = start(program, args, { env: { ...this.env, ...env } });
    this.#programs.push(entry);
    return entry;
  }

  /** The toasts so far, oldest first, as the notification daemon received them. */
  toasts() {
    return readToasts(this.#dunst.printed);
  }

  /** Waits for a toast whose title or text matches. */
  toast(pattern, options) {
    const matching = () => this.toasts().find(({ summary, body }) => pattern.test(`${summary}\n${body}`));
    return until(`a toast like ${pattern}; received: ${JSON.stringify(this.toasts())}`, matching, options);
  }

  /** A picture of the whole desk, toasts and dialogs included. */
  async picture(path) {
    await mkdir(dirname(path), { recursive: true });
    await ask("import", ["-window", "root", path], this.env);
  }

  async close() {
    for (const entry of this.#programs.reverse()) await end(entry);
    if (this.folder) await rm(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function homeIn(folder) {
  const env = { ...process.env, HOME: folder, LANG: "C.UTF-8", LC_ALL: "C.UTF-8", TZ: "Europe/Warsaw" };
  const places = { XDG_DATA_HOME: "data", XDG_CONFIG_HOME: "config", XDG_CACHE_HOME: "cache", XDG_STATE_HOME: "state" };
  for (const [name, place] of Object.entries({ ...places, XDG_RUNTIME_DIR: "run" })) {
    env[name] = join(folder, place);
    await mkdir(env[name], { mode: 0o700 });
  }
  // What belongs to the desktop this script was started from, or to an app opened before.
  for (const name of ["WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XAUTHORITY", "CAPA_DATA", "CAPA_LANG"]) {
    delete env[name];
  }
  return { ...env, GDK_BACKEND: "x11", WDIO_SKIP_DRIVER_SETUP: "1" };
}

/** dunst -print writes one block of `name: 'value'` lines in braces for each notification. */
export function readToasts(printed) {
  const toasts = [];
  for (const [, block] of printed.matchAll(/^\{\n(.*?)^\}/gms)) {
    const field = (name) => block.match(new RegExp(`^\\t${name}: '(.*?)'\\n\\t\\w+:`, "ms"))?.[1] ?? "";
    toasts.push({ app: field("appname"), summary: field("summary"), body: field("body") });
  }
  return toasts;
}

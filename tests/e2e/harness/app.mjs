// The app on a virtual desk, driven through WebKitWebDriver: it clicks and types as a person would.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { Key, remote } from "webdriverio";
import { ask, end, until } from "./processes.mjs";
import { byRole, byText } from "./selectors.mjs";

const BINARY = process.env.CAPA_E2E_APP ?? new URL("../../../target/debug/capa-desk", import.meta.url).pathname;

export class App {
  #driver;
  #closed = false;
  browser;
  desk;

  /** Opens the window. `data`: the folder of the register; `lang`: the language of a first start. */
  static async open(desk, { data = join(desk.folder, "office"), lang = "pl", args = [], binary = BINARY } = {}) {
    const app = new App();
    app.desk = desk;
    const port = await freePort();
    const env = { TAURI_WEBVIEW_AUTOMATION: "true", CAPA_DATA: data, CAPA_LANG: lang };
    app.#driver = desk.run("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], env);
    await until("WebKitWebDriver answers", async () => (await fetch(`http://127.0.0.1:${port}/status`)).ok);
    try {
      app.browser = await remote({
        hostname: "127.0.0.1",
        port,
        logLevel: "error",
        connectionRetryCount: 0,
        connectionRetryTimeout: 60_000,
        // No browserName: the driver would look for a browser of that name instead of starting the app.
        capabilities: {
          "webkitgtk:browserOptions": { binary, args },
          "wdio:enforceWebDriverClassic": true,
        },
      });
    } catch (error) {
      const running = await ask("ps", ["-eo", "pid,ppid,stat,wchan:24,etime,args"], desk.env).catch(() => "");
      const there = running.split("\n").filter((line) => line.includes(binary) || line.includes("WebKit"));
      const seen = `it printed:\n${app.#driver.printed}\nand these ran:\n${there.join("\n")}`;
      throw new Error(`the app did not open; ${seen}`, { cause: error });
    }
    return app;
  }

  /** What the app and the driver printed. */
  get printed() {
    return this.#driver.printed;
  }

  /** The one visible element that `selector` (css or xpath) names; waits for it. */
  find(selector, options) {
    return until(`an element ${selector}`, () => this.#visible(selector), options);
  }

  async #visible(selector) {
    for (const element of await this.browser.$$(selector).getElements()) {
      if (await element.isDisplayed()) return element;
    }
    return undefined;
  }

  /** How many visible elements there are. */
  async count(selector) {
    let count = 0;
    for (const element of await this.browser.$$(selector).getElements()) {
      if (await element.isDisplayed()) count += 1;
    }
    return count;
  }

  async shows(selector) {
    return (await this.#visible(selector)) !== undefined;
  }

  async click(selector) {
    await until(`a click on ${selector}`, async () => {
      const element = await this.#visible(selector);
      if (!element) return false;
      await element.click();
      return true;
    });
  }

  /** Waits until something that slides in stands still: what is aimed at while it moves is missed. */
  async still(selector) {
    let last;
    await until(`${selector} to stand still`, async () => {
      const box = JSON.stringify(
        await this.browser.execute((node) => node.getBoundingClientRect(), await this.find(selector)),
      );
      const stands = box === last;
      last = box;
      return stands;
    });
  }

  /** Clicks what has this role and this name, the way a screen reader would say it. */
  press(role, name) {
    return this.click(byRole(role, name));
  }

  /** Writes into the field with this label in place of what stands there. */
  async write(label, text) {
    await this.fill(byRole("textbox", label), text);
  }

  async fill(selector, text) {
    await this.click(selector);
    await this.browser.keys([Key.Ctrl, "a"]);
    await this.browser.keys([Key.Delete]);
    const field = await this.find(selector);
    await field.addValue(text);
  }

  keys(...keys) {
    return this.browser.keys(keys);
  }

  /** Types a text letter by letter into what has the focus. */
  async type(text) {
    const press = (value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ];
    await this.browser.performActions([{ type: "key", id: "keyboard", actions: [...text].flatMap(press) }]);
  }

  /** The text a person can read in the window, or in a part of it. */
  async text(selector = "body") {
    return (await this.find(selector)).getText();
  }

  /** Waits until a text can be read; white space counts as one blank. */
  async reads(text, { within: limit, selector = "body" } = {}) {
    const wanted = text instanceof RegExp ? text : new RegExp(literally(text).replace(/\s+/g, "\\s+"));
    let last = "";
    const read = async () => {
      // The driver leaves out what lies outside a box that cuts its content, also where it can be scrolled to.
      const element = await this.find(selector);
      const rendered = await this.browser.execute((node) => node.innerText ?? "", element);
      last = rendered.replace(/\s+/g, " ");
      return wanted.test(last) || wanted.test((await element.getText()).replace(/\s+/g, " "));
    };
    try {
      await until(`the text ${wanted}`, read, { within: limit });
    } catch (error) {
      throw new Error(`${error.message}; the window reads: ${last}`, { cause: error });
    }
  }

  /** Waits until a text is gone. */
  gone(text, options) {
    return until(`the text to go: ${text}`, async () => !(await this.shows(byText(text))), options);
  }

  /** A picture of the page alone. */
  async picture(path) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, Buffer.from(await this.browser.takeScreenshot(), "base64"));
  }

  /** Ends the window at once, as a crash or a power cut would: nothing gets the time to save. */
  async kill() {
    this.#closed = true;
    const children = await readFile(`/proc/${this.#driver.child.pid}/task/${this.#driver.child.pid}/children`, "utf8");
    for (const id of children.trim().split(" ").filter(Boolean)) process.kill(Number(id), "SIGKILL");
    await end(this.#driver);
    await until("the app to be gone", async () => !(await this.desk.names()).includes("SingleInstance"));
  }

  /** Asks a command of the app behind the screen's back, as another window of the same office would. */
  async ask(command, request) {
    // As a text: the driver takes whatever has a field of the name "error" for a failure of its own.
    const told = await this.browser.executeAsync(
      (name, given, done) => {
        window.__TAURI_INTERNALS__.invoke(name, { request: given }).then(
          (answer) => done(JSON.stringify({ answer })),
          (refused) => done(JSON.stringify({ refused })),
        );
      },
      command,
      request,
    );
    const { answer, refused } = JSON.parse(told);
    if (refused !== undefined) throw new Error(`${command} refused: ${JSON.stringify(refused)}`);
    return answer;
  }

  async close() {
    if (this.#closed) return;
    this.#closed = true;
    await this.browser?.deleteSession().catch(() => {});
    // An app that is still on its way out would take the next one for a second window and turn it away.
    await until("the app to be gone", async () => !(await this.desk.names()).includes("SingleInstance"));
    if (this.#driver) await end(this.#driver);
  }
}

const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

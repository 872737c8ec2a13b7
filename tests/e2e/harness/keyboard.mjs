// A person who works without a mouse: keys alone, and at every stop the focus can be seen and has a name.
import assert from "node:assert/strict";
import { Key } from "webdriverio";
import { until } from "./processes.mjs";

const MOST_TABS = 200;
/** Under this name WebDriver hands an element over. */
const ELEMENT_KEY = "element-6066-11e4-a52e-4f735466cecf";

export class Keyboard {
  /** Keys pressed so far. */
  presses = 0;
  #app;

  constructor(app) {
    this.#app = app;
  }

  /** Presses keys together, as one chord. */
  async press(...keys) {
    this.presses += 1;
    await this.#app.keys(...keys);
  }

  /** Types a text letter by letter into what has the focus. */
  async type(text) {
    this.presses += [...text].length;
    await this.#app.type(text);
  }

  /** What has the focus once the screen has settled; fails where it cannot be seen or has no name. */
  async stop() {
    let found;
    let failed;
    const settled = async () => {
      try {
        found = await this.#look();
        return true;
      } catch (error) {
        failed = error;
        return false;
      }
    };
    await until("the focus to be in sight", settled, { within: 2000 }).catch(() => {
      throw failed;
    });
    return found;
  }

  /** What has the focus now; fails where it cannot be seen or a screen reader has no name for it. */
  async #look() {
    const told = await this.#app.browser.execute(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const box = element.getBoundingClientRect();
      const [middleX, middleY] = [box.left + box.width / 2, box.top + box.height / 2];
      return {
        element,
        id: element.getAttribute("data-testid") ?? "",
        // The whole screen, to which the focus goes when another one opens: its role says what it is.
        screen: element.tagName === "MAIN",
        html: element.outerHTML.slice(0, 200),
        onScreen:
          box.width > 0 &&
          box.height > 0 &&
          middleX >= 0 &&
          middleY >= 0 &&
          box.top < innerHeight &&
          box.left < innerWidth,
        marked: element.matches(":focus-visible"),
        // The middle of a part larger than the window may lie outside it.
        covered: middleY < innerHeight && middleX < innerWidth ? cover(element, middleX, middleY) : "",
      };
      function cover(own, x, y) {
        const top = document.elementFromPoint(x, y);
        // A message in the corner goes by itself.
        if (top?.closest(".mantine-Notifications-root")) return "";
        if (top === null || own.contains(top) || top.contains(own)) return "";
        return top.closest("label")?.control === own ? "" : top.outerHTML.slice(0, 120);
      }
    });
    if (told === null) return null;
    const name = await this.#app.browser.getElementComputedLabel(told.element[ELEMENT_KEY]);
    const stop = { ...told, name: name.trim() };
    assert.ok(stop.onScreen, `the focus is out of sight: ${stop.html}`);
    assert.ok(stop.marked, `nothing marks the focus: ${stop.html}`);
    assert.equal(stop.covered, "", `the focus at ${stop.id} is covered: ${stop.html}`);
    if (!stop.screen) assert.notEqual(stop.name, "", `no name is told for: ${stop.html}`);
    return stop;
  }

  /** Goes on with Tab until the element of that test id has the focus; every stop on the way is looked at. */
  async to(id, { key = Key.Tab, most = MOST_TABS } = {}) {
    const wanted = typeof id === "string" ? (stop) => stop.id === id : id;
    const seen = [];
    for (let tabs = 0; tabs <= most; tabs += 1) {
      const stop = await this.stop();
      if (stop !== null && wanted(stop)) return stop;
      seen.push(stop?.id || stop?.name || "-");
      await this.press(...[key].flat());
    }
    throw new Error(`Tab never comes to ${id}; it stopped at: ${seen.join(", ")}`);
  }

  /** Waits until the focus has come to the element of that test id by itself. */
  async arrives(id) {
    let last;
    const there = async () => {
      last = await this.#app.browser.execute(() => document.activeElement?.getAttribute("data-testid"));
      return last === id;
    };
    await until(`the focus to come to ${id}`, there).catch((error) => {
      throw new Error(`${error.message}; it is at ${last}`, { cause: error });
    });
    return this.stop();
  }

  /** Puts a text into a field in place of what stands there. */
  async fill(id, text) {
    await this.to(id);
    await this.press(Key.Ctrl, "a");
    await this.type(text);
  }

  /** Picks an option of a list with the arrow keys. */
  async choose(id, option) {
    await this.to(id);
    await this.press(Key.ArrowDown);
    const first = await this.#option();
    for (let step = 0, at = first; !at.includes(option); step += 1) {
      if (step > 60) throw new Error(`the arrow keys never come to ${option}; the first option is ${first}`);
      await this.press(Key.ArrowDown);
      at = await this.#option();
    }
    await this.press(Key.Enter);
  }

  /** The option that the arrow keys stand on; right after the list opens there may be none yet. */
  #option() {
    return this.#app.browser.execute(() => {
      const id = document.activeElement?.getAttribute("aria-activedescendant");
      return (id && document.getElementById(id)?.textContent) || "";
    });
  }
}

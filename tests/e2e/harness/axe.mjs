// WCAG 2.1 A and AA as axe checks them: the only place where a script is put into the window.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { until } from "./processes.mjs";

const SOURCE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

/** A toast that fades in or out is neither read nor measured. Runs in the window. */
function toastsAreStill() {
  const opaque = (element) =>
    element === null || (getComputedStyle(element).opacity === "1" && opaque(element.parentElement));
  return [...document.querySelectorAll(".mantine-Notification-root")].every(opaque);
}

/** What breaks the rules on the screen as it stands: one line for each rule and element. */
export async function violations(app) {
  await until("toasts to stand still", () => app.browser.execute(toastsAreStill));
  await app.browser.execute(SOURCE);
  const found = await app.browser.executeAsync((tags, done) => {
    window.axe.run(document, { runOnly: { type: "tag", values: tags } }).then(
      (result) => done({ violations: result.violations, passes: result.passes.length }),
      (error) => done({ error: String(error) }),
    );
  }, TAGS);
  if (found.error) throw new Error(`axe could not run: ${found.error}`);
  if (found.passes === 0) throw new Error("axe found nothing to check on this screen");
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, html, failureSummary }) => `${id} (${help}) at ${target.join(" ")}: ${html}\n  ${failureSummary}`,
    ),
  );
}

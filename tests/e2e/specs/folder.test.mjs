// Only one program writes a folder; the other one says so and what to do.

import { join } from "node:path";
import { App } from "../harness/app.mjs";
import { Desk } from "../harness/desk.mjs";
import { openSample } from "../harness/journey.mjs";
import { until } from "../harness/processes.mjs";
import { scene } from "../harness/scene.mjs";
import { byTestId } from "../harness/selectors.mjs";

scene("a folder that is open elsewhere is left alone, with a clear word, until it is free", async ({ desk, open }) => {
  const data = join(desk.folder, "office");
  const first = await open({ data });
  await openSample(first);

  // A desk of its own, as another person at the same machine would have: no window to come to the front.
  const other = await Desk.open();
  try {
    const second = await App.open(other, { data });
    await second.find(byTestId("folder-failed"), { within: 30_000 });
    await second.reads("Ten folder jest otwarty w innym oknie lub przez inny program.");
    await first.close();
    // The first program may take a moment to let go; a person would press again.
    const opened = async () => {
      if (await second.shows(byTestId("count-overdue"))) return true;
      if (await second.shows(byTestId("retry-open"))) await second.click(byTestId("retry-open"));
      return false;
    };
    await until("the folder to open once it is free", opened, { within: 30_000, every: 500 });
    await second.close();
  } finally {
    await other.close();
  }
});

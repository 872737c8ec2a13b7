// The desktop's own file chooser lies outside the page: it is operated by keyboard, through the window manager.
import { ask, until } from "./processes.mjs";

async function windows(desk) {
  try {
    const ids = await ask("xdotool", ["search", "--onlyvisible", "--class", "."], desk.env);
    return ids.split("\n").filter(Boolean);
  } catch {
    return []; // xdotool fails when it finds none
  }
}

/** Opens the chooser with `opener` and types the path of a file into it. */
export async function chooseFile(desk, opener, path) {
  const before = new Set(await windows(desk));
  await opener();
  const chooser = await until("the file chooser opens", async () =>
    (await windows(desk)).find((window) => !before.has(window)),
  );
  const press = (...args) => ask("xdotool", args, desk.env);
  await press("windowactivate", "--sync", chooser);
  // Ctrl+L opens the chooser's field for a path.
  await press("key", "--clearmodifiers", "ctrl+l");
  await press("key", "--clearmodifiers", "ctrl+a");
  await press("type", "--clearmodifiers", "--delay", "15", path);
  // The first Return may only take what the field proposes to complete.
  const accepted = async () => {
    if (!(await windows(desk)).includes(chooser)) return true;
    await press("key", "--clearmodifiers", "Return");
    return false;
  };
  await until("the file chooser closes", accepted, { every: 500 });
}

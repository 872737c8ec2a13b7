// What the other tests stand on: a toast is read exactly as it was sent.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Desk, readToasts } from "../harness/desk.mjs";
import { ask } from "../harness/processes.mjs";

test("a toast is read as the daemon received it, quotes and lines included", async () => {
  const desk = await Desk.open();
  try {
    const path = "/org/freedesktop/Notifications";
    const place = ["--session", "--dest", "org.freedesktop.Notifications", "--object-path", path];
    const text = "Termin 'Zażółć' – 03.02.2015\nza 30 dni";
    const words = ["CAPA Desk", "0", "", "Audit nadzoru", text, "[]", "{}", "5000"];
    const call = ["call", ...place, "--method", "org.freedesktop.Notifications.Notify", ...words];
    await ask("gdbus", call, desk.env);
    const toast = await desk.toast(/Zażółć/);
    assert.deepEqual(toast, { app: "CAPA Desk", summary: "Audit nadzoru", body: text });
  } finally {
    await desk.close();
  }
});

test("nothing printed is no toast", () => {
  assert.deepEqual(readToasts("WARNING: no config\n"), []);
});

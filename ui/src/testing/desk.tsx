import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { App } from "@/app/App";
import { i18n } from "@/i18n/i18n";
import { replaceTransport, type Transport } from "@/ipc/client";
import { fakeOffice } from "@/ipc/fake/office";

/** The whole desk over a fake office, at an address; waits for the screen's heading. */
export async function openDesk(path = "/", mode = "", wrap: (fake: Transport) => Transport = (fake) => fake) {
  await i18n.changeLanguage("pl");
  window.location.hash = path;
  replaceTransport(wrap(fakeOffice(mode)));
  const user = userEvent.setup();
  const view = render(<App />);
  await screen.findByRole("heading", { level: 1 }, { timeout: 10_000 });
  return { user, ...view };
}

import "@mantine/core/styles.layer.css";
import "@mantine/dates/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "./ui/global.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { replaceTransport } from "./ipc/client";

async function start(root: HTMLElement): Promise<void> {
  // `npm run dev` with `?fake` shows the screens in a plain browser; no build for people holds the fake office.
  if (import.meta.env.DEV) {
    const asked = new URLSearchParams(location.search).get("fake") ?? sessionStorage.getItem("fake");
    if (asked !== null) {
      const { fakeOffice } = await import("./ipc/fake/office");
      replaceTransport(fakeOffice(asked));
      // The router would take the page's own query for a screen's; the next reload remembers it from here.
      sessionStorage.setItem("fake", asked);
      history.replaceState(null, "", location.pathname + location.hash);
    }
  }
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

const root = document.getElementById("root");
if (root !== null) void start(root);

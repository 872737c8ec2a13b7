import { useNavigate, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { isDialogOpen, isTyping, PREF_SINGLE_KEYS, wantSearch, wasDialogOpen } from "@/lib/keys";
import { readStored } from "@/lib/storage";

type Doors = { openPalette: () => void; openSheet: () => void; lock: (() => void) | null };

export const LOCK_KEYS = "Ctrl L";

/** The keys of the whole desk. Single keys stay silent in fields and dialogs, and can be switched off in the settings. */
export function useShortcuts({ openPalette, openSheet, lock }: Doors): void {
  const navigate = useNavigate();
  const router = useRouter();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        if (!isDialogOpen()) openPalette();
        return;
      }
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "l" && lock !== null) {
        // Also from inside a field: whoever leaves the desk must not look for a place to click first.
        event.preventDefault();
        lock();
        return;
      }
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      if (isDialogOpen() || wasDialogOpen()) return;
      if (event.key === "Escape") {
        if (router.history.canGoBack()) router.history.back();
        return;
      }
      if (!readStored(PREF_SINGLE_KEYS, true)) return;
      if (event.key === "n" || event.key === "N") void navigate({ to: "/cases/new" });
      else if (event.key === "m" || event.key === "M") void navigate({ to: "/work" });
      else if (event.key === "/") {
        if (router.state.location.pathname !== "/cases") void navigate({ to: "/cases" });
        wantSearch();
      } else if (event.key === "?") openSheet();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [navigate, router, openPalette, openSheet, lock]);
}

import { useEffect, useState } from "react";

/** What is drawn only while it is open gives the focus back, when it goes, to what had it before. */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        // Somewhere else was chosen meanwhile, or what opened it is gone too.
        if (document.activeElement !== document.body) return;
        if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
      });
    },
    [opener],
  );
}

import { useEffect, useRef, useState } from "react";
import { findMove } from "@/components/moves/target";
import type { CaseView, PickedFile } from "@/ipc/bindings";
import { on } from "@/ipc/client";

/** Hears what is dragged over and dropped on the window while the card is open; true while files hover above it. */
export function useWindowDrop(onDrop: (files: readonly PickedFile[]) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(() => {
    const ends = [
      on("files-dragged", ({ over: now }) => setOver(now)),
      on("files-dropped", ({ files }) => {
        setOver(false);
        if (files.length > 0) latest.current(files);
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, []);
  return over;
}

/** The actions that take evidence now, by their place on the card. */
export function attachable(view: CaseView) {
  return view.actions
    .map((action, index) => ({ action, no: index + 1 }))
    .filter(({ action }) => action.cancelledReason === null && findMove(view, "attach", action.id)?.allowed === true);
}

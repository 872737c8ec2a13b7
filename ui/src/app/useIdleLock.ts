import { useEffect } from "react";
import { useLock } from "@/components/useLock";
import type { Session } from "@/ipc/bindings";
import { call } from "@/ipc/client";

const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel"] as const;
/** The window is told that somebody is there at most this often. */
const TELL_MS = 20_000;
const MINUTE_MS = 60_000;

/** Locks the window when nobody touched a key or the mouse for as long as the office allows. */
export function useIdleLock({ person, idleMinutes }: Session): void {
  const lock = useLock();
  const watched = person !== null && idleMinutes > 0;
  useEffect(() => {
    if (!watched) return;
    const most = idleMinutes * MINUTE_MS;
    let seen = Date.now();
    let told = 0;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const left = seen + most - Date.now();
      if (left > 0) timer = setTimeout(look, left);
      else lock({ how: "idle", minutes: idleMinutes });
    };
    const here = () => {
      const now = Date.now();
      // A computer that slept wakes with a key: that key does not undo the hours before it.
      if (now - seen >= most) return look();
      seen = now;
      if (now - told < TELL_MS) return;
      told = now;
      // Failing to tell is no failure of the person: the window then locks by its own clock.
      call("keep_awake", null).catch(() => undefined);
    };
    timer = setTimeout(look, most);
    for (const sign of SIGNS) window.addEventListener(sign, here, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, here, { capture: true });
    };
  }, [watched, idleMinutes, lock]);
}

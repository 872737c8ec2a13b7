import { useCallback } from "react";
import { useTell } from "@/ipc/queries";
import { type LockedBy, noteLock } from "@/lib/lock";

/** Locks the window: whoever goes on signs in first, at the same screen. */
export function useLock(): (by: LockedBy) => void {
  const { mutate } = useTell("sign_out");
  return useCallback(
    (by: LockedBy) => {
      noteLock(by);
      mutate(null);
    },
    [mutate],
  );
}

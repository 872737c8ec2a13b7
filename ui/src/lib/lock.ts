/** Why the window was locked last; told once by the sign-in screen. */
export type LockedBy = { how: "idle"; minutes: number } | { how: "hand" };

let last: LockedBy | null = null;

export function noteLock(by: LockedBy | null): void {
  last = by;
}

export function lastLock(): LockedBy | null {
  return last;
}

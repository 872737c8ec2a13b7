import { useMemo, useSyncExternalStore } from "react";

const PREFIX = "capa.";
const listeners = new Set<() => void>();

/** Small preferences of this desk (columns, shortcuts, text not saved yet). Storage may be full or switched off: then the
 *  preference lasts for the session only. */
const session = new Map<string, string>();

export function readStored<T>(key: string, fallback: T): T {
  try {
    const text = session.get(key) ?? localStorage.getItem(PREFIX + key);
    return text === null || text === undefined ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback;
  }
}

export function writeStored(key: string, value: unknown): void {
  const text = JSON.stringify(value);
  session.set(key, text);
  try {
    localStorage.setItem(PREFIX + key, text);
  } catch {
    // Kept in `session` above.
  }
  for (const listener of listeners) listener();
}

export function forgetStored(key: string): void {
  session.delete(key);
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // Nothing was stored then.
  }
  for (const listener of listeners) listener();
}

function rawStored(key: string): string | null {
  try {
    return session.get(key) ?? localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/** A preference as state; every place that shows it follows a change. `fallback` must be a constant. */
export function useStored<T>(key: string, fallback: T): [T, (value: T) => void] {
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => rawStored(key),
  );
  // The same text is the same value, so that lists need not be drawn anew.
  const value = useMemo(() => (text === null ? fallback : readStored(key, fallback)), [text, key, fallback]);
  return [value, (next) => writeStored(key, next)];
}

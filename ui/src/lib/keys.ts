/** Single keys must never act while somebody types or has a dialog open. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}

export function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"]') !== null;
}

let openAtKeyDown = false;
// Before anybody else hears the key: a dialog that Escape closes is gone by the time the key comes to the desk.
window.addEventListener(
  "keydown",
  () => {
    openAtKeyDown = isDialogOpen() || document.querySelector('[role="menu"]') !== null;
  },
  { capture: true },
);

/** Whether a dialog or a menu was open when the key went down. */
export function wasDialogOpen(): boolean {
  return openAtKeyDown;
}

export const PREF_SINGLE_KEYS = "singleKeys";

let searchWanted = false;
const SEARCH = "capa:search";

/** Asks the register's search box for the focus, also when the register is only being opened. */
export function wantSearch(): void {
  searchWanted = true;
  window.dispatchEvent(new Event(SEARCH));
}

export function onSearchWanted(focus: () => void): () => void {
  const answer = () => {
    if (!searchWanted) return;
    searchWanted = false;
    focus();
  };
  answer();
  window.addEventListener(SEARCH, answer);
  return () => window.removeEventListener(SEARCH, answer);
}

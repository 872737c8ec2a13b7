import type { KeyboardEvent } from "react";

/** Ctrl+Enter saves, Ctrl+Shift+Enter saves and registers, from wherever in the form. */
export function saveKeys(save: () => void, register: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (event.shiftKey) register();
    else save();
  };
}

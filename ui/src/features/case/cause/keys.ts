import type { KeyboardEvent } from "react";

/** Enter goes on to the next box; Shift+Enter breaks the line. Letters still being composed keep their Enter. */
export function onEnter(go: () => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    // Without this the form around would be sent.
    event.preventDefault();
    go();
  };
}

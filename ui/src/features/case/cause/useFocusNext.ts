import { useEffect, useRef } from "react";

/** Moves the focus to a field by its id: at once when it is drawn, else as soon as the next drawing shows it. */
export function useFocusNext(): (id: string) => void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const field = document.getElementById(wanted.current);
    if (field === null) return;
    wanted.current = null;
    field.focus();
  });
  return (id) => {
    const field = document.getElementById(id);
    if (field === null) wanted.current = id;
    else field.focus();
  };
}

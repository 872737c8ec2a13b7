/** Moves the eye and the focus to a check of the list. */
export function showCheck(id: string): void {
  const line = document.getElementById(`check-${id}`);
  line?.scrollIntoView({ block: "center" });
  line?.focus({ preventScroll: true });
}

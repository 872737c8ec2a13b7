import { type RefObject, useRef } from "react";

/** The newest props, for an undo that is pressed long after the drawing that offered it. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}

import { useRef } from "react";
import { isReadable } from "@/ui/forms";

/** Whether every field around the marked element can be read; see [`isReadable`]. */
export function useReadable() {
  const inside = useRef<HTMLDivElement>(null);
  const readable = () => {
    const form = inside.current?.closest("form");
    return form === null || form === undefined || isReadable(form);
  };
  return { inside, readable };
}

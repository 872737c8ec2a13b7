import { createContext, useContext } from "react";
import type { Day } from "@/ipc/bindings";

/** The day the office lives in; a sample office has a fixed one, so calendars must not open on the computer's own. */
export const Today = createContext<Day | undefined>(undefined);

export function useToday(): Day | undefined {
  return useContext(Today);
}

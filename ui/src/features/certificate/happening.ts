import type { Day, HappeningForm } from "@/ipc/bindings";

export type Happening = "suspend" | "lift" | "transfer" | "withdraw";

/** What the dialog holds while it is being filled. */
export type HappeningDraft = { on: Day | null; until: Day | null; reason: string; body: string; number: string };

export function newDraft(today: Day | undefined): HappeningDraft {
  return { on: today ?? null, until: null, reason: "", body: "", number: "" };
}

/** The draft as it is sent; null while its day is missing. */
export function formOf(what: Happening, { on, until, reason, body, number }: HappeningDraft): HappeningForm | null {
  if (on === null) return null;
  switch (what) {
    case "suspend":
      return { kind: "suspended", from: on, until, reason };
    case "lift":
      return { kind: "lifted", on };
    case "transfer":
      return { kind: "transferred", on, body, number };
    case "withdraw":
      return { kind: "withdrawn", on };
  }
}

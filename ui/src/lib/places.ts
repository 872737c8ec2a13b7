import type { Move } from "@/ipc/bindings";

/** The step of a card that a link leads to. */
export type StepSearch = { step?: Move; action?: string };

const MOVE = /^[a-z_]{3,24}$/;

/** An address may be typed, bookmarked or old: what it says wrongly is dropped. */
export function readStepSearch(raw: Record<string, unknown>): StepSearch {
  const search: StepSearch = {};
  if (typeof raw.step === "string" && MOVE.test(raw.step)) search.step = raw.step as Move;
  if (typeof raw.action === "string") search.action = raw.action;
  return search;
}

export const SETTINGS_TABS = ["office", "rules", "people", "processes"] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number];
export type SettingsSearch = { tab?: SettingsTab };

export function readSettingsSearch(raw: Record<string, unknown>): SettingsSearch {
  const tab = SETTINGS_TABS.find((one) => one === raw.tab);
  return tab === undefined ? {} : { tab };
}

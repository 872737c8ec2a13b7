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

/** A check of the checklist that a link leads to. */
export type ReadinessSearch = { check?: string };

export function readReadinessSearch(raw: Record<string, unknown>): ReadinessSearch {
  return typeof raw.check === "string" && /^[RU]\d{2,3}$/.test(raw.check) ? { check: raw.check } : {};
}

export type YearSearch = { year?: number };

export function readYearSearch(raw: Record<string, unknown>): YearSearch {
  const year = Number(raw.year);
  return Number.isInteger(year) && year >= 1990 && year <= 2199 ? { year } : {};
}

export const AUDITS_TABS = ["list", "programme", "lists", "auditors"] as const;
export type AuditsTab = (typeof AUDITS_TABS)[number];
export type AuditsSearch = YearSearch & { tab?: AuditsTab };

export function readAuditsSearch(raw: Record<string, unknown>): AuditsSearch {
  const tab = AUDITS_TABS.find((one) => one === raw.tab);
  return { ...readYearSearch(raw), ...(tab === undefined ? {} : { tab }) };
}

export const REGISTERS_TABS = ["complaints", "objectives", "surveys", "reviews", "pack"] as const;
export type RegistersTab = (typeof REGISTERS_TABS)[number];
/** `open` is the record that a link leads to. */
export type RegistersSearch = { tab?: RegistersTab; open?: string };

export function readRegistersSearch(raw: Record<string, unknown>): RegistersSearch {
  const tab = REGISTERS_TABS.find((one) => one === raw.tab);
  return {
    ...(tab === undefined ? {} : { tab }),
    ...(typeof raw.open === "string" ? { open: raw.open } : {}),
  };
}

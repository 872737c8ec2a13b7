import type { Day, Instant, Lang } from "@/ipc/bindings";

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const WORDED = /^(\d{1,2}) ([a-z]{3,9})\.? (\d{4})$/;
const ENGLISH_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ENGLISH_SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function civil(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** Reads what a person types: `19.12.2014`, `5.3.2015`, `2014-12-19`, `19 Dec 2014`. A day that no calendar has is null, never
 *  a neighbouring one. */
export function parseDay(text: string): Day | null {
  const clean = text.trim().toLowerCase();
  const iso = ISO.exec(clean);
  if (iso) return civil(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = DOTTED.exec(clean);
  if (dotted) return civil(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const worded = WORDED.exec(clean);
  if (worded) {
    const month = ENGLISH_MONTHS.indexOf((worded[2] ?? "").slice(0, 3)) + 1;
    return month === 0 ? null : civil(Number(worded[3]), month, Number(worded[1]));
  }
  return null;
}

/** `19.12.2014` in Polish, `19 Dec 2014` in English; anything that is no day comes back as it is. */
export function formatDay(day: Day, lang: Lang): string {
  const parts = ISO.exec(day);
  if (!parts) return day;
  const [, year, month, date] = parts;
  if (lang === "pl") return `${date}.${month}.${year}`;
  return `${Number(date)} ${ENGLISH_SHORT[Number(month) - 1] ?? month} ${year}`;
}

/** The office's clock on the wall, whatever zone the computer is set to. */
export function formatInstant(instant: Instant, lang: Lang): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Warsaw", dateStyle: "short" }).format(at);
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Warsaw", timeStyle: "short" }).format(at);
  return `${formatDay(day, lang)} ${time}`;
}

export function isDay(value: unknown): value is Day {
  return typeof value === "string" && ISO.test(value);
}

export function isInstant(value: unknown): value is Instant {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value);
}

/** Whole days between two days; for marks on a line and distances in words, never for deciding what is late. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Name of a month, 1 to 12, as a heading (`styczeń`, `January`) or short (`sty`, `Jan`). */
export function monthName(month: number, lang: Lang, form: "long" | "short"): string {
  return new Intl.DateTimeFormat(lang === "pl" ? "pl-PL" : "en-US", { month: form, timeZone: "UTC" }).format(
    new Date(Date.UTC(2014, month - 1, 1)),
  );
}

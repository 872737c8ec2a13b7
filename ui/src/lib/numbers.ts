import type { Lang } from "@/ipc/bindings";

const SCORE = /^(\d{1,5})(?:[.,](\d{1,2}))?$/;

/** A score in hundredths as people write it: 430 is `4,30` in Polish and `4.30` in English. */
export function formatScore(hundredths: number, lang: Lang): string {
  const text = (hundredths / 100).toFixed(2);
  return lang === "pl" ? text.replace(".", ",") : text;
}

/** Reads `4,3`, `4.30` or `4` into hundredths; null for anything else. */
export function parseScore(text: string): number | null {
  const parts = SCORE.exec(text.trim());
  if (!parts) return null;
  return Number(parts[1]) * 100 + Number((parts[2] ?? "").padEnd(2, "0"));
}

/** A figure with at most one decimal, with the comma or point of the language. */
export function formatFigure(figure: number, lang: Lang): string {
  return new Intl.NumberFormat(lang === "pl" ? "pl-PL" : "en-GB", { maximumFractionDigits: 1 }).format(figure);
}

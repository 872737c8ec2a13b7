const ROMAN = ["I", "II", "III", "IV"];

/** The number of a quarter as reports write it. */
export function quarterNo(quarter: number): string {
  return ROMAN[quarter - 1] ?? String(quarter);
}

import { plain } from "@/lib/text";

/** Phrases that name a person's slip and stop there; written without Polish marks, as `plain` leaves them. */
const PHRASES = [
  "blad ludzki",
  "bledy ludzkie",
  "blad czlowieka",
  "czynnik ludzki",
  "blad",
  "pomylka",
  "zwykla pomylka",
  "ludzka pomylka",
  "nieuwaga",
  "brak uwagi",
  "brak koncentracji",
  "przeoczenie",
  "niedopatrzenie",
  "zapomnienie",
  "roztargnienie",
  "niedbalstwo",
  "human error",
  "human factor",
  "human mistake",
  "mistake",
  "error",
  "inattention",
  "lack of attention",
  "inattentiveness",
  "carelessness",
  "oversight",
  "negligence",
];

const WHOSE = /\s(pracownik(a|ow)|pracownicy|urzednik(a|ow)|urzedniczki|osoby|referenta|of .+|by .+|on .+ part)$/;

/** True when the text says nothing but "somebody made a mistake": no system lets a slip through without a cause of its own. */
export function isOnlyBlame(text: string): boolean {
  const parts = plain(text)
    .split(/[,;.:/()\n–-]+|\s(?:i|oraz|lub|albo|and|or)\s/)
    .map((part) => part.trim().replace(/\s+/g, " "))
    .filter((part) => part !== "");
  return parts.length > 0 && parts.every((part) => PHRASES.includes(part) || PHRASES.includes(part.replace(WHOSE, "")));
}

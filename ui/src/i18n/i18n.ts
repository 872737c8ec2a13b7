import i18next from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import type { Lang } from "@/ipc/bindings";
import en from "./en.json";
import pl from "./pl.json";

/** Every spelling of a key the code may use: plural keys are asked for without their ending. */
type Plural = "one" | "few" | "many" | "other";
type Base<K extends string> = K extends `${infer B}_${Plural}` ? B : K;
type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? Base<K> : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];
export type Key = Leaves<typeof pl>;
export type Values = Record<string, string | number>;
export type Translate = (key: Key, values?: Values) => string;

i18next.use(initReactI18next).init({
  resources: { pl: { translation: pl }, en: { translation: en } },
  lng: "pl",
  fallbackLng: "pl",
  interpolation: { escapeValue: false },
  returnNull: false,
});

export const i18n = i18next;

/** The words of the screens. `lang` goes with them wherever a date is written. */
export function useWords(): { t: Translate; lang: Lang; has: (key: string) => key is Key } {
  const { t, i18n: instance } = useTranslation();
  return {
    t: t as unknown as Translate,
    lang: instance.language === "en" ? "en" : "pl",
    has: (key): key is Key => instance.exists(key),
  };
}

/** Switches the words and tells screen readers which language they are in. */
export function showLanguage(lang: Lang): void {
  document.documentElement.lang = lang;
  if (i18next.language !== lang) void i18next.changeLanguage(lang);
}

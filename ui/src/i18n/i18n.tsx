import i18next from "i18next";
import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";
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

i18next.init({
  resources: { pl: { translation: pl }, en: { translation: en } },
  lng: "pl",
  fallbackLng: "pl",
  interpolation: { escapeValue: false },
  returnNull: false,
});

export const i18n = i18next;

type Words = { t: Translate; lang: Lang; has: (key: string) => key is Key };

function wordsOf(lang: Lang): Words {
  const t = i18next.getFixedT(lang);
  return { t: t as unknown as Translate, lang, has: (key): key is Key => i18next.exists(key, { lng: lang }) };
}

const WORDS: Record<Lang, Words> = { pl: wordsOf("pl"), en: wordsOf("en") };
const Spoken = createContext<Words>(WORDS.pl);

const shownLang = (): Lang => (i18next.language === "en" ? "en" : "pl");

function subscribe(listener: () => void): () => void {
  i18next.on("languageChanged", listener);
  return () => i18next.off("languageChanged", listener);
}

/** Hands the words to the screens. One subscription for all: a list draws hundreds of cells that speak. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const lang = useSyncExternalStore(subscribe, shownLang);
  return <Spoken value={WORDS[lang]}>{children}</Spoken>;
}

/** The words of the screens. `lang` goes with them wherever a date is written. */
export function useWords(): Words {
  return useContext(Spoken);
}

/** Switches the words and tells screen readers which language they are in. */
export function showLanguage(lang: Lang): void {
  document.documentElement.lang = lang;
  if (i18next.language !== lang) void i18next.changeLanguage(lang);
}

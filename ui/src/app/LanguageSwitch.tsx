import { useWords } from "@/i18n/i18n";
import type { Lang } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import classes from "./Frame.module.css";

const LANGS: { lang: Lang; name: "app.langPl" | "app.langEn" }[] = [
  { lang: "pl", name: "app.langPl" },
  { lang: "en", name: "app.langEn" },
];

export function LanguageSwitch({ lang }: { lang: Lang }) {
  const { t } = useWords();
  const change = useTell("set_language");
  return (
    <fieldset className={classes.languages}>
      <legend className="visually-hidden">{t("app.language")}</legend>
      {LANGS.map((choice) => (
        <button
          key={choice.lang}
          type="button"
          className={classes.language}
          aria-pressed={choice.lang === lang}
          data-testid={`lang-${choice.lang}`}
          onClick={() => change.mutate({ lang: choice.lang })}
        >
          <span aria-hidden>{choice.lang.toUpperCase()}</span>
          <span className="visually-hidden">{t(choice.name)}</span>
        </button>
      ))}
    </fieldset>
  );
}

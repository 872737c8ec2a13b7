import { timesExtended } from "@/components/moves/target";
import { useWords } from "@/i18n/i18n";
import { actorName } from "@/i18n/phrases";
import type { ExtensionView } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import classes from "./case.module.css";

/** Every change of one due date, with its reason and who decided it. */
export function Extensions({ extensions, label }: { extensions: ExtensionView[]; label: string }) {
  const { t, lang, has } = useWords();
  if (extensions.length === 0) return null;
  const times = timesExtended(extensions);
  return (
    <>
      {times === 0 ? null : <span className={classes.entryWhen}>{t("life.extended", { count: times })}</span>}
      <ul className={classes.small} aria-label={label}>
        {extensions.map((extension) => (
          <li key={`${extension.from}${extension.to}${extension.decidedOn}`}>
            {t("card.extension", {
              from: extension.from === null ? t("card.noDate") : formatDay(extension.from, lang),
              to: formatDay(extension.to, lang),
              reason: extension.reason,
              decided: formatDay(extension.decidedOn, lang),
              by: actorName(t, has, extension.decidedBy),
            })}
            {extension.late ? ` – ${t("card.extensionLate")}` : ""}
          </li>
        ))}
      </ul>
    </>
  );
}

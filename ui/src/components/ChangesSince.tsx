import type { ReactNode } from "react";
import { useWords } from "@/i18n/i18n";
import { actorName } from "@/i18n/phrases";
import { formatInstant } from "@/lib/dates";
import { ChangeLines } from "./ChangeLines";
import classes from "./changes.module.css";
import type { Names, TrailEntry } from "./fieldWords";
import { meanwhile } from "./meanwhile";

type Props = {
  /** The entries newer than the revision that the form was written against. */
  entries: readonly TrailEntry[];
  names: Names;
  /** What can be done about it: the buttons of the dialog. */
  children?: ReactNode;
};

/** Who changed what while a form was being written: said before anything is overwritten. */
export function ChangesSince({ entries, names, children }: Props) {
  const { t, lang, has } = useWords();
  const people = meanwhile(entries);
  return (
    <div className={classes.meanwhile} data-testid="changes-since">
      {people.length === 0 ? (
        <p className={classes.person}>{t("changes.none")}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls and must do so by keyboard too
        <section className={classes.scroll} aria-label={t("changes.label")} tabIndex={0}>
          {people.map(({ actor, at, changes }) => (
            <div key={actor}>
              <p className={classes.person}>
                {t("changes.by", { actor: actorName(t, has, actor), at: formatInstant(at, lang) })}
              </p>
              <ChangeLines changes={changes} names={names} foldAfter={12} />
            </div>
          ))}
        </section>
      )}
      {children === undefined ? null : <div className={classes.buttons}>{children}</div>}
    </div>
  );
}

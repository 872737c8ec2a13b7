import { useWords } from "@/i18n/i18n";
import type { FieldChangeView } from "@/ipc/bindings";
import classes from "./changes.module.css";
import { FoldedText } from "./FoldedText";
import { fieldName, fieldValue, isBlank, type Names } from "./fieldWords";

type Props = { changes: readonly FieldChangeView[]; names: Names; foldAfter?: number };

/** What was and what is, field by field; many fields fold together. */
export function ChangeLines({ changes, names, foldAfter = 6 }: Props) {
  const { t } = useWords();
  if (changes.length === 0) return null;
  const lines = (
    <dl className={classes.changes}>
      {changes.map((change) => (
        <Line key={change.path} change={change} names={names} />
      ))}
    </dl>
  );
  if (changes.length <= foldAfter) return lines;
  return (
    <details>
      <summary>{t("card.historyFields", { count: changes.length })}</summary>
      {lines}
    </details>
  );
}

function Line({ change: { path, old, new: now }, names }: { change: FieldChangeView; names: Names }) {
  const { t, lang, has } = useWords();
  const name = fieldName(t, has, names, path);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {isBlank(old) ? null : (
          <>
            <span className="visually-hidden">{t("card.historyFrom")} </span>
            <del className={classes.was}>
              <FoldedText
                text={fieldValue(t, has, lang, names, path, old)}
                name={`${name} – ${t("card.historyFrom")}`}
              />
            </del>
            <span aria-hidden> → </span>
            <span className="visually-hidden"> {t("card.historyTo")} </span>
          </>
        )}
        <FoldedText text={fieldValue(t, has, lang, names, path, now)} name={`${name} – ${t("card.historyTo")}`} />
      </dd>
    </div>
  );
}

import { useWords } from "@/i18n/i18n";
import type { ImportedView } from "@/ipc/bindings";
import { Panel } from "@/ui/Panel";
import classes from "./case.module.css";

/** The row as it stood in the file: nothing of an import is ever lost. */
export function ImportedSection({ imported }: { imported: ImportedView | null }) {
  const { t, has } = useWords();
  if (imported === null) return null;
  return (
    <Panel title={t("card.sectionImported")}>
      <p className={classes.entryWhen}>{t("card.importedFrom", { file: imported.file, row: imported.row })}</p>
      <dl className={classes.facts}>
        {imported.original.map(({ header, text }, index) => (
          <div key={index} className={classes.fact}>
            <dt>{header}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {imported.problems.length === 0 ? null : (
        <ul className={classes.small} aria-label={t("import.problems")}>
          {imported.problems.map(({ column, kind }) => {
            const key = `import.kinds.${kind}`;
            return (
              <li key={`${column}${kind}`}>
                {column}: {has(key) ? t(key) : t("import.kinds.default", { kind })}
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}

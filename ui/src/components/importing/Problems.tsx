import { useWords } from "@/i18n/i18n";
import type { ImportProblem } from "@/ipc/bindings";
import classes from "./importing.module.css";

type Props = {
  problems: ImportProblem[];
  total: number;
  /** Words of a remark where the import of cards has none or other ones. */
  wordsOf?: (kind: string) => string | null;
};

/** Each remark with the place in the file where it can be checked. */
export function Problems({ problems, total, wordsOf }: Props) {
  const { t, has } = useWords();
  if (problems.length === 0) return <p className={classes.muted}>{t("import.problemsNone")}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable by keyboard
    <section className={classes.scroll} aria-label={t("import.problems")} tabIndex={0}>
      <ul className={classes.problems}>
        {problems.map(({ row, column, kind, text }) => {
          const key = `import.kinds.${kind}`;
          return (
            <li key={`${row}-${column}-${kind}-${text}`}>
              <span className={classes.where}>
                {column === "" ? t("import.problemRow", { row }) : t("import.problemWhere", { row, column })}
              </span>
              {wordsOf?.(kind) ?? (has(key) ? t(key) : t("import.kinds.default", { kind }))}
              {text === "" ? null : <span className={classes.muted}> {t("import.problemText", { text })}</span>}
            </li>
          );
        })}
      </ul>
      {total > problems.length ? (
        <p className={classes.muted}>{t("import.moreProblems", { count: problems.length })}</p>
      ) : null}
    </section>
  );
}

import { useWords } from "@/i18n/i18n";
import type { ImportTotals } from "@/ipc/bindings";
import classes from "./import.module.css";

const PARTS = [
  ["rows", "import.totalRows"],
  ["new", "import.totalNew"],
  ["changed", "import.totalChanged"],
  ["unchanged", "import.totalUnchanged"],
  ["drafts", "import.totalDrafts"],
] as const;

export function Totals({ totals }: { totals: ImportTotals }) {
  const { t } = useWords();
  return (
    <ul className={classes.totals}>
      {PARTS.map(([part, label]) => (
        <li key={part} data-testid={`total-${part}`}>
          <strong>{totals[part]}</strong>
          <span className={classes.muted}>{t(label)}</span>
        </li>
      ))}
    </ul>
  );
}

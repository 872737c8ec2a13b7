import { TotalsList } from "@/components/importing/TotalsList";
import { useWords } from "@/i18n/i18n";
import type { ImportTotals } from "@/ipc/bindings";

const PARTS = [
  ["rows", "import.totalRows"],
  ["new", "import.totalNew"],
  ["changed", "import.totalChanged"],
  ["unchanged", "import.totalUnchanged"],
  ["drafts", "import.totalDrafts"],
] as const;

export function Totals({ totals }: { totals: ImportTotals }) {
  const { t } = useWords();
  return <TotalsList totals={PARTS.map(([part, label]) => ({ part, count: totals[part], label: t(label) }))} />;
}

import { DayText } from "@/components/DayText";
import { StatusBadge } from "@/components/StatusBadge";
import { useWords } from "@/i18n/i18n";
import type { ImportRow } from "@/ipc/bindings";
import { PlainTable } from "@/ui/PlainTable";
import classes from "./import.module.css";

const SHOWN = 100;

export function RowsTable({ rows, total }: { rows: ImportRow[]; total: number }) {
  const { t } = useWords();
  const shown = rows.slice(0, SHOWN);
  return (
    <>
      <PlainTable
        label={t("import.preview")}
        head={[
          t("import.previewRow"),
          t("import.outcome"),
          t("register.colNumber"),
          t("register.colTitle"),
          t("register.colOwner"),
          t("register.colDue"),
          t("register.colStatus"),
        ]}
      >
        {shown.map((row) => (
          <tr key={row.row}>
            <td className="tabular">{row.row}</td>
            <td>{t(`import.outcomes.${row.outcome}`)}</td>
            <td>{row.number ?? t("register.noNumber")}</td>
            <td>{row.title}</td>
            <td>{row.owner}</td>
            <td>
              <DayText day={row.dueOn} />
            </td>
            <td>
              <StatusBadge status={row.status} />
            </td>
          </tr>
        ))}
      </PlainTable>
      {total > shown.length ? <p className={classes.muted}>{t("import.moreRows", { count: shown.length })}</p> : null}
    </>
  );
}

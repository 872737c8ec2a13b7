import { Select } from "@mantine/core";
import { type Key, useWords } from "@/i18n/i18n";
import type { ImportColumn, ImportField } from "@/ipc/bindings";
import { PlainTable } from "@/ui/PlainTable";
import classes from "./import.module.css";

const FIELDS: ImportField[] = [
  "number",
  "kind",
  "title",
  "finding",
  "grade",
  "registered_on",
  "reported_on",
  "reported_by",
  "source",
  "source_document",
  "file_reference",
  "process",
  "department",
  "process_or_department",
  "clause",
  "cause",
  "correction",
  "action",
  "owner",
  "due",
  "original_due",
  "current_due",
  "done_on",
  "review_due",
  "review_result",
  "closed_on",
  "status",
  "remarks",
  "ordinal",
  "identity",
];

type Props = {
  columns: ImportColumn[];
  disabled: boolean;
  onChange: (column: number, field: ImportField | null) => void;
};

/** What each column of the file is taken for; a wrong guess is put right here. */
export function ColumnsTable({ columns, disabled, onChange }: Props) {
  const { t } = useWords();
  const data = FIELDS.map((field) => ({ value: field, label: t(`import.fields.${field}` as Key) }));
  return (
    <PlainTable
      label={t("import.columns")}
      head={[t("import.columnHeader"), t("import.columnSamples"), t("import.columnField")]}
    >
      {columns.map(({ column, header, samples, field }) => {
        const name = header === "" ? t("import.noHeader", { column: column + 1 }) : header;
        return (
          <tr key={column}>
            <th scope="row">{name}</th>
            <td className={classes.samples}>{samples.join(" · ")}</td>
            <td>
              <Select
                aria-label={`${t("import.columnField")}: ${name}`}
                placeholder={t("import.ignored")}
                data={data}
                value={field}
                clearable
                clearButtonProps={{ "aria-label": t("common.clear") }}
                disabled={disabled}
                size="xs"
                w={230}
                onChange={(chosen) => onChange(column, chosen as ImportField | null)}
              />
            </td>
          </tr>
        );
      })}
    </PlainTable>
  );
}

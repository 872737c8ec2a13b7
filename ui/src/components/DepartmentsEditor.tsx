import { ActionIcon, Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "@/i18n/i18n";
import { EmptyState } from "@/ui/EmptyState";
import classes from "./components.module.css";
import { useToasts } from "./toasts";

export type DepartmentRow = { key: string; id: string | null; code: string; name: string; cases: number };

let nextKey = 0;
export function departmentRow(code: string, name: string, id: string | null = null, cases = 0): DepartmentRow {
  nextKey += 1;
  return { key: `row-${nextKey}`, id, code, name, cases };
}

/** One unit a line: symbol, then a tab, semicolon or dash, then the name; a line with one part is a name. */
export function readPasted(text: string): DepartmentRow[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const parts = /^(\S{1,12})\s*(?:\t|;|\s[–-]\s)\s*(.+)$/.exec(line);
      return parts ? departmentRow(parts[1] ?? "", (parts[2] ?? "").trim()) : departmentRow("", line);
    });
}

type Props = { rows: DepartmentRow[]; onChange: (rows: DepartmentRow[]) => void };

export function DepartmentsEditor({ rows, onChange }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const [pasted, setPasted] = useState<string | null>(null);
  const change = (key: string, part: Partial<DepartmentRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <Stack gap="sm">
      {rows.length === 0 ? <EmptyState>{t("departments.empty")}</EmptyState> : null}
      <ul className={classes.departments}>
        {rows.map((row) => (
          <li key={row.key} className={classes.department}>
            <TextInput
              aria-label={t("departments.code")}
              value={row.code}
              onChange={(event) => change(row.key, { code: event.currentTarget.value })}
            />
            <TextInput
              aria-label={t("departments.name")}
              value={row.name}
              onChange={(event) => change(row.key, { name: event.currentTarget.value })}
            />
            <Text size="sm" c="dimmed">
              {row.cases === 0 ? "" : t("departments.usedBy", { count: row.cases })}
            </Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("common.removeNamed", { name: row.code || row.name || t("common.unnamed") })}
              onClick={() => {
                onChange(rows.filter((other) => other.key !== row.key));
                toasts.undoable(t("departments.removed", { name: row.code || row.name || t("common.unnamed") }), () =>
                  onChange(rows),
                );
              }}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...rows, departmentRow("", "")])}
        >
          {t("departments.add")}
        </Button>
        <Button variant="subtle" onClick={() => setPasted((was) => (was === null ? "" : null))}>
          {t("departments.paste")}
        </Button>
        <Text size="sm" c="dimmed">
          {t("departments.count", { count: rows.length })}
        </Text>
      </Group>
      {pasted === null ? null : (
        <Stack gap="xs">
          <Textarea
            label={t("departments.paste")}
            description={t("departments.pasteHint")}
            autosize
            minRows={4}
            value={pasted}
            onChange={(event) => setPasted(event.currentTarget.value)}
          />
          <Group>
            <Button
              variant="light"
              disabled={pasted.trim() === ""}
              onClick={() => {
                onChange([...rows, ...readPasted(pasted)]);
                setPasted(null);
              }}
            >
              {t("departments.pasteApply")}
            </Button>
          </Group>
        </Stack>
      )}
    </Stack>
  );
}

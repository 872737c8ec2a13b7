import { ActionIcon, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useWords } from "@/i18n/i18n";
import type { Day } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import { DayInput } from "@/ui/DayInput";

export type ClosedRow = { key: string; on: Day | null; note: string };

let nextKey = 0;
export function closedRow(on: Day | null, note: string): ClosedRow {
  nextKey += 1;
  return { key: `closed-${nextKey}`, on, note };
}

type Props = { rows: ClosedRow[]; onChange: (rows: ClosedRow[]) => void };

/** Days on which the office is closed besides the public holidays. */
export function ClosedDays({ rows, onChange }: Props) {
  const { t, lang } = useWords();
  const change = (key: string, part: Partial<ClosedRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {rows.length === 0 ? t("settings.closedDaysEmpty") : t("settings.closedDaysHint")}
      </Text>
      {rows.map((row) => (
        <Group key={row.key} align="end" wrap="nowrap">
          <DayInput label={t("settings.closedDay")} value={row.on} onChange={(on) => change(row.key, { on })} />
          <TextInput
            label={t("settings.closedNote")}
            value={row.note}
            style={{ flex: 1 }}
            onChange={(event) => change(row.key, { note: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t("common.removeNamed", {
              name: row.on === null ? t("settings.closedDay") : formatDay(row.on, lang),
            })}
            onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...rows, closedRow(null, "")])}
        >
          {t("settings.addDay")}
        </Button>
      </Group>
    </Stack>
  );
}

import { Button, Checkbox, Popover, Stack } from "@mantine/core";
import { IconColumns } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "@/i18n/i18n";
import { useStored } from "@/lib/storage";
import { COLUMNS, type ColumnId, PREF_COLUMNS, USUAL_COLUMNS } from "./columns";

export function ColumnChooser() {
  const { t } = useWords();
  const [opened, setOpened] = useState(false);
  const [shown, setShown] = useStored<ColumnId[]>(PREF_COLUMNS, USUAL_COLUMNS);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <Button
          variant="default"
          aria-expanded={opened}
          leftSection={<IconColumns size={16} aria-hidden />}
          onClick={() => setOpened((was) => !was)}
        >
          {t("register.columns")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t("register.columns")}>
        <Stack gap="xs">
          {COLUMNS.map(({ id, header }) => (
            <Checkbox
              key={id}
              label={t(header)}
              checked={shown.includes(id)}
              // Without its number and title a row is nobody's.
              disabled={id === "number" || id === "title"}
              onChange={(event) =>
                setShown(event.currentTarget.checked ? [...shown, id] : shown.filter((other) => other !== id))
              }
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

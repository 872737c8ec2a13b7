import { ActionIcon, Group } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useWords } from "@/i18n/i18n";

type Props = { name: string; disabled: boolean; onEdit: () => void; onRemove: () => void; testId: string };

/** Change and remove, at the end of a line. */
export function RowTools({ name, disabled, onEdit, onRemove, testId }: Props) {
  const { t } = useWords();
  const common = { variant: "subtle", color: "gray", disabled } as const;
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <ActionIcon
        {...common}
        aria-label={t("common.editNamed", { name })}
        onClick={onEdit}
        data-testid={`edit-${testId}`}
      >
        <IconPencil size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        {...common}
        aria-label={t("common.removeNamed", { name })}
        onClick={onRemove}
        data-testid={`remove-${testId}`}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

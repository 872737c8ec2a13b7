import { ActionIcon, Group } from "@mantine/core";
import { IconEye, IconPencil, IconTrash } from "@tabler/icons-react";
import { useWords } from "@/i18n/i18n";

type Props = { name: string; may: boolean; testId: string; onEdit: () => void; onRemove: () => void };

/** What can be done with a record: who may not write it looks at it. */
export function RowActions({ name, may, testId, onEdit, onRemove }: Props) {
  const { t } = useWords();
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t(may ? "common.editNamed" : "registers.showNamed", { name })}
        onClick={onEdit}
        data-testid={`edit-${testId}`}
      >
        {may ? <IconPencil size={18} aria-hidden /> : <IconEye size={18} aria-hidden />}
      </ActionIcon>
      {may ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("common.removeNamed", { name })}
          onClick={onRemove}
          data-testid={`remove-${testId}`}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      ) : null}
    </Group>
  );
}

/** The head of the column that holds them. */
export function ActionsHead() {
  const { t } = useWords();
  return <span className="visually-hidden">{t("common.edit")}</span>;
}

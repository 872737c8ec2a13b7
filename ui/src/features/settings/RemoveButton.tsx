import { ActionIcon } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "@/i18n/i18n";
import { ConfirmDialog } from "@/ui/ConfirmDialog";

/** Takes a line out of a list after a question: it would come back only as another one. */
export function RemoveButton({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useWords();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t("common.removeNamed", { name })}
        onClick={() => setAsked(true)}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
      {asked ? (
        <ConfirmDialog
          title={t("people.removeTitle")}
          question={t("people.removeQuestion", { name })}
          confirm={t("people.remove")}
          onClose={() => setAsked(false)}
          onConfirm={onRemove}
        />
      ) : null}
    </>
  );
}

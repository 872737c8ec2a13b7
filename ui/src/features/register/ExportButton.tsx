import { Button } from "@mantine/core";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { CaseFilter } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";

/** Writes what the list shows to a file of the user's choice. */
export function ExportButton({ filter }: { filter: CaseFilter }) {
  const { t } = useWords();
  const toasts = useToasts();
  const write = useTell("export_register");
  return (
    <Button
      variant="default"
      loading={write.isPending}
      data-testid="export"
      onClick={() =>
        write.mutate(
          { filter },
          {
            onSuccess: (file) => {
              if (file !== null) toasts.said(t("register.exported", { count: file.rows, path: file.path }));
            },
            onError: toasts.failed,
          },
        )
      }
    >
      {t("register.export")}
    </Button>
  );
}

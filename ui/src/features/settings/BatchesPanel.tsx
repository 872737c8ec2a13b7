import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { ImportBatchView } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { formatDay } from "@/lib/dates";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import { PlainTable } from "@/ui/PlainTable";

/** Files that were brought in; a whole file can be taken out again while nobody has worked on its cards. */
export function BatchesPanel({ batches }: { batches: ImportBatchView[] }) {
  const { t, lang } = useWords();
  const toasts = useToasts();
  const undo = useTell("undo_import");
  const take = (batch: string) =>
    undo.mutate({ batch }, { onSuccess: () => toasts.said(t("import.undone")), onError: toasts.failed });
  return (
    <Panel title={t("settings.batches")}>
      {batches.length === 0 ? (
        <EmptyState>{t("settings.batchesEmpty")}</EmptyState>
      ) : (
        <PlainTable
          label={t("settings.batches")}
          head={[
            t("settings.batchFile"),
            t("settings.batchAt"),
            t("settings.batchTotals"),
            <span key="undo" className="visually-hidden">
              {t("common.undo")}
            </span>,
          ]}
        >
          {batches.map(({ id, file, on, totals, undoable }) => (
            <tr key={id}>
              <th scope="row">{file}</th>
              <td className="tabular">{formatDay(on, lang)}</td>
              <td>{t("settings.batchSummary", { new: totals.new, changed: totals.changed, drafts: totals.drafts })}</td>
              <td>
                {undoable ? (
                  <ConfirmButton
                    size="xs"
                    variant="default"
                    title={t("settings.batchConfirmTitle")}
                    question={t("settings.batchConfirm", { file })}
                    confirm={t("settings.batchUndo")}
                    onConfirm={() => take(id)}
                  >
                    {t("settings.batchUndo")}
                  </ConfirmButton>
                ) : (
                  t("settings.batchLocked")
                )}
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </Panel>
  );
}

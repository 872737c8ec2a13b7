import { Button, Group } from "@mantine/core";
import { LinkButton } from "@/components/LinkButton";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { ImportSummary } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { Panel } from "@/ui/Panel";
import { Totals } from "./Totals";

export function SummaryView({ summary, onAgain }: { summary: ImportSummary; onAgain: () => void }) {
  const { t } = useWords();
  const toasts = useToasts();
  const undo = useTell("undo_import");
  const { batch, totals } = summary;
  return (
    <Panel title={t("import.doneTitle")} testId="import-done">
      <Totals totals={totals} />
      <Group mt="md">
        <LinkButton to="/cases">{t("import.openRegister")}</LinkButton>
        {totals.drafts > 0 ? (
          <LinkButton variant="default" to="/cases" search={{ toComplete: true }}>
            {t("import.openDrafts")}
          </LinkButton>
        ) : null}
        <Button variant="default" onClick={onAgain}>
          {t("import.again")}
        </Button>
        {batch === null ? null : (
          <Button
            variant="subtle"
            loading={undo.isPending}
            data-testid="undo-import"
            onClick={() =>
              undo.mutate(
                { batch },
                {
                  onSuccess: () => {
                    toasts.said(t("import.undone"));
                    onAgain();
                  },
                  onError: toasts.failed,
                },
              )
            }
          >
            {t("import.undo")}
          </Button>
        )}
      </Group>
    </Panel>
  );
}

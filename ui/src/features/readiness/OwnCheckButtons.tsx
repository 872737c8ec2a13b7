import { Button } from "@mantine/core";
import { useWords } from "@/i18n/i18n";
import type { OwnCheckView } from "@/ipc/bindings";
import { useOwnCheck } from "./useOwnCheck";

/** What the office does with a check of its own. */
export function OwnCheckButtons({ own, onEdit }: { own: OwnCheckView; onEdit: () => void }) {
  const { t } = useWords();
  const { retire, busy } = useOwnCheck();
  return (
    <>
      <Button
        size="xs"
        variant="default"
        onClick={onEdit}
        aria-label={t("common.editNamed", { name: own.code })}
        data-testid={`edit-${own.code}`}
      >
        {t("common.edit")}
      </Button>
      <Button
        size="xs"
        variant="default"
        loading={busy}
        onClick={() => void retire(own)}
        aria-label={`${t("readiness.retire")}: ${own.code}`}
        data-testid={`retire-${own.code}`}
      >
        {t("readiness.retire")}
      </Button>
    </>
  );
}

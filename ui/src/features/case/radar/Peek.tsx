import { Drawer, Stack } from "@mantine/core";
import { CaseLink } from "@/components/CaseLink";
import { ErrorNote } from "@/components/ErrorNote";
import { Loading } from "@/components/Loading";
import { StatusBadge } from "@/components/StatusBadge";
import { useWords } from "@/i18n/i18n";
import { useAsk } from "@/ipc/queries";
import { useFocusBack } from "@/ui/useFocusBack";
import { Fact, Facts } from "../Facts";

/** An earlier card beside the one that is being written; nothing that was typed is left for it. */
export function Peek({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useWords();
  useFocusBack();
  const asked = useAsk("case", { id });
  const view = asked.data;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={view === undefined ? t("radar.peek") : `${view.row.number ?? ""} ${view.title}`}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <ErrorNote error={asked.error} />
      {view === undefined ? (
        asked.isPending ? (
          <Loading />
        ) : null
      ) : (
        <Stack gap="sm" data-testid="peek">
          <div>
            <StatusBadge status={view.row.status} pill />
          </div>
          <Facts>
            <Fact name="fields.statement" value={view.statement} wide />
            <Fact name="fields.cause_root" value={view.cause.root} wide />
            <Fact name="fields.actions" value={view.actions.map(({ what }) => what).join("; ")} wide />
            <Fact name="fields.review_data" value={view.effectiveness.data} wide />
          </Facts>
          <span>
            {t("radar.openWhole")}: <CaseLink id={view.id} number={view.row.number} />
          </span>
        </Stack>
      )}
    </Drawer>
  );
}

import { useWords } from "@/i18n/i18n";
import { useAsk } from "@/ipc/queries";
import { Dialog } from "@/ui/Dialog";
import { ErrorNote } from "./ErrorNote";
import { Loading } from "./Loading";
import { MoveDialog } from "./moves/MoveDialog";
import { MoveReason } from "./moves/MoveReason";
import { dueMove } from "./moves/target";

type Props = { caseId: string; onClose: () => void };

/** Changing a due date from a list: the card's own dialog, as soon as the card is there. */
export function MoveDueDialog({ caseId, onClose }: Props) {
  const { t } = useWords();
  const asked = useAsk("case", { id: caseId });
  const move = asked.data === undefined ? null : dueMove(asked.data);
  if (asked.data !== undefined && move?.allowed) {
    return <MoveDialog view={asked.data} target={{ move }} onClose={onClose} />;
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t("moves.do_extend")}
      closeButtonProps={{ "aria-label": t("common.close") }}
      size="lg"
    >
      {asked.isPending ? <Loading /> : null}
      <ErrorNote error={asked.error} />
      {move === null ? null : <MoveReason move={move} />}
    </Dialog>
  );
}

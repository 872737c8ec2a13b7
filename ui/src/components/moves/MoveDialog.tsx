import { useSession } from "@/components/useSession";
import { useWords } from "@/i18n/i18n";
import type { CaseView } from "@/ipc/bindings";
import { Dialog } from "@/ui/Dialog";
import { MoveForm } from "./MoveForm";
import type { MoveTarget } from "./target";

type Props = {
  view: CaseView;
  target: MoveTarget;
  onClose: () => void;
  /** The move was made; the dialog is closed. */
  onDone?: () => void;
};

/** One dialog for every move: what it asks for stands in its descriptor, what it offers in the card's own list of moves. */
export function MoveDialog({ view, target, onClose, onDone }: Props) {
  const { t } = useWords();
  const today = useSession()?.today;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(`moves.do_${target.move.move}`)}
      closeButtonProps={{ "aria-label": t("common.close") }}
      size="lg"
    >
      {today === undefined ? null : (
        <MoveForm
          view={view}
          target={target}
          today={today}
          onClose={onClose}
          onDone={() => {
            onClose();
            onDone?.();
          }}
        />
      )}
    </Dialog>
  );
}

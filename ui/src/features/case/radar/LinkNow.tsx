import { Button } from "@mantine/core";
import { ErrorNote } from "@/components/ErrorNote";
import { findMove } from "@/components/moves/target";
import { useMakeMove } from "@/components/moves/useMakeMove";
import { useWords } from "@/i18n/i18n";
import type { CaseView } from "@/ipc/bindings";
import classes from "../case.module.css";

type Props = { view: CaseView; id: string; number: string; onLinked: (() => void) | undefined };

/** Marks a registered card as the recurrence of an earlier one. */
export function LinkNow({ view, id, number, onLinked }: Props) {
  const { t } = useWords();
  const { make, error, busy } = useMakeMove();
  const move = findMove(view, "link");
  if (view.links.some(({ caseId, direction }) => caseId === id && direction === "to")) {
    return <span className={classes.entryWhen}>{t("radar.linked")}</span>;
  }
  if (!move?.allowed) return null;
  const [likeliest] = move.recordFor;
  const recordedFor =
    move.mustRecord && likeliest !== undefined ? { post: likeliest.id, on: null, document: "" } : null;
  const link = async () => {
    const standing = { recordedFor, password: null };
    const made = await make({ id: view.id, revision: view.revision, step: { move: "link", to: id }, standing });
    if (made) onLinked?.();
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={busy}
        onClick={() => void link()}
        aria-label={t("radar.recursNamed", { number })}
        data-testid={`recurs-${number}`}
      >
        {t("radar.recurs")}
      </Button>
      <ErrorNote error={error} />
    </>
  );
}

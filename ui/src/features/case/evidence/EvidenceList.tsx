import { MoveButton } from "@/components/moves/MoveButton";
import { findMove, type OnMove } from "@/components/moves/target";
import { useWords } from "@/i18n/i18n";
import type { ActionView, CaseView } from "@/ipc/bindings";
import classes from "../case.module.css";
import { EvidenceItem } from "./EvidenceItem";

type Props = { view: CaseView; action: ActionView; no: number; onMove: OnMove };

/** What proves that an action was done. What was withdrawn stays in sight, struck through, with its reason. */
export function EvidenceList({ view, action, no, onMove }: Props) {
  const { t } = useWords();
  if (action.evidence.length === 0) return <p className={classes.blank}>{t("evidence.none")}</p>;
  const withdraw = findMove(view, "withdraw", action.id);
  return (
    <ul className={classes.evidence} aria-label={t("card.evidenceList")}>
      {action.evidence.map((evidence, index) => (
        <EvidenceItem
          key={evidence.id}
          caseId={view.id}
          evidence={evidence}
          testId={`evidence-${no}-${index + 1}`}
          actions={
            withdraw === null || !withdraw.allowed || evidence.withdrawn !== null ? null : (
              <MoveButton
                target={{ move: withdraw, actionId: action.id, evidenceId: evidence.id }}
                onMove={onMove}
                about={evidence.title}
                size="compact-sm"
                variant="subtle"
              />
            )
          }
        />
      ))}
    </ul>
  );
}

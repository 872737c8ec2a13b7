import { Button, Text } from "@mantine/core";
import { IconCalendarDue } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { MoveDueDialog } from "@/components/MoveDueDialog";
import { useWords } from "@/i18n/i18n";
import type { CaseView } from "@/ipc/bindings";
import { PageHead } from "@/ui/PageHead";
import { ActionsSection } from "./ActionsSection";
import { CardHead } from "./CardHead";
import classes from "./case.module.css";
import { History } from "./History";
import { ImportedSection } from "./ImportedSection";
import { MoveReason } from "./MoveReason";
import {
  CauseSection,
  CloseSection,
  CorrectionSection,
  FindingSection,
  JudgeSection,
  LinksSection,
  ReportSection,
  VerifySection,
} from "./sections";

/** The card as it stands in the register. */
export function CardView({ view }: { view: CaseView }) {
  const { t } = useWords();
  const [moving, setMoving] = useState<{ actionId: string | null } | null>(null);
  const move = view.moves.find((candidate) => candidate.move === "change_due_date");
  return (
    <>
      <PageHead
        title={
          <>
            <span className={classes.number}>{view.row.number}</span> {view.title}
          </>
        }
      >
        {move === undefined ? null : (
          <Button
            leftSection={<IconCalendarDue size={18} aria-hidden />}
            disabled={!move.allowed}
            onClick={() => setMoving({ actionId: null })}
            data-testid="change-due"
          >
            {t("card.changeDue")}
          </Button>
        )}
        <Link to="/cases">{t("card.backToRegister")}</Link>
      </PageHead>
      <CardHead view={view} />
      {move !== undefined && !move.allowed ? <MoveReason reason={move.reason} /> : null}
      <div className={classes.layout}>
        <div className={classes.sections}>
          <ReportSection view={view} />
          <FindingSection view={view} />
          <CorrectionSection view={view} />
          <CauseSection view={view} />
          <ActionsSection view={view} onMove={(actionId) => setMoving({ actionId })} movable={move?.allowed ?? false} />
          <VerifySection view={view} />
          <JudgeSection view={view} />
          <CloseSection view={view} />
          <LinksSection links={view.links} />
          <ImportedSection imported={view.imported} />
          <Text size="sm" c="dimmed">
            {t("card.readOnlyHint")}
          </Text>
        </div>
        <History entries={view.history} actions={view.actions} />
      </div>
      {moving === null ? null : (
        <MoveDueDialog caseId={view.id} actionId={moving.actionId} onClose={() => setMoving(null)} />
      )}
    </>
  );
}

import { Button } from "@mantine/core";
import { IconCalendarDue } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { MoveDialog } from "@/components/moves/MoveDialog";
import { actionOf, dueMove, type MoveTarget } from "@/components/moves/target";
import { useWords } from "@/i18n/i18n";
import type { CaseView, Missing, PickedFile } from "@/ipc/bindings";
import type { StepSearch } from "@/lib/places";
import { PageHead } from "@/ui/PageHead";
import { CardHead } from "./CardHead";
import classes from "./case.module.css";
import { useAttach } from "./evidence/useAttach";
import { attachable, useWindowDrop } from "./evidence/useWindowDrop";
import { WhichAction } from "./evidence/WhichAction";
import { PART_OF } from "./form/parts";
import { History } from "./History";
import { ImportedSection } from "./ImportedSection";
import { LinksSection } from "./LinksSection";
import { NowBox } from "./NowBox";
import type { Writing } from "./PartPanel";
import { PlanSection } from "./PlanSection";
import { CloseSection, JudgeSection, VerifySection } from "./reviewSections";
import { CauseSection, CorrectionSection, ExternalSection, FindingSection, ReportSection } from "./sections";

/** Which action is open at first: the one that is the next step, for whoever looks before anybody else. */
function firstAction(view: CaseView): string | null {
  const steps = view.life.next.filter(({ actionId }) => actionId !== null);
  return (steps.find(({ mine }) => mine) ?? steps[0])?.actionId ?? null;
}

/** After the next drawing, because what is to be seen may only be drawn then. */
function goTo(place: string, focusIn: string, what = "button:not(:disabled)") {
  requestAnimationFrame(() => {
    document.getElementById(place)?.scrollIntoView({ block: "center" });
    document.getElementById(focusIn)?.querySelector<HTMLElement>(what)?.focus();
  });
}

/** The card as it stands in the register: read like the paper form, written part by part, moved on from the box on top. */
export function CardView({ view, reached }: { view: CaseView; reached: StepSearch }) {
  const { t } = useWords();
  const [target, setTarget] = useState<MoveTarget | null>(null);
  const [writing, setWriting] = useState<Writing | null>(null);
  const [openAction, setOpenAction] = useState(() => firstAction(view));
  const [dropped, setDropped] = useState<readonly PickedFile[] | null>(null);
  const attaching = useAttach(view);
  const choices = attachable(view);
  const dragging = useWindowDrop((files) => {
    const only = choices.find(({ action }) => action.id === openAction) ?? (choices.length === 1 ? choices[0] : null);
    if (only) {
      setOpenAction(only.action.id);
      attaching.attach(only.action.id, files);
    } else setDropped(files);
  });
  const due = dueMove(view);
  const mend = (missing: Missing) => {
    const part = PART_OF[missing];
    if (part !== null) setWriting({ part, focus: `field-${missing}` });
  };
  const showAction = (id: string) => {
    setOpenAction(id);
    const proven = actionOf(view, id)?.evidence.some(({ withdrawn }) => withdrawn === null);
    goTo(`action-${id}`, `${proven ? "moves" : "attach"}-${id}`);
  };
  const lead = useRef(showAction);
  lead.current = showAction;
  // A link from somebody's work leads to the step itself.
  useEffect(() => {
    if (reached.action !== undefined) lead.current(reached.action);
    else if (reached.step !== undefined) goTo("now", "now", `[data-testid="move-${reached.step}"]`);
  }, [reached.step, reached.action]);
  const written = { view, writing, onWrite: setWriting };
  return (
    <>
      <PageHead
        title={
          <>
            <span className={classes.number}>{view.row.number}</span> {view.title}
          </>
        }
      >
        {due?.allowed ? (
          <Button
            variant="default"
            leftSection={<IconCalendarDue size={18} aria-hidden />}
            onClick={() => setTarget({ move: due })}
            data-testid="change-due"
          >
            {t(`moves.do_${due.move}`)}
          </Button>
        ) : null}
        <Link to="/cases">{t("card.backToRegister")}</Link>
      </PageHead>
      <CardHead view={view} />
      <NowBox view={view} onMove={setTarget} onMend={mend} onAction={showAction} />
      <div className={classes.layout}>
        <div className={classes.sections}>
          <ReportSection {...written} />
          {writing?.part === "report" ? null : <FindingSection view={view} />}
          <CorrectionSection {...written} />
          <CauseSection {...written} />
          <PlanSection
            {...written}
            openAction={openAction}
            onOpenAction={setOpenAction}
            onMove={setTarget}
            attaching={attaching}
            dragging={dragging}
          />
          <VerifySection view={view} />
          <JudgeSection view={view} />
          <ExternalSection {...written} />
          <CloseSection view={view} />
          <LinksSection view={view} onMove={setTarget} />
          <ImportedSection imported={view.imported} />
        </div>
        <History entries={view.history} actions={view.actions} />
      </div>
      {target === null ? null : (
        <MoveDialog
          view={view}
          target={target}
          onClose={() => setTarget(null)}
          onDone={() => requestAnimationFrame(() => document.getElementById("now")?.focus())}
        />
      )}
      {dropped === null ? null : (
        <WhichAction
          files={dropped}
          choices={choices}
          onClose={() => setDropped(null)}
          onChoose={(id) => {
            setDropped(null);
            setOpenAction(id);
            attaching.attach(id, dropped);
          }}
        />
      )}
    </>
  );
}

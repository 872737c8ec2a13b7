import { CaseLink } from "@/components/CaseLink";
import { MoveButton } from "@/components/moves/MoveButton";
import { findMove, type OnMove } from "@/components/moves/target";
import { useWords } from "@/i18n/i18n";
import type { CaseView, LinkView } from "@/ipc/bindings";
import { Panel } from "@/ui/Panel";
import classes from "./case.module.css";
import { hasPlace } from "./MoreMoves";

const LINKS = {
  follow_up: { to: "card.linkFollowUpTo", from: "card.linkFollowUpFrom" },
  recurrence: { to: "card.linkRecurrenceTo", from: "card.linkRecurrenceFrom" },
} as const;

/** Cards that go on from this one or that it repeats, from both sides. A draft only shows them. */
export function LinksSection({ view, onMove }: { view: CaseView; onMove?: OnMove }) {
  const { t } = useWords();
  const link = findMove(view, "link");
  const offered = onMove !== undefined && hasPlace(link) ? link : null;
  if (view.links.length === 0 && offered === null) return null;
  return (
    <Panel title={t("card.sectionLinks")} testId="links">
      {view.links.length === 0 ? <p className={classes.blank}>{t("life.noLinks")}</p> : null}
      <ul className={classes.links}>
        {view.links.map((one) => (
          <li key={`${one.kind}${one.direction}${one.caseId}`}>
            <span>
              {t(LINKS[one.kind][one.direction])}: <CaseLink id={one.caseId} number={one.number} /> {one.title}
            </span>
            {onMove === undefined ? null : <Unlink view={view} link={one} onMove={onMove} />}
          </li>
        ))}
      </ul>
      {offered === null ? null : (
        <MoveButton target={{ move: offered }} onMove={onMove ?? (() => undefined)} size="xs" variant="default" />
      )}
    </Panel>
  );
}

/** A recurrence that proved none is taken back on the card that names it; a follow-up stays. */
function Unlink({ view, link, onMove }: { view: CaseView; link: LinkView; onMove: OnMove }) {
  const unlink = findMove(view, "unlink");
  if (link.kind !== "recurrence" || link.direction !== "to" || !unlink?.allowed) return null;
  const to = { id: link.caseId, number: link.number, title: link.title };
  return (
    <MoveButton
      target={{ move: unlink, to }}
      onMove={onMove}
      about={link.number ?? link.title}
      size="compact-sm"
      variant="subtle"
    />
  );
}

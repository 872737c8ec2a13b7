import { Radio, Stack, Text } from "@mantine/core";
import { DayText } from "@/components/DayText";
import { useWords } from "@/i18n/i18n";
import type { CaseView } from "@/ipc/bindings";
import { DESCRIPTORS } from "./descriptor";
import classes from "./moves.module.css";
import { actionOf, dueChoices, type MoveTarget, timesExtended } from "./target";

type Props = { view: CaseView; target: MoveTarget; actionId: string | null; onAction: (id: string) => void };

/** From this extension on the Coordinator or the Starosta decides; the rule itself is the domain's. */
const HIGHER_FROM = 3;

/** What the dialog is about: the card, the action, and what the move brings with it. */
export function MoveAbout({ view, target, actionId, onAction }: Props) {
  const { t, has } = useWords();
  const { move, to } = target;
  const moved = DESCRIPTORS[move.move]?.fields.includes("dueOn") ?? false;
  const action = actionOf(view, moved ? actionId : (target.actionId ?? move.actionId));
  const about = `moves.about_${move.move}`;
  const choices = moved && target.actionId === undefined ? dueChoices(view) : [];
  const evidence = action?.evidence.find(({ id }) => id === target.evidenceId);
  return (
    <Stack gap="xs">
      <Text fw={600}>
        {view.row.number} {view.title}
      </Text>
      {choices.length > 1 ? (
        <Radio.Group label={t("card.chooseAction")} value={actionId ?? ""} onChange={onAction}>
          <Stack gap={6} mt={6}>
            {choices.map(({ id, what }) => (
              <Radio key={id} value={id} label={what} />
            ))}
          </Stack>
        </Radio.Group>
      ) : action === null ? null : (
        <Text>{t("moves.ofAction", { what: action.what })}</Text>
      )}
      {evidence === undefined ? null : <Text>{t("moves.ofEvidence", { title: evidence.title })}</Text>}
      {to === undefined ? null : <Text>{[to.number, to.title].filter(Boolean).join(" ")}</Text>}
      {has(about) ? (
        <Text size="sm" c="dimmed">
          {t(about)}
        </Text>
      ) : null}
      {moved ? <DueFacts view={view} actionId={actionId} /> : null}
    </Stack>
  );
}

function DueFacts({ view, actionId }: { view: CaseView; actionId: string | null }) {
  const { t } = useWords();
  const action = actionOf(view, actionId);
  const times = timesExtended(action?.extensions ?? view.targetExtensions);
  const original = action === null ? view.originalTargetOn : action.originalDueOn;
  const current = action === null ? view.targetOn : action.dueOn;
  return (
    <>
      <dl className={classes.dates}>
        <div>
          <dt>{t("card.originalDue")}</dt>
          <dd>
            <DayText day={original} />
          </dd>
        </div>
        <div>
          <dt>{t("card.currentDue")}</dt>
          <dd>
            <DayText day={current} />
          </dd>
        </div>
        <div>
          <dt>{t("moves.timesExtended")}</dt>
          <dd>{times}</dd>
        </div>
      </dl>
      {times + 1 >= HIGHER_FROM ? (
        <Text size="sm" fw={600}>
          {t("moves.higherRole", { no: times + 1 })}
        </Text>
      ) : null}
    </>
  );
}

import { Button } from "@mantine/core";
import { useWords } from "@/i18n/i18n";
import type { Day, ProposalView } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import classes from "../case.module.css";

type Props = {
  proposals: readonly ProposalView[];
  value: Day | null;
  /** The field's name, for those who hear the screen. */
  label: string;
  onTake: (day: Day) => void;
};

/** Dates that the law or the office's own deadlines propose, each with what it rests on. Taken by a click, never by themselves. */
export function Proposals({ proposals, value, label, onTake }: Props) {
  const { t, lang } = useWords();
  const open = proposals.filter(({ date }) => date !== value);
  if (open.length === 0) return null;
  return (
    <div className={classes.proposals}>
      {open.map(({ date, basis }) => {
        const day = formatDay(date, lang);
        return (
          <Button
            key={`${date}${basis}`}
            size="compact-xs"
            variant="default"
            radius="xl"
            onClick={() => onTake(date)}
            aria-label={t("life.takeProposal", { label, day, basis: t(`life.basis_${basis}`) })}
            data-testid={`proposal-${basis}`}
          >
            {day} – {t(`life.basis_${basis}`)}
          </Button>
        );
      })}
    </div>
  );
}

import { Button, Fieldset, Group, Stack } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useWords } from "@/i18n/i18n";
import type { CaseRef, ReviewDecisionForm } from "@/ipc/bindings";
import { DayInput } from "@/ui/DayInput";
import { CaseOrReason, Pick, Text, usePicks } from "./fields";
import classes from "./registers.module.css";

const BLANK: ReviewDecisionForm = { id: null, text: "", owner: null, dueOn: null, case: null, noCaseReason: "" };

type Props = {
  cases: CaseRef[];
  decisions: ReviewDecisionForm[];
  onChange: (decisions: ReviewDecisionForm[]) => void;
};

/** What the review decided: who, until when, and the case that it became or why it became none. */
export function ReviewDecisions({ cases, decisions, onChange }: Props) {
  const { t } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  // A new decision has no identity yet; a key of its own keeps what is typed with its row.
  const [keys, setKeys] = useState(() => decisions.map((_, index) => index));
  const [typing, setTyping] = useState<number | null>(null);

  useEffect(() => {
    if (typing !== null) list.current?.querySelector<HTMLElement>(`[data-decision="${typing}"] textarea`)?.focus();
  }, [typing]);

  const append = () => {
    const key = Math.max(-1, ...keys) + 1;
    setKeys([...keys, key]);
    onChange([...decisions, BLANK]);
    setTyping(key);
  };
  const drop = (at: number) => {
    setKeys(keys.filter((_, index) => index !== at));
    onChange(decisions.filter((_, index) => index !== at));
    add.current?.focus();
  };

  return (
    <Fieldset legend={t("registers.decisions")}>
      <Stack gap="sm" ref={list}>
        {decisions.map((decision, index) => (
          <div key={keys[index]} className={classes.group} data-decision={keys[index]}>
            <Decision
              no={index + 1}
              decision={decision}
              cases={cases}
              onChange={(part) => onChange(decisions.map((one, at) => (at === index ? { ...one, ...part } : one)))}
              onDrop={() => drop(index)}
            />
          </div>
        ))}
        <Group>
          <Button
            ref={add}
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={append}
            data-testid="add-decision"
          >
            {t("registers.addDecision")}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}

type DecisionProps = {
  no: number;
  decision: ReviewDecisionForm;
  cases: CaseRef[];
  onChange: (part: Partial<ReviewDecisionForm>) => void;
  onDrop: () => void;
};

function Decision({ no, decision, cases, onChange, onDrop }: DecisionProps) {
  const { t } = useWords();
  const { posts } = usePicks();
  return (
    <Stack gap="xs">
      <Text
        label={t("registers.decisionNo", { no })}
        required
        lines={1}
        value={decision.text}
        onChange={(text) => onChange({ text })}
        testId={`decision-text-${no}`}
      />
      <div className={classes.two}>
        <Pick
          label={t("registers.decisionOwner")}
          data={posts}
          value={decision.owner}
          onChange={(owner) => onChange({ owner })}
        />
        <DayInput label={t("registers.dueOn")} value={decision.dueOn} onChange={(dueOn) => onChange({ dueOn })} />
      </div>
      <CaseOrReason cases={cases} value={decision} onChange={onChange} />
      <Group justify="flex-end">
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onDrop}>
          {t("registers.dropDecision", { no })}
        </Button>
      </Group>
    </Stack>
  );
}

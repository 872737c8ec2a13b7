import { ActionIcon, Button, Checkbox, Group, Select, Textarea } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { ActionForm, Choice, ProposalView } from "@/ipc/bindings";
import { DayInput } from "@/ui/DayInput";
import classes from "../case.module.css";
import type { FormChange } from "./fields";
import { Proposals } from "./Proposals";

type Props = {
  actions: ActionForm[];
  posts: Choice[];
  change: FormChange;
  /** Actions whose date was agreed: it moves by an extension only, and they are not struck out. */
  agreed: readonly string[];
  /** Actions that are done or given up. */
  settled: readonly string[];
  proposals: readonly ProposalView[];
};

let nextKey = 0;
const newKey = () => {
  nextKey += 1;
  return `action-${nextKey}`;
};

/** The actions of the plan. New ones have no id yet, so the rows carry keys of their own. */
export function ActionRows({ actions, posts, change, agreed, settled, proposals }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const [keys, setKeys] = useState<string[]>([]);
  const keyOf = (index: number) => actions[index]?.id ?? keys[index] ?? `row-${index}`;
  const isAgreed = ({ id }: ActionForm) => id !== null && agreed.includes(id);
  const isSettled = ({ id }: ActionForm) => id !== null && settled.includes(id);
  // What the card still lacks of an action leads to the first row that lacks it.
  const lacksFirst = (index: number, blank: (action: ActionForm) => boolean, id: string) =>
    actions.findIndex(blank) === index ? { id } : {};
  const set = (index: number, part: Partial<ActionForm>) =>
    change({ actions: actions.map((action, at) => (at === index ? { ...action, ...part } : action)) });
  const remove = (index: number) => {
    const before = actions;
    const keysBefore = keys;
    change({ actions: actions.filter((_, at) => at !== index) });
    setKeys(actions.map((_, at) => keyOf(at)).filter((_, at) => at !== index));
    toasts.undoable(t("card.actionRemoved"), () => {
      setKeys(keysBefore);
      change({ actions: before });
    });
  };
  return (
    <>
      {actions.map((action, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid row
        <div
          key={keyOf(index)}
          className={classes.actionRow}
          role="group"
          aria-label={t("card.actionNo", { no: index + 1 })}
        >
          <div>
            <Textarea
              label={`${index + 1}. ${t("fields.what")}`}
              autosize
              minRows={1}
              value={action.what}
              disabled={isSettled(action)}
              {...lacksFirst(index, ({ what }) => what.trim() === "", "field-action_what")}
              onChange={(event) => set(index, { what: event.currentTarget.value })}
              data-testid={`action-what-${index + 1}`}
            />
            <Checkbox
              mt={6}
              label={t("card.training")}
              checked={action.training}
              disabled={isSettled(action)}
              onChange={(event) => set(index, { training: event.currentTarget.checked })}
              data-testid={`action-training-${index + 1}`}
            />
          </div>
          <Select
            label={t("fields.owner")}
            data={posts.map(({ id, name }) => ({ value: id, label: name }))}
            value={action.owner}
            disabled={isSettled(action)}
            {...lacksFirst(index, ({ owner }) => owner === null, "field-action_owner")}
            searchable
            clearable
            clearButtonProps={{ "aria-label": t("common.clear") }}
            onChange={(owner) => set(index, { owner })}
          />
          <div>
            <DayInput
              label={t("fields.due_on")}
              value={action.dueOn}
              disabled={isAgreed(action)}
              description={isAgreed(action) ? t("life.agreedHint") : null}
              onChange={(dueOn) => set(index, { dueOn })}
              {...lacksFirst(index, ({ dueOn }) => dueOn === null, "field-action_due_on")}
              testId={`action-due-${index + 1}`}
            />
            {isAgreed(action) ? null : (
              <Proposals
                proposals={proposals}
                value={action.dueOn}
                label={`${t("card.actionNo", { no: index + 1 })}, ${t("fields.due_on")}`}
                onTake={(dueOn) => set(index, { dueOn })}
              />
            )}
          </div>
          <ActionIcon
            variant="subtle"
            color="gray"
            mt={26}
            size="lg"
            disabled={isAgreed(action)}
            aria-label={t("card.removeAction", { no: index + 1 })}
            onClick={() => remove(index)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Group mt="sm">
        <Button
          id="field-action"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            setKeys([...actions.map((_, at) => keyOf(at)), newKey()]);
            change({ actions: [...actions, { id: null, what: "", owner: null, dueOn: null, training: false }] });
          }}
          data-testid="add-action"
        >
          {t("card.addAction")}
        </Button>
      </Group>
    </>
  );
}

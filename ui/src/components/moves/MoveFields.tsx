import { Radio, Stack, Textarea } from "@mantine/core";
import { openFolder, useSession } from "@/components/useSession";
import { type Key, useWords } from "@/i18n/i18n";
import type { CaseView, Day, Move } from "@/ipc/bindings";
import { DayInput } from "@/ui/DayInput";
import { CasePicker } from "./CasePicker";
import type { FieldName } from "./descriptor";
import { ApprovedField, OwnerField } from "./PostFields";
import { isBlankValue, type MoveValues, type useMoveValues } from "./values";

type Props = {
  view: CaseView;
  move: Move;
  fields: readonly FieldName[];
  needs: readonly FieldName[];
  /** It was tried to send: what is missing is said now. */
  tried: boolean;
  kept: Pick<ReturnType<typeof useMoveValues>, "values" | "change">;
  today: Day;
};

type TextName = "reason" | "note" | "seen" | "data" | "earlyReason" | "risksUpdated" | "qmsChange";

const TEXTS: Record<TextName, { label: Key; hint?: Key; lines: number; testId: string }> = {
  reason: { label: "moves.reason", hint: "card.reasonHint", lines: 2, testId: "move-reason" },
  note: { label: "moves.note", hint: "moves.noteHint", lines: 2, testId: "move-note" },
  seen: { label: "fields.verified_seen", hint: "moves.seenHint", lines: 3, testId: "move-seen" },
  data: { label: "fields.review_data", hint: "moves.dataHint", lines: 3, testId: "move-data" },
  earlyReason: { label: "moves.earlyReason", lines: 2, testId: "move-early-reason" },
  risksUpdated: { label: "moves.risksUpdated", hint: "moves.risksHint", lines: 2, testId: "move-risks" },
  qmsChange: { label: "moves.qmsChange", hint: "moves.qmsHint", lines: 2, testId: "move-qms" },
};

const ONLY_2015: ReadonlySet<FieldName> = new Set<FieldName>(["risksUpdated", "qmsChange"]);

/** The fields that a move asks for, in its own order. What only the 2015 edition asks for folds away under the 2008 one. */
export function MoveFields(props: Props) {
  const { t } = useWords();
  const newer = openFolder(useSession())?.edition === "2015";
  const shown = props.fields.filter((name) => newer || !ONLY_2015.has(name));
  const folded = props.fields.filter((name) => !newer && ONLY_2015.has(name));
  return (
    <>
      {shown.map((name, index) => (
        <Field key={name} {...props} name={name} first={index === 0} />
      ))}
      {folded.length === 0 ? null : (
        <details>
          <summary>{t("moves.only2015")}</summary>
          <Stack gap="md" mt="sm">
            {folded.map((name) => (
              <Field key={name} {...props} name={name} first={false} />
            ))}
          </Stack>
        </details>
      )}
    </>
  );
}

function Field(props: Props & { name: FieldName; first: boolean }) {
  const { name, first, needs, tried, kept, move, view } = props;
  const { t } = useWords();
  const { values, change } = kept;
  const needed = needs.includes(name);
  const error = tried && needed && isBlankValue(values, name) ? t("common.required") : undefined;
  const focus = first ? { "data-autofocus": true } : {};
  switch (name) {
    case "doneOn":
      return (
        <DayInput
          label={t("fields.done_on")}
          value={values.doneOn}
          onChange={(doneOn) => change({ doneOn })}
          testId="move-done-on"
        />
      );
    case "dueOn":
      return (
        <DayInput
          label={t("card.newDue")}
          value={values.dueOn}
          onChange={(dueOn) => change({ dueOn })}
          required
          error={error}
          testId="move-due-date"
        />
      );
    case "result":
      return (
        <Radio.Group
          label={t("moves.result")}
          value={values.result}
          onChange={(result) => change({ result: result as MoveValues["result"] })}
        >
          <Stack gap={6} mt={6}>
            <Radio value="partly" label={t("card.verifyPartly")} {...focus} />
            <Radio value="no" label={t("card.verifyNo")} />
          </Stack>
        </Radio.Group>
      );
    case "owner":
      return <OwnerField value={values.owner} error={error} onChange={(owner) => change({ owner })} />;
    case "to":
      return move === "link" ? (
        <CasePicker except={view.id} value={values.to} error={error} onChange={(to) => change({ to })} />
      ) : null;
    case "approved":
      return <ApprovedField {...props} />;
    default: {
      const { label, hint, lines, testId } = TEXTS[name];
      return (
        <Textarea
          label={t(label)}
          description={hint === undefined ? undefined : t(hint)}
          required={needed}
          autosize
          minRows={lines}
          value={values[name]}
          onChange={(event) => change({ [name]: event.currentTarget.value })}
          error={error === undefined || name !== "reason" ? error : t("moves.reasonNeeded")}
          data-testid={testId}
          {...focus}
        />
      );
    }
  }
}

import { memo } from "react";
import { useWords } from "@/i18n/i18n";
import type { CaseForm, CaseView, Choices, ProposalView } from "@/ipc/bindings";
import classes from "../case.module.css";
import { ActionRows } from "./ActionRows";
import { DayField, type FormChange, TextField } from "./fields";

type Props = {
  form: CaseForm;
  change: FormChange;
  choices: Choices;
  /** The card that is written on; null while the register does not know it. */
  view: CaseView | null;
  /** The case's own date stands elsewhere, among what is asked for first. */
  rest?: boolean;
};

const NO_IDS: string[] = [];

export function proposalsFor(view: CaseView | null, field: ProposalView["field"]): ProposalView[] {
  return view?.life.proposals.filter((proposal) => proposal.field === field) ?? [];
}

/** What will be done, by whom and until when, and how it will be seen whether it helped. */
export const PlanFields = memo(function PlanFields({ form, change, choices, view, rest }: Props) {
  const settled = view?.actions.filter(({ doneOn, cancelledReason }) => doneOn !== null || cancelledReason !== null);
  return (
    <>
      <div className={classes.formGrid}>
        {rest ? null : <TargetField form={form} change={change} view={view} />}
        <TextField
          name="expectedEffect"
          label="fields.expected_effect"
          value={form.expectedEffect}
          change={change}
          lines={2}
          full
        />
      </div>
      <ActionRows
        actions={form.actions}
        posts={choices.posts}
        change={change}
        agreed={view?.life.agreedActions ?? NO_IDS}
        settled={settled?.map(({ id }) => id) ?? NO_IDS}
        proposals={proposalsFor(view, "action_due_on")}
      />
      <div className={classes.formGrid}>
        <TextField
          name="criterion"
          label="fields.criterion"
          id="field-criterion"
          value={form.criterion}
          change={change}
          lines={2}
          full
        />
        <DayField
          name="reviewDueOn"
          label="fields.review_due_on"
          id="field-review_due_on"
          value={form.reviewDueOn}
          change={change}
          proposals={proposalsFor(view, "review_due_on")}
        />
      </div>
    </>
  );
});

export function TargetField({ form, change, view }: Pick<Props, "form" | "change" | "view">) {
  const { t } = useWords();
  const agreed = view !== null && view.row.status !== "draft" && view.originalTargetOn !== null;
  return (
    <DayField
      name="targetOn"
      label="fields.target_on"
      id="field-due_on"
      value={form.targetOn}
      change={change}
      mark
      locked={agreed ? t("life.agreedHint") : null}
      proposals={proposalsFor(view, "target_on")}
    />
  );
}

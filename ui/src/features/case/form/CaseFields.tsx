import { Stack, Text } from "@mantine/core";
import { useCallback, useRef } from "react";
import { Loading } from "@/components/Loading";
import { useWords } from "@/i18n/i18n";
import type { CaseForm, CaseView, Choices } from "@/ipc/bindings";
import { useAsk } from "@/ipc/queries";
import { Panel } from "@/ui/Panel";
import classes from "../case.module.css";
import { CauseFields } from "./CauseFields";
import { ExternalFields, isExternal } from "./ExternalFields";
import type { FormChange } from "./fields";
import { PlanFields, TargetField } from "./PlanFields";
import { KindField, OwnerField, ReportFields, TitleField } from "./ReportFields";
import { CorrectionFields, FindingFields, StatementField } from "./TextFields";

type Props = {
  form: CaseForm;
  onChange: (part: Partial<CaseForm>) => void;
  view: CaseView | null;
  /** A new card: what is needed comes first, everything else folds away. */
  quick?: boolean;
};

/** All of a draft, in the order of the paper form. */
export function CaseFields({ form, onChange, view, quick = false }: Props) {
  const { t } = useWords();
  const choices = useAsk("choices", null).data;
  const change = useSteady(onChange);
  if (choices === undefined) return <Loading />;
  const rest = <RestFields form={form} change={change} choices={choices} view={view} quick={quick} />;
  return (
    <Stack gap={12}>
      <Text size="sm" c="dimmed" aria-hidden>
        * {t("card.requiredToRegister")}
      </Text>
      {quick ? (
        <>
          <Panel title={t("card.sectionFirst")}>
            <div className={classes.formGrid}>
              <TitleField form={form} change={change} />
              <StatementField form={form} change={change} />
              <OwnerField form={form} change={change} choices={choices} />
              <TargetField form={form} change={change} view={view} />
              <KindField form={form} change={change} />
            </div>
          </Panel>
          <details className={classes.fold}>
            <summary data-testid="rest-fields">{t("card.restFields")}</summary>
            {rest}
          </details>
        </>
      ) : (
        rest
      )}
    </Stack>
  );
}

/** One callback for the life of the form, so that a key in one field leaves the other thirty alone. */
export function useSteady(onChange: (part: Partial<CaseForm>) => void): FormChange {
  const latest = useRef(onChange);
  latest.current = onChange;
  return useCallback<FormChange>((part) => latest.current(part), []);
}

type RestProps = { form: CaseForm; change: FormChange; choices: Choices; view: CaseView | null; quick: boolean };

function RestFields({ form, change, choices, view, quick }: RestProps) {
  const { t } = useWords();
  return (
    <Stack gap={12}>
      <Panel title={t("card.sectionReport")}>
        <ReportFields form={form} change={change} choices={choices} numbered={quick} rest={quick} />
      </Panel>
      <Panel title={t("card.sectionFinding")}>
        <FindingFields form={form} change={change} rest={quick} />
      </Panel>
      <Panel title={t("card.sectionCorrection")}>
        <CorrectionFields form={form} change={change} />
      </Panel>
      <Panel title={t("card.sectionCause")}>
        <CauseFields form={form} change={change} />
      </Panel>
      <Panel title={t("card.sectionPlan")}>
        <PlanFields form={form} change={change} choices={choices} view={view} rest={quick} />
      </Panel>
      {isExternal(form) ? (
        <Panel title={t("card.sectionExternal")}>
          <ExternalFields form={form} change={change} />
        </Panel>
      ) : null}
    </Stack>
  );
}

import { Stack } from "@mantine/core";
import type { CaseForm, CaseView, Choices } from "@/ipc/bindings";
import { Radar } from "../radar/Radar";
import { CauseFields } from "./CauseFields";
import { ExternalFields } from "./ExternalFields";
import type { FormChange } from "./fields";
import { PlanFields } from "./PlanFields";
import type { WrittenPart } from "./parts";
import { ReportFields } from "./ReportFields";
import { CorrectionFields, FindingFields } from "./TextFields";

type Props = {
  part: WrittenPart;
  form: CaseForm;
  change: FormChange;
  choices: Choices;
  view: CaseView;
  onLinked: () => void;
};

/** The fields of one part of a registered card. */
export function PartFields({ part, form, change, choices, view, onLinked }: Props) {
  switch (part) {
    case "report":
      return (
        <Stack gap="md">
          <ReportFields form={form} change={change} choices={choices} numbered />
          <FindingFields form={form} change={change} />
          <Radar form={form} view={view} onLinked={onLinked} />
        </Stack>
      );
    case "correction":
      return <CorrectionFields form={form} change={change} />;
    case "cause":
      return <CauseFields form={form} change={change} />;
    case "plan":
      return <PlanFields form={form} change={change} choices={choices} view={view} />;
    case "external":
      return <ExternalFields form={form} change={change} />;
  }
}

import { useWords } from "@/i18n/i18n";
import type { CaseView } from "@/ipc/bindings";
import { Panel } from "@/ui/Panel";
import { FiveWhyPicture } from "./cause/FiveWhyPicture";
import { IshikawaPicture } from "./cause/IshikawaPicture";
import { DayFact, Fact, Facts } from "./Facts";
import { PartPanel, type WritingProps } from "./PartPanel";

type Props = { view: CaseView };
type WrittenProps = Props & WritingProps;

export function ReportSection({ view, ...written }: WrittenProps) {
  const { t } = useWords();
  const { row, process, department, clause2008, clause2015 } = view;
  return (
    <PartPanel view={view} part="report" title="card.sectionReport" {...written}>
      <Facts>
        <DayFact name="fields.reported_on" day={view.reportedOn} />
        <Fact name="fields.reported_by" value={view.reportedBy} />
        <DayFact name="fields.registered_on" day={row.registeredOn} />
        <Fact name="fields.source" value={row.source === null ? null : t(`sources.${row.source}`)} />
        <Fact name="fields.source_document" value={view.sourceDocument} />
        <Fact name="fields.file_reference" value={view.fileReference} />
        <Fact name="fields.process" value={process === null ? null : `${process.code} ${process.name}`} />
        <Fact name="fields.department" value={department === null ? null : `${department.code} – ${department.name}`} />
        <Fact name="fields.owner" value={view.owner?.name} />
        <Fact name="fields.clause_2008" value={clause2008 === null ? null : `${clause2008.no} ${clause2008.name}`} />
        <Fact name="fields.clause_2015" value={clause2015 === null ? null : `${clause2015.no} ${clause2015.name}`} />
        <Fact name="fields.grade" value={row.grade === null ? null : t(`grades.${row.grade}`)} />
      </Facts>
    </PartPanel>
  );
}

export function FindingSection({ view }: Props) {
  const { t } = useWords();
  return (
    <Panel title={t("card.sectionFinding")}>
      <Facts>
        <Fact name="fields.evidence" value={view.evidence} wide />
        <Fact name="fields.requirement" value={view.requirement} wide />
        <Fact name="fields.statement" value={view.statement} wide />
      </Facts>
    </Panel>
  );
}

export function CorrectionSection({ view, ...written }: WrittenProps) {
  return (
    <PartPanel view={view} part="correction" title="card.sectionCorrection" {...written}>
      <Facts>
        <Fact name="fields.correction_what" value={view.correction.what} wide />
        <DayFact name="fields.correction_done_on" day={view.correction.doneOn} />
        <Fact name="fields.correction_consequences" value={view.correction.consequences} wide />
      </Facts>
    </PartPanel>
  );
}

export function CauseSection({ view, ...written }: WrittenProps) {
  const { t } = useWords();
  const { cause } = view;
  const { fiveWhy, ishikawa } = cause;
  return (
    <PartPanel view={view} part="cause" title="card.sectionCause" {...written}>
      <Facts>
        <Fact name="fields.cause_method" value={cause.method === null ? null : t(`causeMethods.${cause.method}`)} />
        {cause.analysis === "" && cause.method !== "other" ? null : (
          <Fact name="fields.cause_analysis" value={cause.analysis} wide />
        )}
      </Facts>
      {fiveWhy.arose.length + fiveWhy.undetected.length === 0 ? null : (
        <FiveWhyPicture value={fiveWhy} root={cause.root} />
      )}
      {ishikawa.bones.length === 0 ? null : <IshikawaPicture value={ishikawa} root={cause.root} />}
      <Facts>
        <Fact name="fields.cause_root" value={cause.root} wide />
        <Fact name="fields.cause_similar" value={cause.similar} wide />
      </Facts>
    </PartPanel>
  );
}

export function ExternalSection({ view, ...written }: WrittenProps) {
  const { external } = view;
  if (external === null && view.row.source !== "EXT_AUDIT") return null;
  return (
    <PartPanel view={view} part="external" title="card.sectionExternal" {...written}>
      <Facts>
        <Fact name="life.audit" value={external?.audit} />
        <DayFact name="fields.answer_due_on" day={external?.answerDueOn ?? null} />
        <DayFact name="fields.answer_sent_on" day={external?.answerSentOn ?? null} />
        <DayFact name="fields.accepted_on" day={external?.acceptedOn ?? null} />
      </Facts>
    </PartPanel>
  );
}

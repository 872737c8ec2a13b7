import { CaseLink } from "@/components/CaseLink";
import { useWords } from "@/i18n/i18n";
import type { CaseView, LinkView } from "@/ipc/bindings";
import { Panel } from "@/ui/Panel";
import classes from "./case.module.css";
import { DayFact, Fact, Facts } from "./Facts";

type Props = { view: CaseView };

export function ReportSection({ view }: Props) {
  const { t } = useWords();
  const { row, process, department, clause2008, clause2015 } = view;
  return (
    <Panel title={t("card.sectionReport")}>
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
    </Panel>
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

export function CorrectionSection({ view }: Props) {
  const { t } = useWords();
  return (
    <Panel title={t("card.sectionCorrection")}>
      <Facts>
        <Fact name="fields.correction_what" value={view.correction.what} wide />
        <DayFact name="fields.correction_done_on" day={view.correction.doneOn} />
        <Fact name="fields.correction_consequences" value={view.correction.consequences} wide />
      </Facts>
    </Panel>
  );
}

export function CauseSection({ view }: Props) {
  const { t } = useWords();
  const { cause } = view;
  return (
    <Panel title={t("card.sectionCause")}>
      <Facts>
        <Fact name="fields.cause_method" value={cause.method === null ? null : t(`causeMethods.${cause.method}`)} />
        <Fact name="fields.cause_analysis" value={cause.analysis} wide />
        <Fact name="fields.cause_root" value={cause.root} wide />
        <Fact name="fields.cause_similar" value={cause.similar} wide />
      </Facts>
    </Panel>
  );
}

const RESULTS = { yes: "card.verifyYes", partly: "card.verifyPartly", no: "card.verifyNo" } as const;

export function VerifySection({ view }: Props) {
  const { t } = useWords();
  const { verification } = view;
  return (
    <Panel title={t("card.sectionVerify")}>
      {verification === null ? (
        <span className={classes.blank}>{t("card.notFilled")}</span>
      ) : (
        <Facts>
          <Fact name="fields.result" value={t(RESULTS[verification.result])} />
          <DayFact name="fields.verified_on" day={verification.on} />
          <Fact name="fields.verified_by" value={verification.by} />
          <Fact name="fields.verified_seen" value={verification.seen} wide />
        </Facts>
      )}
    </Panel>
  );
}

export function JudgeSection({ view }: Props) {
  const { t } = useWords();
  const { effectiveness } = view;
  const result = effectiveness.result === null ? null : t(`card.${effectiveness.result}`);
  return (
    <Panel title={t("card.sectionJudge")}>
      <Facts>
        <Fact name="fields.criterion" value={effectiveness.criterion} wide />
        <DayFact name="fields.review_due_on" day={effectiveness.dueOn} />
        <Fact name="fields.result" value={result} />
        <DayFact name="fields.review_on" day={effectiveness.on} />
        <Fact name="fields.review_by" value={effectiveness.by} />
        <Fact name="fields.review_data" value={effectiveness.data} wide />
      </Facts>
    </Panel>
  );
}

export function CloseSection({ view }: Props) {
  const { t } = useWords();
  const { closure, noAction, external, remarks } = view;
  return (
    <Panel title={t("card.sectionClose")}>
      <Facts>
        {external === null ? null : (
          <>
            <Fact name="fields.audit" value={external.audit} />
            <DayFact name="fields.answer_due_on" day={external.answerDueOn} />
            <DayFact name="fields.answer_sent_on" day={external.answerSentOn} />
            <DayFact name="fields.accepted_on" day={external.acceptedOn} />
          </>
        )}
        {noAction === null ? null : (
          <>
            <Fact name="fields.no_action" value={noAction.reason} wide />
            <Fact name="fields.decided_by" value={noAction.by} />
            <Fact name="fields.approved_by" value={noAction.approvedBy} />
          </>
        )}
        <DayFact name="fields.closed_on" day={closure?.on ?? null} />
        <Fact name="fields.closed_by" value={closure?.by} />
        <Fact name="fields.note" value={closure?.note} wide />
        <Fact name="fields.remarks" value={remarks} wide />
      </Facts>
    </Panel>
  );
}

const LINKS = {
  follow_up: { to: "card.linkFollowUpTo", from: "card.linkFollowUpFrom" },
  recurrence: { to: "card.linkRecurrenceTo", from: "card.linkRecurrenceFrom" },
} as const;

export function LinksSection({ links }: { links: LinkView[] }) {
  const { t } = useWords();
  if (links.length === 0) return null;
  return (
    <Panel title={t("card.sectionLinks")}>
      <ul className={classes.small}>
        {links.map(({ kind, direction, caseId, number, title }) => (
          <li key={`${kind}${direction}${caseId}`}>
            {t(LINKS[kind][direction])}: <CaseLink id={caseId} number={number} /> {title}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

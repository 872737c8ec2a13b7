import { type Key, useWords } from "@/i18n/i18n";
import type { CaseView } from "@/ipc/bindings";
import { Panel } from "@/ui/Panel";
import classes from "./case.module.css";
import { DayFact, Fact, Facts } from "./Facts";

type Props = { view: CaseView };

/** How a decision stands: on paper, or by somebody who also did the work. */
function useHow() {
  const { t } = useWords();
  return (document: string | null, byOwner: boolean) => {
    const paper = document === null ? "" : document === "" ? t("card.onPaperOnly") : t("card.onPaper", { document });
    return [paper, byOwner ? t("card.byOwner") : ""].filter((part) => part !== "").join(". ");
  };
}

/** A box that is shown only where something stands in it. */
function Given({ name, value }: { name: Key; value: string }) {
  return value === "" ? null : <Fact name={name} value={value} wide />;
}

function Note({ text }: { text: string }) {
  return text === "" ? null : <div className={`${classes.wide} ${classes.entryWhen}`}>{text}</div>;
}

const RESULTS = { yes: "card.verifyYes", partly: "card.verifyPartly", no: "card.verifyNo" } as const;

export function VerifySection({ view }: Props) {
  const { t } = useWords();
  const how = useHow();
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
          <Note text={how(verification.document, verification.byOwner)} />
        </Facts>
      )}
    </Panel>
  );
}

export function JudgeSection({ view }: Props) {
  const { t } = useWords();
  const how = useHow();
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
        <Given name="card.earlyReason" value={effectiveness.earlyReason} />
        <Given name="moves.risksUpdated" value={effectiveness.risksUpdated} />
        <Given name="moves.qmsChange" value={effectiveness.qmsChange} />
        <Note text={how(effectiveness.document, effectiveness.byOwner)} />
      </Facts>
    </Panel>
  );
}

export function CloseSection({ view }: Props) {
  const { t } = useWords();
  const { closure, noAction, remarks } = view;
  return (
    <Panel title={t("card.sectionClose")}>
      <Facts>
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

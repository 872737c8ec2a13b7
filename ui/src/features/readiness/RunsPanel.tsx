import { Button } from "@mantine/core";
import { useState } from "react";
import { DayText } from "@/components/DayText";
import { VerdictMark } from "@/components/ReadinessMarks";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { MayView, ReadinessView, RunRow, SignedView } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { formatDay } from "@/lib/dates";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import { PlainTable } from "@/ui/PlainTable";
import { CompareRuns } from "./CompareRuns";
import classes from "./readiness.module.css";
import { type Signing, SignRunDialog } from "./SignRunDialog";

/** The runs that were kept: signed, compared, or discarded while nobody signed them. */
export function RunsPanel({ view: { runs, mayConfirm } }: { view: ReadinessView }) {
  const { t } = useWords();
  const [signing, setSigning] = useState<Signing | null>(null);
  const [compared, setCompared] = useState<string | null>(null);
  const then = runs.find(({ id }) => id === compared) ?? null;
  return (
    <Panel title={t("readiness.runs")} testId="readiness-runs">
      {runs.length === 0 ? (
        <EmptyState>{t("readiness.runsEmpty")}</EmptyState>
      ) : (
        <PlainTable
          label={t("readiness.runsTable")}
          head={[
            t("readiness.runOn"),
            t("readiness.runAudit"),
            t("readiness.runVerdict"),
            t("readiness.score"),
            t("readiness.representative"),
            t("readiness.coordinator"),
            <span key="actions" className="visually-hidden">
              {t("readiness.runActions")}
            </span>,
          ]}
        >
          {runs.map((run) => (
            <RunLine
              key={run.id}
              run={run}
              mayDiscard={mayConfirm.allowed}
              onSign={setSigning}
              onCompare={() => setCompared(run.id)}
            />
          ))}
        </PlainTable>
      )}
      {then === null ? null : <CompareRuns key={then.id} then={then} runs={runs} onClose={() => setCompared(null)} />}
      {signing === null ? null : <SignRunDialog signing={signing} onClose={() => setSigning(null)} />}
    </Panel>
  );
}

type LineProps = { run: RunRow; mayDiscard: boolean; onSign: (signing: Signing) => void; onCompare: () => void };

function RunLine({ run, mayDiscard, onSign, onCompare }: LineProps) {
  const { t, lang } = useWords();
  const toasts = useToasts();
  const discard = useTell("discard_run");
  const day = formatDay(run.on, lang);
  const unsigned = run.representative === null && run.coordinator === null;
  const sign = (as: Signing["as"], may: MayView) => onSign({ run, as, may });
  return (
    <tr data-testid={`run-${run.on}`}>
      <th scope="row" className={classes.runOn}>
        <DayText day={run.on} />
        <div className={classes.quiet}>{run.by}</div>
      </th>
      <td>
        <DayText day={run.auditOn} />
      </td>
      <td>
        <VerdictMark verdict={run.verdict} />
      </td>
      <td className="tabular">{run.score}</td>
      <td>
        <Signature
          signed={run.representative}
          may={run.maySignRepresentative}
          label={t("readiness.signNamed", { as: t("readiness.representative"), day })}
          testId="sign-representative"
          onSign={() => sign("representative", run.maySignRepresentative)}
        />
      </td>
      <td>
        <Signature
          signed={run.coordinator}
          may={run.maySignCoordinator}
          label={t("readiness.signNamed", { as: t("readiness.coordinator"), day })}
          testId="sign-coordinator"
          onSign={() => sign("coordinator", run.maySignCoordinator)}
        />
      </td>
      <td>
        <div className={classes.actions}>
          <Button
            size="xs"
            variant="default"
            onClick={onCompare}
            aria-label={`${t("readiness.compare")}: ${day}`}
            data-testid={`compare-${run.on}`}
          >
            {t("readiness.compare")}
          </Button>
          {unsigned && mayDiscard ? (
            <ConfirmButton
              size="xs"
              variant="subtle"
              loading={discard.isPending}
              title={t("readiness.discardTitle")}
              question={t("readiness.discardQuestion", { day })}
              confirm={t("readiness.discard")}
              onConfirm={() =>
                discard.mutate(
                  { id: run.id, revision: run.revision },
                  { onSuccess: () => toasts.said(t("readiness.discarded")), onError: toasts.failed },
                )
              }
              testId={`discard-${run.on}`}
            >
              {t("readiness.discard")}
            </ConfirmButton>
          ) : null}
        </div>
      </td>
    </tr>
  );
}

type SignatureProps = {
  signed: SignedView | null;
  may: MayView;
  label: string;
  testId: string;
  onSign: () => void;
};

/** Who signed and when; otherwise the button, or that the signature is missing. */
function Signature({ signed, may, label, testId, onSign }: SignatureProps) {
  const { t } = useWords();
  if (signed !== null) {
    return (
      <>
        {signed.by}
        <div className={classes.quiet}>
          <DayText day={signed.on} />
        </div>
      </>
    );
  }
  if (!may.allowed) return <span className={classes.quiet}>{t("readiness.notSigned")}</span>;
  return (
    <Button size="xs" variant="default" onClick={onSign} aria-label={label} data-testid={testId}>
      {t("readiness.sign")}
    </Button>
  );
}

import { Button, Select } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { ChooseFile } from "@/components/importing/ChooseFile";
import { Problems } from "@/components/importing/Problems";
import { TotalsList } from "@/components/importing/TotalsList";
import { LongWork } from "@/components/LongWork";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { KeptImportPlan, KeptKind } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { Panel } from "@/ui/Panel";
import { PlainTable } from "@/ui/PlainTable";
import classes from "./registers.module.css";

export type ImportedKind = Extract<KeptKind, "complaint" | "objective" | "survey" | "review">;

/** A small register from a spreadsheet: choose, look at the plan, then let it in. */
export function KeptImport({ kind, onClose }: { kind: ImportedKind; onClose: () => void }) {
  const { t } = useWords();
  const toasts = useToasts();
  const plan = useTell("plan_kept_import");
  const run = useTell("run_kept_import");
  const [path, setPath] = useState<string | null>(null);
  const back = useRef<HTMLButtonElement>(null);
  // It took the place of the list, and of the button that had the focus.
  useEffect(() => back.current?.focus(), []);
  const read = (chosen: string, sheet: string | null) => {
    run.reset();
    setPath(chosen);
    plan.mutate({ kind, path: chosen, sheet });
  };
  const write = ({ token, fresh, changed }: KeptImportPlan) =>
    run.mutateAsync({ token }).then(
      () => {
        toasts.said(t("registers.imported", { fresh, changed }));
        onClose();
      },
      () => undefined,
    );
  const again = () => {
    plan.reset();
    run.reset();
    setPath(null);
  };
  const made = plan.data;
  return (
    <div className={classes.page}>
      <div className={classes.bar}>
        <Button ref={back} variant="default" onClick={onClose} data-testid="leave-import">
          {t("registers.backToList")}
        </Button>
        {path === null ? null : (
          <Button variant="default" onClick={again}>
            {t("import.pickOther")}
          </Button>
        )}
      </div>
      {path === null ? (
        <ChooseFile
          title={t(`registers.import_${kind}`)}
          intro={t("registers.importIntro")}
          hint={t("import.formats")}
          onChosen={(chosen) => read(chosen, null)}
        />
      ) : null}
      {plan.isPending ? <LongWork text={t("import.reading")} /> : null}
      <ErrorNote error={plan.error} />
      {made === undefined || path === null ? null : (
        <KeptPlan
          plan={made}
          busy={plan.isPending || run.isPending}
          onSheet={(sheet) => read(path, sheet)}
          onRun={() => void write(made)}
        />
      )}
      {run.isPending ? <LongWork text={t("registers.writing")} /> : null}
      <ErrorNote error={run.error} />
    </div>
  );
}

type PlanProps = { plan: KeptImportPlan; busy: boolean; onSheet: (sheet: string) => void; onRun: () => void };

/** What would happen, before anything does. */
function KeptPlan({ plan, busy, onSheet, onRun }: PlanProps) {
  const { t, has } = useWords();
  const { total, fresh, changed, unchanged } = plan;
  const nothing = fresh + changed === 0;
  // Several rows may make one record, so what was refused cannot be reckoned from the others.
  const refused = plan.rows.filter(({ outcome }) => outcome === "refused").length;
  const wordsOf = (kind: string) => {
    const key = `registers.problem_${kind}`;
    return has(key) ? t(key) : null;
  };
  return (
    <>
      <Panel title={t("import.totals")} testId="import-plan">
        <p className={classes.muted}>{t("import.file", { file: plan.file })}</p>
        <TotalsList
          totals={[
            { part: "rows", count: total, label: t("import.totalRows") },
            { part: "new", count: fresh, label: t("registers.totalNew") },
            { part: "changed", count: changed, label: t("import.totalChanged") },
            { part: "unchanged", count: unchanged, label: t("import.totalUnchanged") },
            ...(refused === 0 ? [] : [{ part: "refused", count: refused, label: t("registers.totalRefused") }]),
            { part: "remarks", count: plan.problems.length, label: t("registers.totalRemarks") },
          ]}
        />
        <div className={classes.bar} style={{ marginTop: 14 }}>
          {plan.sheets.length > 1 ? (
            <Select
              label={t("import.sheet")}
              data={plan.sheets}
              value={plan.sheet}
              allowDeselect={false}
              disabled={busy}
              onChange={(sheet) => sheet !== null && onSheet(sheet)}
            />
          ) : null}
          <Button onClick={onRun} disabled={busy || nothing} data-testid="run-import">
            {t("import.run")}
          </Button>
          {nothing ? <p>{t("registers.importNothing")}</p> : null}
        </div>
      </Panel>
      <Panel title={`${t("import.problems")} (${plan.problems.length})`} testId="import-problems">
        <Problems problems={plan.problems} total={plan.problems.length} wordsOf={wordsOf} />
      </Panel>
      <Panel title={t("import.preview")}>
        <PlainTable label={t("import.preview")} head={[t("import.previewRow"), t("import.outcome"), ...plan.headers]}>
          {plan.rows.map(({ row, outcome, cells }) => (
            <tr key={row}>
              <td className="tabular">{row}</td>
              <td>{t(`registers.outcome_${outcome}`)}</td>
              {plan.headers.map((header, column) => (
                <td key={`${column}-${header}`}>{cells[column]}</td>
              ))}
            </tr>
          ))}
        </PlainTable>
      </Panel>
    </>
  );
}

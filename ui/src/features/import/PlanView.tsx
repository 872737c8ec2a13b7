import { Button, Select } from "@mantine/core";
import { Problems } from "@/components/importing/Problems";
import { useWords } from "@/i18n/i18n";
import type { ImportField, ImportPlan, PlanImport } from "@/ipc/bindings";
import { Panel } from "@/ui/Panel";
import { ColumnsTable } from "./ColumnsTable";
import classes from "./import.module.css";
import { RowsTable } from "./RowsTable";
import { Totals } from "./Totals";

type Props = {
  plan: ImportPlan;
  busy: boolean;
  onReplan: (sheet: string, mapping: PlanImport["mapping"]) => void;
  onRun: () => void;
};

/** What would happen, before anything does. Changing the sheet or a column makes a new plan. */
export function PlanView({ plan, busy, onReplan, onRun }: Props) {
  const { t } = useWords();
  const { totals } = plan;
  const nothing = totals.new + totals.changed + totals.drafts === 0;
  const remap = (column: number, field: ImportField | null) =>
    onReplan(
      plan.sheet,
      plan.columns.map((known) => ({ column: known.column, field: known.column === column ? field : known.field })),
    );
  return (
    <>
      <Panel title={t("import.totals")} testId="import-plan">
        <p className={classes.muted}>
          {t("import.file", { file: plan.file })} · {t("import.headerRow", { row: plan.headerRow })}
        </p>
        <Totals totals={totals} />
        <div className={classes.bar} style={{ marginTop: 14 }}>
          {plan.sheets.length > 1 ? (
            <Select
              label={t("import.sheet")}
              data={plan.sheets}
              value={plan.sheet}
              allowDeselect={false}
              disabled={busy}
              onChange={(sheet) => sheet !== null && onReplan(sheet, null)}
            />
          ) : null}
          <Button
            onClick={onRun}
            disabled={busy || nothing}
            mt={plan.sheets.length > 1 ? 24 : 0}
            data-testid="run-import"
          >
            {t("import.run")}
          </Button>
          {nothing ? <span>{t("import.nothing")}</span> : null}
        </div>
        <Names title={t("import.newDepartments")} names={plan.newDepartments} />
        <Names title={t("import.newPosts")} names={plan.newPosts} />
      </Panel>
      <Panel title={`${t("import.problems")} (${plan.problemsTotal})`} testId="import-problems">
        <Problems problems={plan.problems} total={plan.problemsTotal} />
      </Panel>
      <Panel title={t("import.columns")}>
        <ColumnsTable columns={plan.columns} disabled={busy} onChange={remap} />
      </Panel>
      <Panel title={t("import.preview")}>
        <RowsTable rows={plan.rows} total={totals.rows} />
      </Panel>
    </>
  );
}

function Names({ title, names }: { title: string; names: string[] }) {
  if (names.length === 0) return null;
  return (
    <p>
      <span className={classes.muted}>{title}:</span> {names.join(", ")}
    </p>
  );
}

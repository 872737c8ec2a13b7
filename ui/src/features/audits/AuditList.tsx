import { Button, Group, Select } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { CaseLink } from "@/components/CaseLink";
import { DayText } from "@/components/DayText";
import { useWords } from "@/i18n/i18n";
import type { AuditKind, AuditRow, AuditsView } from "@/ipc/bindings";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import { PlainTable } from "@/ui/PlainTable";
import { AuditFormDialog } from "./AuditForm";
import { KINDS, newAudit } from "./auditDraft";
import classes from "./audits.module.css";

type Props = { view: AuditsView; year: number | null; onYear: (year: number | null) => void };

/** The audits of all years, the newest first. */
export function AuditList({ view, year, onYear }: Props) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [kind, setKind] = useState<AuditKind | null>(null);
  const [planning, setPlanning] = useState(false);
  const clear = { "aria-label": t("common.clear") };
  const rows = view.audits.filter(
    (row) => (kind === null || row.kind === kind) && (year === null || row.startsOn.startsWith(`${year}-`)),
  );
  const plan = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      disabled={!view.mayAudit.allowed && !view.mayCertify.allowed}
      onClick={() => setPlanning(true)}
      data-testid="plan-audit"
    >
      {t("audits.plan")}
    </Button>
  );
  return (
    <Panel title={t("audits.all")} actions={view.audits.length === 0 ? null : plan} testId="audit-list">
      {view.audits.length === 0 ? (
        <EmptyState action={plan}>{t("audits.listEmpty")}</EmptyState>
      ) : (
        <>
          <Group mb="sm" align="end">
            <Select
              label={t("audits.year")}
              placeholder={t("audits.allYears")}
              data={view.years.map(String)}
              value={year === null ? null : String(year)}
              onChange={(chosen) => onYear(chosen === null ? null : Number(chosen))}
              clearable
              clearButtonProps={clear}
              w={140}
              data-testid="audits-year"
            />
            <Select
              label={t("audits.kind")}
              placeholder={t("audits.allKinds")}
              data={KINDS.map((one) => ({ value: one, label: t(`auditKinds.${one}`) }))}
              value={kind}
              onChange={(chosen) => setKind(chosen as AuditKind | null)}
              clearable
              clearButtonProps={clear}
              w={240}
              data-testid="audits-kind"
            />
          </Group>
          <AuditTable rows={rows} />
        </>
      )}
      {planning ? (
        <AuditFormDialog
          start={newAudit(view.mayAudit.allowed ? {} : { kind: "surveillance_1" })}
          onClose={() => setPlanning(false)}
          onSaved={({ audit }) => void navigate({ to: "/audits/$id", params: { id: audit.id } })}
        />
      ) : null}
    </Panel>
  );
}

function AuditTable({ rows }: { rows: AuditRow[] }) {
  const { t } = useWords();
  if (rows.length === 0) return <EmptyState>{t("audits.noneMatch")}</EmptyState>;
  return (
    <PlainTable
      label={t("audits.all")}
      head={[
        t("audits.kind"),
        t("audits.dates"),
        t("audits.state"),
        t("audits.processesShort"),
        t("audits.lead"),
        t("audits.answers"),
        t("audits.findings"),
        t("audits.cases"),
      ]}
    >
      {rows.map((row, index) => (
        <Row key={row.id} row={row} no={index + 1} />
      ))}
    </PlainTable>
  );
}

function Row({ row, no }: { row: AuditRow; no: number }) {
  const { t } = useWords();
  return (
    <tr data-testid={`audit-row-${no}`}>
      <th scope="row">
        <Link to="/audits/$id" params={{ id: row.id }} data-testid={`audit-open-${no}`}>
          {t(`auditKinds.${row.kind}`)}
        </Link>
      </th>
      <td style={{ whiteSpace: "nowrap" }}>
        <DayText day={row.startsOn} />
        {row.endsOn === row.startsOn ? null : (
          <>
            {" – "}
            <DayText day={row.endsOn} />
          </>
        )}
      </td>
      <td>{t(row.held ? "audits.held" : "audits.planned")}</td>
      <td>{row.processes.length === 0 ? row.scope : row.processes.map(({ code }) => code).join(", ")}</td>
      <td>{row.lead}</td>
      <td className="tabular">
        {row.questions === 0
          ? null
          : t("audits.answered", { done: row.questions - row.unanswered, all: row.questions })}
      </td>
      <td>
        <Findings row={row} />
      </td>
      <td>
        <div className={classes.wrap}>
          {row.cases.map(({ id, number }) => (
            <CaseLink key={id} id={id} number={number} />
          ))}
        </div>
      </td>
    </tr>
  );
}

/** What an audit found, and where the answer to the certification body stands. */
function Findings({ row }: { row: AuditRow }) {
  const { t } = useWords();
  const { answerDueOn, answerSentOn, answerAcceptedOn } = row;
  return (
    <div>
      {row.questions > 0 ? <div>{t("audits.findingsFound", { count: row.findings })}</div> : null}
      {row.toRaise > 0 ? <div className={classes.warn}>{t("audits.toRaise", { count: row.toRaise })}</div> : null}
      {row.findingsInReport === null ? null : <div>{t("audits.inReport", { count: row.findingsInReport })}</div>}
      {answerAcceptedOn !== null ? (
        <div className={classes.ok}>
          {t("audits.answerAccepted")} <DayText day={answerAcceptedOn} />
        </div>
      ) : answerSentOn !== null ? (
        <div>
          {t("audits.answerSent")} <DayText day={answerSentOn} />
        </div>
      ) : answerDueOn !== null ? (
        <div className={classes.warn}>
          {t("audits.answerDue")} <DayText day={answerDueOn} />
        </div>
      ) : null}
    </div>
  );
}

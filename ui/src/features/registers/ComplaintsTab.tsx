import { Select } from "@mantine/core";
import { useState } from "react";
import { DayText } from "@/components/DayText";
import { useWords } from "@/i18n/i18n";
import type { ComplaintView, RegistersView } from "@/ipc/bindings";
import { EmptyState } from "@/ui/EmptyState";
import { PlainTable } from "@/ui/PlainTable";
import { CaseCell } from "./CaseCell";
import { ComplaintDialog } from "./ComplaintDialog";
import { ComplaintDue } from "./ComplaintDue";
import { KeptTab, type Tools } from "./KeptTab";
import { ActionsHead, RowActions } from "./RowActions";
import classes from "./registers.module.css";
import { useYear, YearFilter } from "./YearFilter";

const STATES = ["all", "open", "late", "lacks"] as const;
type State = (typeof STATES)[number];

const HOLDS: Record<State, (complaint: ComplaintView) => boolean> = {
  all: () => true,
  open: ({ form }) => form.answeredOn === null,
  late: ({ late }) => late,
  lacks: ({ lacksCase }) => lacksCase,
};

/** Complaints and motions with their statutory month. */
export function ComplaintsTab({ view }: { view: RegistersView }) {
  const { t } = useWords();
  const { complaints, cases, mayKeep } = view;
  const years = useYear(complaints.map(({ form }) => Number(form.receivedOn.slice(0, 4))));
  const [state, setState] = useState<State>("all");
  const shown = complaints.filter((one) => years.holds(Number(one.form.receivedOn.slice(0, 4))) && HOLDS[state](one));
  const may = mayKeep.allowed;
  return (
    <KeptTab
      tab="complaints"
      kind="complaint"
      records={complaints}
      may={may}
      list={(tools) => (
        <>
          <div className={classes.bar}>
            <YearFilter {...years} />
            <Select
              label={t("registers.state")}
              data={STATES.map((value) => ({ value, label: t(`registers.state_${value}`) }))}
              value={state}
              allowDeselect={false}
              onChange={(next) => setState(STATES.find((one) => one === next) ?? "all")}
              data-testid="complaint-state"
            />
            <p role="status">{t("registers.shown", { shown: shown.length, all: complaints.length })}</p>
          </div>
          {shown.length === 0 ? (
            <EmptyState>{t("registers.emptyFilter")}</EmptyState>
          ) : (
            <ComplaintsTable complaints={shown} may={may} tools={tools} />
          )}
        </>
      )}
      dialog={(record, onClose) => (
        <ComplaintDialog key={record?.id} complaint={record} cases={cases} may={may} onClose={onClose} />
      )}
    />
  );
}

type TableProps = {
  complaints: ComplaintView[];
  may: boolean;
  tools: Tools<ComplaintView>;
};

function ComplaintsTable({ complaints, may, tools }: TableProps) {
  const { t } = useWords();
  return (
    <PlainTable
      label={t("registers.tab_complaints")}
      head={[
        t("registers.reference"),
        t("registers.receivedOn"),
        t("registers.subject"),
        t("registers.answerDue"),
        t("registers.answeredOn"),
        t("registers.justified"),
        t("registers.case"),
        <ActionsHead key="edit" />,
      ]}
    >
      {complaints.map((complaint, index) => (
        <ComplaintRow
          key={complaint.id}
          complaint={complaint}
          no={index + 1}
          may={may}
          onEdit={() => tools.edit(complaint)}
          onRemove={() => tools.remove(complaint)}
        />
      ))}
    </PlainTable>
  );
}

type RowProps = { complaint: ComplaintView; no: number; may: boolean; onEdit: () => void; onRemove: () => void };

function ComplaintRow({ complaint, no, may, onEdit, onRemove }: RowProps) {
  const { t } = useWords();
  const { id, revision, form, departmentCode, processCode } = complaint;
  const name = form.reference === "" ? form.subject : form.reference;
  const place = [departmentCode, processCode].filter(Boolean).join(" · ");
  return (
    <tr data-testid={`complaint-row-${no}`}>
      <th scope="row" className={classes.nowrap}>
        {form.reference === "" ? t("registers.noReference") : form.reference}
        <span className={classes.small}>{t(`registers.kind_${form.kind}`)}</span>
      </th>
      <td>
        <DayText day={form.receivedOn} />
      </td>
      <td className={classes.subject}>
        {form.subject}
        {place === "" ? null : <span className={classes.small}>{place}</span>}
      </td>
      <td>
        <ComplaintDue complaint={complaint} />
      </td>
      <td>
        {form.answeredOn === null ? t("registers.notAnswered") : <DayText day={form.answeredOn} />}
        {form.decision === "" ? null : <span className={classes.small}>{form.decision}</span>}
      </td>
      <td>{t(`registers.justified_${form.justified ?? "unknown"}`)}</td>
      <td>
        <CaseCell
          kind="complaint"
          id={id}
          revision={revision}
          cases={complaint.case === null ? [] : [complaint.case]}
          reason={form.noCaseReason}
          lacks={complaint.lacksCase}
          lackWords={t("registers.lacks_complaint")}
          may={may}
          name={name}
        />
      </td>
      <td>
        <RowActions name={name} may={may} testId={`complaint-${no}`} onEdit={onEdit} onRemove={onRemove} />
      </td>
    </tr>
  );
}

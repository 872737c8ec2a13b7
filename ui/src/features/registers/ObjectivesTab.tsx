import { IconCircleCheck, IconCircleX, IconQuestionMark } from "@tabler/icons-react";
import { DayText } from "@/components/DayText";
import { useWords } from "@/i18n/i18n";
import type { ObjectiveView, RegistersView } from "@/ipc/bindings";
import { PlainTable } from "@/ui/PlainTable";
import { CaseCell } from "./CaseCell";
import { KeptTab, type Tools } from "./KeptTab";
import { ObjectiveDialog } from "./ObjectiveDialog";
import { ActionsHead, RowActions } from "./RowActions";
import classes from "./registers.module.css";
import { useYear, YearFilter } from "./YearFilter";

/** Quality objectives of the years, and how many were met. */
export function ObjectivesTab({ view }: { view: RegistersView }) {
  const { t } = useWords();
  const { objectives, cases, mayKeep } = view;
  const years = useYear(objectives.map(({ form }) => form.year));
  const shown = objectives.filter(({ form }) => years.holds(form.year));
  const count = (met: boolean | null) => shown.filter(({ form }) => form.met === met).length;
  const may = mayKeep.allowed;
  return (
    <KeptTab
      tab="objectives"
      kind="objective"
      records={objectives}
      may={may}
      list={(tools) => (
        <>
          <div className={classes.bar}>
            <YearFilter {...years} />
            <p role="status" data-testid="objectives-met">
              {t("registers.metOf", { met: count(true), all: shown.length, missed: count(false), open: count(null) })}
            </p>
          </div>
          <ObjectivesTable objectives={shown} may={may} tools={tools} />
        </>
      )}
      dialog={(record, onClose) => (
        <ObjectiveDialog key={record?.id} objective={record} cases={cases} may={may} onClose={onClose} />
      )}
    />
  );
}

type TableProps = {
  objectives: ObjectiveView[];
  may: boolean;
  tools: Tools<ObjectiveView>;
};

function ObjectivesTable({ objectives, may, tools }: TableProps) {
  const { t } = useWords();
  return (
    <PlainTable
      label={t("registers.tab_objectives")}
      head={[
        t("registers.year"),
        t("registers.objective"),
        t("registers.process"),
        t("registers.measure"),
        t("registers.baseline"),
        t("registers.target"),
        t("registers.result"),
        t("registers.met"),
        t("registers.approvedOn"),
        t("registers.reviewedOn"),
        t("registers.case"),
        <ActionsHead key="edit" />,
      ]}
    >
      {objectives.map((objective, index) => (
        <ObjectiveRow
          key={objective.id}
          objective={objective}
          no={index + 1}
          may={may}
          onEdit={() => tools.edit(objective)}
          onRemove={() => tools.remove(objective)}
        />
      ))}
    </PlainTable>
  );
}

type RowProps = { objective: ObjectiveView; no: number; may: boolean; onEdit: () => void; onRemove: () => void };

function ObjectiveRow({ objective, no, may, onEdit, onRemove }: RowProps) {
  const { t } = useWords();
  const { id, revision, form, processCode, ownerName } = objective;
  return (
    <tr data-testid={`objective-row-${no}`}>
      <td className="tabular">{form.year}</td>
      <th scope="row">
        {form.text}
        {ownerName === null ? null : <span className={classes.small}>{ownerName}</span>}
      </th>
      <td>{processCode}</td>
      <td>{form.measure}</td>
      <td>{form.baseline}</td>
      <td>{form.target}</td>
      <td>{form.result}</td>
      <td>
        <MetMark met={form.met} />
      </td>
      <td>{form.approvedOn === null ? t("registers.notApproved") : <DayText day={form.approvedOn} />}</td>
      <td>
        <DayText day={form.reviewedOn} />
      </td>
      <td>
        <CaseCell
          kind="objective"
          id={id}
          revision={revision}
          cases={objective.case === null ? [] : [objective.case]}
          reason={form.noCaseReason}
          lacks={objective.lacksCase}
          lackWords={t("registers.lacks_objective")}
          may={may}
          name={form.text}
        />
      </td>
      <td>
        <RowActions name={form.text} may={may} testId={`objective-${no}`} onEdit={onEdit} onRemove={onRemove} />
      </td>
    </tr>
  );
}

function MetMark({ met }: { met: boolean | null }) {
  const { t } = useWords();
  if (met === null) {
    return (
      <span className={`${classes.mark} ${classes.muted}`}>
        <IconQuestionMark size={16} aria-hidden />
        {t("registers.met_unknown")}
      </span>
    );
  }
  const Icon = met ? IconCircleCheck : IconCircleX;
  return (
    <span className={`${classes.mark} ${met ? classes.ok : classes.soon}`}>
      <Icon size={16} aria-hidden />
      {t(met ? "registers.met_yes" : "registers.met_no")}
    </span>
  );
}

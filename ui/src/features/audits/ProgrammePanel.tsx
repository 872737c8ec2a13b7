import { Button, Group, Select, Text } from "@mantine/core";
import { useState } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { AuditsView } from "@/ipc/bindings";
import { useAsk, useTell } from "@/ipc/queries";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import { AuditFormDialog } from "./AuditForm";
import { firstWeekday, newAudit } from "./auditDraft";
import { Legend } from "./marks";
import { PlaceBar } from "./PlaceBar";
import { ProgrammeApproval } from "./ProgrammeApproval";
import { type Place, ProgrammeGrid } from "./ProgrammeGrid";
import { useProgrammeDraft } from "./programmeDraft";
import { ReasonDialog } from "./ReasonDialog";

type Props = { view: AuditsView; onYear: (year: number | null) => void };

/** The yearly programme: which process is audited in which months, approved by the Starosta. */
export function ProgrammePanel({ view, onYear }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const { programme, years } = view;
  const draft = useProgrammeDraft(programme);
  const save = useTell("save_audit_programme");
  const last = useAsk("audits", { year: programme.year - 1 }).data?.programme;
  const [current, setCurrent] = useState<Place>({ row: 0, month: 1 });
  const [planning, setPlanning] = useState<Place | null>(null);
  const [asking, setAsking] = useState(false);
  const readOnly = !view.mayAudit.allowed;
  const planned = planning === null ? undefined : programme.rows[planning.row];

  const write = (reason: string) =>
    save.mutate(
      {
        id: programme.id,
        revision: programme.revision,
        year: programme.year,
        lines: draft.lines(),
        note: programme.note,
        reason,
      },
      {
        onSuccess: () => {
          draft.forget();
          setAsking(false);
          toasts.said(t(programme.approval === null ? "audits.programmeSaved" : "audits.programmeChanged"));
        },
      },
    );

  const press = () => {
    if (!draft.dirty) return;
    if (programme.approval === null) write("");
    else setAsking(true);
  };

  return (
    <Panel
      title={t("audits.programmeOf", { year: String(programme.year) })}
      testId="programme"
      actions={
        <Select
          aria-label={t("audits.year")}
          data={years.map(String)}
          value={String(programme.year)}
          allowDeselect={false}
          onChange={(chosen) => onYear(chosen === null ? null : Number(chosen))}
          w={110}
          data-testid="programme-year"
        />
      }
    >
      <ProgrammeApproval programme={programme} may={view.mayApprove} dirty={draft.dirty} />
      {programme.rows.length === 0 ? (
        <EmptyState>{t("audits.noProcesses")}</EmptyState>
      ) : (
        <>
          {draft.empty ? <EmptyState>{t("audits.programmeEmpty")}</EmptyState> : null}
          <ProgrammeGrid
            rows={programme.rows}
            draft={draft}
            readOnly={readOnly}
            current={current}
            onCurrent={setCurrent}
            onPlan={setPlanning}
          />
          <PlaceBar view={view} place={current} draft={draft} onPlan={() => setPlanning(current)} />
          <Legend />
          <Text size="sm" c="dimmed" mt="xs">
            {t("audits.gridKeys")}
          </Text>
        </>
      )}
      {asking ? null : <ErrorNote error={save.error} />}
      <Group mt="sm">
        <Button
          disabled={readOnly}
          // Not disabled when all is saved: the focus would fall out of the screen.
          aria-disabled={!draft.dirty}
          data-disabled={draft.dirty ? undefined : true}
          loading={save.isPending}
          onClick={press}
          data-testid="programme-save"
        >
          {t("audits.saveProgramme")}
        </Button>
        {draft.dirty ? (
          <Button variant="subtle" color="gray" onClick={draft.forget}>
            {t("audits.dropChanges")}
          </Button>
        ) : null}
        {!readOnly && last !== undefined && last.rows.some(({ months }) => months.length > 0) ? (
          <Button variant="default" onClick={() => draft.take(last)} data-testid="programme-copy">
            {t("audits.copyLast", { year: String(last.year) })}
          </Button>
        ) : null}
        {draft.dirty ? (
          <Text size="sm" className="tabular" role="status">
            {t("audits.notSaved")}
          </Text>
        ) : null}
      </Group>
      {asking ? (
        <ReasonDialog
          saving={save.isPending}
          error={save.error}
          onSave={write}
          onClose={() => {
            save.reset();
            setAsking(false);
          }}
        />
      ) : null}
      {planning === null || planned === undefined ? null : (
        <AuditFormDialog
          start={newAudit({
            startsOn: firstWeekday(programme.year, planning.month),
            processes: [planned.process.id],
            scope: planned.process.name,
          })}
          onClose={() => setPlanning(null)}
        />
      )}
    </Panel>
  );
}

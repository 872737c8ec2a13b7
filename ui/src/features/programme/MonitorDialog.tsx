import { Fieldset, NumberInput, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "@/components/FormDialog";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { ActionProgrammeView, ProgrammeAction } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { monthName } from "@/lib/dates";
import { knownProgress, type ProgressValues, progressToSend } from "./progress";

type Props = { view: ActionProgrammeView; month: number; onClose: () => void };

/** What was found in a month: remarks, decisions, and how far the open actions are. */
export function MonitorDialog({ view, month, onClose }: Props) {
  const { t, lang } = useWords();
  const toasts = useToasts();
  const monitor = useTell("monitor_actions");
  const entry = view.monitoring.find((one) => one.month === month);
  // What was looked at is what is written over, and nothing that came meanwhile.
  const [at] = useState({ year: view.year, revision: view.revision, month });
  const [remarks, setRemarks] = useState(entry?.remarks ?? "");
  const [decisions, setDecisions] = useState(entry?.decisions ?? "");
  const [open] = useState(() => view.actions.filter(({ doneOn }) => doneOn === null));
  const [progress, setProgress] = useState<ProgressValues>(() => knownProgress(view.monitoring, month));
  const submit = () =>
    monitor.mutate(
      { ...at, remarks: remarks.trim(), decisions: decisions.trim(), progress: progressToSend(open, progress, entry) },
      {
        onSuccess: () => {
          toasts.said(t("programme.monitored"));
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t("programme.monitorTitle", { month: monthName(month, lang, "long"), year: view.year })}
      saveId="save-monitoring"
      saving={monitor.isPending}
      error={monitor.error}
      onSave={submit}
      onClose={onClose}
    >
      <Textarea
        label={t("programme.remarks")}
        autosize
        minRows={2}
        value={remarks}
        onChange={(event) => setRemarks(event.currentTarget.value)}
        data-autofocus
        data-testid="monitor-remarks"
      />
      <Textarea
        label={t("programme.decisions")}
        autosize
        minRows={2}
        value={decisions}
        onChange={(event) => setDecisions(event.currentTarget.value)}
        data-testid="monitor-decisions"
      />
      <ProgressFields
        open={open}
        progress={progress}
        onChange={(action, percent) => setProgress((was) => ({ ...was, [action]: percent }))}
      />
    </FormDialog>
  );
}

type FieldsProps = {
  open: ProgrammeAction[];
  progress: ProgressValues;
  onChange: (action: string, percent: number) => void;
};

function ProgressFields({ open, progress, onChange }: FieldsProps) {
  const { t } = useWords();
  return (
    <Fieldset legend={t("programme.progress")}>
      <Stack gap="xs">
        {open.length === 0 ? t("programme.progressNone") : null}
        {open.map(({ id, number, what }) => (
          <NumberInput
            key={id}
            label={`${number}: ${what}`}
            value={progress[id] ?? 0}
            min={0}
            max={100}
            step={10}
            clampBehavior="strict"
            allowDecimal={false}
            allowNegative={false}
            suffix="%"
            onChange={(percent) => onChange(id, typeof percent === "number" ? percent : 0)}
            data-testid={`progress-${number}`}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}

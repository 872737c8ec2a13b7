import { Button, Checkbox, Group, NumberInput, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { AuditForm, AuditKind, AuditView, Choice, Day } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { DayInput } from "@/ui/DayInput";
import { Dialog } from "@/ui/Dialog";
import { isReadable } from "@/ui/forms";

const KINDS: AuditKind[] = ["surveillance_1", "surveillance_2", "recertification", "certification", "internal"];

type Draft = Omit<AuditForm, "startsOn" | "endsOn"> & { startsOn: Day | null; endsOn: Day | null };

function draftOf(audit: AuditView | null): Draft {
  if (audit === null) {
    return {
      id: null,
      revision: 0,
      kind: "surveillance_1",
      startsOn: null,
      endsOn: null,
      held: false,
      scope: "",
      lead: "",
      findingsInReport: null,
      note: "",
      processes: [],
      team: [],
      reportOn: null,
      answerDueOn: null,
      answerSentOn: null,
      answerAcceptedOn: null,
    };
  }
  const { cases: _cases, warnings: _warnings, ...form } = audit;
  const ids = (choices: Choice[]) => choices.map(({ id }) => id);
  return {
    ...form,
    processes: ids(audit.processes),
    team: audit.team.map(({ post, processes }) => ({ post: post.id, processes: ids(processes) })),
  };
}

export function AuditDialog({ audit, onClose }: { audit: AuditView | null; onClose: () => void }) {
  const { t } = useWords();
  const toasts = useToasts();
  const save = useTell("save_audit");
  const [draft, setDraft] = useState(() => draftOf(audit));
  const [tried, setTried] = useState(false);
  const set = (part: Partial<Draft>) => setDraft((was) => ({ ...was, ...part }));

  const submit = (form: HTMLFormElement) => {
    setTried(true);
    const { startsOn } = draft;
    if (!isReadable(form) || startsOn === null) return;
    save.mutate(
      { ...draft, startsOn, endsOn: draft.endsOn ?? startsOn },
      {
        onSuccess: () => {
          toasts.said(t("certificate.auditSaved"));
          onClose();
        },
      },
    );
  };

  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={t(audit === null ? "certificate.addAudit" : "certificate.editAudit")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit(event.currentTarget);
        }}
      >
        <Stack gap="sm">
          <Select
            label={t("certificate.kind")}
            data={KINDS.map((kind) => ({ value: kind, label: t(`auditKinds.${kind}`) }))}
            value={draft.kind}
            allowDeselect={false}
            onChange={(kind) => set({ kind: kind as AuditKind })}
          />
          <Group grow align="start">
            <DayInput
              label={t("certificate.startsOn")}
              value={draft.startsOn}
              onChange={(startsOn) => set({ startsOn })}
              required
              error={tried && draft.startsOn === null ? t("common.required") : undefined}
              testId="audit-starts"
            />
            <DayInput label={t("certificate.endsOn")} value={draft.endsOn} onChange={(endsOn) => set({ endsOn })} />
          </Group>
          <Checkbox
            label={t("certificate.held")}
            checked={draft.held}
            onChange={(event) => set({ held: event.currentTarget.checked })}
          />
          <TextInput
            label={t("certificate.lead")}
            value={draft.lead}
            onChange={(event) => set({ lead: event.currentTarget.value })}
          />
          <TextInput
            label={t("certificate.scope")}
            value={draft.scope}
            onChange={(event) => set({ scope: event.currentTarget.value })}
          />
          <NumberInput
            label={t("certificate.findings")}
            value={draft.findingsInReport ?? ""}
            min={0}
            allowDecimal={false}
            hideControls
            onChange={(count) => set({ findingsInReport: typeof count === "number" ? count : null })}
          />
          <Textarea
            label={t("certificate.note")}
            autosize
            minRows={2}
            value={draft.note}
            onChange={(event) => set({ note: event.currentTarget.value })}
          />
          <ErrorNote error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" loading={save.isPending} data-testid="save-audit">
              {t("common.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

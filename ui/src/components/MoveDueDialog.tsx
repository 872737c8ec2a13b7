import { Button, Group, Modal, Radio, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/i18n/i18n";
import type { CaseView, Day } from "@/ipc/bindings";
import { useAsk, useTell } from "@/ipc/queries";
import { formatDay } from "@/lib/dates";
import { DayInput } from "@/ui/DayInput";
import { isReadable } from "@/ui/forms";
import { DayText } from "./DayText";
import { ErrorNote } from "./ErrorNote";
import { Loading } from "./Loading";
import { useToasts } from "./toasts";

type Props = { caseId: string; actionId?: string | null; onClose: () => void };

/** Changing a due date: the new day and the reason. The first date stays in the card for ever. */
export function MoveDueDialog({ caseId, actionId, onClose }: Props) {
  const { t } = useWords();
  const asked = useAsk("case", { id: caseId });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("card.changeDueTitle")}
      closeButtonProps={{ "aria-label": t("common.close") }}
      size="lg"
    >
      {asked.data === undefined ? (
        <>
          <ErrorNote error={asked.error} />
          {asked.isPending ? <Loading /> : null}
        </>
      ) : (
        <MoveDueForm view={asked.data} actionId={actionId ?? null} onClose={onClose} />
      )}
    </Modal>
  );
}

type Target = { id: string | null; label: string; original: Day | null; current: Day | null };

/** What has a due date here: the actions still open, else the card itself. */
function targets(view: CaseView, caseLabel: string): Target[] {
  const open = view.actions.filter((action) => action.doneOn === null && action.cancelledReason === null);
  if (open.length === 0) {
    return [{ id: null, label: caseLabel, original: view.row.originalDueOn, current: view.row.dueOn }];
  }
  return open.map((action) => ({
    id: action.id,
    label: action.what,
    original: action.originalDueOn,
    current: action.dueOn,
  }));
}

function MoveDueForm({ view, actionId, onClose }: { view: CaseView; actionId: string | null; onClose: () => void }) {
  const { t, lang } = useWords();
  const toasts = useToasts();
  const move = useTell("move_due_date");
  const choices = targets(view, view.row.number ?? view.title);
  const first = choices.find(({ id }) => id === actionId) ?? choices[0];
  const [targetId, setTargetId] = useState(first?.id ?? null);
  const [dueOn, setDueOn] = useState<Day | null>(null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const target = choices.find(({ id }) => id === targetId) ?? first;

  const submit = (form: HTMLFormElement) => {
    setTried(true);
    if (!isReadable(form) || dueOn === null || reason.trim() === "") return;
    move.mutate(
      { caseId: view.id, actionId: targetId, revision: view.revision, dueOn, reason: reason.trim() },
      {
        onSuccess: () => {
          toasts.said(t("card.moveSaved", { date: formatDay(dueOn, lang) }));
          onClose();
        },
      },
    );
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      <Stack gap="md">
        <Text fw={600}>
          {view.row.number} {view.title}
        </Text>
        {choices.length > 1 ? (
          <Radio.Group label={t("card.chooseAction")} value={targetId ?? ""} onChange={setTargetId}>
            <Stack gap={6} mt={6}>
              {choices.map(({ id, label }) => (
                <Radio key={id} value={id ?? ""} label={label} />
              ))}
            </Stack>
          </Radio.Group>
        ) : (
          <Text size="sm" c="dimmed">
            {target?.id === null || target === undefined
              ? t("card.changeDueCase", { number: target?.label ?? "" })
              : t("card.changeDueAction", { what: target.label })}
          </Text>
        )}
        <Group gap="xl">
          <div>
            <Text size="sm" c="dimmed">
              {t("card.originalDue")}
            </Text>
            <DayText day={target?.original ?? null} />
          </div>
          <div>
            <Text size="sm" c="dimmed">
              {t("card.currentDue")}
            </Text>
            <DayText day={target?.current ?? null} />
          </div>
        </Group>
        <DayInput
          label={t("card.newDue")}
          value={dueOn}
          onChange={setDueOn}
          required
          error={tried && dueOn === null ? t("common.required") : undefined}
          testId="move-due-date"
        />
        <Textarea
          label={t("card.reason")}
          description={t("card.reasonHint")}
          required
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={tried && reason.trim() === "" ? t("errors.ruleViolated.reason_required") : undefined}
          data-testid="move-due-reason"
        />
        <ErrorNote error={move.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" loading={move.isPending} data-testid="move-due-save">
            {t("card.changeDue")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

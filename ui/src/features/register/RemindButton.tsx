import { Button, Group } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { RefusedCase } from "@/ipc/bindings";
import { call, DeskError } from "@/ipc/client";
import { Dialog } from "@/ui/Dialog";
import { Refusals } from "./Refusals";

type Props = { cases: string[]; onDone: () => void; icon: ReactNode };
type Reminded = { done: number; refused: RefusedCase[] };

/** All at once; where one card refuses, each is asked for itself, so that every refusal has its card. */
async function remind(cases: string[]): Promise<Reminded> {
  try {
    return { done: await call("remind_many", { cases }), refused: [] };
  } catch (error) {
    if (!(error instanceof DeskError) || error.kind !== "ruleViolated") throw error;
    const [only, ...more] = cases;
    if (only !== undefined && more.length === 0) {
      return { done: 0, refused: [{ row: (await call("case", { id: only })).row, error }] };
    }
  }
  const answers: Reminded = { done: 0, refused: [] };
  for (const id of cases) {
    const { done, refused } = await remind([id]);
    answers.done += done;
    answers.refused.push(...refused);
  }
  return answers;
}

/** Puts a reminder of every marked card into the inbox. */
export function RemindButton({ cases, onDone, icon }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<RefusedCase[]>([]);
  const run = async () => {
    setBusy(true);
    try {
      const answers = await remind(cases);
      setRefused(answers.refused);
      if (answers.done > 0) toasts.said(t("bulk.reminded", { count: answers.done }));
      else if (answers.refused.length === 0) toasts.said(t("bulk.remindedAlready"));
      if (answers.refused.length === 0) onDone();
    } catch (error) {
      if (!(error instanceof DeskError)) throw error;
      toasts.failed(error);
    } finally {
      setBusy(false);
      await client.invalidateQueries();
    }
  };
  const close = () => {
    setRefused([]);
    onDone();
  };
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={icon}
        loading={busy}
        onClick={() => void run()}
        data-testid="bulk-remind"
      >
        {t("bulk.remind")}
      </Button>
      {refused.length === 0 ? null : (
        <Dialog
          opened
          onClose={close}
          size="lg"
          title={t("bulk.remind")}
          closeButtonProps={{ "aria-label": t("common.close") }}
        >
          <Refusals title={t("bulk.notReminded")} refused={refused} />
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={close}>
              {t("common.close")}
            </Button>
          </Group>
        </Dialog>
      )}
    </>
  );
}

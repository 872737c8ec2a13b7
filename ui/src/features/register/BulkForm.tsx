import { Button, Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { StepForm } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { Dialog } from "@/ui/Dialog";
import { isReadable } from "@/ui/forms";
import { Refusals } from "./Refusals";

const OWN_NAME = { recordedFor: null, password: null };

type Props = {
  title: string;
  confirm: string;
  cases: string[];
  /** The step as the form stands; null while it lacks something. */
  step: () => StepForm | null;
  onClose: (done: boolean) => void;
  children: ReactNode;
};

/** One step for many cards: for all or none, until somebody says that the refusing ones are to be left out. */
export function BulkForm({ title, confirm, cases, step, onClose, children }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const move = useTell("move_many");
  const refused = move.data?.refused ?? [];
  const rest = cases.length - refused.length;
  const run = (leaveOut: boolean) => {
    const wanted = step();
    if (wanted === null) return;
    move.mutate(
      { cases, step: wanted, leaveOut, standing: OWN_NAME },
      {
        onSuccess: ({ done }) => {
          if (done === 0) return;
          toasts.said(t("bulk.done", { count: done }));
          onClose(true);
        },
      },
    );
  };
  return (
    <Dialog
      opened
      onClose={() => onClose(false)}
      size="lg"
      title={title}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isReadable(event.currentTarget)) run(false);
        }}
      >
        <Stack>
          {children}
          <ErrorNote error={move.error} />
          <Refusals title={t(rest > 0 ? "bulk.noneDone" : "bulk.allRefused")} refused={refused}>
            {rest > 0 ? (
              <Button size="xs" mt="xs" loading={move.isPending} onClick={() => run(true)} data-testid="bulk-leave-out">
                {t("bulk.leaveOut", { count: rest })}
              </Button>
            ) : null}
          </Refusals>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => onClose(false)}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" loading={move.isPending} data-testid="bulk-confirm">
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

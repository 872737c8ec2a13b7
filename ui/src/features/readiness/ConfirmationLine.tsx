import { Button } from "@mantine/core";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { Choice, ConfirmationView } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { formatDay } from "@/lib/dates";
import classes from "./readiness.module.css";

type Props = { check: string; confirmation: ConfirmationView; mayConfirm: boolean; processes: Choice[] };

/** Who answered a check, when, and on what; it can be taken back. */
export function ConfirmationLine({ check, confirmation, mayConfirm, processes }: Props) {
  const { t, lang } = useWords();
  const toasts = useToasts();
  const takeBack = useTell("take_back_confirmation");
  const confirm = useTell("confirm_check");
  const { id, revision, answer, note, figure } = confirmation;
  const codes = processes.filter((process) => confirmation.processes.includes(process.id)).map(({ code }) => code);

  const again = () => {
    const form = { check, answer, note, figure, processes: confirmation.processes };
    confirm.mutateAsync(form).then(() => toasts.said(t("readiness.confirmedAgain", { check })), toasts.failed);
  };
  const take = () =>
    takeBack.mutate(
      { id, revision },
      {
        onSuccess: () => toasts.undoable(t("readiness.takenBack", { check }), again),
        onError: toasts.failed,
      },
    );

  return (
    <div className={classes.confirmation} data-testid={`confirmation-${check}`}>
      <span>
        <strong>{t(`readiness.answer_${answer}`)}</strong>
        {" · "}
        {t("readiness.confirmedBy", { by: confirmation.by, on: formatDay(confirmation.on, lang) })}
      </span>
      {figure === null ? null : <span>{t("readiness.figureIs", { figure })}</span>}
      {codes.length === 0 ? null : <span>{t("readiness.processesAre", { codes: codes.join(", ") })}</span>}
      {note === "" ? null : <span className={classes.note}>{note}</span>}
      {mayConfirm ? (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={takeBack.isPending}
          onClick={take}
          aria-label={`${t("readiness.takeBack")}: ${check}`}
          data-testid={`take-back-${check}`}
        >
          {t("readiness.takeBack")}
        </Button>
      ) : null}
    </div>
  );
}

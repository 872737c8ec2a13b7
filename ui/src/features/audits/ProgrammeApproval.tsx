import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconLock } from "@tabler/icons-react";
import { useId, useRef, useState } from "react";
import { DayText } from "@/components/DayText";
import { StandingDialog } from "@/components/StandingDialog";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { MayView, ProgrammeView } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import classes from "./audits.module.css";

type Props = { programme: ProgrammeView; may: MayView; dirty: boolean };

/** Whether the Starosta approved the programme, and the way to it. */
export function ProgrammeApproval({ programme, may, dirty }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const reason = useId();
  const approve = useTell("approve_audit_programme");
  const line = useRef<HTMLDivElement>(null);
  const [asking, setAsking] = useState(false);
  const { approval, id, revision, rows } = programme;
  if (approval !== null) {
    return (
      <div
        ref={line}
        role="status"
        aria-label={t("audits.approved")}
        tabIndex={-1}
        className={classes.state}
        data-testid="programme-state"
      >
        <span className={`${classes.mark} ${classes.ok}`}>
          <IconCircleCheck size={18} aria-hidden />
          {t("audits.approved")} <DayText day={approval.on} />
        </span>
        <span>{[approval.by, approval.document].filter((part) => part !== "").join(", ")}</span>
      </div>
    );
  }
  const empty = rows.every(({ months }) => months.length === 0);
  const against = !may.allowed
    ? t("audits.approvedByStarosta")
    : dirty || id === null
      ? t("audits.saveFirst")
      : empty
        ? t("audits.planFirst")
        : null;
  return (
    <div
      ref={line}
      role="status"
      aria-label={t("audits.notApproved")}
      tabIndex={-1}
      className={classes.state}
      data-testid="programme-state"
    >
      <span className={`${classes.mark} ${classes.warn}`}>
        <IconAlertTriangle size={18} aria-hidden />
        {t("audits.notApproved")}
      </span>
      <Button
        size="xs"
        variant="default"
        disabled={against !== null}
        aria-describedby={against === null ? undefined : reason}
        onClick={() => setAsking(true)}
        data-testid="programme-approve"
      >
        {t("audits.approve")}
      </Button>
      {against === null ? null : (
        <span id={reason} className={`${classes.mark} ${classes.quiet}`}>
          <IconLock size={16} aria-hidden />
          {against}
        </span>
      )}
      {asking && id !== null ? (
        <StandingDialog
          title={t("audits.approve")}
          may={may}
          saveId="approve-save"
          saveLabel={t("audits.approve")}
          saving={approve.isPending}
          error={approve.error}
          onClose={() => {
            approve.reset();
            setAsking(false);
          }}
          onSave={(standing) =>
            approve.mutate(
              { id, revision, standing },
              {
                onSuccess: () => {
                  setAsking(false);
                  toasts.said(t("audits.programmeApproved"));
                  // The button that opened it is gone: its place tells the new state.
                  requestAnimationFrame(() => line.current?.focus());
                },
              },
            )
          }
        >
          {t("audits.approveHint", { year: String(programme.year) })}
        </StandingDialog>
      ) : null}
    </div>
  );
}

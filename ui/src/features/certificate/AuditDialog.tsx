import { Button, Group, Stack } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { PlanWarnings } from "@/components/PlanWarnings";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { AuditView } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { Dialog } from "@/ui/Dialog";
import { isReadable } from "@/ui/forms";
import { AuditFields } from "./AuditFields";
import { type AuditDraft, draftOf, savedAudit } from "./auditDraft";
import classes from "./certificate.module.css";

type Props = {
  audit: AuditView | null;
  /** All audits, to know a new one by. */
  audits: readonly AuditView[];
  onClose: () => void;
};

/** An external audit. Saved days that break a rule of certification keep the dialog open and are told at once. */
export function AuditDialog({ audit, audits, onClose }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const save = useTell("save_audit");
  const [draft, setDraft] = useState(() => draftOf(audit));
  const [warned, setWarned] = useState<AuditView | null>(null);
  const [tried, setTried] = useState(false);
  const set = (part: Partial<AuditDraft>) => setDraft((was) => ({ ...was, ...part }));

  const submit = (form: HTMLFormElement) => {
    setTried(true);
    const { startsOn } = draft;
    if (!isReadable(form) || startsOn === null) return;
    save.mutate(
      { ...draft, startsOn, endsOn: draft.endsOn ?? startsOn },
      {
        onSuccess: (view) => {
          toasts.said(t("certificate.auditSaved"));
          const saved = savedAudit(view.audits, draft.id, audits);
          if (saved === null || saved.warnings.length === 0) return onClose();
          setDraft(draftOf(saved));
          setWarned(saved);
        },
      },
    );
  };

  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={t(draft.id === null ? "certificate.addAudit" : "certificate.editAudit")}
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
          {warned === null ? (
            <PlanWarnings warnings={audit?.warnings ?? []} label={t("certificate.planWarnings")} />
          ) : (
            <Warned audit={warned} />
          )}
          <AuditFields draft={draft} set={set} tried={tried} />
          <ErrorNote error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} data-testid="close-audit">
              {t(warned === null ? "common.cancel" : "common.close")}
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

/** It was saved, and this is wrong with its days: the focus goes there, since the dialog stays open because of it. */
function Warned({ audit }: { audit: AuditView }) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each saved revision is told anew
  useEffect(() => box.current?.focus(), [audit.revision]);
  return (
    <div className={classes.saved} role="status" tabIndex={-1} ref={box} data-testid="audit-warned">
      <strong>{t("certificate.savedWithWarnings")}</strong>
      <PlanWarnings warnings={audit.warnings} label={t("certificate.planWarnings")} />
    </div>
  );
}

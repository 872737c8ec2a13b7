import { Stack } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "@/components/FormDialog";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { AuditPage } from "@/ipc/bindings";
import { useAsk, useTell } from "@/ipc/queries";
import { AuditFormFields } from "./AuditFormFields";
import { type AuditDraft, formOf, sameAudit } from "./auditDraft";
import { useReadable } from "./useReadable";

/** `start` is the audit as it stands; what was typed is not touched when it changes. */
type Props = { start: AuditDraft; onClose: () => void; onSaved?: (page: AuditPage) => void };

/** Plans an audit, or changes what is known about one. */
export function AuditFormDialog({ start, onClose, onSaved }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const save = useTell("save_audit_plan");
  const posts = useAsk("choices", null).data?.posts ?? [];
  const [opened] = useState(start);
  const [draft, setDraft] = useState(start);
  const { inside, readable } = useReadable();
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    const form = formOf(draft, posts);
    if (!readable() || form === null) return;
    // An answer that was saved meanwhile changed the revision, and nothing that stands in this form.
    const revision = sameAudit(start, opened) ? start.revision : opened.revision;
    save.mutate(
      { ...form, revision },
      {
        onSuccess: (page) => {
          toasts.said(t("audits.auditSaved"));
          onClose();
          onSaved?.(page);
        },
      },
    );
  };
  return (
    <FormDialog
      title={t(start.id === null ? "audits.plan" : "audits.editAudit")}
      saveId="audit-save"
      saving={save.isPending}
      error={save.error}
      onSave={submit}
      onClose={onClose}
    >
      <Stack ref={inside}>
        <AuditFormFields draft={draft} tried={tried} change={(part) => setDraft((was) => ({ ...was, ...part }))} />
      </Stack>
    </FormDialog>
  );
}

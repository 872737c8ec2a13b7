import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { AuditView, MayView } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import { PlainTable } from "@/ui/PlainTable";
import { AuditDialog } from "./AuditDialog";
import { AuditRow } from "./AuditRow";
import classes from "./certificate.module.css";

export function AuditsPanel({ audits, may }: { audits: AuditView[]; may: MayView }) {
  const { t } = useWords();
  const toasts = useToasts();
  const [editing, setEditing] = useState<AuditView | "new" | null>(null);
  const remove = useTell("remove_audit");
  const restore = useTell("restore_audit");

  const take = ({ id, revision }: AuditView) =>
    remove.mutate(
      { id, revision },
      {
        onSuccess: () =>
          toasts.undoable(t("certificate.auditRemoved"), () => {
            restore.mutateAsync({ id }).then(() => toasts.said(t("common.undone")), toasts.failed);
          }),
        onError: toasts.failed,
      },
    );

  const head = [
    t("certificate.kind"),
    t("certificate.dates"),
    t("register.status"),
    t("certificate.lead"),
    t("certificate.scope"),
    t("certificate.findingsShort"),
    t("certificate.answer"),
    t("certificate.cases"),
    <span key="edit" className="visually-hidden">
      {t("common.edit")}
    </span>,
  ];
  return (
    <Panel
      title={t("certificate.audits")}
      testId="audits"
      actions={
        may.allowed ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setEditing("new")}
            data-testid="add-audit"
          >
            {t("certificate.addAudit")}
          </Button>
        ) : undefined
      }
    >
      <p className={classes.note}>
        {t("certificate.internalElsewhere")} <Link to="/audits">{t("certificate.toInternal")}</Link>
      </p>
      {audits.length === 0 ? (
        <EmptyState>{t("certificate.auditsEmpty")}</EmptyState>
      ) : (
        <PlainTable label={t("certificate.audits")} head={head}>
          {audits.map((audit) => (
            <AuditRow
              key={audit.id}
              audit={audit}
              mayChange={may.allowed}
              columns={head.length}
              onEdit={() => setEditing(audit)}
              onRemove={() => take(audit)}
            />
          ))}
        </PlainTable>
      )}
      {editing === null ? null : (
        <AuditDialog audit={editing === "new" ? null : editing} audits={audits} onClose={() => setEditing(null)} />
      )}
    </Panel>
  );
}

import { ActionIcon, Button, Group } from "@mantine/core";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { CaseLink } from "@/components/CaseLink";
import { DayText } from "@/components/DayText";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { AuditView } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { formatDay } from "@/lib/dates";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import { PlainTable } from "@/ui/PlainTable";
import { AuditDialog } from "./AuditDialog";

export function AuditsPanel({ audits }: { audits: AuditView[] }) {
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

  return (
    <Panel
      title={t("certificate.audits")}
      testId="audits"
      actions={
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setEditing("new")}
          data-testid="add-audit"
        >
          {t("certificate.addAudit")}
        </Button>
      }
    >
      {audits.length === 0 ? (
        <EmptyState>{t("certificate.auditsEmpty")}</EmptyState>
      ) : (
        <PlainTable
          label={t("certificate.audits")}
          head={[
            t("certificate.kind"),
            t("certificate.dates"),
            t("register.status"),
            t("certificate.lead"),
            t("certificate.scope"),
            t("certificate.findingsShort"),
            t("certificate.cases"),
            <span key="edit" className="visually-hidden">
              {t("common.edit")}
            </span>,
          ]}
        >
          {audits.map((audit) => (
            <AuditRow key={audit.id} audit={audit} onEdit={() => setEditing(audit)} onRemove={() => take(audit)} />
          ))}
        </PlainTable>
      )}
      {editing === null ? null : (
        <AuditDialog audit={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Panel>
  );
}

function AuditRow({ audit, onEdit, onRemove }: { audit: AuditView; onEdit: () => void; onRemove: () => void }) {
  const { t, lang } = useWords();
  const name = `${t(`auditKinds.${audit.kind}`)} ${formatDay(audit.startsOn, lang)}`;
  return (
    <tr>
      <th scope="row">{t(`auditKinds.${audit.kind}`)}</th>
      <td style={{ whiteSpace: "nowrap" }}>
        <DayText day={audit.startsOn} />
        {audit.endsOn === audit.startsOn ? null : (
          <>
            {" – "}
            <DayText day={audit.endsOn} />
          </>
        )}
      </td>
      <td>{t(audit.held ? "certificate.heldYes" : "certificate.heldNo")}</td>
      <td>{audit.lead}</td>
      <td>{audit.scope}</td>
      <td className="tabular">{audit.findingsInReport}</td>
      <td>
        {audit.cases.map(({ id, number }) => (
          <span key={id}>
            <CaseLink id={id} number={number} />{" "}
          </span>
        ))}
      </td>
      <td>
        <Group gap={4} wrap="nowrap" justify="flex-end">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("common.editNamed", { name })}
            onClick={onEdit}
            data-testid={`edit-audit-${audit.kind}`}
          >
            <IconPencil size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label={t("common.removeNamed", { name })} onClick={onRemove}>
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </td>
    </tr>
  );
}

import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { DayText } from "@/components/DayText";
import { useWords } from "@/i18n/i18n";
import type { AuditorView, AuditsView } from "@/ipc/bindings";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import { PlainTable } from "@/ui/PlainTable";
import { AuditorDialog } from "./AuditorDialog";
import classes from "./audits.module.css";
import { RowTools } from "./RowTools";
import { useTakeOut } from "./useTakeOut";

/** Who may audit: training and appointment. */
export function AuditorsPanel({ view }: { view: AuditsView }) {
  const { t } = useWords();
  const [edited, setEdited] = useState<AuditorView | "new" | null>(null);
  const { take, next } = useTakeOut("auditor");
  const { auditors, mayAudit } = view;
  return (
    <Panel
      title={t("audits.auditorsTitle")}
      testId="auditors"
      actions={
        <Button
          ref={next}
          size="xs"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={!mayAudit.allowed}
          onClick={() => setEdited("new")}
          data-testid="auditor-add"
        >
          {t("audits.addAuditor")}
        </Button>
      }
    >
      {auditors.length === 0 ? (
        <EmptyState>{t("audits.auditorsEmpty")}</EmptyState>
      ) : (
        <PlainTable
          label={t("audits.auditorsTitle")}
          head={[
            t("audits.post"),
            t("audits.training"),
            t("audits.trainedOn"),
            t("audits.order"),
            t("audits.appointedOn"),
            t("audits.until"),
            t("audits.competence"),
            <span key="edit" className="visually-hidden">
              {t("common.edit")}
            </span>,
          ]}
        >
          {auditors.map((auditor, index) => (
            <tr key={auditor.id} data-testid={`auditor-${index + 1}`}>
              <th scope="row">{auditor.post.name}</th>
              <td>{auditor.training}</td>
              <td>
                <DayText day={auditor.trainedOn} />
              </td>
              <td>{auditor.order}</td>
              <td>
                <DayText day={auditor.appointedOn} />
              </td>
              <td>
                <DayText day={auditor.until} />
              </td>
              <td>
                <Competence competent={auditor.competent} />
              </td>
              <td>
                <RowTools
                  name={auditor.post.name}
                  disabled={!mayAudit.allowed}
                  onEdit={() => setEdited(auditor)}
                  onRemove={() => take({ ...auditor, name: auditor.post.name })}
                  testId={`auditor-${index + 1}`}
                />
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      {edited === null ? null : (
        <AuditorDialog auditor={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Panel>
  );
}

/** Whether training and appointment are shown. */
export function Competence({ competent }: { competent: boolean }) {
  const { t } = useWords();
  const Icon = competent ? IconCircleCheck : IconAlertTriangle;
  return (
    <span className={`${classes.mark} ${competent ? classes.ok : classes.warn}`}>
      <Icon size={16} aria-hidden />
      {t(competent ? "audits.competent" : "audits.notCompetent")}
    </span>
  );
}

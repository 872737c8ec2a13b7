import { Button } from "@mantine/core";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { Loading } from "@/components/Loading";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import { useAsk, useTell } from "@/ipc/queries";
import { formatDay } from "@/lib/dates";
import { PageHead } from "@/ui/PageHead";
import { AuditFacts } from "./AuditFacts";
import { AuditFormDialog } from "./AuditForm";
import { draftOf } from "./auditDraft";
import { CasesPanel } from "./CasesPanel";
import { Checklist } from "./Checklist";
import { useInTurn } from "./useInTurn";

const route = getRouteApi("/audits/$id");

/** One audit: who audits what, its questions with their answers, what it found. */
export function AuditPage() {
  const { t, lang } = useWords();
  const { id } = route.useParams();
  const navigate = useNavigate();
  const toasts = useToasts();
  const asked = useAsk("audit", { id });
  const remove = useTell("remove_audit");
  const restore = useTell("restore_audit");
  const inTurn = useInTurn(id);
  const [editing, setEditing] = useState(false);
  if (asked.data === undefined) {
    return asked.error === null ? <Loading /> : <ErrorNote error={asked.error} onRetry={() => asked.refetch()} />;
  }
  const page = asked.data;
  const { audit, mayAudit } = page;
  const take = () =>
    inTurn((revision) => remove.mutateAsync({ id, revision })).then(
      () => {
        toasts.undoable(t("audits.auditRemoved"), () => {
          restore.mutateAsync({ id }).then(() => toasts.said(t("common.undone")), toasts.failed);
        });
        void navigate({ to: "/audits" });
      },
      // The screen shows why not.
      () => undefined,
    );
  return (
    <>
      <PageHead title={`${t(`audits.name_${audit.kind}`)} ${formatDay(audit.startsOn, lang)}`}>
        <Button
          variant="default"
          disabled={!mayAudit.allowed}
          onClick={() => setEditing(true)}
          data-testid="audit-edit"
        >
          {t("common.edit")}
        </Button>
        <Button
          variant="default"
          disabled={!mayAudit.allowed}
          loading={remove.isPending}
          onClick={take}
          data-testid="audit-remove"
        >
          {t("audits.remove")}
        </Button>
      </PageHead>
      <div style={{ display: "grid", gap: 14 }}>
        <ErrorNote error={remove.error} />
        <AuditFacts audit={audit} />
        {audit.kind === "internal" || page.questions.length > 0 ? (
          <Checklist key={id} page={page} inTurn={inTurn} />
        ) : null}
        <CasesPanel audit={audit} />
      </div>
      {editing ? <AuditFormDialog start={draftOf(audit)} onClose={() => setEditing(false)} /> : null}
    </>
  );
}

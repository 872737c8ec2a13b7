import { CaseLink } from "@/components/CaseLink";
import { StatusBadge } from "@/components/StatusBadge";
import { useWords } from "@/i18n/i18n";
import type { AuditView, CaseRef } from "@/ipc/bindings";
import { useAsk } from "@/ipc/queries";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import classes from "./audits.module.css";

/** The cards that an audit's findings became, and how each stands. */
export function CasesPanel({ audit }: { audit: AuditView }) {
  const { t } = useWords();
  return (
    <Panel title={t("audits.cases")} testId="audit-cases">
      {audit.cases.length === 0 ? (
        <EmptyState>{t(audit.kind === "internal" ? "audits.casesEmpty" : "audits.casesEmptyExternal")}</EmptyState>
      ) : (
        <ul className={classes.team}>
          {audit.cases.map((one) => (
            <CaseLine key={one.id} one={one} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function CaseLine({ one }: { one: CaseRef }) {
  const status = useAsk("case", { id: one.id }).data?.row.status;
  return (
    <li className={classes.wrap}>
      <CaseLink id={one.id} number={one.number}>
        {` ${one.title}`}
      </CaseLink>
      {status === undefined ? null : <StatusBadge status={status} />}
    </li>
  );
}

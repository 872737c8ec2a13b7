import type { ReactNode } from "react";
import { DayText } from "@/components/DayText";
import { PlanWarnings } from "@/components/PlanWarnings";
import { useWords } from "@/i18n/i18n";
import type { AuditView, TeamView } from "@/ipc/bindings";
import { Panel } from "@/ui/Panel";
import { Competence } from "./AuditorsPanel";
import classes from "./audits.module.css";

/** What is known about an audit, with what speaks against its plan. */
export function AuditFacts({ audit }: { audit: AuditView }) {
  const { t } = useWords();
  const internal = audit.kind === "internal";
  const facts: [string, ReactNode][] = [
    [t("audits.dates"), <Dates key="dates" audit={audit} />],
    [t("audits.state"), t(audit.held ? "audits.held" : "audits.planned")],
    [t("audits.scope"), audit.scope || t("common.none")],
    [
      t("audits.processes"),
      audit.processes.length === 0
        ? t("audits.wholeSystem")
        : audit.processes.map(({ code, name }) => `${code} ${name}`).join("; "),
    ],
    ...(audit.team.length === 0 && (audit.lead !== "" || !internal)
      ? [[t("audits.leadAuditor"), audit.lead || t("common.none")] as [string, ReactNode]]
      : []),
    [t("audits.reportOn"), <DayText key="report" day={audit.reportOn} />],
    [t("audits.findingsInReport"), audit.findingsInReport ?? t("common.none")],
    ...(internal
      ? []
      : ([
          [t("audits.answerDueOn"), <DayText key="due" day={audit.answerDueOn} />],
          [t("audits.answerSentOn"), <DayText key="sent" day={audit.answerSentOn} />],
          [t("audits.answerAcceptedOn"), <DayText key="accepted" day={audit.answerAcceptedOn} />],
        ] as [string, ReactNode][])),
    ...(audit.note === "" ? [] : [[t("audits.note"), audit.note] as [string, ReactNode]]),
  ];
  return (
    <Panel title={t("audits.facts")} testId="audit-facts">
      <PlanWarnings warnings={audit.warnings} label={t("certificate.planWarnings")} />
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {audit.team.length === 0 ? null : (
          <div style={{ gridColumn: "1 / -1" }}>
            <dt>{t("audits.team")}</dt>
            <dd>
              <Team team={audit.team} />
            </dd>
          </div>
        )}
      </dl>
    </Panel>
  );
}

function Dates({ audit }: { audit: AuditView }) {
  return (
    <>
      <DayText day={audit.startsOn} />
      {audit.endsOn === audit.startsOn ? null : (
        <>
          {" – "}
          <DayText day={audit.endsOn} />
        </>
      )}
    </>
  );
}

function Team({ team }: { team: TeamView[] }) {
  const { t } = useWords();
  return (
    <ul className={classes.team}>
      {team.map(({ post, processes, competent }, index) => (
        <li key={post.id} className={classes.wrap}>
          <span>
            {post.name}
            {index === 0 ? ` (${t("audits.leads")})` : ""}:{" "}
            {processes.length === 0 ? t("audits.allProcesses") : processes.map(({ code }) => code).join(", ")}
          </span>
          <span>
            {t("audits.competence")}: <Competence competent={competent} />
          </span>
        </li>
      ))}
    </ul>
  );
}

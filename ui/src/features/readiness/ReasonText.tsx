import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Fragment, type ReactNode, useState } from "react";
import { CaseLink } from "@/components/CaseLink";
import { useWords } from "@/i18n/i18n";
import type { ReasonView, SubjectRef } from "@/ipc/bindings";
import classes from "./readiness.module.css";

/** As many links as a line bears; the rest on demand. */
const SHOWN = 12;

/** Why a check came out as it did, and the records behind it, each a link. */
export function ReasonText({ reason }: { reason: ReasonView }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const links: ReactNode[] = [
    ...reason.cases.map(({ id, number }) => <CaseLink key={id} id={id} number={number} />),
    ...reason.subjects.map((subject) => <SubjectLink key={subject.id} subject={subject} />),
  ];
  const shown = all ? links : links.slice(0, SHOWN);
  return (
    <p className={classes.reason}>
      {reason.text}
      {shown.map((link, index) => (
        <Fragment key={index}>
          {index === 0 ? " " : ", "}
          {link}
        </Fragment>
      ))}
      {links.length > shown.length ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
          {t("readiness.moreLinks", { count: links.length - shown.length })}
        </Button>
      ) : null}
    </p>
  );
}

const TABS = { complaint: "complaints", objective: "objectives", survey: "surveys", review: "reviews" } as const;

function SubjectLink({ subject: { kind, id, label } }: { subject: SubjectRef }) {
  if (kind === "audit") {
    return (
      <Link to="/audits/$id" params={{ id }}>
        {label}
      </Link>
    );
  }
  return (
    <Link to="/registers" search={{ tab: TABS[kind], open: id }}>
      {label}
    </Link>
  );
}

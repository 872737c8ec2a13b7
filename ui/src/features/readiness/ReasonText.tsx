import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Fragment, type ReactNode, useState } from "react";
import { CaseLink } from "@/components/CaseLink";
import { useWords } from "@/i18n/i18n";
import type { ReasonView, SubjectRef } from "@/ipc/bindings";
import classes from "./readiness.module.css";

/** As many links as a line bears; the rest on demand. Where nothing is to be mended, fewer are looked for. */
const SHOWN = 12;
const SHOWN_IN_ORDER = 4;

type Linked = { key: string; link: ReactNode };

/** Why a check came out as it did, and the records behind it, each a link. */
export function ReasonText({ reason: { text, mend, cases, subjects } }: { reason: ReasonView }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const total = cases.length + subjects.length;
  const limit = all ? total : mend === "nothing" ? SHOWN_IN_ORDER : SHOWN;
  const shown: Linked[] = [
    ...cases.slice(0, limit).map(({ id, number }) => ({ key: id, link: <CaseLink id={id} number={number} /> })),
    ...subjects
      .slice(0, Math.max(0, limit - cases.length))
      .map((subject) => ({ key: subject.id, link: <SubjectLink subject={subject} /> })),
  ];
  return (
    <p className={classes.reason}>
      {text}
      {shown.map(({ key, link }, index) => (
        <Fragment key={key}>
          {index === 0 ? " " : ", "}
          {link}
        </Fragment>
      ))}
      {total > shown.length ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
          {t("readiness.moreLinks", { count: total - shown.length })}
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

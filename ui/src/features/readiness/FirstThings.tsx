import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ResultMark } from "@/components/ReadinessMarks";
import { useWords } from "@/i18n/i18n";
import type { CheckView, ReadinessView } from "@/ipc/bindings";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import { MendLink } from "./MendLink";
import { ReasonText } from "./ReasonText";
import classes from "./readiness.module.css";
import { showCheck } from "./showCheck";

/** As many as one sees at once; the rest on demand. */
const SHOWN = 6;

type Props = { view: ReadinessView; onConfirm: (check: CheckView) => void };

/** What to do first: what weighs most on the answer, each with why, and with the button that mends it. */
export function FirstThings({ view, onConfirm }: Props) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const byId = new Map(view.groups.flatMap(({ checks }) => checks).map((check) => [check.id, check]));
  const checks = view.first.flatMap((id) => byId.get(id) ?? []);
  const shown = all ? checks : checks.slice(0, SHOWN);
  return (
    <Panel title={t("readiness.first", { count: checks.length })} testId="readiness-first">
      {checks.length === 0 ? (
        <EmptyState>{t("readiness.firstEmpty")}</EmptyState>
      ) : (
        <ol className={classes.list}>
          {shown.map((check) => (
            <FirstLine
              key={check.id}
              check={check}
              onConfirm={view.mayConfirm.allowed && check.confirmable ? () => onConfirm(check) : null}
            />
          ))}
        </ol>
      )}
      {checks.length > SHOWN ? (
        <Button variant="subtle" size="xs" onClick={() => setAll((was) => !was)} data-testid="first-all">
          {all ? t("readiness.firstLess") : t("readiness.firstMore", { count: checks.length - SHOWN })}
        </Button>
      ) : null}
    </Panel>
  );
}

function FirstLine({ check, onConfirm }: { check: CheckView; onConfirm: (() => void) | null }) {
  const { t } = useWords();
  const mended = check.reasons.filter((reason, index) => {
    const same = check.reasons.findIndex(({ mend }) => mend === reason.mend);
    return reason.mend !== "nothing" && same === index;
  });
  return (
    <li className={classes.first} data-testid={`first-${check.id}`}>
      <div className={classes.result}>
        <ResultMark result={check.result} />
        {check.blocking ? <span className={classes.quiet}>{t("readiness.blocking")}</span> : null}
      </div>
      <div>
        <Link to="/readiness" search={{ check: check.id }} onClick={() => showCheck(check.id)}>
          {check.id}
        </Link>{" "}
        {check.question}
        {check.reasons.map((reason) => (
          <ReasonText key={reason.text} reason={reason} />
        ))}
      </div>
      <div className={classes.actions}>
        {mended.map((reason) => (
          <MendLink key={reason.mend} check={check.id} reason={reason} onConfirm={onConfirm} />
        ))}
        {mended.length === 0 && onConfirm !== null ? (
          <Button
            size="xs"
            variant="default"
            onClick={onConfirm}
            aria-label={`${t("readiness.confirmAgain")}: ${check.id}`}
            data-testid={`answer-${check.id}`}
          >
            {t("readiness.confirmAgain")}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

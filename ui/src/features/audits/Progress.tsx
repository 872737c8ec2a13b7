import { Button, Progress as Meter } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useId, useRef, useState } from "react";
import { DayText } from "@/components/DayText";
import { useWords } from "@/i18n/i18n";
import type { AuditPage } from "@/ipc/bindings";
import classes from "./audits.module.css";
import { ConcludeDialog } from "./ConcludeDialog";
import checks from "./checklist.module.css";
import { isFinding } from "./marks";
import type { InTurn } from "./useInTurn";

/** How far the audit is, and its end. */
export function Progress({ page, inTurn }: { page: AuditPage; inTurn: InTurn }) {
  const { t } = useWords();
  const reason = useId();
  const line = useRef<HTMLDivElement>(null);
  const [ending, setEnding] = useState(false);
  const { audit, questions, unanswered, mayAudit } = page;
  const done = questions.length - unanswered;
  const findings = questions.filter(({ answer }) => isFinding(answer)).length;
  const toRaise = questions.filter((question) => question.toRaise).length;
  const against = unanswered > 0 ? t("audits.stillOpen", { count: unanswered }) : null;
  return (
    <div ref={line} tabIndex={-1} className={checks.progress} data-testid="audit-progress">
      {questions.length === 0 ? null : (
        <>
          <Meter
            className={checks.meter ?? ""}
            value={(100 * done) / questions.length}
            aria-label={t("audits.progress")}
          />
          <span className="tabular">{t("audits.answered", { done, all: questions.length })}</span>
          <span>{t("audits.findingsFound", { count: findings })}</span>
          {toRaise === 0 ? null : <span className={classes.warn}>{t("audits.toRaise", { count: toRaise })}</span>}
        </>
      )}
      {audit.held ? (
        <span className={classes.ok}>
          {t("audits.concluded")} <DayText day={audit.reportOn} />
        </span>
      ) : audit.kind !== "internal" ? null : (
        <>
          <Button
            size="xs"
            variant={questions.length === 0 ? "default" : "filled"}
            disabled={against !== null || !mayAudit.allowed}
            aria-describedby={against === null ? undefined : reason}
            onClick={() => setEnding(true)}
            data-testid="conclude"
          >
            {t("audits.conclude")}
          </Button>
          {against === null ? null : (
            <span id={reason} className={`${classes.mark} ${classes.quiet}`}>
              <IconLock size={16} aria-hidden />
              {against}
            </span>
          )}
        </>
      )}
      {ending ? (
        <ConcludeDialog
          page={page}
          inTurn={inTurn}
          onClose={() => setEnding(false)}
          // The button that opened it is gone: its place tells the new state.
          onEnded={() => requestAnimationFrame(() => line.current?.focus())}
        />
      ) : null}
    </div>
  );
}

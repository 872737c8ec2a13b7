import { Button, Group } from "@mantine/core";
import { IconListCheck, IconPlus } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useWords } from "@/i18n/i18n";
import type { AuditPage, QuestionView } from "@/ipc/bindings";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import classes from "./checklist.module.css";
import { FillDialog } from "./FillDialog";
import { Progress } from "./Progress";
import { QuestionCard } from "./QuestionCard";
import { QuestionDialog } from "./QuestionDialog";
import { grouped } from "./questionGroups";
import type { InTurn } from "./useInTurn";

/** The checklist of an audit: put together, answered, and ended with the report. */
export function Checklist({ page, inTurn }: { page: AuditPage; inTurn: InTurn }) {
  const { t } = useWords();
  const { audit, questions, mayAudit } = page;
  const [filling, setFilling] = useState(false);
  const [editing, setEditing] = useState<QuestionView | "new" | null>(null);
  const adding = useRef<HTMLButtonElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const locked = audit.held || !mayAudit.allowed;
  // The button that opened the dialog may have moved: the work goes on at the first question.
  const toFirst = () =>
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>("input[type=radio]:checked")?.focus());
  const fill = (
    <Button
      size="xs"
      variant={questions.length === 0 ? "filled" : "default"}
      leftSection={<IconListCheck size={16} aria-hidden />}
      disabled={locked}
      onClick={() => setFilling(true)}
      data-testid="fill-questions"
    >
      {t("audits.fill")}
    </Button>
  );
  const actions = (
    <Group gap="xs">
      {questions.length === 0 ? null : fill}
      <Button
        ref={adding}
        size="xs"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={locked}
        onClick={() => setEditing("new")}
        data-testid="question-add"
      >
        {t("audits.addOwn")}
      </Button>
    </Group>
  );
  return (
    <Panel title={t("audits.checklist")} actions={actions} testId="checklist">
      {questions.length === 0 ? (
        <EmptyState action={fill}>
          {page.findingsToAsk > 0
            ? t("audits.checklistEmptyFindings", { count: page.findingsToAsk })
            : t("audits.checklistEmpty")}
        </EmptyState>
      ) : null}
      <Progress page={page} inTurn={inTurn} />
      <div ref={body}>
        {grouped(questions).map(({ key, kind, name, questions: own }) => (
          <section key={key} aria-label={kind === "process" ? name : t(`audits.group_${kind}`)}>
            <h3 className={classes.group}>{kind === "process" ? name : t(`audits.group_${kind}`)}</h3>
            <ol className={classes.questions}>
              {own.map(({ no, question }) => (
                <QuestionCard
                  key={question.id}
                  audit={audit.id}
                  no={no}
                  question={question}
                  locked={locked}
                  mayRaise={mayAudit.allowed}
                  inTurn={inTurn}
                  onEdit={() => setEditing(question)}
                  onRemoved={() => adding.current?.focus()}
                />
              ))}
            </ol>
          </section>
        ))}
      </div>
      {filling ? <FillDialog page={page} inTurn={inTurn} onClose={() => setFilling(false)} onFilled={toFirst} /> : null}
      {editing === null ? null : (
        <QuestionDialog
          audit={audit}
          question={editing === "new" ? null : editing}
          inTurn={inTurn}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}

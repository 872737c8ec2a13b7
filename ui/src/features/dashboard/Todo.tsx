import { Button } from "@mantine/core";
import { IconAlertTriangle, IconClock, IconPencil } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { CaseLink } from "@/components/CaseLink";
import { DueDate } from "@/components/DueDate";
import { LinkButton } from "@/components/LinkButton";
import { MoveDueDialog } from "@/components/MoveDueDialog";
import { useWords } from "@/i18n/i18n";
import type { Day, TodoItem } from "@/ipc/bindings";
import { daysBetween } from "@/lib/dates";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import classes from "./dashboard.module.css";

const LOOK: Record<TodoItem["why"], { tone: string | undefined; icon: typeof IconClock }> = {
  overdue: { tone: classes.red, icon: IconAlertTriangle },
  review_late: { tone: classes.amber, icon: IconClock },
  plan_late: { tone: classes.amber, icon: IconClock },
  answer_late: { tone: classes.amber, icon: IconClock },
  due_soon: { tone: classes.amber, icon: IconClock },
  to_complete: { tone: classes.grey, icon: IconPencil },
};

type Props = { items: TodoItem[]; total: number; today: Day };

/** What burns, most urgent first, each line with the reason why it is here and the button that mends it. */
export function Todo({ items, total, today }: Props) {
  const { t } = useWords();
  const [moving, setMoving] = useState<string | null>(null);
  return (
    <Panel title={`${t("dashboard.todo")} (${total})`} testId="todo">
      {items.length === 0 ? (
        <EmptyState action={<Link to="/cases">{t("import.openRegister")}</Link>}>{t("dashboard.todoEmpty")}</EmptyState>
      ) : (
        <ul className={classes.todo}>
          {items.map((item) => (
            <TodoLine
              key={`${item.row.id}-${item.why}`}
              item={item}
              today={today}
              onMove={() => setMoving(item.row.id)}
            />
          ))}
        </ul>
      )}
      {total > items.length ? <Link to="/cases">{t("common.more", { count: total - items.length })}</Link> : null}
      {moving === null ? null : <MoveDueDialog caseId={moving} onClose={() => setMoving(null)} />}
    </Panel>
  );
}

/** The date that was missed: the plan's, the review's or the answer's own, not the card's. */
function missed(on: Day, today: Day) {
  const daysToDue = daysBetween(today, on);
  return { dueOn: on, originalDueOn: null, daysToDue, overdue: daysToDue < 0 };
}

type LineProps = { item: TodoItem; today: Day; onMove: () => void };

function TodoLine({ item: { row, why, on }, today, onMove }: LineProps) {
  const { t } = useWords();
  const { tone, icon: Icon } = LOOK[why];
  const name = row.number ?? row.title;
  return (
    <li className={classes.item} data-testid={`todo-${row.number ?? row.id}`}>
      <Icon size={20} aria-hidden color="currentColor" className={tone} />
      <div>
        <div>
          <CaseLink id={row.id} number={row.number} /> {row.title}
        </div>
        <div className={classes.why}>
          {why === "overdue" ? null : <span className={`${classes.whyWord} ${tone}`}>{t(`why.${why}`)}</span>}
          {why === "to_complete" ? (
            <span>{row.missing.map((missing) => t(`missing.${missing}`)).join(", ")}</span>
          ) : null}
          {why === "overdue" || why === "due_soon" ? (
            <DueDate due={row} />
          ) : on === null ? null : (
            <DueDate due={missed(on, today)} />
          )}
          {row.owner === null ? null : <span>{row.owner}</span>}
        </div>
      </div>
      <div className={classes.itemActions}>
        {why === "overdue" || why === "due_soon" ? (
          <Button
            size="xs"
            variant="default"
            onClick={onMove}
            aria-label={`${t("dashboard.moveDue")}: ${name}`}
            data-testid={`move-due-${name}`}
          >
            {t("dashboard.moveDue")}
          </Button>
        ) : null}
        <LinkButton
          size="xs"
          variant="default"
          to="/cases/$id"
          params={{ id: row.id }}
          aria-label={`${t(why === "to_complete" ? "dashboard.complete" : "common.open")}: ${name}`}
        >
          {t(why === "to_complete" ? "dashboard.complete" : "common.open")}
        </LinkButton>
      </div>
    </li>
  );
}

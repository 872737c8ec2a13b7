import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { DueDate } from "@/components/DueDate";
import { type Key, useWords } from "@/i18n/i18n";
import type { Move, TaskRow } from "@/ipc/bindings";
import type { StepSearch } from "@/lib/places";
import classes from "./work.module.css";

const PAGE = 100;

const STEPS: Partial<Record<Move, Key>> = {
  save: "work.step.save",
  register: "work.step.register",
  start_analysis: "work.step.start_analysis",
  submit_plan: "work.step.submit_plan",
  approve_plan: "work.step.approve_plan",
  complete_action: "work.step.complete_action",
  report_done: "work.step.report_done",
  verify: "work.step.verify",
  judge_effective: "work.step.judge_effective",
  approve_no_action: "work.step.approve_no_action",
  extend: "work.step.extend",
};

type Props = { tasks: TaskRow[]; testId: string; showWho?: boolean };

export function TaskList({ tasks, testId, showWho = false }: Props) {
  const { t } = useWords();
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <ol className={classes.tasks}>
        {tasks.slice(0, shown).map((task, index) => (
          <Task
            key={`${task.case.id}-${task.step.move}-${task.action}`}
            task={task}
            showWho={showWho}
            testId={`${testId}-${index + 1}`}
          />
        ))}
      </ol>
      {tasks.length > shown ? (
        <Button variant="default" onClick={() => setShown(shown + PAGE)}>
          {t("work.showMore", { count: tasks.length - shown })}
        </Button>
      ) : null}
    </>
  );
}

/** One step: what is to be done, on which card, until when, what it still lacks. All of it is one door to the step. */
function Task({ task, showWho, testId }: { task: TaskRow; showWho: boolean; testId: string }) {
  const { t } = useWords();
  const { case: row, step, action, what, missing } = task;
  const { dueOn, daysLeft } = step;
  const search: StepSearch = action === null ? { step: step.move } : { step: step.move, action };
  return (
    <li>
      <Link to="/cases/$id" params={{ id: row.id }} search={search} className={classes.task} data-testid={testId}>
        <span className={classes.step}>{t(STEPS[step.move] ?? "work.step.other")}</span>
        <span className={classes.what}>
          <span className="tabular">{row.number ?? t("register.noNumber")}</span> {row.title}
          {what === "" ? null : <span className={classes.action}>{what}</span>}
        </span>
        <span className={classes.facts}>
          {dueOn === null ? (
            <span>{t("work.noDate")}</span>
          ) : (
            <DueDate
              due={{ dueOn, originalDueOn: null, daysToDue: daysLeft, overdue: daysLeft !== null && daysLeft < 0 }}
            />
          )}
          {missing.length === 0 ? null : (
            <span className={classes.missing}>
              {t("missing.intro")} {missing.map((code) => t(`missing.${code}`)).join(", ")}
            </span>
          )}
          {showWho ? (
            <span>{step.who.length === 0 ? t("work.nobody") : t("work.who", { names: step.who.join(", ") })}</span>
          ) : null}
        </span>
      </Link>
    </li>
  );
}

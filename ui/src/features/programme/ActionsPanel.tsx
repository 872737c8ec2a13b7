import { Button, Group } from "@mantine/core";
import { IconAlertTriangle, IconPrinter } from "@tabler/icons-react";
import { CaseLink } from "@/components/CaseLink";
import { DueDay } from "@/components/DueDate";
import { LinkButton } from "@/components/LinkButton";
import { useWords } from "@/i18n/i18n";
import type { ActionProgrammeView, ProgrammeAction } from "@/ipc/bindings";
import { formatDay, monthName } from "@/lib/dates";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import { PlainTable } from "@/ui/PlainTable";
import "@/ui/print.css";
import { MarkSign, MarksLegend } from "./Marks";
import classes from "./programme.module.css";

/** Headings of the months as yearly plans write them. */
const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/** The actions that the year is concerned with, month by month. */
export function ActionsPanel({ view }: { view: ActionProgrammeView }) {
  const { t, lang } = useWords();
  const { actions, percent } = view;
  const months = ROMAN.map((roman, index) => (
    <span key={roman}>
      <span aria-hidden>{roman}</span>
      <span className="visually-hidden">{monthName(index + 1, lang, "long")}</span>
    </span>
  ));
  return (
    <Panel
      title={t("programme.actions")}
      testId="programme-actions"
      actions={
        <Group gap="md">
          <strong data-testid="programme-percent">{t("programme.total", { percent })}</strong>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
          >
            {t("programme.print")}
          </Button>
        </Group>
      }
    >
      {actions.length === 0 ? (
        <EmptyState
          action={
            <LinkButton to="/cases" variant="default">
              {t("programme.openRegister")}
            </LinkButton>
          }
        >
          {t("programme.empty")}
        </EmptyState>
      ) : (
        <>
          <MarksLegend />
          <PlainTable
            label={t("programme.actions")}
            head={[
              t("programme.number"),
              t("programme.what"),
              t("programme.owner"),
              t("programme.due"),
              t("programme.percent"),
              ...months,
            ]}
          >
            {actions.map((action) => (
              <ActionRow key={action.id} action={action} />
            ))}
          </PlainTable>
        </>
      )}
    </Panel>
  );
}

function ActionRow({ action }: { action: ProgrammeAction }) {
  const { t, lang } = useWords();
  const { dueOn, originalDueOn, doneOn, overdue, departmentCode, processCode } = action;
  return (
    <tr data-testid={`programme-action-${action.number}`}>
      <th scope="row" className={classes.nowrap}>
        <CaseLink id={action.caseId} number={action.number} />
        <span className={classes.small}>{[departmentCode, processCode].filter(Boolean).join(" · ")}</span>
      </th>
      <td className={classes.what}>
        {action.what}
        {action.expectedEffect === "" ? null : (
          <span className={classes.small}>{t("programme.effect", { effect: action.expectedEffect })}</span>
        )}
        <span className={classes.small}>{t("programme.from", { source: action.source })}</span>
        {action.added ? <span className={classes.added}>{t("programme.added")}</span> : null}
      </td>
      <td>{action.owner}</td>
      <td>
        <DueDay due={{ dueOn, originalDueOn, daysToDue: null, overdue }} />
        {doneOn === null ? null : (
          <span className={classes.small}>{t("programme.doneOn", { date: formatDay(doneOn, lang) })}</span>
        )}
        {overdue ? (
          <span className={classes.late}>
            <IconAlertTriangle size={16} aria-hidden />
            {t("programme.overdue")}
          </span>
        ) : null}
      </td>
      <td className="tabular">{`${action.percent}%`}</td>
      {action.marks.map((mark, index) => (
        <td key={ROMAN[index]} className={classes.month}>
          <MarkSign mark={mark} />
        </td>
      ))}
    </tr>
  );
}

import { ActionIcon, Group } from "@mantine/core";
import { IconArrowRight, IconPencil, IconTrash } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { CaseLink } from "@/components/CaseLink";
import { DayText } from "@/components/DayText";
import { PlanWarnings } from "@/components/PlanWarnings";
import { useWords } from "@/i18n/i18n";
import type { AuditView } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import classes from "./certificate.module.css";

type Props = { audit: AuditView; mayChange: boolean; columns: number; onEdit: () => void; onRemove: () => void };

/** An audit and, under it, what is wrong with its days. */
export function AuditRow({ audit, mayChange, columns, onEdit, onRemove }: Props) {
  const { t } = useWords();
  return (
    <>
      <tr data-testid={`audit-${audit.kind}`}>
        <th scope="row">{t(`auditKinds.${audit.kind}`)}</th>
        <td className={classes.dates}>
          <DayText day={audit.startsOn} />
          {audit.endsOn === audit.startsOn ? null : (
            <>
              {" – "}
              <DayText day={audit.endsOn} />
            </>
          )}
        </td>
        <td>{t(audit.held ? "certificate.heldYes" : "certificate.heldNo")}</td>
        <td>{audit.lead}</td>
        <td>{audit.scope}</td>
        <td className="tabular">{audit.findingsInReport}</td>
        <td>
          <Answer audit={audit} />
        </td>
        <td>
          {audit.cases.map(({ id, number }) => (
            <span key={id}>
              <CaseLink id={id} number={number} />{" "}
            </span>
          ))}
        </td>
        <td>
          <Doors audit={audit} mayChange={mayChange} onEdit={onEdit} onRemove={onRemove} />
        </td>
      </tr>
      {audit.warnings.length === 0 ? null : (
        <tr>
          <td colSpan={columns}>
            <PlanWarnings warnings={audit.warnings} label={t("certificate.planWarnings")} />
          </td>
        </tr>
      )}
    </>
  );
}

/** An internal audit is led on its own screen; one of the certification body is a form. */
function Doors({ audit, mayChange, onEdit, onRemove }: Omit<Props, "columns">) {
  const { t, lang } = useWords();
  const name = `${t(`auditKinds.${audit.kind}`)} ${formatDay(audit.startsOn, lang)}`;
  if (audit.kind === "internal") {
    return (
      <Group gap={4} wrap="nowrap" justify="flex-end">
        <Link to="/audits/$id" params={{ id: audit.id }} aria-label={t("certificate.openNamed", { name })}>
          <IconArrowRight size={18} aria-hidden />
        </Link>
      </Group>
    );
  }
  if (!mayChange) return null;
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t("common.editNamed", { name })}
        onClick={onEdit}
        data-testid={`edit-audit-${audit.kind}`}
      >
        <IconPencil size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={t("common.removeNamed", { name })} onClick={onRemove}>
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

/** How far the answer to the report is. */
function Answer({ audit: { answerDueOn, answerSentOn, answerAcceptedOn } }: { audit: AuditView }) {
  const { t } = useWords();
  const steps = [
    ["due", answerDueOn],
    ["sent", answerSentOn],
    ["accepted", answerAcceptedOn],
  ] as const;
  const known = steps.filter(([, on]) => on !== null);
  if (known.length === 0) return <DayText day={null} />;
  return (
    <dl className={classes.answer}>
      {known.map(([step, on]) => (
        <div key={step}>
          <dt>{t(`auditAnswer.${step}`)}</dt>
          <dd>
            <DayText day={on} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

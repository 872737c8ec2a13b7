import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { DayText } from "@/components/DayText";
import { useWords } from "@/i18n/i18n";
import { distance } from "@/i18n/phrases";
import type { Milestone } from "@/ipc/bindings";
import { PlainTable } from "@/ui/PlainTable";

export function MilestonesTable({ milestones }: { milestones: Milestone[] }) {
  const { t } = useWords();
  return (
    <PlainTable
      label={t("certificate.milestones")}
      head={[
        t("certificate.milestone"),
        t("certificate.latest"),
        t("certificate.recommended"),
        t("certificate.windowFrom"),
        t("certificate.workingDay"),
        t("certificate.auditOn"),
        t("certificate.days"),
      ]}
    >
      {milestones.map((line) => (
        <tr key={line.milestone} data-testid={`milestone-${line.milestone}`}>
          <th scope="row">{t(`milestones.${line.milestone}`)}</th>
          <td>
            <DayText day={line.latest} />
          </td>
          <td>
            <DayText day={line.recommended} />
          </td>
          <td>
            <DayText day={line.windowFrom} />
          </td>
          <td>
            <DayText day={line.workingDayBefore} />
          </td>
          <td>
            <DayText day={line.auditOn} />
          </td>
          <td>
            <Left line={line} />
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}

function Left({ line }: { line: Milestone }) {
  const { t } = useWords();
  const look = { display: "inline-flex", alignItems: "center", gap: 5 } as const;
  if (line.done) {
    return (
      <span style={{ ...look, color: "var(--c-ok)" }}>
        <IconCircleCheck size={16} aria-hidden />
        {t("certificate.done")}
      </span>
    );
  }
  if (line.daysLeft === null) return <DayText day={null} />;
  if (line.daysLeft >= 0) return <span className="tabular">{distance(t, line.daysLeft)}</span>;
  return (
    <span style={{ ...look, color: "var(--c-overdue)", fontWeight: 600 }} className="tabular">
      <IconAlertTriangle size={16} aria-hidden />
      {distance(t, line.daysLeft)}
    </span>
  );
}

import { Select } from "@mantine/core";
import { useWords } from "@/i18n/i18n";
import type { MonthFigures, OnTimeFigures } from "@/ipc/bindings";
import { useAsk } from "@/ipc/queries";
import { monthName } from "@/lib/dates";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import { PlainTable } from "@/ui/PlainTable";
import classes from "./dashboard.module.css";

const SERIES = [
  { key: "opened", colour: "var(--c-accent)" },
  { key: "closed", colour: "var(--c-ok)" },
  { key: "overdue", colour: "var(--c-overdue)" },
] as const;

const HEIGHT = 110;

type Props = { year: number; months: MonthFigures[]; onTime: OnTimeFigures; onYear: (year: number) => void };

/** A year by months. The bars are for the eye, the table beneath holds the same numbers for everybody. */
export function MonthsChart({ year, months, onTime, onYear }: Props) {
  const { t, lang } = useWords();
  const years = useAsk("choices", null).data?.years ?? [];
  const options = [...new Set([year, ...years])].sort((a, b) => b - a).map(String);
  const most = Math.max(1, ...months.map((month) => Math.max(month.opened, month.closed, month.overdue)));
  const anything = months.some((month) => month.opened + month.closed + month.overdue > 0);
  return (
    <Panel
      title={t("dashboard.months", { year })}
      actions={
        <Select
          aria-label={t("dashboard.year")}
          size="xs"
          w={92}
          data={options}
          value={String(year)}
          allowDeselect={false}
          onChange={(value) => value !== null && onYear(Number(value))}
        />
      }
      testId="months"
    >
      {onTime.done === 0 ? null : <p className={classes.onTime}>{t("dashboard.onTime", onTime)}</p>}
      {anything ? (
        <figure className={classes.chart}>
          <ul className={classes.legend}>
            {SERIES.map(({ key, colour }) => (
              <li key={key}>
                <span className={classes.swatch} style={{ background: colour }} aria-hidden />
                {t(`dashboard.${key}`)}
              </li>
            ))}
          </ul>
          <svg viewBox={`0 0 ${12 * 36} ${HEIGHT + 22}`} width="100%" aria-hidden="true" focusable="false">
            <line x1={0} x2={12 * 36} y1={HEIGHT} y2={HEIGHT} stroke="var(--c-line)" />
            {months.map((month) => (
              <MonthBars key={month.month} month={month} most={most} label={monthName(month.month, lang, "short")} />
            ))}
          </svg>
          <details className={classes.details}>
            <summary>{t("dashboard.monthsTable")}</summary>
            <PlainTable
              label={t("dashboard.months", { year })}
              head={[t("dashboard.month"), ...SERIES.map(({ key }) => t(`dashboard.${key}`))]}
            >
              {months.map((month) => (
                <tr key={month.month}>
                  <th scope="row">{monthName(month.month, lang, "long")}</th>
                  {SERIES.map(({ key }) => (
                    <td key={key} className="tabular">
                      {month[key]}
                    </td>
                  ))}
                </tr>
              ))}
            </PlainTable>
          </details>
        </figure>
      ) : (
        <EmptyState>{t("dashboard.monthsEmpty")}</EmptyState>
      )}
    </Panel>
  );
}

function MonthBars({ month, most, label }: { month: MonthFigures; most: number; label: string }) {
  const left = (month.month - 1) * 36 + 4;
  return (
    <g>
      {SERIES.map(({ key, colour }, index) => {
        const height = (month[key] / most) * (HEIGHT - 16);
        return (
          <g key={key}>
            <rect x={left + index * 10} y={HEIGHT - height} width={8} height={height} fill={colour} />
            {month[key] === 0 ? null : (
              <text
                x={left + index * 10 + 4}
                y={HEIGHT - height - 3}
                fontSize={10}
                textAnchor="middle"
                fill="var(--c-muted)"
              >
                {month[key]}
              </text>
            )}
          </g>
        );
      })}
      <text x={left + 14} y={HEIGHT + 15} fontSize={11} textAnchor="middle" fill="var(--c-muted)">
        {label}
      </text>
    </g>
  );
}

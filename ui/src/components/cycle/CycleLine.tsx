import { useElementSize } from "@mantine/hooks";
import { type Translate, useWords } from "@/i18n/i18n";
import type { Lang, TimelineMark } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import { PlainTable } from "@/ui/PlainTable";
import { CycleMarks } from "./CycleMarks";
import { CycleMonths, SERIES } from "./CycleMonths";
import classes from "./cycle.module.css";
import { type Named, type Timeline, years } from "./layout";

const OWN_NAME: ReadonlySet<TimelineMark["kind"]> = new Set(["audit", "internal_audit", "review"] as const);

/** Words of a mark; an audit brings its own name. */
function markName(t: Translate, mark: TimelineMark): string {
  const own = OWN_NAME.has(mark.kind);
  const name = own && mark.label !== "" ? mark.label : t(`marks.${mark.kind}`);
  return mark.planned && own ? `${name} (${t("marks.plannedSuffix")})` : name;
}

function named(t: Translate, lang: Lang, timeline: Timeline): Named[] {
  return [...timeline.marks]
    .sort((a, b) => a.on.localeCompare(b.on))
    .map((mark) => ({ mark, name: markName(t, mark), day: formatDay(mark.on, lang) }));
}

/** The certificate's cycle as a line of days, with the cases of each month under it. The drawing is for the eye; the same dates
 *  stand in a list and the same figures in a table for everybody. */
export function CycleLine({ timeline }: { timeline: Timeline }) {
  const { t, lang } = useWords();
  const { ref, width } = useElementSize<HTMLElement>();
  const marks = named(t, lang, timeline);
  const any = timeline.months.some(({ opened, closed, externalOpen }) => opened + closed + externalOpen > 0);
  return (
    <figure className={classes.cycle} ref={ref} aria-label={t("certificate.timeline")} data-testid="cycle-line">
      {width > 0 ? (
        <>
          <CycleMarks named={marks} timeline={timeline} width={width} />
          {any ? <CycleMonths timeline={timeline} width={width} /> : null}
          <Years timeline={timeline} width={width} />
        </>
      ) : null}
      <ol className="visually-hidden" aria-label={t("certificate.timelineList")}>
        {marks.map(({ mark, name, day }) => (
          <li key={`${mark.kind}${mark.on}${mark.label}`}>
            {day}: {name}
          </li>
        ))}
      </ol>
      {any ? <MonthsTable timeline={timeline} /> : null}
    </figure>
  );
}

function Years({ timeline, width }: { timeline: Timeline; width: number }) {
  return (
    <svg height={18} aria-hidden="true" focusable="false">
      {years(timeline, width).map(({ year, x }) => (
        <g key={year}>
          <line x1={x} x2={x} y1={0} y2={16} stroke="var(--c-line)" />
          {x > width - 34 ? null : (
            <text x={x + 5} y={13} fontSize={12} fill="var(--c-muted)">
              {year}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

function MonthsTable({ timeline }: { timeline: Timeline }) {
  const { t } = useWords();
  return (
    <details className={classes.details}>
      <summary>{t("certificate.monthsTable")}</summary>
      <div className={classes.months}>
        <PlainTable
          label={t("certificate.monthsTable")}
          head={[t("dashboard.month"), ...SERIES.map(({ key }) => t(`timelineMonths.${key}`))]}
        >
          {timeline.months.map((month) => (
            <tr key={month.month}>
              <th scope="row" className="tabular">
                {`${month.month.slice(5, 7)}.${month.month.slice(0, 4)}`}
              </th>
              {SERIES.map(({ key }) => (
                <td key={key} className="tabular">
                  {month[key]}
                </td>
              ))}
            </tr>
          ))}
        </PlainTable>
      </div>
    </details>
  );
}

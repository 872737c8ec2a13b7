import { useWords } from "@/i18n/i18n";
import classes from "./cycle.module.css";
import { type MonthSpan, months, type Timeline } from "./layout";

const HEIGHT = 54;

/** What is counted month by month. Findings of external audits stand as a line with dots, so that they differ by shape too. */
export const SERIES = [
  { key: "opened", colour: "var(--c-accent)", shape: "bar" },
  { key: "closed", colour: "var(--c-ok)", shape: "bar" },
  { key: "externalOpen", colour: "var(--c-overdue)", shape: "line" },
] as const;

/** Small bars under the line of the cycle. */
export function CycleMonths({ timeline, width }: { timeline: Timeline; width: number }) {
  const { t } = useWords();
  const spans = months(timeline, width);
  const most = Math.max(1, ...timeline.months.flatMap((month) => SERIES.map(({ key }) => month[key])));
  const up = (count: number) => (count / most) * (HEIGHT - 8);
  return (
    <>
      <ul className={classes.legend} aria-label={t("certificate.monthsLegend")}>
        {SERIES.map(({ key, colour, shape }) => (
          <li key={key}>
            <span
              className={shape === "bar" ? classes.swatch : classes.dot}
              style={{ background: colour }}
              aria-hidden
            />
            {t(`timelineMonths.${key}`)}
          </li>
        ))}
      </ul>
      <svg height={HEIGHT + 2} aria-hidden="true" focusable="false" data-testid="cycle-months">
        {spans.map((span) => (
          <Bars key={span.month.month} span={span} up={up} />
        ))}
        <line x1={0} x2={width} y1={HEIGHT} y2={HEIGHT} stroke="var(--c-line)" />
        <External spans={spans} up={up} />
      </svg>
    </>
  );
}

type Up = (count: number) => number;

function Bars({ span: { month, from, to }, up }: { span: MonthSpan; up: Up }) {
  const broad = Math.max(1, Math.min(9, (to - from - 3) / 2));
  const left = (from + to) / 2 - broad;
  return (
    <g>
      {([month.opened, month.closed] as const).map((count, index) => (
        <rect
          key={SERIES[index]?.key}
          x={left + index * (broad + 1)}
          y={HEIGHT - up(count)}
          width={broad}
          height={up(count)}
          fill={SERIES[index]?.colour}
        />
      ))}
    </g>
  );
}

/** Open findings of external audits; a line joins the months that have some. */
function External({ spans, up }: { spans: readonly MonthSpan[]; up: Up }) {
  const { colour } = SERIES[2];
  const points = spans.map(({ month: { month, externalOpen: count }, from, to }) => ({
    month,
    count,
    x: (from + to) / 2,
    y: HEIGHT - up(count),
  }));
  const steps = points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));
  return (
    <g stroke={colour} fill={colour}>
      {steps
        .filter(({ from, to }) => from.count + to.count > 0)
        .map(({ from, to }) => (
          <line key={to.month} x1={from.x} y1={from.y} x2={to.x} y2={to.y} strokeWidth={1.5} />
        ))}
      {points
        .filter(({ count }) => count > 0)
        .map(({ x, y, month }) => (
          <circle key={month} cx={x} cy={y} r={3} stroke="var(--c-surface)" />
        ))}
    </g>
  );
}

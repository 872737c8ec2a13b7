import { useElementSize } from "@mantine/hooks";
import { type Translate, useWords } from "@/i18n/i18n";
import type { CertificateView, Day, Lang, TimelineMark } from "@/ipc/bindings";
import { daysBetween, formatDay } from "@/lib/dates";
import classes from "./components.module.css";

type Timeline = NonNullable<CertificateView["timeline"]>;

/** Words of a mark; an audit brings its own name. */
function markName(t: Translate, mark: TimelineMark): string {
  const own = mark.kind === "audit" || mark.kind === "internal_audit";
  const name = own && mark.label !== "" ? mark.label : t(`marks.${mark.kind}`);
  return mark.planned && own ? `${name} (${t("marks.plannedSuffix")})` : name;
}

const LANES = [32, -34, 68, -70];
const CHAR = 6.6;

type Placed = { mark: TimelineMark; name: string; x: number; left: number; lane: number };

/** Gives every label the first lane where it covers no other label. */
function place(t: Translate, lang: Lang, timeline: Timeline, width: number): Placed[] {
  const span = Math.max(1, daysBetween(timeline.from, timeline.to));
  const ends = LANES.map(() => Number.NEGATIVE_INFINITY);
  const at = (day: Day) => (daysBetween(timeline.from, day) / span) * width;
  return [...timeline.marks]
    .sort((a, b) => a.on.localeCompare(b.on))
    .map((mark) => {
      const name = markName(t, mark);
      const x = Math.min(width, Math.max(0, at(mark.on)));
      const text = Math.max(name.length, formatDay(mark.on, lang).length) * CHAR;
      const left = Math.min(Math.max(0, x - text / 2), Math.max(0, width - text));
      let lane = ends.findIndex((end) => end + 10 < left);
      if (lane < 0) lane = ends.indexOf(Math.min(...ends));
      ends[lane] = left + text;
      return { mark, name, x, left: left + text / 2, lane };
    });
}

function colour(mark: TimelineMark): string {
  if (mark.kind === "today") return "var(--c-text)";
  if (mark.kind === "audit" || mark.kind === "internal_audit") return mark.planned ? "var(--c-accent)" : "var(--c-ok)";
  return "var(--c-quiet)";
}

/** Room above and below the line for the lanes in use. */
function room(placed: Placed[]): { middle: number; height: number } {
  const offsets = placed.map(({ lane }) => LANES[lane] ?? 0);
  const middle = 30 - Math.min(0, ...offsets);
  return { middle, height: middle + 26 + Math.max(0, ...offsets) };
}

/** The certificate's cycle as a line of days. The drawing is for the eye; the same dates stand in a list for everybody else. */
export function CycleLine({ timeline }: { timeline: Timeline }) {
  const { t, lang } = useWords();
  const { ref, width } = useElementSize<HTMLElement>();
  const placed = width > 0 ? place(t, lang, timeline, width) : [];
  const { middle, height } = room(placed);
  const today = placed.find(({ mark }) => mark.kind === "today");
  return (
    <figure className={classes.cycle} ref={ref} aria-label={t("certificate.timeline")}>
      <svg height={height} aria-hidden="true" focusable="false">
        <line x1={0} x2={width} y1={middle} y2={middle} stroke="var(--c-line)" strokeWidth={6} strokeLinecap="round" />
        {today === undefined ? null : (
          <line
            x1={0}
            x2={today.x}
            y1={middle}
            y2={middle}
            stroke="var(--c-accent)"
            strokeWidth={6}
            strokeLinecap="round"
          />
        )}
        {placed.map(({ mark, name, x, left, lane }) => (
          <Mark
            key={`${mark.kind}${mark.on}${mark.label}`}
            mark={mark}
            name={name}
            x={x}
            left={left}
            lane={lane}
            middle={middle}
          />
        ))}
      </svg>
      <ol className="visually-hidden" aria-label={t("certificate.timelineList")}>
        {placed.map(({ mark, name }) => (
          <li key={`${mark.kind}${mark.on}${mark.label}`}>
            {formatDay(mark.on, lang)}: {name}
          </li>
        ))}
      </ol>
    </figure>
  );
}

/** Keeps a label readable where another mark's line runs behind it. */
const HALO = { paintOrder: "stroke", stroke: "var(--c-surface)", strokeWidth: 5 } as const;

function Mark({ mark, name, x, left, lane, middle }: Placed & { middle: number }) {
  const { lang } = useWords();
  const offset = LANES[lane] ?? 30;
  const y = middle + offset;
  const upper = offset < 0;
  return (
    <g>
      <line x1={x} x2={x} y1={middle} y2={upper ? y + 8 : y - 14} stroke="var(--c-line)" strokeWidth={1} />
      {mark.kind === "today" ? (
        <line x1={x} x2={x} y1={middle - 12} y2={middle + 12} stroke="var(--c-text)" strokeWidth={3} />
      ) : (
        <circle
          cx={x}
          cy={middle}
          r={6}
          fill={mark.planned ? "var(--c-surface)" : colour(mark)}
          stroke={colour(mark)}
          strokeWidth={2}
        />
      )}
      <text
        x={left}
        y={upper ? y - 12 : y}
        textAnchor="middle"
        fontSize={13}
        fontWeight={600}
        fill={colour(mark)}
        {...HALO}
      >
        {name}
      </text>
      <text x={left} y={upper ? y + 4 : y + 16} textAnchor="middle" fontSize={13} fill="var(--c-muted)" {...HALO}>
        {formatDay(mark.on, lang)}
      </text>
    </g>
  );
}

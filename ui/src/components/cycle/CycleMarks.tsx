import type { TimelineMark } from "@/ipc/bindings";
import { type Named, offset, type Placed, place, room, suspensions, type Timeline } from "./layout";

/** Keeps a label readable where the line of another mark runs behind it. */
const HALO = { paintOrder: "stroke", stroke: "var(--c-surface)", strokeWidth: 5 } as const;

const TROUBLE: ReadonlySet<TimelineMark["kind"]> = new Set(["suspended", "withdrawn"] as const);
const HAPPENS: ReadonlySet<TimelineMark["kind"]> = new Set(["audit", "internal_audit", "review"] as const);

function colour({ kind, planned }: TimelineMark): string {
  if (kind === "today") return "var(--c-text)";
  if (TROUBLE.has(kind)) return "var(--c-overdue)";
  if (kind === "lifted") return "var(--c-ok)";
  if (HAPPENS.has(kind)) return planned ? "var(--c-accent)" : "var(--c-ok)";
  return "var(--c-quiet)";
}

type Props = { named: readonly Named[]; timeline: Timeline; width: number };

/** The line with its marks. What lies behind is drawn first, so that no line runs through a label. */
export function CycleMarks({ named, timeline, width }: Props) {
  const placed = place(named, timeline, width);
  const { middle, height } = room(placed);
  const today = placed.find(({ mark }) => mark.kind === "today");
  const keyed = placed.map((one) => ({ one, key: `${one.mark.kind}${one.mark.on}${one.mark.label}` }));
  return (
    <svg height={height} aria-hidden="true" focusable="false">
      {keyed.map(({ one, key }) => (
        <Stem key={key} placed={one} middle={middle} />
      ))}
      <Bar from={0} to={width} middle={middle} stroke="var(--c-line)" />
      {today === undefined ? null : <Bar from={0} to={today.x} middle={middle} stroke="var(--c-accent)" />}
      {suspensions(timeline, width).map(({ from, to }) => (
        <rect
          key={from}
          x={from}
          y={middle - 7}
          width={to - from}
          height={14}
          rx={3}
          fill="var(--c-overdue-soft)"
          stroke="var(--c-overdue)"
          strokeWidth={2}
          strokeDasharray="5 3"
        />
      ))}
      {keyed.map(({ one, key }) => (
        <Shape key={key} mark={one.mark} x={one.x} middle={middle} />
      ))}
      {keyed.map(({ one, key }) => (
        <Label key={key} placed={one} middle={middle} />
      ))}
    </svg>
  );
}

function Bar({ from, to, middle, stroke }: { from: number; to: number; middle: number; stroke: string }) {
  return <line x1={from} x2={to} y1={middle} y2={middle} stroke={stroke} strokeWidth={6} strokeLinecap="round" />;
}

function Stem({ placed: { x, lane }, middle }: { placed: Placed; middle: number }) {
  const y = middle + offset(lane);
  return <line x1={x} x2={x} y1={middle} y2={lane % 2 === 0 ? y - 14 : y + 20} stroke="var(--c-line)" />;
}

/** Reviews are diamonds, changes of the body squares: colour alone tells nothing. */
function Shape({ mark, x, middle }: { mark: TimelineMark; x: number; middle: number }) {
  const stroke = colour(mark);
  if (mark.kind === "today") {
    return <line x1={x} x2={x} y1={middle - 12} y2={middle + 12} stroke={stroke} strokeWidth={3} />;
  }
  const look = { fill: mark.planned ? "var(--c-surface)" : stroke, stroke, strokeWidth: 2 };
  if (mark.kind === "review" || mark.kind === "transfer") {
    const turn = mark.kind === "review" ? `rotate(45 ${x} ${middle})` : undefined;
    return <rect x={x - 5} y={middle - 5} width={10} height={10} transform={turn} {...look} />;
  }
  return <circle cx={x} cy={middle} r={6} {...look} />;
}

function Label({ placed: { mark, name, day, middle: x, lane }, middle }: { placed: Placed; middle: number }) {
  const y = middle + offset(lane);
  return (
    <g textAnchor="middle" fontSize={13}>
      <text x={x} y={y} fontWeight={600} fill={colour(mark)} {...HALO}>
        {name}
      </text>
      <text x={x} y={y + 16} fill="var(--c-muted)" {...HALO}>
        {day}
      </text>
    </g>
  );
}

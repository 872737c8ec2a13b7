import type { CertificateView, Day, TimelineMark, TimelineMonth } from "@/ipc/bindings";
import { daysBetween } from "@/lib/dates";

export type Timeline = NonNullable<CertificateView["timeline"]>;

/** Widest letter of a label on average, in pixels. */
const CHAR = 6.6;
/** Two lines of text and the gap to the next label above or below. */
const LANE = 36;
const GAP = 10;
/** From the line to the baseline of the nearest labels. */
const NEAR = 32;

/** A mark with its words before it has a place. */
export type Named = { mark: TimelineMark; name: string; day: string };
/** `x`: on the line; `middle`: of the label; `lane`: 0 is nearest, odd ones stand above the line. */
export type Placed = Named & { x: number; middle: number; width: number; lane: number };
export type Span = { from: number; to: number };
export type MonthSpan = Span & { month: TimelineMonth };

/** Where a day stands on a line of that width. */
export function scale({ from, to }: Timeline, width: number): (day: Day) => number {
  const span = Math.max(1, daysBetween(from, to));
  return (day) => Math.min(width, Math.max(0, (daysBetween(from, day) / span) * width));
}

/** Gives every label the nearest lane where it covers no other label; there are as many lanes as that takes. */
export function place(named: readonly Named[], timeline: Timeline, width: number): Placed[] {
  const at = scale(timeline, width);
  const ends: number[] = [];
  return [...named]
    .sort((a, b) => a.mark.on.localeCompare(b.mark.on))
    .map((one) => {
      const x = at(one.mark.on);
      const text = Math.min(width, Math.max(one.name.length, one.day.length) * CHAR);
      const left = Math.min(Math.max(0, x - text / 2), width - text);
      const free = ends.findIndex((end) => end + GAP < left);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = left + text;
      return { ...one, x, middle: left + text / 2, width: text, lane };
    });
}

/** Baseline of a lane's names, counted from the line; negative above it. */
export function offset(lane: number): number {
  const far = Math.floor(lane / 2) * LANE;
  return lane % 2 === 0 ? NEAR + far : -(NEAR + far + 16);
}

/** Room above and below the line for the lanes in use. */
export function room(placed: readonly Placed[]): { middle: number; height: number } {
  const offsets = placed.map(({ lane }) => offset(lane));
  const middle = 18 - Math.min(0, ...offsets);
  return { middle, height: middle + 24 + Math.max(0, ...offsets) };
}

/** While the certificate was suspended. A suspension that nobody lifted runs to today. */
export function suspensions(timeline: Timeline, width: number): Span[] {
  const at = scale(timeline, width);
  const marks = [...timeline.marks].sort((a, b) => a.on.localeCompare(b.on));
  const today = marks.find(({ kind }) => kind === "today")?.on ?? timeline.to;
  return marks.flatMap((mark, index) => {
    if (mark.kind !== "suspended") return [];
    const end = marks.slice(index + 1).find(({ kind }) => kind === "lifted" || kind === "withdrawn");
    return [{ from: at(mark.on), to: Math.max(at(mark.on) + 4, at(end?.on ?? today)) }];
  });
}

function nextMonth(day: Day): Day {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

/** The room of each month under the line; the first and the last may be shorter. */
export function months(timeline: Timeline, width: number): MonthSpan[] {
  const at = scale(timeline, width);
  return timeline.months
    .map((month) => ({ month, from: at(month.month), to: at(nextMonth(month.month)) }))
    .filter(({ from, to }) => to - from > 2);
}

/** The years that begin on the line. */
export function years(timeline: Timeline, width: number): { year: string; x: number }[] {
  const at = scale(timeline, width);
  const first = Number(timeline.from.slice(0, 4)) + 1;
  const last = Number(timeline.to.slice(0, 4));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const year = String(first + index);
    return { year, x: at(`${year}-01-01`) };
  });
}

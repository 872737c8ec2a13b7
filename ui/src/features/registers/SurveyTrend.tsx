import { useWords } from "@/i18n/i18n";
import type { SurveyView } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import { formatScore } from "@/lib/numbers";
import classes from "./registers.module.css";

const WIDTH = 520;
const HEIGHT = 90;
const EDGE = 34;

/** How the score goes from survey to survey, each against its own scale. The table beneath holds the same numbers. */
export function SurveyTrend({ surveys }: { surveys: readonly SurveyView[] }) {
  const { t, lang } = useWords();
  const scored = surveys
    .flatMap(({ id, form }) => (form.score === null ? [] : [{ id, on: form.heldOn, ...form, score: form.score }]))
    .sort((a, b) => a.on.localeCompare(b.on));
  const [first] = scored;
  const last = scored.at(-1);
  if (first === undefined || last === undefined || scored.length < 2) return null;
  const best = Math.max(1, ...scored.flatMap(({ score, target }) => [score, target ?? 0]));
  const share = (score: number, scale: number | null) => score / (scale ?? best);
  const shares = scored.flatMap(({ score, target, scale }) =>
    target === null ? [share(score, scale)] : [share(score, scale), share(target, scale)],
  );
  const low = Math.min(...shares);
  // Scores lie close together: the picture spans what there is, not the whole scale.
  const span = Math.max(0.01, Math.max(...shares) - low);
  const height = (score: number, scale: number | null) =>
    HEIGHT - ((share(score, scale) - low) / span) * (HEIGHT - 30) - 8;
  const points = scored.map((one, index) => ({
    ...one,
    x: EDGE + (index * (WIDTH - 2 * EDGE)) / (scored.length - 1),
    y: height(one.score, one.scale),
    goal: one.target === null ? null : height(one.target, one.scale),
  }));
  return (
    <figure className={classes.trend} data-testid="survey-trend">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 22}`} width="100%" aria-hidden="true" focusable="false">
        <polyline
          points={points.map(({ x, y }) => `${x},${y}`).join(" ")}
          fill="none"
          stroke="var(--c-accent)"
          strokeWidth={2}
        />
        {points.map(({ id, x, y, goal, score, on }) => (
          <g key={id}>
            {goal === null ? null : (
              <line x1={x - 14} x2={x + 14} y1={goal} y2={goal} stroke="var(--c-soon)" strokeDasharray="3 3" />
            )}
            <circle cx={x} cy={y} r={4} fill="var(--c-accent)" />
            <text x={x} y={y - 8} fontSize={12} textAnchor="middle" fill="var(--c-text)">
              {formatScore(score, lang)}
            </text>
            <text x={x} y={HEIGHT + 16} fontSize={11} textAnchor="middle" fill="var(--c-muted)">
              {formatDay(on, lang)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>
        {t("registers.trend", {
          first: formatScore(first.score, lang),
          from: formatDay(first.on, lang),
          last: formatScore(last.score, lang),
          to: formatDay(last.on, lang),
        })}
      </figcaption>
    </figure>
  );
}

import { useWords } from "@/i18n/i18n";
import type { ScorePoint } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import classes from "./components.module.css";
import { VerdictMark } from "./ReadinessMarks";

const [WIDTH, HEIGHT, EDGE] = [220, 56, 6];
/** More points than this cannot be told apart. */
const DRAWN = 24;

/** How the score changed from one kept run to the next. The line is for the eye, the list holds the same for everybody. */
export function ScoreTrend({ trend }: { trend: ScorePoint[] }) {
  const { t, lang } = useWords();
  const points = trend.slice(-DRAWN);
  const [now, before] = [points.at(-1), points.at(-2)];
  if (now === undefined || before === undefined) return <p className={classes.hint}>{t("readiness.noTrend")}</p>;
  const change = now.score - before.score;
  const step = (WIDTH - 2 * EDGE) / (points.length - 1);
  const places = points.map(({ score }, index) => ({
    x: EDGE + index * step,
    y: HEIGHT - EDGE - (score / 100) * (HEIGHT - 2 * EDGE),
  }));
  return (
    <div className={classes.trend} data-testid="readiness-trend">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true" focusable="false">
        <line x1={0} x2={WIDTH} y1={HEIGHT - 1} y2={HEIGHT - 1} stroke="var(--c-line)" />
        <polyline
          points={places.map(({ x, y }) => `${x},${y}`).join(" ")}
          fill="none"
          stroke="var(--c-accent)"
          strokeWidth={2}
        />
        {places.map(({ x, y }) => (
          <circle key={x} cx={x} cy={y} r={3.5} fill="var(--c-accent)" />
        ))}
      </svg>
      <p className={classes.hint}>
        {t("readiness.since", {
          date: formatDay(before.on, lang),
          score: before.score,
          change: change > 0 ? `+${change}` : change < 0 ? `−${-change}` : "0",
        })}
      </p>
      <details>
        <summary>{t("readiness.trendList")}</summary>
        <ol className={classes.trendList}>
          {points.map((point, index) => (
            <li key={index} className="tabular">
              {formatDay(point.on, lang)} · {point.score} · <VerdictMark verdict={point.verdict} />
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}

import classes from "./importing.module.css";

type Total = { part: string; count: number; label: string };

/** How many rows of a file become what. */
export function TotalsList({ totals }: { totals: readonly Total[] }) {
  return (
    <ul className={classes.totals}>
      {totals.map(({ part, count, label }) => (
        <li key={part} data-testid={`total-${part}`}>
          <strong>{count}</strong>
          <span className={classes.muted}>{label}</span>
        </li>
      ))}
    </ul>
  );
}

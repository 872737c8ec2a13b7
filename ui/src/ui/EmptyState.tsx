import type { ReactNode } from "react";
import classes from "./ui.module.css";

/** Nothing here yet: one sentence that teaches the next step, and the button that takes it. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <div>{children}</div>
      {action}
    </div>
  );
}

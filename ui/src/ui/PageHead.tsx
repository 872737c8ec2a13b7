import type { ReactNode } from "react";
import classes from "./ui.module.css";

export function PageHead({ title, note, children }: { title: ReactNode; note?: ReactNode; children?: ReactNode }) {
  return (
    <header className={classes.pageHead}>
      <h1 className={classes.pageTitle} tabIndex={-1}>
        {title}
      </h1>
      {note}
      {children === undefined ? null : <div className={classes.pageActions}>{children}</div>}
    </header>
  );
}

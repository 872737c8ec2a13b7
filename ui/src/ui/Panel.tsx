import { type ReactNode, useId } from "react";
import classes from "./ui.module.css";

type Props = {
  title: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  id?: string;
  testId?: string;
};

/** A titled part of a screen; the title names the region for screen readers. */
export function Panel({ title, actions, children, id, testId }: Props) {
  const heading = useId();
  return (
    <section className={classes.panel} aria-labelledby={heading} id={id} data-testid={testId}>
      <div className={classes.panelHead}>
        <h2 className={classes.panelTitle} id={heading}>
          {title}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  );
}

import { Link, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/i18n";
import type { Session } from "@/ipc/bindings";
import classes from "./Frame.module.css";
import { LanguageSwitch } from "./LanguageSwitch";

/** Before there is an office, or before somebody signs in: no screens to go to, only the name, the language and the way back to the doors. */
export function BareFrame({ session, children }: { session: Session; children: ReactNode }) {
  const { t } = useWords();
  const { pathname } = useLocation();
  return (
    <div className={classes.bare}>
      <header className={classes.bareTop}>
        <span className={classes.brand}>{t("app.name")}</span>
        {session.folder.kind !== "locked" && pathname === "/import" ? (
          <Link to="/">{t("start.backToDoors")}</Link>
        ) : null}
        <span className={classes.spacer} />
        <LanguageSwitch lang={session.lang} />
      </header>
      <main className={classes.bareMain} id="main">
        {children}
      </main>
    </div>
  );
}

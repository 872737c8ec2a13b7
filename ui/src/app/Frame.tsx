import { Button, Kbd } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { AuditLine } from "@/components/AuditLine";
import { useLock } from "@/components/useLock";
import type { OpenFolder } from "@/components/useSession";
import { useWords } from "@/i18n/i18n";
import type { Session } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import classes from "./Frame.module.css";
import { Nav } from "./Nav";
import { Palette } from "./Palette";
import { PersonMenu } from "./PersonMenu";
import { ShortcutSheet } from "./ShortcutSheet";
import { useIdleLock } from "./useIdleLock";
import { useShortcuts } from "./useShortcuts";

const PALETTE_KEYS = "Ctrl K";

/** The desk: screens on the left, the next audit on top, the screen itself in the middle. */
export function Frame({ session, folder }: { session: Session; folder: OpenFolder }) {
  const { t, lang } = useWords();
  const [palette, setPalette] = useState(false);
  const [sheet, setSheet] = useState(false);
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useIdleLock(session);
  const hand = useLock();
  const lock = session.person === null ? null : () => hand({ how: "hand" });
  useShortcuts({ openPalette: () => setPalette(true), openSheet: () => setSheet(true), lock });

  // A new screen starts at its top, and the keyboard starts there too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of the path that matters
  useEffect(() => {
    main.current?.scrollTo({ top: 0 });
    if (document.activeElement === document.body) main.current?.focus();
  }, [pathname]);

  return (
    <div className={classes.frame}>
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        {t("app.skip")}
      </button>
      <Nav lang={session.lang} office={folder.office} unread={folder.unread} />
      <header className={classes.top}>
        <AuditLine line={folder.audit} className={classes.audit} />
        <span className={classes.spacer} />
        <Button
          variant="default"
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={<Kbd size="xs">{PALETTE_KEYS}</Kbd>}
          onClick={() => setPalette(true)}
          data-testid="open-palette"
        >
          {t("nav.palette")}
        </Button>
        {session.person === null ? null : <PersonMenu person={session.person} />}
        {folder.sample ? (
          <div className={classes.banner} role="note" data-testid="sample-banner">
            {t("app.sampleBanner", { day: formatDay(session.today, lang) })}
          </div>
        ) : null}
      </header>
      <main className={classes.main} id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      {palette ? <Palette onClose={() => setPalette(false)} onSheet={() => setSheet(true)} onLock={lock} /> : null}
      {sheet ? <ShortcutSheet onClose={() => setSheet(false)} /> : null}
    </div>
  );
}

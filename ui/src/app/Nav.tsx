import {
  IconBooks,
  IconCalendarStats,
  IconCertificate,
  IconClipboardCheck,
  IconFileImport,
  IconInbox,
  IconLayoutDashboard,
  IconListCheck,
  IconSettings,
  IconShieldCheck,
  IconTable,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/i18n";
import type { Lang } from "@/ipc/bindings";
import { useAsk } from "@/ipc/queries";
import classes from "./Frame.module.css";
import { LanguageSwitch } from "./LanguageSwitch";

const SCREENS = [
  { to: "/", name: "dashboard", icon: IconLayoutDashboard },
  { to: "/work", name: "work", icon: IconListCheck },
  { to: "/cases", name: "register", icon: IconTable },
  { to: "/readiness", name: "readiness", icon: IconShieldCheck },
  { to: "/audits", name: "audits", icon: IconClipboardCheck },
  { to: "/programme", name: "programme", icon: IconCalendarStats },
  { to: "/registers", name: "registers", icon: IconBooks },
  { to: "/certificate", name: "certificate", icon: IconCertificate },
  { to: "/inbox", name: "inbox", icon: IconInbox },
  { to: "/import", name: "import", icon: IconFileImport },
  { to: "/settings", name: "settings", icon: IconSettings },
] as const;

const COUNTS = { inbox: "nav.unread", work: "nav.waiting" } as const;

export function Nav({ lang, office, unread }: { lang: Lang; office: string; unread: number }) {
  const { t } = useWords();
  const waiting = useAsk("my_work", null).data?.mineTotal ?? 0;
  const counts = { inbox: unread, work: waiting };
  return (
    <nav className={classes.nav} aria-label={t("nav.label")}>
      <div className={classes.brand}>{t("app.name")}</div>
      <div className={classes.office}>{office}</div>
      <ul className={classes.links}>
        {SCREENS.map(({ to, name, icon: Icon }) => (
          <li key={to}>
            <Link
              to={to}
              className={classes.link}
              activeOptions={{ exact: to === "/", includeSearch: false }}
              data-testid={`nav-${name}`}
            >
              <Icon size={20} aria-hidden />
              {t(`nav.${name}`)}
              {name === "inbox" || name === "work" ? <Count of={name} count={counts[name]} /> : null}
            </Link>
          </li>
        ))}
      </ul>
      <div className={classes.navFoot}>
        <LanguageSwitch lang={lang} />
      </div>
    </nav>
  );
}

function Count({ of, count }: { of: keyof typeof COUNTS; count: number }) {
  const { t } = useWords();
  if (count === 0) return null;
  return (
    <span className={classes.count} data-testid={`${of}-count`}>
      <span aria-hidden>{count}</span>
      <span className="visually-hidden">{t(COUNTS[of], { count })}</span>
    </span>
  );
}

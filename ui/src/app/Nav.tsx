import {
  IconCertificate,
  IconFileImport,
  IconInbox,
  IconLayoutDashboard,
  IconSettings,
  IconTable,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/i18n";
import type { Lang } from "@/ipc/bindings";
import classes from "./Frame.module.css";
import { LanguageSwitch } from "./LanguageSwitch";

const SCREENS = [
  { to: "/", name: "dashboard", icon: IconLayoutDashboard },
  { to: "/cases", name: "register", icon: IconTable },
  { to: "/certificate", name: "certificate", icon: IconCertificate },
  { to: "/inbox", name: "inbox", icon: IconInbox },
  { to: "/import", name: "import", icon: IconFileImport },
  { to: "/settings", name: "settings", icon: IconSettings },
] as const;

export function Nav({ lang, office, unread }: { lang: Lang; office: string; unread: number }) {
  const { t } = useWords();
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
              {name === "inbox" && unread > 0 ? (
                <span className={classes.count} data-testid="inbox-count">
                  <span aria-hidden>{unread}</span>
                  <span className="visually-hidden">{t("nav.unread", { count: unread })}</span>
                </span>
              ) : null}
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

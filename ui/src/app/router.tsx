import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import type { CaseKind } from "@/ipc/bindings";
import { readRegisterSearch } from "@/lib/filters";
import {
  readAuditsSearch,
  readReadinessSearch,
  readRegistersSearch,
  readSettingsSearch,
  readStepSearch,
  readYearSearch,
} from "@/lib/places";
import { CrashPage, NotFoundPage } from "./ErrorPages";
import { Root } from "./Root";

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage, errorComponent: CrashPage });

const dashboard = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: lazyRouteComponent(() => import("@/features/dashboard/DashboardPage"), "DashboardPage"),
});
const register = createRoute({
  getParentRoute: () => root,
  path: "/cases",
  validateSearch: readRegisterSearch,
  component: lazyRouteComponent(() => import("@/features/register/RegisterPage"), "RegisterPage"),
});
const newCase = createRoute({
  getParentRoute: () => root,
  path: "/cases/new",
  validateSearch: (raw: Record<string, unknown>): { kind?: CaseKind } =>
    raw.kind === "DK" || raw.kind === "DZ" || raw.kind === "DS" ? { kind: raw.kind } : {},
  component: lazyRouteComponent(() => import("@/features/case/NewCasePage"), "NewCasePage"),
});
const oneCase = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id",
  validateSearch: readStepSearch,
  component: lazyRouteComponent(() => import("@/features/case/CasePage"), "CasePage"),
});
const work = createRoute({
  getParentRoute: () => root,
  path: "/work",
  component: lazyRouteComponent(() => import("@/features/work/WorkPage"), "WorkPage"),
});
const certificate = createRoute({
  getParentRoute: () => root,
  path: "/certificate",
  component: lazyRouteComponent(() => import("@/features/certificate/CertificatePage"), "CertificatePage"),
});
const readiness = createRoute({
  getParentRoute: () => root,
  path: "/readiness",
  validateSearch: readReadinessSearch,
  component: lazyRouteComponent(() => import("@/features/readiness/ReadinessPage"), "ReadinessPage"),
});
const audits = createRoute({
  getParentRoute: () => root,
  path: "/audits",
  validateSearch: readAuditsSearch,
  component: lazyRouteComponent(() => import("@/features/audits/AuditsPage"), "AuditsPage"),
});
const oneAudit = createRoute({
  getParentRoute: () => root,
  path: "/audits/$id",
  component: lazyRouteComponent(() => import("@/features/audits/AuditPage"), "AuditPage"),
});
const registers = createRoute({
  getParentRoute: () => root,
  path: "/registers",
  validateSearch: readRegistersSearch,
  component: lazyRouteComponent(() => import("@/features/registers/RegistersPage"), "RegistersPage"),
});
const programme = createRoute({
  getParentRoute: () => root,
  path: "/programme",
  validateSearch: readYearSearch,
  component: lazyRouteComponent(() => import("@/features/programme/ProgrammePage"), "ProgrammePage"),
});
const inbox = createRoute({
  getParentRoute: () => root,
  path: "/inbox",
  component: lazyRouteComponent(() => import("@/features/inbox/InboxPage"), "InboxPage"),
});
const importing = createRoute({
  getParentRoute: () => root,
  path: "/import",
  component: lazyRouteComponent(() => import("@/features/import/ImportPage"), "ImportPage"),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  validateSearch: readSettingsSearch,
  component: lazyRouteComponent(() => import("@/features/settings/SettingsPage"), "SettingsPage"),
});

const tree = root.addChildren([
  dashboard,
  work,
  register,
  newCase,
  oneCase,
  readiness,
  audits,
  oneAudit,
  programme,
  registers,
  certificate,
  inbox,
  importing,
  settings,
]);

/** The address lives behind the `#`: the window serves files, not paths. */
export function newRouter() {
  return createRouter({
    routeTree: tree,
    history: createHashHistory(),
    defaultPreload: false,
    scrollRestoration: false,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}

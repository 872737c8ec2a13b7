import { Tabs } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { ErrorNote } from "@/components/ErrorNote";
import { Loading } from "@/components/Loading";
import { useSession } from "@/components/useSession";
import { useWords } from "@/i18n/i18n";
import type { OfficeView, Session } from "@/ipc/bindings";
import { useAsk } from "@/ipc/queries";
import { readSettingsSearch, SETTINGS_TABS, type SettingsTab } from "@/lib/places";
import { PageHead } from "@/ui/PageHead";
import { BatchesPanel } from "./BatchesPanel";
import { OfficePanel } from "./OfficePanel";
import { PeoplePanel } from "./PeoplePanel";
import { PostsPanel } from "./PostsPanel";
import { ProcessesPanel } from "./ProcessesPanel";
import { ProgramPanel } from "./ProgramPanel";
import { RulesPanel } from "./RulesPanel";

const route = getRouteApi("/settings");

const NAMES = {
  office: "settings.tabOffice",
  rules: "settings.tabRules",
  people: "settings.tabPeople",
  processes: "settings.tabProcesses",
} as const;

export function SettingsPage() {
  const { t } = useWords();
  const session = useSession();
  const office = useAsk("office", null);
  const { tab = "office" } = readSettingsSearch(route.useSearch());
  const navigate = route.useNavigate();
  if (office.data === undefined || session === undefined) {
    return office.error === null ? <Loading /> : <ErrorNote error={office.error} onRetry={() => office.refetch()} />;
  }
  return (
    <>
      <PageHead title={t("settings.title")} />
      <Tabs
        value={tab}
        onChange={(next) => void navigate({ search: readSettingsSearch({ tab: next }), replace: true })}
        keepMounted={false}
        style={{ maxWidth: 980 }}
      >
        <Tabs.List mb="md" aria-label={t("settings.tabs")}>
          {SETTINGS_TABS.map((name) => (
            <Tabs.Tab key={name} value={name} data-testid={`settings-tab-${name}`}>
              {t(NAMES[name])}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {SETTINGS_TABS.map((name) => (
          <Tabs.Panel key={name} value={name}>
            <div style={{ display: "grid", gap: 14 }}>
              <TabPanels tab={name} session={session} office={office.data} />
            </div>
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

function TabPanels({ tab, session, office }: { tab: SettingsTab; session: Session; office: OfficeView }) {
  if (tab === "rules") return <RulesPanel key={office.revision} office={office} />;
  if (tab === "processes") return <ProcessesPanel />;
  if (tab === "people") {
    return (
      <>
        <PeoplePanel session={session} />
        <PostsPanel />
      </>
    );
  }
  return (
    <>
      <ProgramPanel session={session} />
      <OfficePanel key={office.revision} office={office} />
      <BatchesPanel batches={office.batches} />
    </>
  );
}

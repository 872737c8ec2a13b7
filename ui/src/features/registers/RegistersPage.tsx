import { Tabs } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { ErrorNote } from "@/components/ErrorNote";
import { Loading } from "@/components/Loading";
import { useWords } from "@/i18n/i18n";
import type { RegistersView } from "@/ipc/bindings";
import { useAsk } from "@/ipc/queries";
import { REGISTERS_TABS, type RegistersTab, readRegistersSearch } from "@/lib/places";
import { PageHead } from "@/ui/PageHead";
import { ComplaintsTab } from "./ComplaintsTab";
import { ObjectivesTab } from "./ObjectivesTab";
import { PackTab } from "./PackTab";
import { ReviewsTab } from "./ReviewsTab";
import classes from "./registers.module.css";
import { SurveysTab } from "./SurveysTab";

const route = getRouteApi("/registers");

/** The small registers that the readiness checklist reads, and the pack for the management review. */
export function RegistersPage() {
  const { t } = useWords();
  const asked = useAsk("registers", null);
  const { tab = "complaints" } = readRegistersSearch(route.useSearch());
  const navigate = route.useNavigate();
  if (asked.data === undefined) {
    return asked.error === null ? <Loading /> : <ErrorNote error={asked.error} onRetry={() => asked.refetch()} />;
  }
  return (
    <>
      <PageHead title={t("registers.title")} />
      <Tabs
        value={tab}
        onChange={(next) => void navigate({ search: readRegistersSearch({ tab: next }), replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md" aria-label={t("registers.tabs")} className={classes.tabs}>
          {REGISTERS_TABS.map((name) => (
            <Tabs.Tab key={name} value={name} data-testid={`tab-${name}`}>
              {t(`registers.tab_${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {REGISTERS_TABS.map((name) => (
          <Tabs.Panel key={name} value={name}>
            <TabBody tab={name} view={asked.data} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

function TabBody({ tab, view }: { tab: RegistersTab; view: RegistersView }) {
  switch (tab) {
    case "complaints":
      return <ComplaintsTab view={view} />;
    case "objectives":
      return <ObjectivesTab view={view} />;
    case "surveys":
      return <SurveysTab view={view} />;
    case "reviews":
      return <ReviewsTab view={view} />;
    case "pack":
      return <PackTab />;
  }
}

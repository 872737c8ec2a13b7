import { Tabs } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { ErrorNote } from "@/components/ErrorNote";
import { Loading } from "@/components/Loading";
import { useWords } from "@/i18n/i18n";
import type { AuditsView } from "@/ipc/bindings";
import { query } from "@/ipc/queries";
import { AUDITS_TABS, type AuditsSearch, type AuditsTab, readAuditsSearch } from "@/lib/places";
import { PageHead } from "@/ui/PageHead";
import { AuditList } from "./AuditList";
import { AuditorsPanel } from "./AuditorsPanel";
import { ListsPanel } from "./ListsPanel";
import { ProgrammePanel } from "./ProgrammePanel";
import { ReadOnlyNote } from "./ReadOnlyNote";

const route = getRouteApi("/audits");

/** The audits of the office: what was held and is planned, the yearly programme, question lists, who may audit. */
export function AuditsPage() {
  const { t } = useWords();
  const search = readAuditsSearch(route.useSearch());
  const navigate = route.useNavigate();
  const { tab = "list", year } = search;
  const asked = useQuery({ ...query("audits", { year: year ?? null }), placeholderData: keepPreviousData });
  const go = (part: AuditsSearch) => void navigate({ search: { ...search, ...part }, replace: true });
  const inYear = (chosen: number | null) =>
    void navigate({ search: readAuditsSearch({ tab, year: chosen }), replace: true });
  if (asked.data === undefined) {
    return asked.error === null ? <Loading /> : <ErrorNote error={asked.error} onRetry={() => asked.refetch()} />;
  }
  return (
    <>
      <PageHead title={t("audits.title")} />
      <ReadOnlyNote may={asked.data.mayAudit} />
      <Tabs value={tab} onChange={(next) => go(readAuditsSearch({ tab: next }))} keepMounted={false}>
        <Tabs.List mb="md" aria-label={t("audits.tabs")}>
          {AUDITS_TABS.map((name) => (
            <Tabs.Tab key={name} value={name} data-testid={`audits-tab-${name}`}>
              {t(`audits.tab_${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {AUDITS_TABS.map((name) => (
          <Tabs.Panel key={name} value={name}>
            <TabPanel tab={name} view={asked.data} year={year ?? null} onYear={inYear} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

type Props = { tab: AuditsTab; view: AuditsView; year: number | null; onYear: (year: number | null) => void };

function TabPanel({ tab, view, year, onYear }: Props) {
  switch (tab) {
    case "list":
      return <AuditList view={view} year={year} onYear={onYear} />;
    case "programme":
      return <ProgrammePanel view={view} onYear={onYear} />;
    case "lists":
      return <ListsPanel view={view} />;
    case "auditors":
      return <AuditorsPanel view={view} />;
  }
}

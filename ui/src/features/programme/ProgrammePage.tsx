import { Select } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { ErrorNote } from "@/components/ErrorNote";
import { Loading } from "@/components/Loading";
import { useWords } from "@/i18n/i18n";
import type { ActionProgrammeView } from "@/ipc/bindings";
import { useAsk } from "@/ipc/queries";
import { readYearSearch } from "@/lib/places";
import { PageHead } from "@/ui/PageHead";
import { ActionsPanel } from "./ActionsPanel";
import { ApprovalLine } from "./ApprovalLine";
import { MonitoringPanel } from "./MonitoringPanel";
import classes from "./programme.module.css";
import { QuartersPanel } from "./QuartersPanel";

const route = getRouteApi("/programme");

/** The yearly programme of actions: its lines, its approval, and how it was monitored and reported. */
export function ProgrammePage() {
  const { t } = useWords();
  const { year } = readYearSearch(route.useSearch());
  const navigate = route.useNavigate();
  const asked = useAsk("action_programme", { year: year ?? null });
  if (asked.data === undefined) {
    return asked.error === null ? <Loading /> : <ErrorNote error={asked.error} onRetry={() => asked.refetch()} />;
  }
  const view = asked.data;
  return (
    <>
      <PageHead title={t("programme.heading", { year: view.year })}>
        <YearSelect view={view} onYear={(next) => void navigate({ search: { year: next }, replace: true })} />
      </PageHead>
      <div className={classes.page}>
        <ApprovalLine view={view} />
        <ActionsPanel view={view} />
        <MonitoringPanel view={view} />
        <QuartersPanel view={view} />
      </div>
    </>
  );
}

function YearSelect({ view, onYear }: { view: ActionProgrammeView; onYear: (year: number) => void }) {
  const { t } = useWords();
  const years = [...new Set([view.year, ...view.years])].sort((a, b) => b - a).map(String);
  return (
    <Select
      aria-label={t("programme.year")}
      data={years}
      value={String(view.year)}
      allowDeselect={false}
      w={100}
      onChange={(next) => next !== null && onYear(Number(next))}
      data-testid="programme-year"
    />
  );
}

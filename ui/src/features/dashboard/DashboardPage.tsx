import { IconListCheck, IconPlus } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { CycleLine } from "@/components/cycle/CycleLine";
import { ErrorNote } from "@/components/ErrorNote";
import { LinkButton } from "@/components/LinkButton";
import { Loading } from "@/components/Loading";
import { useWords } from "@/i18n/i18n";
import { query, useAsk } from "@/ipc/queries";
import { formatDay } from "@/lib/dates";
import { EmptyState } from "@/ui/EmptyState";
import { PageHead } from "@/ui/PageHead";
import { Panel } from "@/ui/Panel";
import classes from "./dashboard.module.css";
import { Figures } from "./Figures";
import { MonthsChart } from "./MonthsChart";
import { ReadinessPanel } from "./ReadinessPanel";
import { Todo } from "./Todo";

export function DashboardPage() {
  const { t, lang } = useWords();
  const [year, setYear] = useState<number | null>(null);
  const asked = useQuery({ ...query("dashboard", { year }), placeholderData: keepPreviousData });
  const dashboard = asked.data;
  if (dashboard === undefined) {
    return asked.error === null ? <Loading /> : <ErrorNote error={asked.error} onRetry={() => asked.refetch()} />;
  }
  const { cycle } = dashboard;
  return (
    <>
      <PageHead
        title={t("dashboard.title")}
        note={<span className="tabular">{t("dashboard.asOf", { day: formatDay(dashboard.today, lang) })}</span>}
      >
        <WaitingLink />
        <LinkButton to="/cases/new" leftSection={<IconPlus size={16} aria-hidden />} data-testid="new-case">
          {t("nav.newCase")}
        </LinkButton>
      </PageHead>
      <Figures audit={dashboard.audit} figures={dashboard.figures} />
      <Panel title={t("dashboard.cycle")} actions={<Link to="/certificate">{t("common.open")}</Link>} testId="cycle">
        {cycle.timeline === null ? (
          <EmptyState action={<Link to="/certificate">{t("certificate.record")}</Link>}>
            {t("certificate.none")}
          </EmptyState>
        ) : (
          <CycleLine timeline={cycle.timeline} />
        )}
      </Panel>
      <div className={classes.columns}>
        <Todo items={dashboard.todo} total={dashboard.todoTotal} today={dashboard.today} />
        <div className={classes.side}>
          <ReadinessPanel readiness={dashboard.readiness} />
          <MonthsChart year={dashboard.year} months={dashboard.months} onTime={dashboard.onTime} onYear={setYear} />
        </div>
      </div>
    </>
  );
}

/** The door to one's own work, with how much of it there is. */
function WaitingLink() {
  const { t } = useWords();
  const work = useAsk("my_work", null).data;
  if (work === undefined) return null;
  return (
    <LinkButton
      to="/work"
      variant="default"
      leftSection={<IconListCheck size={16} aria-hidden />}
      data-testid="waiting"
    >
      {t("dashboard.waiting", { count: work.mineTotal })}
    </LinkButton>
  );
}

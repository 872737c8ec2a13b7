import { IconPlus } from "@tabler/icons-react";
import { ErrorNote } from "@/components/ErrorNote";
import { LinkButton } from "@/components/LinkButton";
import { Loading } from "@/components/Loading";
import { useSession } from "@/components/useSession";
import { useWords } from "@/i18n/i18n";
import { useAsk } from "@/ipc/queries";
import { EmptyState } from "@/ui/EmptyState";
import { PageHead } from "@/ui/PageHead";
import { Panel } from "@/ui/Panel";
import { TaskList } from "./TaskList";
import classes from "./work.module.css";

/** What falls to whoever looks, the most urgent first; the representative also sees whom the rest waits for. */
export function WorkPage() {
  const { t } = useWords();
  const session = useSession();
  const asked = useAsk("my_work", null);
  if (asked.data === undefined || session === undefined) {
    return asked.error === null ? <Loading /> : <ErrorNote error={asked.error} onRetry={() => asked.refetch()} />;
  }
  const { mine, mineTotal, others, othersTotal } = asked.data;
  const leads = session.person === null || session.person.roles.includes("representative");
  return (
    <>
      <PageHead
        title={t("work.title")}
        note={<span className="tabular">{mine.length === 0 ? null : t("work.count", { count: mineTotal })}</span>}
      >
        <LinkButton to="/cases/new" leftSection={<IconPlus size={16} aria-hidden />} data-testid="new-case">
          {t("nav.newCase")}
        </LinkButton>
      </PageHead>
      <div className={classes.page}>
        <Panel title={`${t(leads ? "work.waitingForMe" : "work.owe")} (${mineTotal})`} testId="mine">
          {mine.length === 0 ? (
            <EmptyState action={<LinkButton to="/cases/new">{t("nav.newCase")}</LinkButton>}>
              {t("work.emptyMine")} {t("work.emptyNew")}
            </EmptyState>
          ) : (
            <TaskList tasks={mine} testId="task" />
          )}
          {mineTotal > mine.length ? <p>{t("work.more", { shown: mine.length, total: mineTotal })}</p> : null}
        </Panel>
        {others.length === 0 ? null : (
          <Panel title={`${t("work.waitingForOthers")} (${othersTotal})`} testId="others">
            <details>
              <summary>{t("work.showOthers")}</summary>
              <TaskList tasks={others} testId="other-task" showWho />
            </details>
          </Panel>
        )}
      </div>
    </>
  );
}

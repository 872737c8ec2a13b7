import { Button, Group } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { ErrorNote } from "@/components/ErrorNote";
import { Loading } from "@/components/Loading";
import { useWords } from "@/i18n/i18n";
import type { InboxEntry } from "@/ipc/bindings";
import { useAsk, useTell } from "@/ipc/queries";
import { formatDay, formatInstant } from "@/lib/dates";
import { EmptyState } from "@/ui/EmptyState";
import { PageHead } from "@/ui/PageHead";
import { Panel } from "@/ui/Panel";
import classes from "./inbox.module.css";

/** Every reminder that was ever raised; the toast on the desktop is only its echo. */
export function InboxPage() {
  const { t } = useWords();
  const asked = useAsk("inbox", null);
  const mark = useTell("mark_read");
  if (asked.data === undefined) {
    return asked.error === null ? <Loading /> : <ErrorNote error={asked.error} onRetry={() => asked.refetch()} />;
  }
  const unread = asked.data.entries.filter(({ read }) => !read);
  const read = asked.data.entries.filter((entry) => entry.read);
  const set = (keys: string[], to: boolean) => mark.mutate({ keys, read: to });
  return (
    <>
      <PageHead title={t("inbox.title")}>
        {unread.length > 1 ? (
          <Button
            variant="default"
            onClick={() =>
              set(
                unread.map(({ key }) => key),
                true,
              )
            }
          >
            {t("inbox.markAll")}
          </Button>
        ) : null}
      </PageHead>
      <ErrorNote error={mark.error} />
      <div style={{ display: "grid", gap: 14, maxWidth: 980 }}>
        {asked.data.entries.length === 0 ? <EmptyState>{t("inbox.empty")}</EmptyState> : null}
        <Entries title={t("inbox.unread")} entries={unread} onMark={set} />
        <Entries title={t("inbox.read")} entries={read} onMark={set} />
      </div>
    </>
  );
}

type ListProps = { title: string; entries: InboxEntry[]; onMark: (keys: string[], read: boolean) => void };

function Entries({ title, entries, onMark }: ListProps) {
  if (entries.length === 0) return null;
  return (
    <Panel title={`${title} (${entries.length})`}>
      <ul className={classes.list}>
        {entries.map((entry) => (
          <Entry key={entry.key} entry={entry} onMark={() => onMark([entry.key], !entry.read)} />
        ))}
      </ul>
    </Panel>
  );
}

function Entry({ entry, onMark }: { entry: InboxEntry; onMark: () => void }) {
  const { t, lang } = useWords();
  const { subject } = entry;
  // Opening the item is reading it.
  const opened = () => {
    if (!entry.read) onMark();
  };
  return (
    <li className={`${classes.entry} ${entry.read ? "" : classes.unread}`} data-testid={`inbox-${entry.key}`}>
      <div>
        <div className={classes.sentence}>
          {entry.read ? null : <span className={classes.mark}>{t("inbox.newMark")}</span>}
          {entry.sentence}
        </div>
        <div className={classes.facts}>
          {subject.kind === "case" ? (
            <Link
              to="/cases/$id"
              params={{ id: subject.id }}
              onClick={opened}
              aria-label={t("inbox.open", { name: subject.label })}
            >
              {subject.label}
            </Link>
          ) : (
            <Link to="/certificate" onClick={opened} aria-label={t("inbox.open", { name: subject.label })}>
              {subject.label}
            </Link>
          )}
          <span className="tabular">{t("inbox.due", { date: formatDay(entry.dueOn, lang) })}</span>
          {entry.state === "current" ? null : <strong>{t(`inbox.${entry.state}`)}</strong>}
          <span className="tabular">{t("inbox.delivered", { at: formatInstant(entry.deliveredAt, lang) })}</span>
        </div>
      </div>
      <Group gap={4}>
        <Button
          size="xs"
          variant="subtle"
          onClick={onMark}
          aria-label={`${t(entry.read ? "inbox.markUnread" : "inbox.markRead")}: ${entry.sentence}`}
        >
          {t(entry.read ? "inbox.markUnread" : "inbox.markRead")}
        </Button>
      </Group>
    </li>
  );
}

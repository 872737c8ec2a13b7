import { Button, Group } from "@mantine/core";
import { IconCopy, IconPrinter } from "@tabler/icons-react";
import { CaseLink } from "@/components/CaseLink";
import { ErrorNote } from "@/components/ErrorNote";
import { Loading } from "@/components/Loading";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { PackSection } from "@/ipc/bindings";
import { useAsk } from "@/ipc/queries";
import { formatDay } from "@/lib/dates";
import { Panel } from "@/ui/Panel";
import { Clauses } from "./Clauses";
import "@/ui/print.css";
import { packText } from "./packText";
import classes from "./registers.module.css";

/** What the Starosta and the office look at in the management review, topic by topic. */
export function PackTab() {
  const { t, lang } = useWords();
  const toasts = useToasts();
  const asked = useAsk("review_pack", null);
  if (asked.data === undefined) {
    return asked.error === null ? <Loading /> : <ErrorNote error={asked.error} onRetry={() => asked.refetch()} />;
  }
  const pack = asked.data;
  const copy = () =>
    navigator.clipboard.writeText(packText(t, lang, pack)).then(
      () => toasts.said(t("registers.copied")),
      () => toasts.said(t("registers.notCopied")),
    );
  return (
    <div className={classes.page} data-testid="pack">
      <div className={classes.bar}>
        <p style={{ flex: 1 }}>
          <strong className={classes.paperOnly}>{t("registers.packTitle")}</strong>
          {t("registers.packPeriod", { from: formatDay(pack.from, lang), to: formatDay(pack.to, lang) })}
        </p>
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconCopy size={16} aria-hidden />}
            onClick={() => void copy()}
            data-testid="copy-pack"
          >
            {t("registers.copy")}
          </Button>
          <Button
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
            data-testid="print-pack"
          >
            {t("registers.print")}
          </Button>
        </Group>
      </div>
      {pack.sections.map((section) => (
        <Section key={section.topic} section={section} />
      ))}
    </div>
  );
}

function Section({ section }: { section: PackSection }) {
  const { t } = useWords();
  return (
    <Panel title={section.title} actions={<Clauses of={section} />} testId={`pack-${section.topic}`}>
      {section.rows.length === 0 ? (
        <p className={classes.muted}>{t("registers.packNothing")}</p>
      ) : (
        <dl className={classes.packRows}>
          {section.rows.map(({ label, value, cases }, index) => (
            <div key={`${index}-${label}`} className={classes.packRow}>
              <dt>{label}</dt>
              <dd>
                {value}
                {cases.length === 0 ? null : (
                  <span className={classes.packCases}>
                    {cases.map(({ id, number, title }) => (
                      <span key={id}>
                        <CaseLink id={id} number={number} />
                        {title === "" ? null : ` ${title}`}
                      </span>
                    ))}
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}

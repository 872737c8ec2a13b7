import { Button, Select } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { Loading } from "@/components/Loading";
import { ResultMark } from "@/components/ReadinessMarks";
import { useWords } from "@/i18n/i18n";
import type { CheckResult, ComparisonView, RunRow } from "@/ipc/bindings";
import { query } from "@/ipc/queries";
import { formatDay } from "@/lib/dates";
import { PlainTable } from "@/ui/PlainTable";
import { useFocusBack } from "@/ui/useFocusBack";
import classes from "./readiness.module.css";

const TODAY = "today";

type Props = { then: RunRow; runs: RunRow[]; onClose: () => void };

/** What differs between a kept run and today, or another run. */
export function CompareRuns({ then, runs, onClose }: Props) {
  const { t, lang } = useWords();
  const [now, setNow] = useState<string>(TODAY);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusBack();
  useEffect(() => heading.current?.focus(), []);
  const asked = useQuery({
    // biome-ignore lint/suspicious/noThenProperty: the run of then against that of now; never a function
    ...query("compare_runs", { then: then.id, now: now === TODAY ? null : now }),
    placeholderData: keepPreviousData,
  });
  return (
    <section className={classes.compare} aria-labelledby="compare-title" data-testid="comparison">
      <h3 className={classes.question} id="compare-title" ref={heading} tabIndex={-1}>
        {t("readiness.compareTitle", { day: formatDay(then.on, lang) })}
      </h3>
      <div className={classes.compareBar}>
        <Select
          label={t("readiness.compareWith")}
          data={[
            { value: TODAY, label: t("readiness.compareToday") },
            ...runs
              .filter(({ id }) => id !== then.id)
              .map(({ id, on, score }) => ({
                value: id,
                label: t("readiness.runNamed", { day: formatDay(on, lang), score }),
              })),
          ]}
          value={now}
          allowDeselect={false}
          onChange={(next) => setNow(next ?? TODAY)}
          data-testid="compare-with"
        />
        <Button variant="default" onClick={onClose}>
          {t("common.close")}
        </Button>
      </div>
      {asked.data === undefined ? (
        asked.error === null ? (
          <Loading />
        ) : (
          <ErrorNote error={asked.error} onRetry={() => asked.refetch()} />
        )
      ) : (
        <Differences comparison={asked.data} />
      )}
    </section>
  );
}

function Differences({ comparison }: { comparison: ComparisonView }) {
  const { t, lang } = useWords();
  const { differences, thenOn, thenScore, nowOn, nowScore } = comparison;
  const then = t("readiness.runNamed", { day: formatDay(thenOn, lang), score: thenScore });
  const now = t("readiness.runNamed", { day: formatDay(nowOn, lang), score: nowScore });
  if (differences.length === 0) return <p role="status">{t("readiness.noDifferences")}</p>;
  return (
    <PlainTable
      label={t("readiness.differences", { count: differences.length })}
      head={[t("readiness.check"), t("readiness.question"), then, now]}
    >
      {differences.map((difference) => (
        <tr key={difference.check} data-testid={`difference-${difference.check}`}>
          <th scope="row">{difference.check}</th>
          <td>{difference.question}</td>
          <td>
            <Found result={difference.then} />
          </td>
          <td>
            <Found result={difference.now} />
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}

function Found({ result }: { result: CheckResult | null }) {
  const { t } = useWords();
  return result === null ? (
    <span className={classes.quiet}>{t("readiness.notAsked")}</span>
  ) : (
    <ResultMark result={result} />
  );
}

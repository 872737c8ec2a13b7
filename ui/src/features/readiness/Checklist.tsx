import { SegmentedControl } from "@mantine/core";
import { useEffect, useState } from "react";
import { useWords } from "@/i18n/i18n";
import type { CheckGroup, CheckView, OwnCheckView, ReadinessView } from "@/ipc/bindings";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import { CheckLine } from "./CheckLine";
import classes from "./readiness.module.css";
import { showCheck } from "./showCheck";

type Filter = "all" | "open";

type Props = {
  view: ReadinessView;
  /** The check that a link leads to. */
  reached: string | null;
  onConfirm: (check: CheckView) => void;
  onEdit: (own: OwnCheckView) => void;
};

/** Every check by its letter, or only those that are not in order. */
export function Checklist({ view, reached, onConfirm, onEdit }: Props) {
  const { t } = useWords();
  const [filter, setFilter] = useState<Filter>("all");
  const open = new Set(view.first);
  const shows = (check: CheckView) => filter === "all" || open.has(check.id) || check.id === reached;
  const total = view.groups.reduce((sum, { checks }) => sum + checks.length, 0);
  const groups = view.groups
    .map((group) => ({ ...group, checks: group.checks.filter(shows) }))
    .filter(({ checks }) => checks.length > 0);
  useReached(reached);

  return (
    <>
      <div className={classes.filter}>
        <SegmentedControl
          aria-label={t("readiness.filter")}
          value={filter}
          onChange={(next) => setFilter(next as Filter)}
          data={[
            { value: "all", label: t("readiness.filterAll", { count: total }) },
            { value: "open", label: t("readiness.filterOpen", { count: open.size }) },
          ]}
          data-testid="readiness-filter"
        />
      </div>
      {groups.length === 0 ? <EmptyState>{t("readiness.firstEmpty")}</EmptyState> : null}
      {groups.map((group) => (
        <GroupPanel
          key={group.letter}
          group={group}
          reached={reached}
          mayConfirm={view.mayConfirm.allowed}
          processes={view.processes}
          onConfirm={onConfirm}
          onEdit={onEdit}
        />
      ))}
    </>
  );
}

/** Once the screen itself has been put at its top. */
function useReached(reached: string | null): void {
  useEffect(() => {
    if (reached === null) return;
    const frame = requestAnimationFrame(() => showCheck(reached));
    return () => cancelAnimationFrame(frame);
  }, [reached]);
}

type GroupProps = Pick<Props, "reached" | "onConfirm" | "onEdit"> & {
  group: CheckGroup;
  mayConfirm: boolean;
  processes: ReadinessView["processes"];
};

function GroupPanel({ group, reached, mayConfirm, processes, onConfirm, onEdit }: GroupProps) {
  const { t } = useWords();
  const title = group.letter === "" ? t("readiness.noLetter") : `${group.letter}) ${group.name}`;
  return (
    <Panel title={title} testId={`readiness-group-${group.letter || "none"}`}>
      <ul className={classes.list}>
        {group.checks.map((check) => (
          <CheckLine
            key={check.id}
            check={check}
            reached={check.id === reached}
            mayConfirm={mayConfirm}
            processes={processes}
            onConfirm={() => onConfirm(check)}
            onEdit={onEdit}
          />
        ))}
      </ul>
    </Panel>
  );
}

import { Button, Group } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { DueDate } from "@/components/DueDate";
import { LinkButton } from "@/components/LinkButton";
import { MoveDueDialog } from "@/components/MoveDueDialog";
import { StatusBadge } from "@/components/StatusBadge";
import { useWords } from "@/i18n/i18n";
import type { CaseRow, CaseView } from "@/ipc/bindings";
import { query } from "@/ipc/queries";
import classes from "./register.module.css";

/** The chosen row at a glance, so that the list need not be left. Arrowing past a row does not ask for it. */
export function Pane({ row }: { row: CaseRow | null }) {
  const { t } = useWords();
  const [id] = useDebouncedValue(row?.id ?? "", 100);
  const view = useQuery({ ...query("case", { id }), enabled: id !== "" }).data;
  const [moving, setMoving] = useState<string | null>(null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable by keyboard
    <aside className={classes.pane} aria-label={t("register.pane")} tabIndex={0} data-testid="pane">
      {row === null ? (
        <p>{t("register.paneEmpty")}</p>
      ) : (
        <>
          <Group gap="xs">
            <strong className="tabular">{row.number ?? t("register.noNumber")}</strong>
            <StatusBadge status={row.status} pill />
          </Group>
          <h2 className={classes.paneTitle}>{row.title}</h2>
          <DueDate due={row} />
          {row.missing.length === 0 ? null : (
            <p className={classes.missing}>
              {t("missing.intro")} {row.missing.map((missing) => t(`missing.${missing}`)).join(", ")}
            </p>
          )}
          <Group gap="xs" mt="sm">
            <LinkButton size="xs" to="/cases/$id" params={{ id: row.id }} data-testid="open-card">
              {t("register.openCard")}
            </LinkButton>
            {view?.id === row.id && view.life.moves.some(({ move, allowed }) => move === "extend" && allowed) ? (
              <Button size="xs" variant="default" onClick={() => setMoving(row.id)}>
                {t("dashboard.moveDue")}
              </Button>
            ) : null}
          </Group>
          {view?.id === row.id ? <Facts view={view} /> : null}
        </>
      )}
      {moving === null ? null : <MoveDueDialog caseId={moving} onClose={() => setMoving(null)} />}
    </aside>
  );
}

function Facts({ view }: { view: CaseView }) {
  const { t } = useWords();
  const facts: [string, ReactNode][] = [
    [t("fields.owner"), view.owner?.name],
    [t("fields.department"), view.department?.name],
    [t("fields.process"), view.process === null ? null : `${view.process.code} ${view.process.name}`],
    [t("fields.statement"), view.statement],
    [t("fields.cause_root"), view.cause.root],
    [t("fields.actions"), view.actions.map(({ what }) => what).join("; ")],
    [t("fields.criterion"), view.effectiveness.criterion],
    [t("fields.remarks"), view.remarks],
  ];
  return (
    <dl className={classes.facts}>
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== "")
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

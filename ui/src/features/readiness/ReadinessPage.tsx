import { Button } from "@mantine/core";
import { IconDeviceFloppy, IconPrinter } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { Loading } from "@/components/Loading";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { CheckView, OwnCheckView, ReadinessView } from "@/ipc/bindings";
import { useAsk, useTell } from "@/ipc/queries";
import { formatDay } from "@/lib/dates";
import { readReadinessSearch } from "@/lib/places";
import { PageHead } from "@/ui/PageHead";
import { Checklist } from "./Checklist";
import { ConfirmCheckDialog } from "./ConfirmCheckDialog";
import { FirstThings } from "./FirstThings";
import { OwnCheckDialog } from "./OwnCheckDialog";
import { OwnChecksPanel } from "./OwnChecksPanel";
import { PrintSheet } from "./PrintSheet";
import { RunsPanel } from "./RunsPanel";
import classes from "./readiness.module.css";
import { VerdictPanel } from "./VerdictPanel";

const route = getRouteApi("/readiness");

export function ReadinessPage() {
  const asked = useAsk("readiness", null);
  if (asked.data === undefined) {
    return asked.error === null ? <Loading /> : <ErrorNote error={asked.error} onRetry={() => asked.refetch()} />;
  }
  return <Readiness view={asked.data} />;
}

function Readiness({ view }: { view: ReadinessView }) {
  const { t, lang } = useWords();
  const { check: reached = null } = readReadinessSearch(route.useSearch());
  const [confirming, setConfirming] = useState<CheckView | null>(null);
  const [editing, setEditing] = useState<OwnCheckView | "new" | null>(null);
  return (
    <>
      <PageHead
        title={t("readiness.title")}
        note={
          <span className="tabular">
            {t("readiness.period", { from: formatDay(view.periodFrom, lang), to: formatDay(view.today, lang) })}
          </span>
        }
      >
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
          data-testid="print-readiness"
        >
          {t("readiness.print")}
        </Button>
        {view.mayConfirm.allowed ? <KeepButton /> : null}
      </PageHead>
      <div className={classes.stack}>
        <VerdictPanel view={view} />
        <FirstThings view={view} onConfirm={setConfirming} />
        <Checklist view={view} reached={reached} onConfirm={setConfirming} onEdit={setEditing} />
        <OwnChecksPanel view={view} onAdd={() => setEditing("new")} />
        <RunsPanel view={view} />
      </div>
      <PrintSheet view={view} />
      {confirming === null ? null : (
        <ConfirmCheckDialog check={confirming} processes={view.processes} onClose={() => setConfirming(null)} />
      )}
      {editing === null ? null : (
        <OwnCheckDialog
          own={editing === "new" ? null : editing}
          groups={view.groups}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

/** Keeps what the checklist says today: a run to sign and to compare with. */
function KeepButton() {
  const { t } = useWords();
  const toasts = useToasts();
  const keep = useTell("keep_run");
  return (
    <Button
      leftSection={<IconDeviceFloppy size={16} aria-hidden />}
      loading={keep.isPending}
      onClick={() => keep.mutate(null, { onSuccess: () => toasts.said(t("readiness.kept")), onError: toasts.failed })}
      data-testid="keep-run"
    >
      {t("readiness.keep")}
    </Button>
  );
}

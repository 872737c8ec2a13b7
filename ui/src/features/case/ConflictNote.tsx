import { Alert, Button, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ChangesSince } from "@/components/ChangesSince";
import { ErrorNote } from "@/components/ErrorNote";
import { Loading } from "@/components/Loading";
import { useToasts } from "@/components/toasts";
import { useFieldNames } from "@/components/useFieldNames";
import { useWords } from "@/i18n/i18n";
import type { CaseView } from "@/ipc/bindings";
import type { DeskError } from "@/ipc/client";
import { query } from "@/ipc/queries";
import classes from "./case.module.css";
import type { Base } from "./form/draftState";

type Props = {
  view: CaseView;
  /** The revision that the text was written against. */
  seen: number;
  onKeep: (now: Base) => void;
  onTake: (now: Base) => void;
};

/** Somebody else saved the card meanwhile: who changed what, and what becomes of the own text. */
export function ConflictNote({ view, seen, onKeep, onTake }: Props) {
  const { t } = useWords();
  const client = useQueryClient();
  const toasts = useToasts();
  const names = useFieldNames(view.actions);
  // Somebody may have gone on since the last refusal; what was told then is not told again as it was.
  const since = useQuery({ ...query("changes_since", { id: view.id, revision: seen }), staleTime: 0 });
  const take = (choose: (now: Base) => void) => {
    client
      .fetchQuery({ ...query("draft_form", { id: view.id }), staleTime: 0 })
      .then(choose, (error: DeskError) => toasts.failed(error));
    void client.invalidateQueries({ queryKey: ["case"] });
  };
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={t("card.conflictTitle")}
      className={classes.formFull}
      styles={{ title: { color: "var(--c-overdue)" }, message: { color: "var(--c-text)" } }}
      data-testid="conflict"
    >
      <Text mb="xs">{t("life.conflictText")}</Text>
      <ErrorNote error={since.error} />
      {since.isPending ? <Loading /> : null}
      <ChangesSince entries={since.data ?? []} names={names}>
        <Button size="xs" onClick={() => take(onKeep)} data-testid="keep-mine">
          {t("life.keepMine")}
        </Button>
        <Button size="xs" variant="default" onClick={() => take(onTake)} data-testid="take-theirs">
          {t("life.takeTheirs")}
        </Button>
      </ChangesSince>
    </Alert>
  );
}

import { Alert, Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { Loading } from "@/components/Loading";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { CaseView } from "@/ipc/bindings";
import { query, useAsk, useTell } from "@/ipc/queries";
import { isReadable } from "@/ui/forms";
import { PageHead } from "@/ui/PageHead";
import { CardHead } from "./CardHead";
import { CaseFields } from "./CaseFields";
import classes from "./case.module.css";
import { type Base, useDraft } from "./draftState";
import { History } from "./History";
import { ImportedSection } from "./ImportedSection";
import { MissingList } from "./MissingList";
import { MoveReason } from "./MoveReason";
import { LinksSection } from "./sections";

export function DraftPage({ view }: { view: CaseView }) {
  const asked = useAsk("draft_form", { id: view.id });
  if (asked.data === undefined) return asked.error === null ? <Loading /> : <ErrorNote error={asked.error} />;
  return <DraftEditor view={view} server={asked.data} />;
}

function DraftEditor({ view, server }: { view: CaseView; server: Base }) {
  const { t } = useWords();
  const client = useQueryClient();
  const toasts = useToasts();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft(view.id, server);
  const save = useTell("save_draft");
  const register = useTell("register_case");
  const discard = useTell("discard_draft");
  const restore = useTell("restore_draft");
  const registerMove = view.moves.find(({ move }) => move === "register");
  const error = save.error ?? register.error ?? discard.error;
  const conflict = error?.kind === "conflict";

  /** Saves what is typed; the revision that the register now holds, or null when it refused. */
  const store = async (): Promise<number | null> => {
    if (form.current !== null && !isReadable(form.current)) return null;
    if (!draft.dirty) return draft.revision;
    const written = draft.form;
    const saved = await save.mutateAsync({ id: view.id, revision: draft.revision, form: written }).catch(() => null);
    if (saved === null) return null;
    draft.saved({ form: written, revision: saved.revision });
    return saved.revision;
  };
  const onSave = async () => {
    if ((await store()) !== null) toasts.said(t("card.draftSaved"));
  };
  const onRegister = async () => {
    const revision = await store();
    if (revision === null) return;
    const saved = await register.mutateAsync({ id: view.id, revision }).catch(() => null);
    if (saved !== null) toasts.said(t("card.registered", { number: saved.number ?? "" }));
  };
  const onDiscard = async () => {
    const gone = await discard.mutateAsync({ id: view.id, revision: draft.revision }).catch(() => null);
    if (gone === null) return;
    toasts.undoable(t("card.discarded"), () => {
      restore
        .mutateAsync({ id: view.id })
        .then(() => void navigate({ to: "/cases/$id", params: { id: view.id } }), toasts.failed);
    });
    void navigate({ to: "/cases" });
  };
  const reload = async (keep: boolean) => {
    const now = await client.fetchQuery({ ...query("draft_form", { id: view.id }), staleTime: 0 });
    if (keep) draft.rebase(now);
    else draft.drop(now);
    save.reset();
    register.reset();
    discard.reset();
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void onSave();
      }}
    >
      <PageHead title={view.title === "" ? t("card.draftTitle") : view.title}>
        <Link to="/cases">{t("card.backToRegister")}</Link>
      </PageHead>
      <CardHead view={view} />
      <div className={classes.layout}>
        <div className={classes.sections}>
          {draft.recovered ? (
            <Alert color="yellow" role="status" styles={{ message: { color: "var(--c-text)" } }}>
              <Group justify="space-between">
                {t("card.recovered")}
                <Button size="xs" variant="default" onClick={() => draft.drop(server)}>
                  {t("card.dropRecovered")}
                </Button>
              </Group>
            </Alert>
          ) : null}
          <MissingList missing={view.row.missing} />
          <CaseFields form={draft.form} onChange={draft.change} />
          <LinksSection links={view.links} />
          <ImportedSection imported={view.imported} />
        </div>
        <History entries={view.history} actions={view.actions} />
      </div>
      <div className={classes.saveBar}>
        {conflict ? (
          <Alert
            color="red"
            role="alert"
            icon={<IconAlertTriangle aria-hidden />}
            title={t("card.conflictTitle")}
            className={classes.formFull}
            styles={{ title: { color: "var(--c-overdue)" }, message: { color: "var(--c-text)" } }}
            data-testid="conflict"
          >
            <Text mb="xs">{t("card.conflictText")}</Text>
            <Group>
              <Button size="xs" onClick={() => void reload(true)}>
                {t("card.conflictKeep")}
              </Button>
              <Button size="xs" variant="default" onClick={() => void reload(false)}>
                {t("card.conflictDrop")}
              </Button>
            </Group>
          </Alert>
        ) : (
          <ErrorNote error={error} />
        )}
        <Button type="submit" variant="default" loading={save.isPending} data-testid="save-draft">
          {t("card.save")}
        </Button>
        <Button
          loading={register.isPending}
          onClick={() => void onRegister()}
          title={t("card.registerHint")}
          data-testid="register-case"
        >
          {t("card.register")}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {t(draft.dirty ? "card.unsaved" : "card.allSaved")}
        </Text>
        {registerMove?.allowed === false ? <MoveReason reason={registerMove.reason} /> : null}
        <Button
          ml="auto"
          variant="subtle"
          color="gray"
          leftSection={<IconTrash size={16} aria-hidden />}
          loading={discard.isPending}
          onClick={() => void onDiscard()}
          data-testid="discard-draft"
        >
          {t("card.discard")}
        </Button>
      </div>
    </form>
  );
}

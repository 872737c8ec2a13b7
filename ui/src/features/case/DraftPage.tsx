import { Alert, Button, Group } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { Loading } from "@/components/Loading";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { CaseView } from "@/ipc/bindings";
import { useAsk, useTell } from "@/ipc/queries";
import { isReadable } from "@/ui/forms";
import { PageHead } from "@/ui/PageHead";
import { CardHead } from "./CardHead";
import classes from "./case.module.css";
import { DraftBar } from "./DraftBar";
import { CaseFields } from "./form/CaseFields";
import { type Base, useDraft } from "./form/draftState";
import { History } from "./History";
import { ImportedSection } from "./ImportedSection";
import { LinksSection } from "./LinksSection";
import { MissingList } from "./MissingList";
import { Radar } from "./radar/Radar";
import { forgetRemembered } from "./radar/recurrences";
import { saveKeys } from "./saveKeys";
import { useRegister } from "./useRegister";

export function DraftPage({ view }: { view: CaseView }) {
  const asked = useAsk("draft_form", { id: view.id });
  if (asked.data === undefined) return asked.error === null ? <Loading /> : <ErrorNote error={asked.error} />;
  return <DraftEditor view={view} server={asked.data} />;
}

function DraftEditor({ view, server }: { view: CaseView; server: Base }) {
  const { t } = useWords();
  const toasts = useToasts();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft(view.id, server);
  const save = useTell("save_draft");
  const registering = useRegister();
  const discard = useTell("discard_draft");
  const restore = useTell("restore_draft");

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
    if (revision !== null) await registering.register(view.id, revision);
  };
  const onDiscard = async () => {
    const gone = await discard.mutateAsync({ id: view.id, revision: draft.revision }).catch(() => null);
    if (gone === null) return;
    forgetRemembered(view.id);
    toasts.undoable(t("card.discarded"), () => {
      restore
        .mutateAsync({ id: view.id })
        .then(() => void navigate({ to: "/cases/$id", params: { id: view.id } }), toasts.failed);
    });
    void navigate({ to: "/cases" });
  };
  const settle = (choose: (now: Base) => void) => (now: Base) => {
    choose(now);
    save.reset();
    registering.reset();
    discard.reset();
  };

  return (
    <form
      ref={form}
      noValidate
      onKeyDown={saveKeys(
        () => void onSave(),
        () => void onRegister(),
      )}
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
          <Radar form={draft.form} view={view} />
          <CaseFields form={draft.form} onChange={draft.change} view={view} />
          <LinksSection view={view} />
          <ImportedSection imported={view.imported} />
        </div>
        <History entries={view.history} actions={view.actions} />
      </div>
      <DraftBar
        view={view}
        seen={draft.revision}
        dirty={draft.dirty}
        error={save.error ?? registering.error ?? discard.error}
        busy={{ save: save.isPending, register: registering.busy, discard: discard.isPending }}
        onKeep={settle(draft.rebase)}
        onTake={settle(draft.drop)}
        onRegister={() => void onRegister()}
        onDiscard={() => void onDiscard()}
      />
    </form>
  );
}

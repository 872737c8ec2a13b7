import { Alert, Button, Group, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { Loading } from "@/components/Loading";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { CaseView, Choices } from "@/ipc/bindings";
import { query, useAsk, useTell } from "@/ipc/queries";
import { isReadable } from "@/ui/forms";
import { ConflictNote } from "./ConflictNote";
import classes from "./case.module.css";
import { useSteady } from "./form/CaseFields";
import { type Base, useDraft } from "./form/draftState";
import { PartFields } from "./form/PartFields";
import type { WrittenPart } from "./form/parts";

type Props = { view: CaseView; part: WrittenPart; name: string; focus: string | null; onClose: () => void };

/** Writing one part of a registered card, in the place where it is read. */
export function PartEditor(props: Props) {
  const asked = useAsk("draft_form", { id: props.view.id });
  const choices = useAsk("choices", null).data;
  if (asked.data === undefined || choices === undefined) {
    return asked.error === null ? <Loading /> : <ErrorNote error={asked.error} />;
  }
  return <PartForm {...props} server={asked.data} choices={choices} />;
}

function PartForm({ view, part, name, focus, onClose, server, choices }: Props & { server: Base; choices: Choices }) {
  const { t } = useWords();
  const toasts = useToasts();
  const client = useQueryClient();
  const element = useRef<HTMLFormElement>(null);
  const draft = useDraft(`${view.id}.${part}`, server);
  const write = useTell("write_case");
  const change = useSteady(draft.change);

  useEffect(() => {
    const wanted = focus === null ? null : document.getElementById(focus);
    const first = element.current?.querySelector<HTMLElement>("input:not(:disabled), textarea:not(:disabled)");
    (wanted ?? first)?.focus();
  }, [focus]);

  const save = async () => {
    if (element.current !== null && !isReadable(element.current)) return;
    const { form, revision } = draft;
    const standing = { recordedFor: null, password: null };
    const saved = await write.mutateAsync({ id: view.id, revision, form, standing }).catch(() => null);
    if (saved === null) return;
    draft.saved({ form, revision: saved.revision });
    toasts.said(t("life.saved", { part: name }));
    onClose();
  };
  // The own link moved the card on by a revision; what is being written goes on from there.
  const linked = () => {
    if (draft.revision !== view.revision) return;
    client.fetchQuery({ ...query("draft_form", { id: view.id }), staleTime: 0 }).then(draft.rebase, toasts.failed);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  };

  return (
    <form
      ref={element}
      noValidate
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {draft.recovered ? (
        <Alert color="yellow" role="status" mb="sm" styles={{ message: { color: "var(--c-text)" } }}>
          {t("card.recovered")}
        </Alert>
      ) : null}
      <PartFields part={part} form={draft.form} change={change} choices={choices} view={view} onLinked={linked} />
      <div className={classes.partBar}>
        {write.error?.kind === "conflict" ? (
          <ConflictNote
            view={view}
            seen={draft.revision}
            onKeep={(now) => {
              draft.rebase(now);
              write.reset();
              toasts.said(t("life.rebased"));
            }}
            onTake={(now) => {
              draft.drop(now);
              write.reset();
            }}
          />
        ) : (
          <ErrorNote error={write.error} />
        )}
        <Group>
          <Button type="submit" loading={write.isPending} data-testid="save-part">
            {t("life.savePart")}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t("common.close")}
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {draft.dirty ? t("card.unsaved") : ""}
          </Text>
          {draft.dirty ? (
            <Button
              ml="auto"
              variant="subtle"
              color="gray"
              onClick={() => {
                draft.drop(server);
                onClose();
              }}
              data-testid="drop-part"
            >
              {t("card.dropRecovered")}
            </Button>
          ) : null}
        </Group>
      </div>
    </form>
  );
}

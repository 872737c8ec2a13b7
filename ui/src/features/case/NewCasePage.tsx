import { Button, Text } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import { useAsk, useTell } from "@/ipc/queries";
import { emptyForm } from "@/lib/caseForm";
import { isReadable } from "@/ui/forms";
import { PageHead } from "@/ui/PageHead";
import classes from "./case.module.css";
import { CaseFields } from "./form/CaseFields";
import { useDraft } from "./form/draftState";
import { Radar } from "./radar/Radar";
import { handRemembered } from "./radar/recurrences";
import { saveKeys } from "./saveKeys";
import { useRegister } from "./useRegister";

const route = getRouteApi("/cases/new");

/** A card that the register does not know yet: what is needed comes first, and the keyboard is enough. */
export function NewCasePage() {
  const { t } = useWords();
  const { kind } = route.useSearch();
  const navigate = route.useNavigate();
  const toasts = useToasts();
  const [blank] = useState(() => ({ form: emptyForm(kind ?? "DK"), revision: 0 }));
  const draft = useDraft("new", blank);
  const create = useTell("create_draft");
  const registering = useRegister();
  const form = useRef<HTMLFormElement>(null);
  const ready = useAsk("choices", null).data !== undefined;

  useEffect(() => {
    if (ready) document.getElementById("field-title")?.focus();
  }, [ready]);

  const save = async (thenRegister: boolean) => {
    if (create.isPending || (form.current !== null && !isReadable(form.current))) return;
    const saved = await create.mutateAsync({ form: draft.form }).catch(() => null);
    if (saved === null) return;
    draft.forget();
    handRemembered("new", saved.id);
    const registered = thenRegister && (await registering.register(saved.id, saved.revision));
    // A draft that lacks something stays a draft; its page says what it lacks.
    if (!registered) toasts.said(t("card.draftSavedWhere"));
    void navigate({ to: "/cases/$id", params: { id: saved.id }, replace: true });
  };

  return (
    <form
      ref={form}
      noValidate
      onKeyDown={saveKeys(
        () => void save(false),
        () => void save(true),
      )}
      onSubmit={(event) => {
        event.preventDefault();
        void save(false);
      }}
    >
      <PageHead title={t("card.newTitle")}>
        <Link to="/cases">{t("card.backToRegister")}</Link>
      </PageHead>
      <div className={classes.sections} style={{ maxWidth: 1080 }}>
        <Radar form={draft.form} view={null} />
        <CaseFields form={draft.form} onChange={draft.change} view={null} quick />
      </div>
      <div className={classes.saveBar}>
        <ErrorNote error={create.error} />
        <Button type="submit" variant="default" loading={create.isPending} data-testid="save-draft">
          {t("card.saveNew")}
        </Button>
        <Button loading={registering.busy} onClick={() => void save(true)} data-testid="save-register">
          {t("card.saveAndRegister")}
        </Button>
        <Text size="sm" c="dimmed">
          {t("card.newKeys")}
        </Text>
        <Text size="sm" c="dimmed" role="status">
          {draft.recovered ? t("card.recovered") : draft.dirty ? t("card.unsaved") : ""}
        </Text>
        {draft.dirty ? (
          <Button ml="auto" variant="subtle" color="gray" onClick={() => draft.drop(blank)}>
            {t("card.dropRecovered")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

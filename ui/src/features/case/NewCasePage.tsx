import { Button, Text } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import { useTell } from "@/ipc/queries";
import { isReadable } from "@/ui/forms";
import { PageHead } from "@/ui/PageHead";
import { CaseFields } from "./CaseFields";
import classes from "./case.module.css";
import { emptyForm, useDraft } from "./draftState";

const route = getRouteApi("/cases/new");

/** A card that the register does not know yet; saving makes it a draft. */
export function NewCasePage() {
  const { t } = useWords();
  const { kind } = route.useSearch();
  const navigate = route.useNavigate();
  const toasts = useToasts();
  const [blank] = useState(() => ({ form: emptyForm(kind ?? "DK"), revision: 0 }));
  const draft = useDraft("new", blank);
  const create = useTell("create_draft");
  const form = useRef<HTMLFormElement>(null);

  const save = async () => {
    if (form.current !== null && !isReadable(form.current)) return;
    const saved = await create.mutateAsync({ form: draft.form }).catch(() => null);
    if (saved === null) return;
    draft.forget();
    toasts.said(t("card.draftSaved"));
    void navigate({ to: "/cases/$id", params: { id: saved.id }, replace: true });
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <PageHead title={t("card.newTitle")}>
        <Link to="/cases">{t("card.backToRegister")}</Link>
      </PageHead>
      <div className={classes.sections} style={{ maxWidth: 1080 }}>
        <CaseFields form={draft.form} onChange={draft.change} />
      </div>
      <div className={classes.saveBar}>
        <ErrorNote error={create.error} />
        <Button type="submit" loading={create.isPending} data-testid="save-draft">
          {t("card.saveNew")}
        </Button>
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

import { Checkbox, Group, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "@/components/FormDialog";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { CheckGroup, OwnCheckView } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";

const BLANK = { id: null, revision: 0, letter: "", question: "", clause2008: "", clause2015: "", blocking: false };
/** A choice of a list cannot be empty. */
const NO_LETTER = "-";

type Props = { own: OwnCheckView | null; groups: CheckGroup[]; onClose: () => void };

/** A check of the office's own: what it asks, where it belongs, and whether it blocks. */
export function OwnCheckDialog({ own, groups, onClose }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const save = useTell("save_own_check");
  const [draft, setDraft] = useState(() => {
    if (own === null) return { ...BLANK, retired: false };
    const { code: _code, ...form } = own;
    return form;
  });
  const [tried, setTried] = useState(false);
  const set = (part: Partial<typeof draft>) => setDraft((was) => ({ ...was, ...part }));
  const blank = draft.question.trim() === "";

  const submit = () => {
    setTried(true);
    if (blank) return;
    save.mutate(draft, {
      onSuccess: () => {
        toasts.said(t("readiness.ownSaved"));
        onClose();
      },
    });
  };

  return (
    <FormDialog
      title={own === null ? t("readiness.ownAdd") : t("readiness.ownEdit", { check: own.code })}
      saveId="save-own-check"
      saving={save.isPending}
      error={save.error}
      onSave={submit}
      onClose={onClose}
    >
      <Textarea
        label={t("readiness.ownQuestion")}
        description={t("readiness.ownQuestionHint")}
        required
        autosize
        minRows={2}
        value={draft.question}
        error={tried && blank ? t("common.required") : undefined}
        onChange={(event) => set({ question: event.currentTarget.value })}
        data-testid="own-question"
        data-autofocus
      />
      <Select
        label={t("readiness.ownLetter")}
        data={[
          { value: NO_LETTER, label: t("readiness.ownNoLetter") },
          ...groups
            .filter(({ letter }) => letter !== "")
            .map(({ letter, name }) => ({ value: letter, label: `${letter}) ${name}` })),
        ]}
        value={draft.letter === "" ? NO_LETTER : draft.letter}
        allowDeselect={false}
        onChange={(letter) => set({ letter: letter === null || letter === NO_LETTER ? "" : letter })}
        data-testid="own-letter"
      />
      <Group grow align="start">
        <TextInput
          label={t("readiness.ownClause2008")}
          value={draft.clause2008}
          onChange={(event) => set({ clause2008: event.currentTarget.value })}
        />
        <TextInput
          label={t("readiness.ownClause2015")}
          value={draft.clause2015}
          onChange={(event) => set({ clause2015: event.currentTarget.value })}
        />
      </Group>
      <Checkbox
        label={t("readiness.ownBlocking")}
        description={t("readiness.ownBlockingHint")}
        checked={draft.blocking}
        onChange={(event) => set({ blocking: event.currentTarget.checked })}
        data-testid="own-blocking"
      />
    </FormDialog>
  );
}

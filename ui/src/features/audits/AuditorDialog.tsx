import { Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "@/components/FormDialog";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { AuditorView } from "@/ipc/bindings";
import { useAsk, useTell } from "@/ipc/queries";
import { DayInput } from "@/ui/DayInput";
import classes from "./audits.module.css";
import { useReadable } from "./useReadable";

type Props = { auditor: AuditorView | null; onClose: () => void };

/** An internal auditor: the post, the training, the order of the Starosta. */
export function AuditorDialog({ auditor, onClose }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const save = useTell("save_auditor");
  const posts = useAsk("choices", null).data?.posts ?? [];
  const { inside, readable } = useReadable();
  const [tried, setTried] = useState(false);
  const [post, setPost] = useState(auditor?.post.id ?? null);
  const [form, setForm] = useState({
    training: auditor?.training ?? "",
    trainedOn: auditor?.trainedOn ?? null,
    order: auditor?.order ?? "",
    appointedOn: auditor?.appointedOn ?? null,
    until: auditor?.until ?? null,
  });
  const change = (part: Partial<typeof form>) => setForm((was) => ({ ...was, ...part }));
  const submit = () => {
    setTried(true);
    if (!readable() || post === null) return;
    save.mutate(
      { id: auditor?.id ?? null, revision: auditor?.revision ?? 0, post, ...form },
      {
        onSuccess: () => {
          toasts.said(t("audits.auditorSaved"));
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t(auditor === null ? "audits.addAuditor" : "audits.editAuditor")}
      saveId="auditor-save"
      saving={save.isPending}
      error={save.error}
      onSave={submit}
      onClose={onClose}
    >
      <Stack ref={inside}>
        <Select
          label={t("audits.post")}
          data={posts.map(({ id, name }) => ({ value: id, label: name }))}
          value={post}
          searchable
          required
          allowDeselect={false}
          error={tried && post === null ? t("common.required") : undefined}
          onChange={setPost}
          // The dialog opens on this field, not on its list.
          openOnFocus={false}
          data-autofocus
          data-testid="auditor-post"
        />
        <TextInput
          label={t("audits.training")}
          description={t("audits.trainingHint")}
          value={form.training}
          onChange={(event) => change({ training: event.currentTarget.value })}
          data-testid="auditor-training"
        />
        <TextInput
          label={t("audits.order")}
          description={t("audits.orderHint")}
          value={form.order}
          onChange={(event) => change({ order: event.currentTarget.value })}
          data-testid="auditor-order"
        />
        <div className={classes.pair}>
          <DayInput
            label={t("audits.trainedOn")}
            value={form.trainedOn}
            onChange={(trainedOn) => change({ trainedOn })}
            testId="auditor-trained"
          />
          <DayInput
            label={t("audits.appointedOn")}
            value={form.appointedOn}
            onChange={(appointedOn) => change({ appointedOn })}
            testId="auditor-appointed"
          />
          <DayInput label={t("audits.until")} value={form.until} onChange={(until) => change({ until })} />
        </div>
      </Stack>
    </FormDialog>
  );
}

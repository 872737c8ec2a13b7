import { Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "@/components/FormDialog";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { Choice, PostView, ProcessView } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";

type Props = { process: ProcessView | null; units: Choice[]; posts: PostView[]; onClose: () => void };

/** A process: symbol, name, who owns it, and what is measured. */
export function ProcessDialog({ process, units, posts, onClose }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const save = useTell("save_process");
  const [code, setCode] = useState(process?.code ?? "");
  const [name, setName] = useState(process?.name ?? "");
  const [owner, setOwner] = useState(process?.owner ?? null);
  const [department, setDepartment] = useState(process?.department ?? null);
  const [measure, setMeasure] = useState(process?.measure ?? "");
  const clear = { "aria-label": t("common.clear") };
  const submit = () =>
    save.mutate(
      {
        id: process?.id ?? null,
        revision: process?.revision ?? 0,
        code: code.trim(),
        name: name.trim(),
        owner,
        department,
        measure: measure.trim(),
      },
      {
        onSuccess: () => {
          toasts.said(t("people.saved"));
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t(process === null ? "people.addProcess" : "people.editProcess")}
      saveId="process-save"
      saving={save.isPending}
      error={save.error}
      onSave={submit}
      onClose={onClose}
    >
      <TextInput
        label={t("people.processCode")}
        required
        maw={180}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        data-autofocus
        data-testid="process-code"
      />
      <TextInput
        label={t("people.processName")}
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-testid="process-name"
      />
      <Select
        label={t("people.processOwner")}
        data={posts.map((post) => ({ value: post.id, label: post.name }))}
        value={owner}
        onChange={setOwner}
        searchable
        clearable
        clearButtonProps={clear}
      />
      <Select
        label={t("people.unit")}
        data={units.map((unit) => ({ value: unit.id, label: `${unit.code} – ${unit.name}` }))}
        value={department}
        onChange={setDepartment}
        searchable
        clearable
        clearButtonProps={clear}
      />
      <TextInput
        label={t("people.measure")}
        description={t("people.measureHint")}
        value={measure}
        onChange={(event) => setMeasure(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

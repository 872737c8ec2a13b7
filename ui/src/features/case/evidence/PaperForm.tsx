import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { ActionView, CaseView, Day } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { DayInput } from "@/ui/DayInput";
import { isReadable } from "@/ui/forms";
import classes from "../case.module.css";
import { attachStanding } from "./useAttach";

type Props = { view: CaseView; action: ActionView; no: number; onDone: () => void };

/** Evidence that lies in a file on a shelf: what it is, and where anybody finds it. */
export function PaperForm({ view, action, no, onDone }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const attach = useTell("attach_evidence");
  const [title, setTitle] = useState("");
  const [fileNumber, setFileNumber] = useState("");
  const [on, setOn] = useState<Day | null>(null);
  const [tried, setTried] = useState(false);
  const needed = (text: string) => (tried && text.trim() === "" ? t("common.required") : undefined);
  const submit = async (form: HTMLFormElement) => {
    setTried(true);
    if (!isReadable(form) || title.trim() === "" || fileNumber.trim() === "") return;
    const standing = attachStanding(view, action.id);
    const request = { id: view.id, revision: view.revision, actionId: action.id, title, fileNumber, on };
    const saved = await attach.mutateAsync({ ...request, file: null, standing }).catch(() => null);
    if (saved === null) return;
    toasts.said(t("evidence.paperAdded"));
    onDone();
  };
  return (
    <form
      noValidate
      className={classes.paperForm}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <TextInput
        label={t("evidence.paperTitle")}
        description={t("evidence.paperTitleHint")}
        required
        value={title}
        error={needed(title)}
        onChange={(event) => setTitle(event.currentTarget.value)}
        data-testid={`paper-title-${no}`}
      />
      <TextInput
        label={t("evidence.paperNumber")}
        description={t("evidence.paperNumberHint")}
        required
        value={fileNumber}
        error={needed(fileNumber)}
        onChange={(event) => setFileNumber(event.currentTarget.value)}
        data-testid={`paper-number-${no}`}
      />
      <DayInput label={t("evidence.paperOn")} value={on} onChange={setOn} testId={`paper-on-${no}`} />
      <ErrorNote error={attach.error} />
      <Button type="submit" size="sm" loading={attach.isPending} data-testid={`paper-add-${no}`}>
        {t("evidence.paperAdd")}
      </Button>
    </form>
  );
}

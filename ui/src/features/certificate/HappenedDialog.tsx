import { Textarea, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { FormDialog } from "@/components/FormDialog";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { CertificateRecord } from "@/ipc/bindings";
import type { DeskError } from "@/ipc/client";
import { useTell } from "@/ipc/queries";
import { formatDay, isDay } from "@/lib/dates";
import { DayInput } from "@/ui/DayInput";
import { isReadable } from "@/ui/forms";
import { useToday } from "@/ui/today";
import classes from "./certificate.module.css";
import { formOf, type Happening, type HappeningDraft, newDraft } from "./happening";

type Props = { certificate: CertificateRecord; what: Happening; onClose: () => void };

/** What happened to the certificate is written down with its day; a withdrawal says first what follows from it. */
export function HappenedDialog({ certificate, what, onClose }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const today = useToday();
  const tell = useTell("certificate_happened");
  const fields = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState(() => newDraft(today));
  const [tried, setTried] = useState(false);

  const save = () => {
    setTried(true);
    const form = fields.current?.closest("form");
    const happening = formOf(what, draft);
    if (!form || !isReadable(form) || happening === null) return;
    tell.mutate(
      { id: certificate.id, revision: certificate.revision, happening },
      {
        onSuccess: () => {
          toasts.said(t(`happenings.${what}_done`));
          onClose();
        },
      },
    );
  };

  return (
    <FormDialog
      title={t(`happenings.${what}_title`)}
      saveId={`save-${what}`}
      saveLabel={what === "withdraw" ? t("happenings.withdraw_confirm") : undefined}
      saving={tell.isPending}
      error={tell.error}
      errorText={useDayRefusal(tell.error)}
      onSave={save}
      onClose={onClose}
    >
      <p className={classes.consequences}>{t(`happenings.${what}_note`)}</p>
      <div className={classes.fields} ref={fields}>
        <Fields
          what={what}
          draft={draft}
          dayError={tried && draft.on === null ? t("common.required") : undefined}
          set={(part) => setDraft((was) => ({ ...was, ...part }))}
        />
      </div>
    </FormDialog>
  );
}

/** The rule names the earliest day that it would take; a card's sentence about its steps would not fit here. */
function useDayRefusal(error: DeskError | null): string | undefined {
  const { t, lang } = useWords();
  const date = error?.params.date;
  if (error?.params.reason !== "date_goes_back" || !isDay(date)) return undefined;
  return t("certificate.notBefore", { date: formatDay(date, lang) });
}

type FieldsProps = {
  what: Happening;
  draft: HappeningDraft;
  dayError: string | undefined;
  set: (part: Partial<HappeningDraft>) => void;
};

function Fields({ what, draft, dayError, set }: FieldsProps) {
  const { t } = useWords();
  return (
    <>
      <DayInput
        label={t(`happenings.${what}_on`)}
        value={draft.on}
        onChange={(on) => set({ on })}
        error={dayError}
        required
        testId="happened-on"
      />
      {what === "suspend" ? (
        <>
          <DayInput
            label={t("certificate.suspendedUntil")}
            description={t("certificate.suspendedUntilHint")}
            value={draft.until}
            onChange={(until) => set({ until })}
            testId="suspended-until"
          />
          <Textarea
            label={t("certificate.suspendedWhy")}
            autosize
            minRows={2}
            required
            value={draft.reason}
            onChange={(event) => set({ reason: event.currentTarget.value })}
            data-testid="suspended-why"
          />
        </>
      ) : null}
      {what === "transfer" ? (
        <>
          <TextInput
            label={t("certificate.newBody")}
            required
            value={draft.body}
            onChange={(event) => set({ body: event.currentTarget.value })}
            data-testid="new-body"
          />
          <TextInput
            label={t("certificate.newNumber")}
            value={draft.number}
            onChange={(event) => set({ number: event.currentTarget.value })}
            data-testid="new-number"
          />
        </>
      ) : null}
    </>
  );
}

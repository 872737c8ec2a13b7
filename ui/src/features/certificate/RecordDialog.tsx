import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import {
  type CertificateDraft,
  CertificateFields,
  NEW_CERTIFICATE,
  type Restorable,
} from "@/components/CertificateFields";
import { ErrorNote } from "@/components/ErrorNote";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { CertificateRecord } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { Dialog } from "@/ui/Dialog";
import { isReadable } from "@/ui/forms";

/** A correction starts from what is recorded; the next certificate starts blank. */
export function draftOf(corrected: CertificateRecord | null): CertificateDraft {
  if (corrected === null) return NEW_CERTIFICATE;
  const { number, body, edition, decidedOn, stage2EndedOn, validUntil, base, toleranceDays, restored } = corrected;
  return {
    number,
    body,
    edition,
    decidedOn,
    stage2EndedOn,
    validUntil,
    base,
    toleranceDays,
    restored,
    corrects: corrected.id,
  };
}

type Props = {
  corrected: CertificateRecord | null;
  /** Null for the first certificate: there is none that it could restore. */
  restorable: Restorable | null;
  onClose: () => void;
};

export function RecordDialog({ corrected, restorable, onClose }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const record = useTell("record_certificate");
  const [draft, setDraft] = useState(() => draftOf(corrected));
  const [tried, setTried] = useState(false);

  const submit = (form: HTMLFormElement) => {
    setTried(true);
    const { decidedOn } = draft;
    if (!isReadable(form) || decidedOn === null) return;
    record.mutate(
      { ...draft, decidedOn },
      {
        onSuccess: () => {
          toasts.said(t(corrected === null ? "certificate.recorded" : "certificate.corrected"));
          onClose();
        },
      },
    );
  };

  return (
    <Dialog
      opened
      onClose={onClose}
      size="xl"
      title={t(corrected === null ? "certificate.record" : "certificate.correctTitle")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit(event.currentTarget);
        }}
      >
        <Stack>
          <CertificateFields
            value={draft}
            onChange={setDraft}
            restorable={restorable}
            error={tried && draft.decidedOn === null ? t("common.required") : undefined}
          />
          <ErrorNote error={record.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" loading={record.isPending} data-testid="save-certificate">
              {t("common.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

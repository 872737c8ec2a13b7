import { Button, Group, Modal, Stack } from "@mantine/core";
import { useState } from "react";
import { type CertificateDraft, CertificateFields, NEW_CERTIFICATE } from "@/components/CertificateFields";
import { ErrorNote } from "@/components/ErrorNote";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import { useTell } from "@/ipc/queries";
import { isReadable } from "@/ui/forms";

export function RecordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const toasts = useToasts();
  const record = useTell("record_certificate");
  const [draft, setDraft] = useState<CertificateDraft>(NEW_CERTIFICATE);
  const [tried, setTried] = useState(false);

  const submit = (form: HTMLFormElement) => {
    setTried(true);
    const { decidedOn } = draft;
    if (!isReadable(form) || decidedOn === null) return;
    record.mutate(
      { ...draft, decidedOn },
      {
        onSuccess: () => {
          toasts.said(t("certificate.recorded"));
          onClose();
        },
      },
    );
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t("certificate.record")}
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
    </Modal>
  );
}

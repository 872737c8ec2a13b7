import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import { useTell } from "@/ipc/queries";
import { Dialog } from "@/ui/Dialog";

/** One's own password, changed with the old one. */
export function OwnPasswordDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useWords();
  const toasts = useToasts();
  const change = useTell("set_password");
  const [old, setOld] = useState("");
  const [next, setNext] = useState("");
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t("signin.ownPassword")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(
            { id, old, new: next },
            {
              onSuccess: () => {
                toasts.said(t("signin.passwordSaved"));
                onClose();
              },
            },
          );
        }}
      >
        <Stack>
          <TextInput
            label={t("signin.oldPassword")}
            type="password"
            autoComplete="current-password"
            value={old}
            onChange={(event) => setOld(event.currentTarget.value)}
            data-autofocus
            data-testid="old-password"
          />
          <TextInput
            label={t("signin.newPassword")}
            description={t("people.passwordRules")}
            type="password"
            autoComplete="new-password"
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
            data-testid="new-password"
          />
          <ErrorNote error={change.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.cancel")}
            </Button>
            <Button
              type="submit"
              loading={change.isPending}
              disabled={old === "" || next === ""}
              data-testid="save-password"
            >
              {t("signin.passwordSave")}
            </Button>
          </Group>
          <Text size="sm" c="dimmed">
            {t("signin.forgot")}
          </Text>
        </Stack>
      </form>
    </Dialog>
  );
}

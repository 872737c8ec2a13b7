import { Button, Group, PasswordInput, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { RecordedFor } from "@/components/moves/RecordedFor";
import type { PaperValues } from "@/components/moves/values";
import { useToasts } from "@/components/toasts";
import { useSession } from "@/components/useSession";
import { useWords } from "@/i18n/i18n";
import type { Day, MayView, RunRow } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { formatDay } from "@/lib/dates";
import { Dialog } from "@/ui/Dialog";
import { isReadable } from "@/ui/forms";

/** Which run, in which role, and how that may be done. */
export type Signing = { run: RunRow; as: "representative" | "coordinator"; may: MayView };

export function SignRunDialog({ signing, onClose }: { signing: Signing; onClose: () => void }) {
  const { t, lang } = useWords();
  const today = useSession()?.today;
  const { run, as } = signing;
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={t("readiness.signNamed", { as: t(`readiness.${as}`), day: formatDay(run.on, lang) })}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      {today === undefined ? null : <SignForm signing={signing} today={today} onClose={onClose} />}
    </Dialog>
  );
}

type Props = { signing: Signing; today: Day; onClose: () => void };

/** Whose signature on paper is recorded, or the own password again. */
function SignForm({ signing: { run, may }, today, onClose }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const sign = useTell("sign_run");
  const [likeliest] = may.forPosts;
  const [paper, setPaper] = useState<PaperValues | null>(
    likeliest === undefined ? null : { post: likeliest.id, on: today, document: "" },
  );
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const lacksPassword = may.signOff && password === "";

  const submit = (form: HTMLFormElement) => {
    setTried(true);
    if (!isReadable(form) || lacksPassword) return;
    sign.mutate(
      {
        id: run.id,
        revision: run.revision,
        standing: { recordedFor: paper, password: may.signOff ? password : null },
      },
      {
        onSuccess: () => {
          toasts.said(t("readiness.signed"));
          onClose();
        },
        // The password is typed anew for every try.
        onError: () => setPassword(""),
      },
    );
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      <Stack>
        <Text>{t("readiness.signAbout", { score: run.score, verdict: t(`readiness.verdict_${run.verdict}`) })}</Text>
        <RecordedFor posts={may.forPosts} must value={paper} today={today} onChange={setPaper} />
        {may.signOff ? (
          <PasswordInput
            label={t("moves.password")}
            description={t("moves.passwordHint")}
            required
            value={password}
            autoComplete="off"
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={tried && lacksPassword && sign.error === null ? t("common.required") : undefined}
            visibilityToggleButtonProps={{ "aria-label": t("moves.passwordShow") }}
            data-testid="sign-password"
            data-autofocus
          />
        ) : null}
        <ErrorNote error={sign.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button
            type="submit"
            loading={sign.isPending}
            {...(paper === null && !may.signOff ? { "data-autofocus": true } : {})}
            data-testid="sign-submit"
          >
            {t("readiness.sign")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

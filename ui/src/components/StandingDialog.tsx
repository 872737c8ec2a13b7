import { Fieldset, PasswordInput, Stack, Text } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import { useWords } from "@/i18n/i18n";
import type { MayView, StandingForm } from "@/ipc/bindings";
import type { DeskError } from "@/ipc/client";
import { isReadable } from "@/ui/forms";
import { FormDialog } from "./FormDialog";
import classes from "./moves/moves.module.css";
import { PaperFields } from "./moves/RecordedFor";
import type { PaperValues } from "./moves/values";
import { useSession } from "./useSession";

type Props = {
  title: string;
  may: MayView;
  saveId: string;
  /** What is done. */
  saveLabel: string;
  saving: boolean;
  error: DeskError | null;
  onSave: (standing: StandingForm) => void;
  onClose: () => void;
  /** What is decided. */
  children: ReactNode;
};

/** Asks who stands behind a decision: the post that took it on paper, and the password where it is signed off. */
export function StandingDialog({ title, may, saveId, saveLabel, saving, error, onSave, onClose, children }: Props) {
  const { t } = useWords();
  const inside = useRef<HTMLDivElement>(null);
  const today = useSession()?.today ?? null;
  const [likeliest] = may.forPosts;
  const [paper, setPaper] = useState<PaperValues | null>(
    likeliest === undefined ? null : { post: likeliest.id, on: today, document: "" },
  );
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    const form = inside.current?.closest("form");
    if (form && !isReadable(form)) return;
    if (may.signOff && password === "") return;
    onSave({ recordedFor: paper, password: may.signOff ? password : null });
    // The password is typed anew for every try.
    setPassword("");
    setTried(false);
  };
  return (
    <FormDialog
      title={title}
      saveId={saveId}
      saveLabel={saveLabel}
      saving={saving}
      error={error}
      onSave={submit}
      onClose={onClose}
    >
      <Stack ref={inside}>
        <Text>{children}</Text>
        {paper === null ? null : (
          <Fieldset legend={t("moves.whoDecided")} classNames={{ legend: classes.legend ?? "" }}>
            <PaperFields posts={may.forPosts} value={paper} onChange={setPaper} />
          </Fieldset>
        )}
        {may.signOff ? (
          <PasswordInput
            label={t("moves.password")}
            description={t("moves.passwordHint")}
            required
            value={password}
            autoComplete="off"
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={tried && password === "" ? t("common.required") : undefined}
            visibilityToggleButtonProps={{ "aria-label": t("moves.passwordShow") }}
            data-testid="standing-password"
          />
        ) : null}
      </Stack>
    </FormDialog>
  );
}

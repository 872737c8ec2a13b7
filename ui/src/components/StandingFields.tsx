import { PasswordInput, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/i18n/i18n";
import type { Day, MayView, StandingForm } from "@/ipc/bindings";
import { PaperFields } from "./moves/RecordedFor";
import type { PaperValues } from "./moves/values";

/** Who stands behind a signed-off decision: the post that took it on paper, or the own password. */
export function useStanding(may: MayView, today: Day) {
  const [likeliest] = may.forPosts;
  const [paper, setPaper] = useState<PaperValues | null>(
    likeliest === undefined ? null : { post: likeliest.id, on: today, document: "" },
  );
  const [password, setPassword] = useState("");
  const standing: StandingForm = { recordedFor: paper, password: may.signOff ? password : null };
  return { paper, setPaper, password, setPassword, standing, lacks: may.signOff && password === "" };
}

type Props = { may: MayView; held: ReturnType<typeof useStanding>; tried: boolean };

export function StandingFields({ may, held, tried }: Props) {
  const { t } = useWords();
  return (
    <Stack gap="sm">
      {held.paper === null ? null : (
        <>
          <Text size="sm" c="dimmed">
            {t("moves.mustRecord")}
          </Text>
          <PaperFields posts={may.forPosts} value={held.paper} onChange={held.setPaper} />
        </>
      )}
      {may.signOff ? (
        <PasswordInput
          label={t("moves.password")}
          description={t("moves.passwordHint")}
          required
          value={held.password}
          autoComplete="off"
          onChange={(event) => held.setPassword(event.currentTarget.value)}
          error={tried && held.lacks ? t("common.required") : undefined}
          visibilityToggleButtonProps={{ "aria-label": t("moves.passwordShow") }}
          data-testid="standing-password"
        />
      ) : null}
    </Stack>
  );
}

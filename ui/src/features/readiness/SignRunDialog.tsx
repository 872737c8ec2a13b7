import { StandingDialog } from "@/components/StandingDialog";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { MayView, RunRow } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { formatDay } from "@/lib/dates";

/** Which run, in which role, and how that may be done. */
export type Signing = { run: RunRow; as: "representative" | "coordinator"; may: MayView };

/** Whose signature on paper is recorded, or the own password again. */
export function SignRunDialog({ signing: { run, as, may }, onClose }: { signing: Signing; onClose: () => void }) {
  const { t, lang } = useWords();
  const toasts = useToasts();
  const sign = useTell("sign_run");
  return (
    <StandingDialog
      title={t("readiness.signNamed", { as: t(`readiness.${as}`), day: formatDay(run.on, lang) })}
      saveLabel={t("readiness.sign")}
      may={may}
      saveId="sign-submit"
      saving={sign.isPending}
      error={sign.error}
      onSave={(standing) =>
        sign.mutate(
          { id: run.id, revision: run.revision, standing },
          {
            onSuccess: () => {
              toasts.said(t("readiness.signed"));
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      {t("readiness.signAbout", { score: run.score, verdict: t(`readiness.verdict_${run.verdict}`) })}
    </StandingDialog>
  );
}

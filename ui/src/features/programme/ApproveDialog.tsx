import { useState } from "react";
import { StandingDialog } from "@/components/StandingDialog";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { ActionProgrammeView } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";

/** The Starosta approves the programme, or what she signed on paper is recorded. */
export function ApproveDialog({ view, onClose }: { view: ActionProgrammeView; onClose: () => void }) {
  const { t } = useWords();
  const toasts = useToasts();
  const approve = useTell("approve_action_programme");
  // What was looked at is what is approved.
  const [at] = useState({ year: view.year, revision: view.revision });
  const title = t(view.mayApprove.forPosts.length > 0 ? "programme.recordApproval" : "programme.approve");
  return (
    <StandingDialog
      title={title}
      saveLabel={title}
      may={view.mayApprove}
      saveId="save-approval"
      saving={approve.isPending}
      error={approve.error}
      onSave={(standing) =>
        approve.mutate(
          { ...at, standing },
          {
            onSuccess: () => {
              toasts.said(t("programme.approvedSaid"));
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      {t("programme.approveAbout")}
    </StandingDialog>
  );
}

import { useState } from "react";
import { FormDialog } from "@/components/FormDialog";
import { StandingFields, useStanding } from "@/components/StandingFields";
import { useToasts } from "@/components/toasts";
import { useSession } from "@/components/useSession";
import { useWords } from "@/i18n/i18n";
import type { ActionProgrammeView, Day } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";

type Props = { view: ActionProgrammeView; onClose: () => void };

/** The Starosta approves the programme, or what she signed on paper is recorded. */
export function ApproveDialog(props: Props) {
  const today = useSession()?.today;
  return today === undefined ? null : <ApproveForm {...props} today={today} />;
}

function ApproveForm({ view, onClose, today }: Props & { today: Day }) {
  const { t } = useWords();
  const toasts = useToasts();
  const approve = useTell("approve_action_programme");
  const held = useStanding(view.mayApprove, today);
  // What was looked at is what is approved.
  const [at] = useState({ year: view.year, revision: view.revision });
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (held.lacks) return;
    approve.mutate(
      { ...at, standing: held.standing },
      {
        onSuccess: () => {
          toasts.said(t("programme.approvedSaid"));
          onClose();
        },
        // The password is typed anew for every try.
        onError: () => held.setPassword(""),
      },
    );
  };
  return (
    <FormDialog
      title={t(view.mayApprove.forPosts.length > 0 ? "programme.recordApproval" : "programme.approve")}
      saveId="save-approval"
      saving={approve.isPending}
      error={approve.error}
      onSave={submit}
      onClose={onClose}
    >
      <p>{t("programme.approveAbout")}</p>
      <StandingFields may={view.mayApprove} held={held} tried={tried && approve.error === null} />
    </FormDialog>
  );
}

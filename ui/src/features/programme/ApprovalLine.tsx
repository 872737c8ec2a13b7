import { Button } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "@/i18n/i18n";
import type { ActionProgrammeView } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import { Panel } from "@/ui/Panel";
import { ApproveDialog } from "./ApproveDialog";
import classes from "./programme.module.css";

/** Whether the Starosta approved the programme, and the button that does or records it. */
export function ApprovalLine({ view }: { view: ActionProgrammeView }) {
  const { t, lang } = useWords();
  const [asked, setAsked] = useState(false);
  const { approval, mayApprove, actions } = view;
  const onPaper = mayApprove.forPosts.length > 0;
  const may = mayApprove.allowed || onPaper;
  return (
    <Panel title={t("programme.approval")} testId="programme-approval">
      <div className={classes.bar}>
        {approval === null ? (
          <p className={classes.lacks}>{t("programme.notApproved")}</p>
        ) : (
          <p className={classes.ok}>
            <IconCircleCheck size={18} aria-hidden />
            {t("programme.approved", { by: approval.by, on: formatDay(approval.on, lang) })}
            {approval.document === "" ? null : (
              <span className={classes.muted}>{t("programme.approvedDocument", { document: approval.document })}</span>
            )}
          </p>
        )}
        {approval !== null || actions.length === 0 ? null : may ? (
          <Button onClick={() => setAsked(true)} data-testid="approve-programme">
            {t(onPaper ? "programme.recordApproval" : "programme.approve")}
          </Button>
        ) : (
          <span className={classes.muted}>{t("programme.mayNotApprove")}</span>
        )}
      </div>
      {asked ? <ApproveDialog view={view} onClose={() => setAsked(false)} /> : null}
    </Panel>
  );
}

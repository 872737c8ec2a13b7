import { Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/i18n/i18n";
import { useAsk } from "@/ipc/queries";
import { BulkForm } from "./BulkForm";

/** Hands the marked cards to another post. */
export function AssignDialog({ cases, onClose }: { cases: string[]; onClose: (done: boolean) => void }) {
  const { t } = useWords();
  const posts = useAsk("choices", null).data?.posts ?? [];
  const [owner, setOwner] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const step = () => {
    setTried(true);
    return owner === null ? null : { move: "assign" as const, actionId: null, owner, reason: reason.trim() };
  };
  return (
    <BulkForm title={t("bulk.assignTitle")} confirm={t("bulk.assign")} cases={cases} step={step} onClose={onClose}>
      <Select
        label={t("bulk.newOwner")}
        data={posts.map(({ id, name }) => ({ value: id, label: name }))}
        value={owner}
        onChange={setOwner}
        searchable
        required
        error={tried && owner === null ? t("common.required") : undefined}
        data-autofocus
        data-testid="bulk-owner"
      />
      <Textarea
        label={t("bulk.reason")}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-testid="bulk-reason"
      />
    </BulkForm>
  );
}

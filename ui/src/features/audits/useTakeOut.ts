import { type RefObject, useRef } from "react";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import { useTell } from "@/ipc/queries";

type Taken = { id: string; revision: number; name: string };

/** Takes a record out at once and offers to bring it back; the focus goes to `next`, as the record's own button is gone. */
export function useTakeOut(kind: "question_list" | "auditor") {
  const { t } = useWords();
  const toasts = useToasts();
  const remove = useTell("remove_kept");
  const restore = useTell("restore_kept");
  const next: RefObject<HTMLButtonElement | null> = useRef(null);
  const take = ({ id, revision, name }: Taken) =>
    remove.mutate(
      { kind, id, revision },
      {
        onSuccess: () => {
          next.current?.focus();
          toasts.undoable(t("audits.takenOut", { name }), () => {
            restore.mutateAsync({ kind, id }).then(() => toasts.said(t("common.undone")), toasts.failed);
          });
        },
        onError: toasts.failed,
      },
    );
  return { take, next };
}

import { useRef } from "react";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { KeptKind } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";

type Record = { id: string; revision: number };

/** Taking a record out of a small register, with the way back. */
export function useKept(kind: KeptKind) {
  const { t } = useWords();
  const toasts = useToasts();
  const remove = useTell("remove_kept");
  const restore = useTell("restore_kept");
  const add = useRef<HTMLButtonElement>(null);
  const back = (id: string) =>
    restore.mutateAsync({ kind, id }).then(() => toasts.said(t("common.undone")), toasts.failed);
  const take = ({ id, revision }: Record) =>
    remove.mutateAsync({ kind, id, revision }).then(() => {
      toasts.undoable(t("registers.removed"), () => void back(id));
      // The row that had the focus is gone.
      add.current?.focus();
    }, toasts.failed);
  return { add, take: (record: Record) => void take(record) };
}

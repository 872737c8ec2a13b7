import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import type { AuditPage, QuestionView } from "@/ipc/bindings";
import { DeskError } from "@/ipc/client";
import { query } from "@/ipc/queries";

/** `stands`: the questions as they are when the turn comes; what a dialog was opened with may be older. */
export type InTurn = <T>(work: (revision: number, stands: readonly QuestionView[]) => Promise<T>) => Promise<T>;

/**
 * Answers are saved one after the other, each over the revision that the one before left behind: leaving one question for
 * the next must not make the second save a conflict with the first.
 */
export function useInTurn(id: string): InTurn {
  const client = useQueryClient();
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback(
    (work) => {
      const { queryKey } = query("audit", { id });
      const next = turn.current.then(() => {
        const page = client.getQueryData<AuditPage>(queryKey);
        return work(page?.audit.revision ?? 0, page?.questions ?? []);
      });
      turn.current = next.catch((error: unknown) => {
        // Somebody else was faster: the next try is made over what stands there now.
        if (error instanceof DeskError && error.kind === "conflict") return client.invalidateQueries({ queryKey });
        return undefined;
      });
      return next;
    },
    [client, id],
  );
}

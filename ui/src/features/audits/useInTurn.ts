import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import type { AuditPage } from "@/ipc/bindings";
import { DeskError } from "@/ipc/client";
import { query } from "@/ipc/queries";

export type InTurn = <T>(work: (revision: number) => Promise<T>) => Promise<T>;

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
      const next = turn.current.then(() => work(client.getQueryData<AuditPage>(queryKey)?.audit.revision ?? 0));
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

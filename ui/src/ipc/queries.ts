import {
  QueryClient,
  queryOptions,
  type UseMutationResult,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { Session } from "./bindings";
import { type CommandName, call, type DeskError, type Request, type Response } from "./client";

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: DeskError;
  }
}

/** IPC is local: it has no offline state, and a refusal stays a refusal however often one asks. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}

export function query<C extends CommandName>(command: C, request: Request<C>) {
  return queryOptions({ queryKey: [command, request] as const, queryFn: () => call(command, request) });
}

export function useAsk<C extends CommandName>(command: C, request: Request<C>) {
  return useQuery(query(command, request));
}

const ANSWER_WITH_SESSION: ReadonlySet<CommandName> = new Set<CommandName>([
  "set_language",
  "open_sample",
  "start_office",
  "retry_open",
  "accept_history",
  "sign_in",
  "sign_out",
  "set_password",
]);

/** Looking into a file, writing one out or being there leaves the register as it was. */
const CHANGES_NOTHING: ReadonlySet<CommandName> = new Set<CommandName>([
  "pick_register",
  "pick_evidence",
  "open_evidence",
  "plan_import",
  "plan_kept_import",
  "export_register",
  "keep_awake",
]);

/** What one person was shown is not kept for the next one: all answers go, except where the window stands. */
export function forgetAnswers(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
}

/** A command that changes something. Every question may have another answer afterwards, so all of them are asked again. */
export function useTell<C extends CommandName>(command: C): UseMutationResult<Response<C>, DeskError, Request<C>> {
  const client = useQueryClient();
  return useMutation<Response<C>, DeskError, Request<C>>({
    mutationFn: (request) => call(command, request),
    onSuccess: async (response) => {
      if (ANSWER_WITH_SESSION.has(command)) {
        client.setQueryData<Session>(["session", null], response as Session);
      }
      if (command === "sign_out") return forgetAnswers(client);
      if (!CHANGES_NOTHING.has(command)) await client.invalidateQueries();
    },
  });
}

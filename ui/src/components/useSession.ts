import type { FolderState, Session } from "@/ipc/bindings";
import { useAsk } from "@/ipc/queries";

export function useSession(): Session | undefined {
  return useAsk("session", null).data;
}

export type OpenFolder = Extract<FolderState, { kind: "open" }>;

export function openFolder(session: Session | undefined): OpenFolder | null {
  return session?.folder.kind === "open" ? session.folder : null;
}

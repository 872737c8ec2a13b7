import { useEffect, useRef, useState } from "react";
import type { DroppedFile } from "@/components/DropFiles";
import { findMove } from "@/components/moves/target";
import type { CaseView, PickedFile, StandingForm } from "@/ipc/bindings";
import type { DeskError } from "@/ipc/client";
import { useTell } from "@/ipc/queries";

type Sent = DroppedFile & { actionId: string; token: string };

/** How the person stands behind evidence: the representative alone may have to name the post that it comes from. */
export function attachStanding(view: CaseView, actionId: string): StandingForm {
  const move = findMove(view, "attach", actionId);
  const [likeliest] = move?.recordFor ?? [];
  const recordedFor =
    move?.mustRecord && likeliest !== undefined ? { post: likeliest.id, on: null, document: "" } : null;
  return { recordedFor, password: null };
}

/** Files on their way to the actions of a card, one after the other: each is attached to the card as the one before left it. */
export function useAttach(view: CaseView) {
  const [files, setFiles] = useState<readonly Sent[]>([]);
  const tell = useTell("attach_evidence");
  const revision = useRef(view.revision);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const latest = useRef(view);
  useEffect(() => {
    latest.current = view;
    revision.current = Math.max(revision.current, view.revision);
  }, [view]);

  const set = (key: string, part: Partial<Sent>) =>
    setFiles((now) => now.map((file) => (file.key === key ? { ...file, ...part } : file)));
  const send = async ({ key, token, actionId }: Sent) => {
    set(key, { state: "attaching" });
    const request = { id: view.id, revision: revision.current, actionId, title: "", fileNumber: "", on: null };
    const standing = attachStanding(latest.current, actionId);
    await tell.mutateAsync({ ...request, file: token, standing }).then(
      (saved) => {
        revision.current = saved.revision;
        set(key, { state: "attached" });
      },
      (error: DeskError) => set(key, { state: "refused", error }),
    );
  };
  const enqueue = (sent: readonly Sent[]) => {
    for (const file of sent) queue.current = queue.current.then(() => send(file));
  };

  return {
    filesOf: (actionId: string) => files.filter((file) => file.actionId === actionId),
    attach: (actionId: string, picked: readonly PickedFile[]) => {
      const sent = picked.map(({ token, name, bytes }): Sent => {
        return { key: `${token}-${actionId}`, token, name, bytes, actionId, state: "waiting" };
      });
      setFiles((now) => [...now, ...sent]);
      enqueue(sent);
    },
    dismiss: (key: string) => setFiles((now) => now.filter((file) => file.key !== key)),
    retry: (key: string) => enqueue(files.filter((file) => file.key === key)),
  };
}

export type Attaching = ReturnType<typeof useAttach>;

import { useQueryClient } from "@tanstack/react-query";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import { call } from "@/ipc/client";
import { useTell } from "@/ipc/queries";
import { forgetRemembered, remembered } from "./radar/recurrences";

/** Gives a draft its number, and links it to the earlier cards that it was said to repeat. */
export function useRegister() {
  const { t } = useWords();
  const toasts = useToasts();
  const client = useQueryClient();
  const tell = useTell("register_case");
  const register = async (id: string, revision: number): Promise<boolean> => {
    const saved = await tell.mutateAsync({ id, revision }).catch(() => null);
    if (saved === null) return false;
    toasts.said(t("card.registered", { number: saved.number ?? "" }));
    await link(id, saved.revision);
    return true;
  };
  const link = async (id: string, registered: number) => {
    const earlier = remembered(id);
    if (earlier.length === 0) return;
    let revision = registered;
    const standing = { recordedFor: null, password: null };
    for (const to of earlier) {
      const moved = await call("make_move", { id, revision, step: { move: "link", to }, standing }).catch(() => null);
      if (moved !== null) revision = moved.saved.revision;
      else toasts.said(t("radar.notLinked", { number: await numberOf(to) }));
    }
    forgetRemembered(id);
    await client.invalidateQueries();
  };
  const numberOf = async (id: string) =>
    call("case", { id }).then(
      ({ row, title }) => row.number ?? title,
      () => id,
    );
  return { register, error: tell.error, busy: tell.isPending, reset: tell.reset };
}

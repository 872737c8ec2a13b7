import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { OwnCheckView, ReadinessView } from "@/ipc/bindings";
import type { Request } from "@/ipc/client";
import { useTell } from "@/ipc/queries";

function formOf({ code: _code, ...form }: OwnCheckView, retired: boolean): Request<"save_own_check"> {
  return { ...form, retired };
}

function stands(view: ReadinessView, id: string): OwnCheckView | undefined {
  const asked = view.groups.flatMap(({ checks }) => checks).flatMap(({ own }) => own ?? []);
  return [...asked, ...view.retired].find((own) => own.id === id);
}

/** Takes an own check out of the checklist, and back in. */
export function useOwnCheck() {
  const { t } = useWords();
  const toasts = useToasts();
  const save = useTell("save_own_check");

  const bringBack = (own: OwnCheckView) =>
    save
      .mutateAsync(formOf(own, false))
      .then(() => toasts.said(t("readiness.broughtBack", { check: own.code })), toasts.failed);

  const retire = (own: OwnCheckView) =>
    save.mutateAsync(formOf(own, true)).then((view) => {
      const after = stands(view, own.id);
      const said = t("readiness.retiredSaid", { check: own.code });
      if (after === undefined) toasts.said(said);
      else toasts.undoable(said, () => void bringBack(after));
    }, toasts.failed);

  return { retire, bringBack, busy: save.isPending };
}

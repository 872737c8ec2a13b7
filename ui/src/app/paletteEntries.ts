import { useNavigate } from "@tanstack/react-router";
import { type Translate, useWords } from "@/i18n/i18n";
import type { Found } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";

export type Entry = { id: string; group: string; label: string; detail: string; run: () => void };

/** The screens and the commands. */
export function useFixedEntries(t: Translate, onSheet: () => void, onLock: (() => void) | null): Entry[] {
  const navigate = useNavigate();
  const { lang } = useWords();
  const language = useTell("set_language");
  const screens = [
    ["/", "nav.dashboard"],
    ["/work", "nav.work"],
    ["/cases", "nav.register"],
    ["/readiness", "nav.readiness"],
    ["/audits", "nav.audits"],
    ["/programme", "nav.programme"],
    ["/registers", "nav.registers"],
    ["/certificate", "nav.certificate"],
    ["/inbox", "nav.inbox"],
    ["/import", "nav.import"],
    ["/settings", "nav.settings"],
  ] as const;
  const entry = (group: string, label: string, run: () => void): Entry => ({
    id: `${group}-${label}`,
    group,
    label,
    detail: "",
    run,
  });
  return [
    ...screens.map(([to, name]) => entry(t("palette.screens"), t(name), () => void navigate({ to }))),
    ...(["people", "processes"] as const).map((tab) =>
      entry(t("palette.screens"), t(`palette.${tab}`), () => void navigate({ to: "/settings", search: { tab } })),
    ),
    entry(t("palette.commands"), t("nav.newCase"), () => void navigate({ to: "/cases/new" })),
    entry(
      t("palette.commands"),
      t("palette.overdue"),
      () => void navigate({ to: "/cases", search: { overdue: true } }),
    ),
    entry(t("palette.commands"), t("palette.switchLanguage"), () =>
      language.mutate({ lang: lang === "pl" ? "en" : "pl" }),
    ),
    entry(t("palette.commands"), t("palette.shortcuts"), onSheet),
    ...(onLock === null ? [] : [entry(t("palette.commands"), t("palette.lock"), onLock)]),
  ];
}

/** What the register found for a text. */
export function useFoundEntries(t: Translate, found: Found[]): Entry[] {
  const navigate = useNavigate();
  const groups = { case: t("palette.cases"), post: t("palette.posts"), department: t("palette.departments") };
  const open = ({ kind, id }: Found) => {
    if (kind === "case") return navigate({ to: "/cases/$id", params: { id } });
    return navigate({ to: "/cases", search: kind === "post" ? { owner: id } : { departments: [id] } });
  };
  return found.map((item) => ({
    id: `${item.kind}-${item.id}`,
    group: groups[item.kind],
    label: item.label,
    detail: item.detail,
    run: () => void open(item),
  }));
}

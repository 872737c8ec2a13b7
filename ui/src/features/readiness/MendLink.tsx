import { Button } from "@mantine/core";
import { LinkButton } from "@/components/LinkButton";
import { type Key, useWords } from "@/i18n/i18n";
import type { Mend, ReasonView, SubjectRef } from "@/ipc/bindings";
import type { RegistersSearch, RegistersTab } from "@/lib/places";

type Props = { check: string; reason: ReasonView; onConfirm: (() => void) | null };

type Register = { tab: RegistersTab; kind: SubjectRef["kind"]; label: Key };

/** The register of a mend, and the kind of record that it opens there. */
const REGISTERS: Partial<Record<Mend, Register>> = {
  complaints: { tab: "complaints", kind: "complaint", label: "readiness.mendComplaints" },
  objectives: { tab: "objectives", kind: "objective", label: "readiness.mendObjectives" },
  surveys: { tab: "surveys", kind: "survey", label: "readiness.mendSurveys" },
  reviews: { tab: "reviews", kind: "review", label: "readiness.mendReviews" },
};

function registerSearch(tab: RegistersTab, found: SubjectRef | undefined): RegistersSearch {
  return found === undefined ? { tab } : { tab, open: found.id };
}

/** The button that leads to where a reason is put right. */
export function MendLink({ check, reason, onConfirm }: Props) {
  const { t } = useWords();
  const { mend, cases, subjects } = reason;
  const [first] = cases;
  const look = (label: string) => ({
    size: "xs" as const,
    variant: "default" as const,
    children: label,
    "aria-label": `${label}: ${check}`,
    "data-testid": `mend-${check}-${mend}`,
  });
  const of = (kind: SubjectRef["kind"]) => subjects.find((subject) => subject.kind === kind);
  const register = REGISTERS[mend];
  if (register !== undefined) {
    const search = registerSearch(register.tab, of(register.kind));
    return <LinkButton to="/registers" search={search} {...look(t(register.label))} />;
  }
  switch (mend) {
    case "cases": {
      if (first === undefined) return <LinkButton to="/cases" {...look(t("readiness.mendCases"))} />;
      const number = first.number ?? t("register.noNumber");
      const label = t(cases.length === 1 ? "readiness.openCase" : "readiness.startWith", { number });
      return <LinkButton to="/cases/$id" params={{ id: first.id }} {...look(label)} />;
    }
    case "audits": {
      const audit = of("audit");
      if (audit === undefined) return <LinkButton to="/audits" {...look(t("readiness.mendAudits"))} />;
      return <LinkButton to="/audits/$id" params={{ id: audit.id }} {...look(t("readiness.openAudit"))} />;
    }
    case "auditors":
      return <LinkButton to="/audits" search={{ tab: "auditors" }} {...look(t("readiness.mendAuditors"))} />;
    case "certificate":
      return <LinkButton to="/certificate" {...look(t("readiness.mendCertificate"))} />;
    case "programme":
      return <LinkButton to="/programme" {...look(t("readiness.mendProgramme"))} />;
    case "confirm":
      return onConfirm === null ? null : <Button {...look(t("readiness.confirm"))} onClick={onConfirm} />;
    default:
      return null;
  }
}

import { Button } from "@mantine/core";
import { useRef } from "react";
import { CaseLink } from "@/components/CaseLink";
import { ErrorNote } from "@/components/ErrorNote";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { CaseRef, KeptKind } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import classes from "./registers.module.css";

type Props = {
  kind: KeptKind;
  id: string;
  revision: number;
  /** The decision of a review; null for the whole record. */
  decision?: string | null;
  cases: readonly CaseRef[];
  reason: string;
  lacks: boolean;
  /** Why a case is expected, in words. */
  lackWords: string;
  may: boolean;
  /** Whose case it is, for screen readers. */
  name: string;
};

/** The case that a record led to, or why it led to none, or that one is missing, with the button that makes it. */
export function CaseCell(props: Props) {
  const { kind, id, revision, decision = null, cases, reason, lacks, lackWords, may, name } = props;
  const { t } = useWords();
  const toasts = useToasts();
  const raise = useTell("raise_kept");
  const cell = useRef<HTMLDivElement>(null);
  const make = async () => {
    try {
      await raise.mutateAsync({ kind, id, revision, decision });
    } catch {
      return;
    }
    toasts.said(t("registers.raised"));
    // The button is gone: the focus goes to what it made.
    requestAnimationFrame(() => cell.current?.querySelector("a")?.focus());
  };
  return (
    <div ref={cell} className={classes.caseCell}>
      {cases.map((one) => (
        <CaseLink key={one.id} id={one.id} number={one.number} />
      ))}
      {cases.length === 0 && reason !== "" ? (
        <span className={classes.muted}>{t("registers.noCaseBecause", { reason })}</span>
      ) : null}
      {lacks ? <span className={classes.lacks}>{lackWords}</span> : null}
      {lacks && may ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={raise.isPending}
          aria-label={t("registers.raiseNamed", { name })}
          onClick={() => void make()}
          data-testid={`raise-${decision ?? id}`}
        >
          {t("registers.raise")}
        </Button>
      ) : null}
      <ErrorNote error={raise.error} />
      {cases.length === 0 && reason === "" && !lacks ? (
        <span>
          <span aria-hidden>–</span>
          <span className="visually-hidden">{t("common.none")}</span>
        </span>
      ) : null}
    </div>
  );
}

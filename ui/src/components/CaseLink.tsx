import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/i18n";

/** A card's number and title as a door to the card. */
export function CaseLink({ id, number, children }: { id: string; number: string | null; children?: ReactNode }) {
  const { t } = useWords();
  return (
    <Link to="/cases/$id" params={{ id }} data-testid={number === null ? undefined : `case-link-${number}`}>
      {number ?? t("register.noNumber")}
      {children}
    </Link>
  );
}

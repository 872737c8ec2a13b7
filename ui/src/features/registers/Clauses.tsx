import { useWords } from "@/i18n/i18n";
import classes from "./registers.module.css";

type Props = { of: { clause2008: string; clause2015: string } | undefined };

/** Where both editions of the standard ask for it. */
export function Clauses({ of }: Props) {
  const { t } = useWords();
  if (of === undefined) return null;
  return <span className={classes.clauses}>{clausesText(t, of)}</span>;
}

type Translate = ReturnType<typeof useWords>["t"];

export function clausesText(
  t: Translate,
  { clause2008, clause2015 }: { clause2008: string; clause2015: string },
): string {
  if (clause2008 === "") return t("registers.clause2015", { clause: clause2015 });
  return t("registers.clauses", { old: clause2008, new: clause2015 });
}

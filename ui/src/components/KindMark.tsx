import { useWords } from "@/i18n/i18n";
import type { CaseKind } from "@/ipc/bindings";
import classes from "./components.module.css";

/** DK, DZ or DS; its full name goes to screen readers and to the tooltip. */
export function KindMark({ kind }: { kind: CaseKind }) {
  const { t } = useWords();
  return (
    <abbr className={classes.kind} title={t(`kindsLong.${kind}`)} style={{ textDecoration: "none" }}>
      {t(`kinds.${kind}`)}
    </abbr>
  );
}

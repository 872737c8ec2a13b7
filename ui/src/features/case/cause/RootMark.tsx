import { IconTargetArrow } from "@tabler/icons-react";
import { useWords } from "@/i18n/i18n";
import classes from "./cause.module.css";

/** Marks the place of the analysis from which the root cause was taken. */
export function RootMark() {
  const { t } = useWords();
  return (
    <span className={classes.rootMark}>
      <IconTargetArrow size={16} aria-hidden />
      {t("cause.isRoot")}
    </span>
  );
}

import { Alert } from "@mantine/core";
import { IconClipboardList } from "@tabler/icons-react";
import { useWords } from "@/i18n/i18n";
import type { Missing } from "@/ipc/bindings";
import classes from "./case.module.css";

/** What is missing, in words, each a button that leads to the field that mends it. */
export function MissingList({ missing }: { missing: Missing[] }) {
  const { t } = useWords();
  if (missing.length === 0) return null;
  return (
    <Alert
      color="yellow"
      icon={<IconClipboardList aria-hidden />}
      title={t("card.missingTitle")}
      styles={{ title: { color: "var(--c-soon)" } }}
      data-testid="missing"
    >
      <ul className={classes.missingList}>
        {missing.map((field) => (
          <li key={field}>
            <button
              type="button"
              className={classes.missingButton}
              onClick={() => document.getElementById(`field-${field}`)?.focus()}
            >
              {t(`life.missing_${field}`)}
              <span className="visually-hidden"> – {t("card.missingGo")}</span>
            </button>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

import { Alert } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/i18n";
import { errorText } from "@/i18n/phrases";
import type { RefusedCase } from "@/ipc/bindings";
import classes from "./register.module.css";

type Props = { title: string; refused: RefusedCase[]; children?: ReactNode };

/** The cards that refuse, each with its reason. */
export function Refusals({ title, refused, children }: Props) {
  const { t, lang, has } = useWords();
  if (refused.length === 0) return null;
  return (
    <Alert
      variant="light"
      color="red"
      icon={<IconAlertCircle aria-hidden />}
      title={title}
      role="alert"
      data-testid="bulk-refused"
      styles={{ title: { color: "var(--c-overdue)" }, message: { color: "var(--c-text)" } }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls, so it must be reachable by keyboard */}
      <ul className={classes.refused} tabIndex={0}>
        {refused.map(({ row, error }) => (
          <li key={row.id}>
            <strong>{row.number ?? row.title}</strong>: {errorText(t, has, lang, error)}
          </li>
        ))}
      </ul>
      {children}
    </Alert>
  );
}

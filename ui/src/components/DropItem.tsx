import { ActionIcon, Button, Progress } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconClock, IconX } from "@tabler/icons-react";
import { useWords } from "@/i18n/i18n";
import { fileSize } from "@/lib/text";
import type { DroppedFile } from "./DropFiles";
import classes from "./drop.module.css";
import { fileErrorText } from "./FileError";

type Props = {
  file: DroppedFile;
  onDismiss: ((key: string) => void) | undefined;
  onRetry: ((key: string) => void) | undefined;
};

const ICONS = { waiting: IconClock, attaching: IconClock, attached: IconCircleCheck, refused: IconAlertTriangle };

/** One file: how far it is, or why it was refused. */
export function DropItem({ file, onDismiss, onRetry }: Props) {
  const { t, lang, has } = useWords();
  const { key, name, bytes, state, progress, error } = file;
  const Icon = ICONS[state];
  const settled = state === "attached" || state === "refused";
  return (
    <li className={`${classes.file} ${classes[state] ?? ""}`} data-testid={`drop-${state}`}>
      <Icon size={18} aria-hidden />
      <div className={classes.told}>
        <div>
          <span className={classes.name}>{name}</span>
          {bytes === undefined ? null : <span className={classes.hint}> {fileSize(bytes, lang)}</span>}
          <span className={classes.state}> – {t(`drop.state_${state}`)}</span>
        </div>
        {state === "attaching" ? <FileProgress name={name} progress={progress} /> : null}
        {state === "refused" && error !== undefined ? <div>{fileErrorText(t, has, lang, error)}</div> : null}
      </div>
      {state === "refused" && onRetry !== undefined ? (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`${t("common.retry")}: ${name}`}
          onClick={() => onRetry(key)}
        >
          {t("common.retry")}
        </Button>
      ) : null}
      {settled && onDismiss !== undefined ? (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={t("drop.dismiss", { name })}
          onClick={() => onDismiss(key)}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      ) : null}
    </li>
  );
}

/** A bar where the share is known; else a bar that only says that work goes on. */
function FileProgress({ name, progress }: { name: string; progress: number | undefined }) {
  const { t } = useWords();
  const percent = progress === undefined ? null : Math.round(Math.min(1, Math.max(0, progress)) * 100);
  return (
    <Progress.Root size="sm" mt={3}>
      <Progress.Section
        value={percent ?? 100}
        striped={percent === null}
        animated={percent === null}
        withAria={percent !== null}
        aria-label={t("drop.progress", { name })}
        {...(percent === null ? { role: "progressbar" } : {})}
      />
    </Progress.Root>
  );
}

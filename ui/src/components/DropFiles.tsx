import { Button } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { useId } from "react";
import { useWords } from "@/i18n/i18n";
import type { IpcError } from "@/ipc/bindings";
import { DropItem } from "./DropItem";
import classes from "./drop.module.css";

/** A file on its way to the card. */
export type DroppedFile = {
  key: string;
  name: string;
  bytes?: number;
  state: "waiting" | "attaching" | "attached" | "refused";
  /** From 0 to 1, where it is known. */
  progress?: number;
  /** Why it was refused. */
  error?: IpcError;
};

type Props = {
  /** What the files prove or belong to, for those who hear the screen. */
  label: string;
  /** Files are being dragged over the window. */
  dragging: boolean;
  /** Opens the system's own file picker. */
  onPick: () => void;
  files: readonly DroppedFile[];
  /** Takes a refused or finished file off the list. */
  onDismiss?: (key: string) => void;
  /** Tries a refused file once more. */
  onRetry?: (key: string) => void;
  disabled?: boolean;
};

/** A place for files: a button for everybody, a target for those who drag. Dropping itself is heard by the window. */
export function DropFiles({ label, dragging, onPick, files, onDismiss, onRetry, disabled = false }: Props) {
  const { t } = useWords();
  const hint = useId();
  const count = (state: DroppedFile["state"]) => files.filter((file) => file.state === state).length;
  const refused = count("refused");
  const busy = count("waiting") + count("attaching");
  const over = dragging && !disabled;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's frame cannot be laid out as a drop area
    <div
      role="group"
      aria-label={label}
      className={`${classes.area} ${over ? classes.over : ""}`}
      data-testid="drop-files"
      data-dragging={over}
    >
      <div className={classes.call}>
        <Button
          variant="default"
          leftSection={<IconFileUpload size={18} aria-hidden />}
          disabled={disabled}
          aria-describedby={hint}
          onClick={onPick}
          data-testid="pick-files"
        >
          {t("drop.pick")}
        </Button>
        <span id={hint} className={classes.hint}>
          {t(over ? "drop.release" : "drop.hint")}
        </span>
      </div>
      {files.length === 0 ? null : (
        <ul className={classes.files} aria-label={t("drop.list")}>
          {files.map((file) => (
            <DropItem key={file.key} file={file} onDismiss={onDismiss} onRetry={onRetry} />
          ))}
        </ul>
      )}
      <p role="status" className="visually-hidden">
        {busy > 0
          ? t("drop.busy", { count: busy })
          : [
              count("attached") > 0 ? t("drop.attached", { count: count("attached") }) : "",
              refused > 0 ? t("drop.refused", { count: refused }) : "",
            ].join(" ")}
      </p>
    </div>
  );
}

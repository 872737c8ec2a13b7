import { ActionIcon, Button } from "@mantine/core";
import { IconCopy, IconFileText, IconPaperclip } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { FileError } from "@/components/FileError";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { EvidenceView, FileView } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { formatDay, formatInstant } from "@/lib/dates";
import { fileSize } from "@/lib/text";
import classes from "../case.module.css";

type Props = { caseId: string; evidence: EvidenceView; actions: ReactNode; testId: string };

/** One piece of evidence: a file with its hash, or the place where the paper lies. */
export function EvidenceItem({ caseId, evidence, actions, testId }: Props) {
  const { t, lang } = useWords();
  const open = useTell("open_evidence");
  const { title, file, withdrawn, fileNumber } = evidence;
  const Icon = file === null ? IconFileText : IconPaperclip;
  const facts = [
    file === null || file.name === title ? "" : file.name,
    file === null ? "" : fileSize(file.bytes, lang),
    fileNumber,
    evidence.on === null ? "" : formatDay(evidence.on, lang),
    evidence.by,
    evidence.attachedAt === null ? "" : t("evidence.added", { at: formatInstant(evidence.attachedAt, lang) }),
  ];
  return (
    <li className={classes.evidenceItem} data-testid={testId}>
      <Icon size={18} aria-hidden />
      <div className={classes.evidenceTold}>
        {withdrawn === null ? <strong>{title}</strong> : <del>{title}</del>}
        <div className={classes.entryWhen}>{facts.filter((fact) => fact !== "").join(" · ")}</div>
        {file === null ? null : <Hash file={file} />}
        {withdrawn === null ? null : (
          <div className={classes.warn}>
            {t("evidence.withdrawn", {
              on: formatDay(withdrawn.on, lang),
              by: withdrawn.by,
              reason: withdrawn.reason,
            })}
          </div>
        )}
        <FileError error={open.error} />
      </div>
      {file === null ? null : (
        <Button
          size="compact-sm"
          variant="default"
          loading={open.isPending}
          aria-label={t("evidence.openNamed", { name: title })}
          onClick={() => open.mutate({ caseId, evidenceId: evidence.id })}
          data-testid={`open-${testId}`}
        >
          {t("evidence.open")}
        </Button>
      )}
      {actions}
    </li>
  );
}

const SHOWN = 12;

/** The first digits tell two files apart; the whole hash is copied. */
function Hash({ file: { sha256, name } }: { file: FileView }) {
  const { t } = useWords();
  const toasts = useToasts();
  const copy = async () => {
    await navigator.clipboard.writeText(sha256);
    toasts.said(t("evidence.copied"));
  };
  return (
    <span className={classes.hash}>
      SHA-256 <code title={sha256}>{sha256.slice(0, SHOWN)}…</code>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={t("evidence.copyHash", { name })}
        onClick={() => void copy().catch(() => undefined)}
      >
        <IconCopy size={14} aria-hidden />
      </ActionIcon>
    </span>
  );
}

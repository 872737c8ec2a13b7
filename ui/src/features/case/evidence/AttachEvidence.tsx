import { Button, Collapse, Stack } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import { useState } from "react";
import { DropFiles } from "@/components/DropFiles";
import { FileError } from "@/components/FileError";
import { useWords } from "@/i18n/i18n";
import type { ActionView, CaseView } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { PaperForm } from "./PaperForm";
import type { Attaching } from "./useAttach";

type Props = { view: CaseView; action: ActionView; no: number; attaching: Attaching; dragging: boolean };

/** Adds evidence to an action: files, dropped or picked, or paper by its file number. */
export function AttachEvidence({ view, action, no, attaching, dragging }: Props) {
  const { t } = useWords();
  const [paper, setPaper] = useState(false);
  const pick = useTell("pick_evidence");
  const choose = async () => {
    const picked = await pick.mutateAsync(null).catch(() => []);
    if (picked.length > 0) attaching.attach(action.id, picked);
  };
  return (
    <Stack gap="xs" id={`attach-${action.id}`} data-testid={`attach-${no}`}>
      <DropFiles
        label={t("evidence.attachTo", { no })}
        dragging={dragging}
        onPick={() => void choose()}
        files={attaching.filesOf(action.id)}
        onDismiss={attaching.dismiss}
        onRetry={attaching.retry}
      />
      <FileError error={pick.error} />
      <div>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconFileText size={16} aria-hidden />}
          aria-expanded={paper}
          onClick={() => setPaper((was) => !was)}
          data-testid={`paper-${no}`}
        >
          {t("evidence.paper")}
        </Button>
      </div>
      <Collapse expanded={paper} transitionDuration={0}>
        {paper ? <PaperForm view={view} action={action} no={no} onDone={() => setPaper(false)} /> : null}
      </Collapse>
    </Stack>
  );
}

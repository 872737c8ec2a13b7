import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/i18n/i18n";
import { errorText } from "@/i18n/phrases";
import type { IpcError } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";

const MENDED_BY_OPENING: ReadonlySet<string> = new Set(["read_only", "closed"]);

/** After a failed write the folder stays readable only until it is opened anew; the text of these errors points at this button. */
export function Reopen({ error }: { error: IpcError }) {
  return MENDED_BY_OPENING.has(error.params.reason ?? "") ? <ReopenButton error={error} /> : null;
}

function ReopenButton({ error }: { error: IpcError }) {
  const { t, lang, has } = useWords();
  const retry = useTell("retry_open");
  // The same command may fail again later: only the failure that was there when the folder opened is over.
  const [over, setOver] = useState<IpcError | null>(null);
  if (over === error) return <div role="status">{t("errors.reopened")}</div>;
  const open = () =>
    retry.mutate(null, { onSuccess: ({ folder }) => (folder.kind === "open" ? setOver(error) : null) });
  return (
    <>
      <Group mt="xs">
        <Button size="xs" variant="default" loading={retry.isPending} onClick={open} data-testid="reopen">
          {t("errors.reopen")}
        </Button>
      </Group>
      {retry.error === null ? null : <div role="status">{errorText(t, has, lang, retry.error)}</div>}
    </>
  );
}

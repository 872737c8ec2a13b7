import { Button, Group, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { Loading } from "@/components/Loading";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { ProcessView } from "@/ipc/bindings";
import { useAsk, useTell } from "@/ipc/queries";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import { PlainTable } from "@/ui/PlainTable";
import { ProcessDialog } from "./ProcessDialog";
import { RemoveButton } from "./RemoveButton";

/** The processes of the office with their owners and measures. */
export function ProcessesPanel() {
  const { t } = useWords();
  const toasts = useToasts();
  const asked = useAsk("people", null);
  const units = useAsk("choices", null).data?.departments ?? [];
  const remove = useTell("remove_process");
  const [edited, setEdited] = useState<ProcessView | "new" | null>(null);
  if (asked.data === undefined) {
    return asked.error === null ? <Loading /> : <ErrorNote error={asked.error} onRetry={() => asked.refetch()} />;
  }
  const { processes, posts } = asked.data;
  const take = ({ id, revision, code }: ProcessView) =>
    remove.mutate({ id, revision }, { onSuccess: () => toasts.said(t("people.removed", { name: code })) });
  return (
    <Panel
      title={t("people.processes")}
      actions={
        <Button
          size="xs"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setEdited("new")}
          data-testid="process-add"
        >
          {t("people.addProcess")}
        </Button>
      }
    >
      <Text size="sm" c="dimmed" mb="xs">
        {t("people.processesHint")}
      </Text>
      <ErrorNote error={remove.error} />
      {processes.length === 0 ? (
        <EmptyState>{t("people.processesEmpty")}</EmptyState>
      ) : (
        <PlainTable
          label={t("people.processes")}
          head={[
            t("people.processCode"),
            t("people.processName"),
            t("people.processOwner"),
            t("people.unit"),
            t("people.measure"),
            <span key="edit" className="visually-hidden">
              {t("common.edit")}
            </span>,
          ]}
        >
          {processes.map((process) => (
            <tr key={process.id} data-testid={`process-${process.code}`}>
              <th scope="row">{process.code}</th>
              <td>{process.name}</td>
              <td>{posts.find(({ id }) => id === process.owner)?.name}</td>
              <td>{units.find(({ id }) => id === process.department)?.code}</td>
              <td>{process.measure}</td>
              <td>
                <Group gap={4} wrap="nowrap">
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => setEdited(process)}
                    aria-label={t("common.editNamed", { name: process.code })}
                  >
                    {t("common.edit")}
                  </Button>
                  <RemoveButton name={process.code} onRemove={() => take(process)} />
                </Group>
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      {edited === null ? null : (
        <ProcessDialog
          process={edited === "new" ? null : edited}
          units={units}
          posts={posts}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  );
}

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "@/i18n/i18n";
import type { AuditsView, QuestionListView } from "@/ipc/bindings";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import { PlainTable } from "@/ui/PlainTable";
import { ListDialog } from "./ListDialog";
import { RowTools } from "./RowTools";
import { useTakeOut } from "./useTakeOut";

/** Question lists that audits are put together from. */
export function ListsPanel({ view }: { view: AuditsView }) {
  const { t } = useWords();
  const [edited, setEdited] = useState<QuestionListView | "new" | null>(null);
  const { take, next } = useTakeOut("question_list");
  const { lists, mayAudit } = view;
  const sorted = lists.toSorted((a, b) => (a.process?.code ?? "").localeCompare(b.process?.code ?? ""));
  const add = (
    <Button
      ref={next}
      size="xs"
      leftSection={<IconPlus size={16} aria-hidden />}
      disabled={!mayAudit.allowed}
      onClick={() => setEdited("new")}
      data-testid="list-add"
    >
      {t("audits.addList")}
    </Button>
  );
  return (
    <Panel title={t("audits.lists")} actions={add} testId="question-lists">
      {sorted.length === 0 ? (
        <EmptyState>{t("audits.listsEmpty")}</EmptyState>
      ) : (
        <PlainTable
          label={t("audits.lists")}
          head={[
            t("audits.listName"),
            t("audits.process"),
            t("audits.questions"),
            t("audits.demandEvidence"),
            <span key="edit" className="visually-hidden">
              {t("common.edit")}
            </span>,
          ]}
        >
          {sorted.map((list, index) => (
            <tr key={list.id} data-testid={`list-${index + 1}`}>
              <th scope="row">{list.name}</th>
              <td>{list.process === null ? t("audits.anyProcess") : `${list.process.code} ${list.process.name}`}</td>
              <td className="tabular">{list.questions.length}</td>
              <td className="tabular">{list.questions.filter(({ needsEvidence }) => needsEvidence).length}</td>
              <td>
                <RowTools
                  name={list.name}
                  disabled={!mayAudit.allowed}
                  onEdit={() => setEdited(list)}
                  onRemove={() => take(list)}
                  testId={`list-${index + 1}`}
                />
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      {edited === null ? null : <ListDialog list={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </Panel>
  );
}

import { Button, Select, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { FormDialog } from "@/components/FormDialog";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { QuestionListView } from "@/ipc/bindings";
import { useAsk, useTell } from "@/ipc/queries";
import { ListQuestion } from "./ListQuestion";
import { type ListRow, listRow, moved, sentRows } from "./listDraft";

type Props = { list: QuestionListView | null; onClose: () => void };

/** A question list: its name, its process, its questions in their order. */
export function ListDialog({ list, onClose }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const save = useTell("save_question_list");
  const processes = useAsk("choices", null).data?.processes ?? [];
  const questions = useRef<HTMLDivElement>(null);
  const [name, setName] = useState(list?.name ?? "");
  const [process, setProcess] = useState(list?.process?.id ?? null);
  const [rows, setRows] = useState<ListRow[]>(() => list?.questions.map(listRow) ?? [listRow()]);

  // The row is drawn at its new place first; a button at the end of its way hands the focus to its neighbour.
  const focusIn = (key: string, wanted: string[]) =>
    requestAnimationFrame(() => {
      const row = questions.current?.querySelector(`[data-row="${key}"]`);
      for (const selector of wanted) {
        const found = row?.querySelector<HTMLElement>(selector);
        if (found && !found.matches(":disabled")) return found.focus();
      }
    });
  const move = (index: number, by: -1 | 1) => {
    const key = rows[index]?.key ?? "";
    setRows(moved(rows, index, by));
    focusIn(key, by < 0 ? ["[data-move=up]", "[data-move=down]"] : ["[data-move=down]", "[data-move=up]"]);
  };
  const add = () => {
    const row = listRow();
    setRows([...rows, row]);
    focusIn(row.key, ["textarea"]);
  };
  const submit = () =>
    save.mutate(
      {
        id: list?.id ?? null,
        revision: list?.revision ?? 0,
        name: name.trim(),
        process,
        questions: sentRows(rows),
      },
      {
        onSuccess: () => {
          toasts.said(t("audits.listSaved"));
          onClose();
        },
      },
    );

  return (
    <FormDialog
      title={t(list === null ? "audits.addList" : "audits.editList")}
      saveId="list-save"
      saving={save.isPending}
      error={save.error}
      onSave={submit}
      onClose={onClose}
    >
      <TextInput
        label={t("audits.listName")}
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
        data-testid="list-name"
      />
      <Select
        label={t("audits.process")}
        placeholder={t("audits.anyProcess")}
        data={processes.map(({ id, code, name: label }) => ({ value: id, label: `${code} ${label}` }))}
        value={process}
        onChange={setProcess}
        searchable
        clearable
        clearButtonProps={{ "aria-label": t("common.clear") }}
        data-testid="list-process"
      />
      <Stack ref={questions} gap="sm">
        {rows.length === 0 ? <Text c="dimmed">{t("audits.noQuestionsInList")}</Text> : null}
        {rows.map((row, index) => (
          <ListQuestion
            key={row.key}
            row={row}
            no={index + 1}
            last={index === rows.length - 1}
            onChange={(part) =>
              setRows((was) => was.map((other) => (other.key === row.key ? { ...other, ...part } : other)))
            }
            onMove={(by) => move(index, by)}
            onRemove={() => {
              setRows(rows.filter((other) => other.key !== row.key));
              toasts.undoable(t("audits.questionTaken"), () => setRows(rows));
            }}
          />
        ))}
      </Stack>
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={add}
          data-testid="list-question-add"
        >
          {t("audits.addQuestion")}
        </Button>
      </div>
    </FormDialog>
  );
}

import { ActionIcon, Checkbox, Textarea } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconTrash } from "@tabler/icons-react";
import { useWords } from "@/i18n/i18n";
import classes from "./audits.module.css";
import { ClauseFields } from "./ClauseFields";
import type { ListRow } from "./listDraft";

type Props = {
  row: ListRow;
  no: number;
  last: boolean;
  onChange: (part: Partial<ListRow>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** A question of a list, with its place in the order. */
export function ListQuestion({ row, no, last, onChange, onMove, onRemove }: Props) {
  const { t } = useWords();
  const common = { variant: "subtle", color: "gray" } as const;
  return (
    <div className={classes.listQuestion} data-row={row.key} data-testid={`list-question-${no}`}>
      <div className={classes.questionHead}>
        <Textarea
          label={t("audits.questionNo", { no })}
          required
          autosize
          minRows={1}
          value={row.text}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
          style={{ flex: 1 }}
          data-testid={`list-question-text-${no}`}
        />
        <div className={classes.rowTools}>
          <ActionIcon
            {...common}
            data-move="up"
            disabled={no === 1}
            aria-label={t("audits.moveUp", { no })}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            {...common}
            data-move="down"
            disabled={last}
            aria-label={t("audits.moveDown", { no })}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon {...common} aria-label={t("audits.removeQuestionNo", { no })} onClick={onRemove}>
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </div>
      </div>
      <ClauseFields value={row} onChange={onChange} />
      <Checkbox
        label={t("audits.needsEvidence")}
        checked={row.needsEvidence}
        onChange={(event) => onChange({ needsEvidence: event.currentTarget.checked })}
      />
    </div>
  );
}

import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { memo } from "react";
import { useWords } from "@/i18n/i18n";
import type { CaseRow, SortKey } from "@/ipc/bindings";
import type { Column } from "./columns";
import classes from "./register.module.css";
import type { ListOf } from "./useRows";

type HeadProps = {
  columns: Column[];
  template: string;
  list: ListOf;
  marked: "all" | "some" | "none";
  onMarkAll: (mark: boolean) => void;
  onSort: (key: SortKey) => void;
};

export function HeadRow({ columns, template, list, marked, onMarkAll, onSort }: HeadProps) {
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the drawn table
    <div role="rowgroup" className={classes.head}>
      {/* biome-ignore lint/a11y/useSemanticElements: part of the drawn table */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and points at its row */}
      <div role="row" aria-rowindex={1} className={classes.row} style={{ gridTemplateColumns: template }}>
        {/* biome-ignore lint/a11y/useSemanticElements: part of the drawn table */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: its box takes the focus */}
        <div role="columnheader" className={`${classes.cell} ${classes.markCell}`}>
          <input
            type="checkbox"
            className={classes.mark}
            aria-label={t("bulk.markAll")}
            checked={marked === "all"}
            ref={(box) => {
              if (box !== null) box.indeterminate = marked === "some";
            }}
            onChange={() => onMarkAll(marked !== "all")}
            data-testid="mark-all"
          />
        </div>
        {columns.map(({ id, header, sort }) => {
          const sorted = sort !== null && sort === list.sort;
          const direction = list.descending ? "descending" : "ascending";
          const name = t(header);
          return (
            // biome-ignore lint/a11y/useSemanticElements: part of the drawn table
            // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus
            <div key={id} role="columnheader" aria-sort={sorted ? direction : undefined} className={classes.cell}>
              {sort === null ? (
                <span className={classes.plainHead}>{name}</span>
              ) : (
                <button
                  type="button"
                  className={classes.sort}
                  onClick={() => onSort(sort)}
                  aria-label={t("register.sortBy", { name })}
                >
                  {name}
                  {sorted && list.descending ? <IconArrowDown size={14} aria-hidden /> : null}
                  {sorted && !list.descending ? <IconArrowUp size={14} aria-hidden /> : null}
                </button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

type RowProps = {
  id: string;
  index: number;
  top: number;
  row: CaseRow | undefined;
  columns: Column[];
  template: string;
  selected: boolean;
  marked: boolean;
  onMark: (row: CaseRow, index: number, reach: boolean) => void;
  onPick: (index: number) => void;
  onOpen: (row: CaseRow | undefined) => void;
};

/** Drawn again only when its own row, place or selection changes: the list moves under a held key. */
export const BodyRow = memo(function BodyRow(props: RowProps) {
  const { id, index, top, row, columns, template, selected, marked, onMark, onPick, onOpen } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys
    // biome-ignore lint/a11y/useSemanticElements: part of the drawn table
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and points at its row
    <div
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-busy={row === undefined ? true : undefined}
      className={`${classes.row} ${classes.dataRow}`}
      style={{ transform: `translateY(${top}px)`, gridTemplateColumns: template }}
      data-testid={row === undefined ? undefined : `case-row-${row.number ?? row.id}`}
      data-overdue={row?.overdue === true ? true : undefined}
      data-marked={marked ? true : undefined}
      onClick={(event) => {
        if (event.shiftKey && row !== undefined) onMark(row, index, true);
        onPick(index);
      }}
      onDoubleClick={() => onOpen(row)}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: part of the drawn table */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
      <div role="gridcell" className={`${classes.cell} ${classes.markCell}`}>
        {row === undefined ? null : <MarkBox row={row} index={index} marked={marked} onMark={onMark} />}
      </div>
      {columns.map(({ id: column, Cell }) => (
        // biome-ignore lint/a11y/useSemanticElements: part of the drawn table
        // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
        <div key={column} role="gridcell" className={classes.cell}>
          {row === undefined ? <div className={classes.placeholder} /> : <Cell row={row} />}
        </div>
      ))}
    </div>
  );
});

type MarkProps = Pick<RowProps, "index" | "marked" | "onMark"> & { row: CaseRow };

/** Out of the order of Tab: ten thousand boxes would stand between the list and what follows it. Space marks a row. */
function MarkBox({ row, index, marked, onMark }: MarkProps) {
  const { t } = useWords();
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      className={classes.mark}
      aria-label={t("bulk.mark", { name: row.number ?? row.title })}
      checked={marked}
      readOnly
      onClick={(event) => {
        event.stopPropagation();
        onMark(row, index, event.shiftKey);
        // The arrows go on from here.
        event.currentTarget.closest<HTMLElement>("[role=grid]")?.focus();
      }}
      onDoubleClick={(event) => event.stopPropagation()}
      data-testid={`mark-${row.number ?? row.id}`}
    />
  );
}

import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import { useWords } from "@/i18n/i18n";
import type { CaseRow, SortKey } from "@/ipc/bindings";
import { useStored } from "@/lib/storage";
import { COLUMNS, type Column, type ColumnId, PREF_COLUMNS, USUAL_COLUMNS } from "./columns";
import classes from "./register.module.css";
import { type ListOf, useHeadPage, useRows } from "./useRows";

const ROW = 32;
const MIN_WIDTH: Partial<Record<ColumnId, number>> = { title: 210 };

/** Where the reader was in which list, so that coming back from a card finds the same row. */
let lastPlace = { list: "", index: 0 };

type Props = { list: ListOf; onSort: (key: SortKey) => void; onSelect: (row: CaseRow | null) => void };

export function CaseGrid({ list, onSort, onSelect }: Props) {
  const { t } = useWords();
  const navigate = useNavigate();
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const total = useHeadPage(list).data?.total ?? 0;
  const place = JSON.stringify(list);
  const [active, setActive] = useState(() => (lastPlace.list === place ? lastPlace.index : 0));
  const [shownIds] = useStored<ColumnId[]>(PREF_COLUMNS, USUAL_COLUMNS);
  const columns = useMemo(() => COLUMNS.filter((column) => shownIds.includes(column.id)), [shownIds]);
  const template = columns.map((column) => column.width).join(" ");
  const least = columns.reduce(
    (sum, { id: column, width }) => sum + (MIN_WIDTH[column] ?? Number.parseInt(width, 10)),
    0,
  );

  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 8,
    scrollPaddingStart: ROW,
    initialRect: { width: 900, height: 600 },
  });
  const items = virtual.getVirtualItems();
  const rowAt = useRows(list, items[0]?.index ?? 0, items[items.length - 1]?.index ?? 0);
  const current = Math.min(active, Math.max(0, total - 1));
  const selected = rowAt(current) ?? null;

  // Another question starts at its first row.
  const asked = useRef(place);
  useEffect(() => {
    if (asked.current !== place) {
      asked.current = place;
      setActive(0);
      scroll.current?.scrollTo({ top: 0 });
    }
  }, [place]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only on arrival
  useEffect(() => {
    if (current > 0) virtual.scrollToIndex(current);
  }, []);

  useEffect(() => onSelect(selected), [selected, onSelect]);

  const go = useCallback(
    (index: number) => {
      const next = Math.max(0, Math.min(total - 1, index));
      setActive(next);
      lastPlace = { list: place, index: next };
      virtual.scrollToIndex(next);
    },
    [total, place, virtual],
  );
  const open = useCallback(
    (row: CaseRow | null | undefined) => {
      if (row) void navigate({ to: "/cases/$id", params: { id: row.id } });
    },
    [navigate],
  );
  const press = (event: React.KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 };
    const step = steps[event.key];
    if (step !== undefined) go(current + step);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(total - 1);
    else if (event.key === "Enter") open(selected);
    else return;
    event.preventDefault();
  };
  const rowId = (index: number) => `${id}-row-${index}`;

  return (
    // biome-ignore lint/a11y/useSemanticElements: a native table cannot hold rows that are only drawn when seen
    <div
      ref={scroll}
      className={classes.grid}
      role="grid"
      tabIndex={0}
      aria-label={t("register.table")}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-activedescendant={items.some(({ index }) => index === current) ? rowId(current) : undefined}
      onKeyDown={press}
      data-testid="case-grid"
    >
      <div style={{ minWidth: least }}>
        <HeadRow columns={columns} template={template} list={list} onSort={onSort} />
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: "relative" }}>
          {items.map(({ index, start }) => (
            <BodyRow
              key={index}
              id={rowId(index)}
              index={index}
              top={start}
              row={rowAt(index)}
              columns={columns}
              template={template}
              selected={index === current}
              onPick={go}
              onOpen={open}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

type HeadProps = { columns: Column[]; template: string; list: ListOf; onSort: (key: SortKey) => void };

function HeadRow({ columns, template, list, onSort }: HeadProps) {
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the drawn table
    <div role="rowgroup" className={classes.head}>
      {/* biome-ignore lint/a11y/useSemanticElements: part of the drawn table */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and points at its row */}
      <div role="row" aria-rowindex={1} className={classes.row} style={{ gridTemplateColumns: template }}>
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
  onPick: (index: number) => void;
  onOpen: (row: CaseRow | undefined) => void;
};

/** Drawn again only when its own row, place or selection changes: the list moves under a held key. */
const BodyRow = memo(function BodyRow({ id, index, top, row, columns, template, selected, onPick, onOpen }: RowProps) {
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
      onClick={() => onPick(index)}
      onDoubleClick={() => onOpen(row)}
    >
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

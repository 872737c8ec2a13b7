import { useNavigate } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import { useWords } from "@/i18n/i18n";
import type { CaseRow, SortKey } from "@/ipc/bindings";
import { useStored } from "@/lib/storage";
import { COLUMNS, type ColumnId, PREF_COLUMNS, USUAL_COLUMNS } from "./columns";
import { pressInGrid } from "./gridKeys";
import classes from "./register.module.css";
import { BodyRow, HeadRow } from "./rows";
import { type Marks, MOST_MARKED } from "./useMarks";
import { type ListOf, useHeadPage, useRows } from "./useRows";

const ROW = 32;
const MARK = "34px";
const MIN_WIDTH: Partial<Record<ColumnId, number>> = { title: 210 };

/** Where the reader was in which list, so that coming back from a card finds the same row. */
let lastPlace = { list: "", index: 0 };

type Props = { list: ListOf; marks: Marks; onSort: (key: SortKey) => void; onSelect: (row: CaseRow | null) => void };

export function CaseGrid({ list, marks, onSort, onSelect }: Props) {
  const { t } = useWords();
  const navigate = useNavigate();
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const total = useHeadPage(list).data?.total ?? 0;
  const place = JSON.stringify(list);
  const [active, setActive] = useState(() => (lastPlace.list === place ? lastPlace.index : 0));
  const [shownIds] = useStored<ColumnId[]>(PREF_COLUMNS, USUAL_COLUMNS);
  const columns = useMemo(() => COLUMNS.filter((column) => shownIds.includes(column.id)), [shownIds]);
  const template = [MARK, ...columns.map((column) => column.width)].join(" ");
  const least = columns.reduce(
    (sum, { id: column, width }) => sum + (MIN_WIDTH[column] ?? Number.parseInt(width, 10)),
    Number.parseInt(MARK, 10),
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
  const { toggle, reach } = marks;
  const mark = useCallback(
    (row: CaseRow, index: number, ranged: boolean) => (ranged ? reach(index) : toggle(row.id, index)),
    [toggle, reach],
  );
  const press = (event: React.KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (pressInGrid(event, { total, current, selected, marks, go, open })) event.preventDefault();
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
      aria-colcount={columns.length + 1}
      aria-activedescendant={items.some(({ index }) => index === current) ? rowId(current) : undefined}
      onKeyDown={press}
      data-testid="case-grid"
    >
      <div style={{ minWidth: least }}>
        <HeadRow
          columns={columns}
          template={template}
          list={list}
          marked={marks.ids.size === 0 ? "none" : marks.ids.size >= Math.min(total, MOST_MARKED) ? "all" : "some"}
          onMarkAll={(mark) => (mark ? marks.all() : marks.clear())}
          onSort={onSort}
        />
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: "relative" }}>
          {items.map(({ index, start }) => {
            const row = rowAt(index);
            return (
              <BodyRow
                key={index}
                id={rowId(index)}
                index={index}
                top={start}
                row={row}
                columns={columns}
                template={template}
                selected={index === current}
                marked={row !== undefined && marks.ids.has(row.id)}
                onMark={mark}
                onPick={go}
                onOpen={open}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

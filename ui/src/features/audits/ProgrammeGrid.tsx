import { type KeyboardEvent, useRef } from "react";
import { useWords } from "@/i18n/i18n";
import type { ProgrammeRow } from "@/ipc/bindings";
import { monthName } from "@/lib/dates";
import classes from "./audits.module.css";
import { type Cell, CellIcon } from "./marks";
import type { ProgrammeDraft } from "./programmeDraft";

export type Place = { row: number; month: number };

type Props = {
  rows: ProgrammeRow[];
  draft: ProgrammeDraft;
  readOnly: boolean;
  current: Place;
  onCurrent: (place: Place) => void;
  onPlan: (place: Place) => void;
};

const STEPS: Record<string, [row: number, month: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const within = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

/** What a cell shows while it is marked: an audit that is there stays; a plan is what is marked. */
export function shownCell(row: ProgrammeRow, month: number, planned: boolean): Cell | null {
  const cell = row.cells[month - 1] ?? null;
  if (cell === "held" || cell === "scheduled") return cell;
  if (!planned) return null;
  return cell ?? "planned";
}

/** Processes and months. One cell takes the focus; arrows move it, Space marks it, Enter plans an audit there. */
export function ProgrammeGrid({ rows, draft, readOnly, current, onCurrent, onPlan }: Props) {
  const { t, lang } = useWords();
  const table = useRef<HTMLTableElement>(null);
  const go = (place: Place) => {
    onCurrent(place);
    table.current?.querySelector<HTMLElement>(`[data-place="${place.row}.${place.month}"]`)?.focus();
  };
  const press = (event: KeyboardEvent, { row, month }: Place) => {
    const step = STEPS[event.key];
    const process = rows[row]?.process.id;
    if (step !== undefined)
      go({ row: within(row + step[0], 0, rows.length - 1), month: within(month + step[1], 1, 12) });
    else if (event.key === "Home") go({ row: event.ctrlKey ? 0 : row, month: 1 });
    else if (event.key === "End") go({ row: event.ctrlKey ? rows.length - 1 : row, month: 12 });
    else if (event.key === "Enter" && !readOnly) onPlan({ row, month });
    else if (event.key === " " && process !== undefined) {
      if (!readOnly) draft.toggle(process, month);
    } else return;
    event.preventDefault();
  };
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  return (
    <div style={{ overflow: "auto" }}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of cells that are marked, as the pattern for grids asks */}
      <table ref={table} role="grid" className={classes.grid} aria-label={t("audits.programme")}>
        <thead>
          <tr>
            <th scope="col">{t("audits.process")}</th>
            {months.map((month) => (
              <th key={month} scope="col" abbr={monthName(month, lang, "long")}>
                {monthName(month, lang, "short")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.process.id}>
              <th scope="row" title={row.process.name}>
                <span className={classes.code}>{row.process.code}</span> {row.process.name}
              </th>
              {months.map((month) => (
                <GridCell
                  key={month}
                  row={row}
                  place={{ row: index, month }}
                  planned={draft.has(row.process.id, month)}
                  current={current.row === index && current.month === month}
                  readOnly={readOnly}
                  onPress={press}
                  onGo={onCurrent}
                  onToggle={() => draft.toggle(row.process.id, month)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CellProps = {
  row: ProgrammeRow;
  place: Place;
  planned: boolean;
  current: boolean;
  readOnly: boolean;
  onPress: (event: KeyboardEvent, place: Place) => void;
  onGo: (place: Place) => void;
  onToggle: () => void;
};

function GridCell({ row, place, planned, current, readOnly, onPress, onGo, onToggle }: CellProps) {
  const { t, lang } = useWords();
  const cell = shownCell(row, place.month, planned);
  const state = cell === null ? t("audits.cellNone") : t(`audits.cell_${cell}`);
  const outside = cell !== null && !planned ? `, ${t("audits.outsideProgramme")}` : "";
  const name = `${row.process.code}, ${monthName(place.month, lang, "long")}: ${state}${outside}`;
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the cell of a table that is a grid
      role="gridcell"
      tabIndex={current ? 0 : -1}
      className={`${classes.cell} ${current ? classes.current : ""}`}
      aria-selected={planned}
      aria-readonly={readOnly}
      aria-label={name}
      title={name}
      data-cell={cell ?? "none"}
      data-place={`${place.row}.${place.month}`}
      data-testid={`programme-cell-${row.process.code}-${place.month}`}
      onFocus={() => onGo(place)}
      onKeyDown={(event) => onPress(event, place)}
      onClick={(event) => {
        event.currentTarget.focus();
        if (!readOnly) onToggle();
      }}
    >
      {cell === null ? null : <CellIcon cell={cell} />}
    </td>
  );
}

import type { ProgrammeLineForm, ProgrammeView } from "@/ipc/bindings";
import { useStored } from "@/lib/storage";

type Months = Record<string, number[]>;
/** What was marked and not saved yet, over which state of the programme. */
type Kept = { over: string; months: Months };

const NOTHING: Kept | null = null;

const monthsOf = ({ rows }: ProgrammeView): Months =>
  Object.fromEntries(rows.map(({ process, months }) => [process.id, months]));

/** The planned months while they are marked; they outlive the tab and the window until they are saved. */
export function useProgrammeDraft(programme: ProgrammeView) {
  const [kept, keep] = useStored<Kept | null>(`audits.programme.${programme.year}`, NOTHING);
  const stands = `${programme.id ?? "new"}.${programme.revision}`;
  const saved = monthsOf(programme);
  const months = kept !== null && kept.over === stands ? kept.months : saved;
  const has = (process: string, month: number) => (months[process] ?? []).includes(month);
  const same = (process: string) => (saved[process] ?? []).join() === (months[process] ?? []).join();
  const dirty = programme.rows.some(({ process }) => !same(process.id));
  const set = (next: Months) => keep({ over: stands, months: next });
  return {
    has,
    dirty,
    empty: programme.rows.every(({ process }) => (months[process.id] ?? []).length === 0),
    toggle: (process: string, month: number) => {
      const was = months[process] ?? [];
      const next = was.includes(month) ? was.filter((one) => one !== month) : [...was, month].sort((a, b) => a - b);
      set({ ...months, [process]: next });
    },
    take: (other: ProgrammeView) => set(monthsOf(other)),
    forget: () => keep(null),
    lines: (): ProgrammeLineForm[] =>
      programme.rows
        .map(({ process }) => ({ process: process.id, months: months[process.id] ?? [] }))
        .filter((line) => line.months.length > 0),
  };
}

export type ProgrammeDraft = ReturnType<typeof useProgrammeDraft>;

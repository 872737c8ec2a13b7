import type { ReactNode } from "react";
import { useWords } from "@/i18n/i18n";
import type { RegistersTab } from "@/lib/places";
import { EmptyState } from "@/ui/EmptyState";
import type { ImportedKind } from "./KeptImport";
import { KeptPanel } from "./KeptPanel";
import { useKept } from "./useKept";
import { useOpened } from "./useOpened";

type Kept = { id: string; revision: number };

/** What a list does with one of its records. */
export type Tools<R> = { edit: (record: R) => void; remove: (record: R) => void };

type Props<R extends Kept> = {
  tab: Exclude<RegistersTab, "pack">;
  kind: ImportedKind;
  records: R[];
  may: boolean;
  /** The list, where there is something in it. */
  list: (tools: Tools<R>) => ReactNode;
  /** The form of a record, or of a new one. */
  dialog: (record: R | null, onClose: () => void) => ReactNode;
};

/** A small register: its list, and the form of what is opened from it. */
export function KeptTab<R extends Kept>({ tab, kind, records, may, list, dialog }: Props<R>) {
  const { t } = useWords();
  const opened = useOpened(tab, records);
  const { add, take } = useKept(kind);
  return (
    <>
      <KeptPanel title={t(`registers.tab_${tab}`)} kind={kind} may={may} addRef={add} onAdd={opened.add}>
        {records.length === 0 ? (
          <EmptyState>{t(`registers.empty_${kind}`)}</EmptyState>
        ) : (
          list({ edit: ({ id }) => opened.show(id), remove: take })
        )}
      </KeptPanel>
      {opened.fresh || opened.record !== null ? dialog(opened.record, opened.close) : null}
    </>
  );
}

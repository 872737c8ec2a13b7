import { Button, Group } from "@mantine/core";
import { IconFileSpreadsheet, IconPlus } from "@tabler/icons-react";
import { type ReactNode, type Ref, useRef, useState } from "react";
import { useWords } from "@/i18n/i18n";
import { Panel } from "@/ui/Panel";
import { type ImportedKind, KeptImport } from "./KeptImport";

type Props = {
  title: string;
  kind: ImportedKind;
  may: boolean;
  addRef: Ref<HTMLButtonElement>;
  onAdd: () => void;
  children: ReactNode;
};

/** A small register: its records, a new one, and the way in for a spreadsheet. */
export function KeptPanel({ title, kind, may, addRef, onAdd, children }: Props) {
  const { t } = useWords();
  const [importing, setImporting] = useState(false);
  const importer = useRef<HTMLButtonElement>(null);
  const leave = () => {
    setImporting(false);
    // The list is drawn anew, and the focus goes back to where the import began.
    requestAnimationFrame(() => importer.current?.focus());
  };
  if (importing) return <KeptImport kind={kind} onClose={leave} />;
  return (
    <Panel
      title={title}
      testId={`${kind}s`}
      actions={
        may ? (
          <Group gap="xs">
            <Button
              ref={importer}
              variant="default"
              leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
              onClick={() => setImporting(true)}
              data-testid={`import-${kind}`}
            >
              {t("registers.import")}
            </Button>
            <Button
              ref={addRef}
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={onAdd}
              data-testid={`add-${kind}`}
            >
              {t(`registers.add_${kind}`)}
            </Button>
          </Group>
        ) : null
      }
    >
      {may ? null : <p>{t("registers.readOnly")}</p>}
      {children}
    </Panel>
  );
}

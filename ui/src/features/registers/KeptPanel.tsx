import { Button, Group } from "@mantine/core";
import { IconFileSpreadsheet, IconPlus } from "@tabler/icons-react";
import { type ReactNode, type Ref, useState } from "react";
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
  if (importing) return <KeptImport kind={kind} onClose={() => setImporting(false)} />;
  return (
    <Panel
      title={title}
      testId={`${kind}s`}
      actions={
        may ? (
          <Group gap="xs">
            <Button
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

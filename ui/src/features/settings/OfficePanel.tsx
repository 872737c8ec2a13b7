import { Button, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { type DepartmentRow, DepartmentsEditor, departmentRow } from "@/components/DepartmentsEditor";
import { ErrorNote } from "@/components/ErrorNote";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { Edition, OfficeSettingsForm, OfficeView, SettingsView } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { isReadable } from "@/ui/forms";
import { Panel } from "@/ui/Panel";
import { ClosedDays, type ClosedRow, closedRow } from "./ClosedDays";

type Draft = {
  name: string;
  edition: Edition;
  numberTemplate: string;
  departments: DepartmentRow[];
  closedDays: ClosedRow[];
};

function draftOf(office: OfficeView): Draft {
  return {
    name: office.name,
    edition: office.edition,
    numberTemplate: office.numberTemplate,
    departments: office.departments.map(({ id, code, name, cases }) => departmentRow(code, name, id, cases)),
    closedDays: office.closedDays.map(({ on, note }) => closedRow(on, note)),
  };
}

function formOf(draft: Draft, revision: number, settings: SettingsView): OfficeSettingsForm {
  return {
    revision,
    name: draft.name.trim(),
    edition: draft.edition,
    numberTemplate: draft.numberTemplate.trim(),
    departments: draft.departments.map(({ id, code, name }) => ({ id, code: code.trim(), name: name.trim() })),
    closedDays: draft.closedDays.flatMap(({ on, note }) => (on === null ? [] : [{ on, note: note.trim() }])),
    settings,
  };
}

/** What belongs to the office. Removing a line changes nothing until it is saved, and can be taken back before. */
export function OfficePanel({ office }: { office: OfficeView }) {
  const { t } = useWords();
  const toasts = useToasts();
  const save = useTell("save_office");
  const [draft, setDraft] = useState(() => draftOf(office));
  const set = (part: Partial<Draft>) => setDraft((was) => ({ ...was, ...part }));
  const form = (of: Draft) => formOf(of, office.revision, office.settings);
  const dirty = JSON.stringify(form(draft)) !== JSON.stringify(form(draftOf(office)));

  const removal = (part: Partial<Draft>, before: Partial<Draft>) => {
    set(part);
    toasts.undoable(t("settings.removed"), () => set(before));
  };

  return (
    <Panel title={t("settings.office")}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isReadable(event.currentTarget)) return;
          save.mutate(form(draft), { onSuccess: () => toasts.said(t("settings.saved")) });
        }}
      >
        <Stack>
          <TextInput
            label={t("settings.name")}
            value={draft.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            data-testid="settings-name"
          />
          <Select
            label={t("settings.edition")}
            data={(["2008", "2015"] as const).map((edition) => ({ value: edition, label: t(`editions.${edition}`) }))}
            value={draft.edition}
            allowDeselect={false}
            onChange={(edition) => set({ edition: edition as Edition })}
          />
          <TextInput
            label={t("settings.template")}
            description={t("settings.templateHint")}
            value={draft.numberTemplate}
            onChange={(event) => set({ numberTemplate: event.currentTarget.value })}
          />
          <Text size="sm" c="dimmed">
            {t("settings.templateNext", { numbers: Object.values(office.nextNumbers).join(", ") })}
          </Text>
          <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
            <Text component="legend" fw={600} mb={6}>
              {t("settings.departments")}
            </Text>
            <DepartmentsEditor rows={draft.departments} onChange={(departments) => set({ departments })} />
          </fieldset>
          <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
            <Text component="legend" fw={600} mb={6}>
              {t("settings.closedDays")}
            </Text>
            <ClosedDays
              rows={draft.closedDays}
              onChange={(closedDays) =>
                closedDays.length < draft.closedDays.length
                  ? removal({ closedDays }, { closedDays: draft.closedDays })
                  : set({ closedDays })
              }
            />
          </fieldset>
          <ErrorNote error={save.error} />
          <Group>
            <Button type="submit" loading={save.isPending} disabled={!dirty} data-testid="save-office">
              {t("settings.save")}
            </Button>
            <Text size="sm" c="dimmed" role="status">
              {dirty ? t("settings.unsaved") : ""}
            </Text>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

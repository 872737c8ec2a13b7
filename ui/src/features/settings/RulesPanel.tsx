import { Button, Group, NumberInput, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { OfficeSettingsForm, OfficeView, SettingsView } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { Panel } from "@/ui/Panel";

const REVIEWS: SettingsView["ownReview"][] = ["refuse", "warn"];
const SHIFTS: SettingsView["shift"][] = ["next", "previous", "none"];
const STEPS = [
  "registerWorkingDays",
  "decisionDays",
  "planDays",
  "approvalDays",
  "actionDays",
  "verifyDays",
  "reviewMonths",
  "followUpDays",
] as const;

/** The rest of the office as it stands, with other rules. */
function formOf(office: OfficeView, settings: SettingsView): OfficeSettingsForm {
  const { revision, name, edition, numberTemplate, closedDays } = office;
  const departments = office.departments.map(({ id, code, name: unit }) => ({ id, code, name: unit }));
  return { revision, name, edition, numberTemplate, departments, closedDays, settings };
}

/** How strict the office is and how long its steps take. */
export function RulesPanel({ office }: { office: OfficeView }) {
  const { t } = useWords();
  const toasts = useToasts();
  const save = useTell("save_office");
  const [rules, setRules] = useState(office.settings);
  const set = (part: Partial<SettingsView>) => setRules((was) => ({ ...was, ...part }));
  const dirty = JSON.stringify(rules) !== JSON.stringify(office.settings);
  return (
    <Panel title={t("settings.rules")}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(formOf(office, rules), { onSuccess: () => toasts.said(t("settings.saved")) });
        }}
      >
        <Stack>
          <Radio.Group
            label={t("settings.ownReview")}
            value={rules.ownReview}
            onChange={(ownReview) => set({ ownReview: ownReview as SettingsView["ownReview"] })}
          >
            <Group mt={6}>
              {REVIEWS.map((review) => (
                <Radio key={review} value={review} label={t(`settings.ownReview_${review}`)} data-testid={review} />
              ))}
            </Group>
          </Radio.Group>
          <Radio.Group
            label={t("settings.shift")}
            description={t("settings.shiftHint")}
            value={rules.shift}
            onChange={(shift) => set({ shift: shift as SettingsView["shift"] })}
          >
            <Group mt={6}>
              {SHIFTS.map((shift) => (
                <Radio key={shift} value={shift} label={t(`settings.shift_${shift}`)} />
              ))}
            </Group>
          </Radio.Group>
          <Days
            label={t("settings.idle")}
            hint={t("settings.idleHint")}
            value={rules.idleMinutes}
            onChange={(idleMinutes) => set({ idleMinutes })}
            testId="idle-minutes"
          />
          <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
            <Text component="legend" fw={600}>
              {t("settings.deadlines")}
            </Text>
            <Text size="sm" c="dimmed" mb={6}>
              {t("settings.deadlinesHint")}
            </Text>
            <div style={{ display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(270px, 1fr))", gap: 12 }}>
              {STEPS.map((step) => (
                <Days
                  key={step}
                  label={t(`settings.${step}`)}
                  value={rules[step]}
                  onChange={(value) => set({ [step]: value })}
                  testId={`rule-${step}`}
                />
              ))}
            </div>
          </fieldset>
          <ErrorNote error={save.error} />
          <Group>
            <Button type="submit" loading={save.isPending} disabled={!dirty} data-testid="save-rules">
              {t("settings.saveRules")}
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

type DaysProps = { label: string; hint?: string; value: number; onChange: (value: number) => void; testId: string };

function Days({ label, hint, value, onChange, testId }: DaysProps) {
  return (
    <NumberInput
      label={label}
      description={hint}
      value={value}
      min={1}
      max={999}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      maw={320}
      // An emptied field keeps its last number: there is no step without a deadline.
      onChange={(next) => (typeof next === "number" ? onChange(next) : undefined)}
      data-testid={testId}
    />
  );
}

import { Button, Checkbox, NumberInput, Radio, Select, Stack, TextInput } from "@mantine/core";
import { useWords } from "@/i18n/i18n";
import type { CertificateForm, Day, Edition, RuleBase } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import { DayInput } from "@/ui/DayInput";
import classes from "./components.module.css";

/** The form while it is being filled: the decision may not be typed yet. */
export type CertificateDraft = Omit<CertificateForm, "decidedOn"> & { decidedOn: Day | null };

export const NEW_CERTIFICATE: CertificateDraft = {
  number: "",
  body: "",
  edition: "2015",
  decidedOn: null,
  stage2EndedOn: null,
  validUntil: null,
  base: "decision",
  toleranceDays: 0,
  restored: false,
  corrects: null,
};

const EDITIONS: Edition[] = ["2008", "2015"];
const BASES: RuleBase[] = ["decision", "stage2", "calendar"];

/** A certificate may restore the one before. `until`: the last day of validity that it would then get, where it is known. */
export type Restorable = { until: Day | null };

type Props = {
  value: CertificateDraft;
  onChange: (value: CertificateDraft) => void;
  error?: string | undefined;
  restorable?: Restorable | null;
};

export function CertificateFields({ value, onChange, error, restorable = null }: Props) {
  const { t } = useWords();
  const set = (part: Partial<CertificateDraft>) => onChange({ ...value, ...part });
  return (
    <Stack gap="sm">
      <div className={classes.grid2}>
        <TextInput
          label={t("certificate.number")}
          value={value.number}
          onChange={(event) => set({ number: event.currentTarget.value })}
          data-testid="certificate-number"
        />
        <TextInput
          label={t("certificate.body")}
          value={value.body}
          onChange={(event) => set({ body: event.currentTarget.value })}
        />
        <DayInput
          label={t("certificate.decidedOn")}
          value={value.decidedOn}
          onChange={(decidedOn) => set({ decidedOn })}
          error={error}
          required
          testId="certificate-decided"
        />
        <DayInput
          label={t("certificate.stage2EndedOn")}
          value={value.stage2EndedOn}
          onChange={(stage2EndedOn) => set({ stage2EndedOn })}
        />
        <div>
          <DayInput
            label={t("certificate.validUntil")}
            description={t(value.restored ? "certificate.restoredUntilHint" : "certificate.validUntilHint")}
            value={value.validUntil}
            onChange={(validUntil) => set({ validUntil })}
            testId="certificate-valid-until"
          />
          {value.restored && restorable !== null ? (
            <RestoredUntil
              until={restorable.until}
              value={value.validUntil}
              onTake={(validUntil) => set({ validUntil })}
            />
          ) : null}
        </div>
        <NumberInput
          label={t("certificate.tolerance")}
          value={value.toleranceDays}
          min={0}
          max={180}
          hideControls
          allowDecimal={false}
          onChange={(days) => set({ toleranceDays: typeof days === "number" ? days : 0 })}
        />
      </div>
      {restorable === null ? null : (
        <Checkbox
          label={t("certificate.restored")}
          description={t("certificate.restoredHint")}
          checked={value.restored}
          onChange={(event) => set({ restored: event.currentTarget.checked })}
          data-testid="certificate-restored"
        />
      )}
      <Select
        label={t("certificate.edition")}
        data={EDITIONS.map((edition) => ({ value: edition, label: t(`editions.${edition}`) }))}
        value={value.edition}
        allowDeselect={false}
        onChange={(edition) => set({ edition: edition as Edition })}
      />
      <Radio.Group
        label={t("certificate.base")}
        value={value.base}
        onChange={(base) => set({ base: base as RuleBase })}
      >
        <Stack gap={6} mt={6}>
          {BASES.map((base) => (
            <Radio key={base} value={base} label={t(`bases.${base}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </Stack>
  );
}

type UntilProps = { until: Day | null; value: Day | null; onTake: (day: Day) => void };

/** The end that follows from the certificate before; taken by a click, never by itself. */
function RestoredUntil({ until, value, onTake }: UntilProps) {
  const { t, lang } = useWords();
  if (until === null || until === value) return null;
  return (
    <Button
      size="compact-xs"
      variant="default"
      radius="xl"
      mt={6}
      onClick={() => onTake(until)}
      data-testid="take-restored-until"
    >
      {t("certificate.takeRestoredUntil", { date: formatDay(until, lang) })}
    </Button>
  );
}

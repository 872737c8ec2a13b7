import { Button, Group, Stack, Switch, Text, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { type CertificateDraft, CertificateFields, NEW_CERTIFICATE } from "@/components/CertificateFields";
import { type DepartmentRow, DepartmentsEditor, departmentRow } from "@/components/DepartmentsEditor";
import { ErrorNote } from "@/components/ErrorNote";
import { type Key, type Translate, useWords } from "@/i18n/i18n";
import type { OfficeForm } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { formatDay } from "@/lib/dates";
import { isReadable } from "@/ui/forms";
import { Panel } from "@/ui/Panel";
import classes from "./start.module.css";

const STEPS = ["start.stepName", "start.stepDepartments", "start.stepCertificate", "start.stepSummary"] as const;
const USUAL = ["OR", "FN", "AB", "GG", "KT", "OS", "EZ", "BOK", "BR", "ZP", "ZK", "PJ"] as const;

const usualDepartments = (t: Translate) =>
  USUAL.map((code) => departmentRow(code, t(`departments.defaults.${code}` as Key)));

type Filled = { name: string; departments: DepartmentRow[]; certificate: CertificateDraft | null };

function toForm({ name, departments, certificate }: Filled): OfficeForm {
  const decided = certificate?.decidedOn ?? null;
  return {
    name: name.trim(),
    departments: departments
      .map(({ code, name: words }) => ({ code: code.trim(), name: words.trim() }))
      .filter(({ code, name: words }) => code !== "" || words !== ""),
    certificate: certificate === null || decided === null ? null : { ...certificate, decidedOn: decided },
  };
}

/** Four short steps to an office of one's own; every one of them may be left for later. */
export function Wizard({ onBack }: { onBack: () => void }) {
  const { t } = useWords();
  const start = useTell("start_office");
  const [step, setStep] = useState(0);
  const [filled, setFilled] = useState<Filled>(() => ({
    name: "",
    departments: usualDepartments(t),
    certificate: null,
  }));
  const form = useRef<HTMLFormElement>(null);
  const set = (part: Partial<Filled>) => setFilled((was) => ({ ...was, ...part }));
  const last = step === STEPS.length - 1;
  const undecided = filled.certificate !== null && filled.certificate.decidedOn === null;
  const [tried, setTried] = useState(false);

  const forward = () => {
    if (form.current !== null && !isReadable(form.current)) return;
    if (step === 2 && undecided) {
      setTried(true);
      return;
    }
    if (last) start.mutate(toForm(filled));
    else setStep(step + 1);
  };
  const skip = () => {
    if (step === 0) set({ name: "" });
    if (step === 1) set({ departments: [] });
    if (step === 2) set({ certificate: null });
    setStep(step + 1);
  };

  const name = t(STEPS[step] ?? STEPS[0]);
  return (
    <form
      ref={form}
      noValidate
      className={classes.wizard}
      onSubmit={(event) => {
        event.preventDefault();
        forward();
      }}
    >
      <ol className={classes.steps}>
        {STEPS.map((key, index) => (
          <li key={key} aria-current={index === step ? "step" : undefined}>
            {index + 1}. {t(key)}
          </li>
        ))}
      </ol>
      <Panel title={t("start.stepOf", { step: step + 1, of: STEPS.length, name })}>
        {step === 0 ? <NameStep name={filled.name} onChange={(value) => set({ name: value })} /> : null}
        {step === 1 ? (
          <Stack gap="sm">
            <Text c="dimmed">{t("start.departmentsHint")}</Text>
            <DepartmentsEditor rows={filled.departments} onChange={(departments) => set({ departments })} />
          </Stack>
        ) : null}
        {step === 2 ? (
          <CertificateStep
            value={filled.certificate}
            onChange={(certificate) => set({ certificate })}
            error={tried && undecided ? t("common.required") : undefined}
          />
        ) : null}
        {last ? <Summary filled={filled} /> : null}
        <ErrorNote error={start.error} />
        <Group mt="lg">
          <Button variant="default" onClick={() => (step === 0 ? onBack() : setStep(step - 1))}>
            {t("common.back")}
          </Button>
          <Group ml="auto">
            {last ? null : (
              <Button variant="subtle" onClick={skip} data-testid="wizard-skip">
                {t("common.skip")}
              </Button>
            )}
            <Button type="submit" loading={start.isPending} data-testid="wizard-next">
              {last ? t("start.finish") : t("common.next")}
            </Button>
          </Group>
        </Group>
      </Panel>
    </form>
  );
}

function NameStep({ name, onChange }: { name: string; onChange: (name: string) => void }) {
  const { t } = useWords();
  return (
    <TextInput
      label={t("start.officeName")}
      description={t("start.officeNameHint")}
      value={name}
      onChange={(event) => onChange(event.currentTarget.value)}
      data-testid="office-name"
    />
  );
}

type CertificateStepProps = {
  value: CertificateDraft | null;
  onChange: (value: CertificateDraft | null) => void;
  error: string | undefined;
};

function CertificateStep({ value, onChange, error }: CertificateStepProps) {
  const { t } = useWords();
  return (
    <Stack gap="md">
      <Text c="dimmed">{t("start.certificateHint")}</Text>
      <Switch
        label={t("start.withCertificate")}
        checked={value !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? NEW_CERTIFICATE : null)}
        data-testid="with-certificate"
      />
      {value === null ? null : <CertificateFields value={value} onChange={onChange} error={error} />}
    </Stack>
  );
}

function Summary({ filled }: { filled: Filled }) {
  const { t, lang } = useWords();
  const { name, departments, certificate } = filled;
  const decided = certificate?.decidedOn ?? null;
  return (
    <dl className={classes.summary}>
      <dt>{t("start.officeName")}</dt>
      <dd>{name.trim() === "" ? t("start.noName") : name}</dd>
      <dt>{t("settings.departments")}</dt>
      <dd>{t("departments.count", { count: departments.length })}</dd>
      <dt>{t("nav.certificate")}</dt>
      <dd>
        {certificate === null || decided === null
          ? t("start.noCertificate")
          : `${certificate.number} ${certificate.body} · ${t("certificate.decidedOn")}: ${formatDay(decided, lang)}`.trim()}
      </dd>
    </dl>
  );
}

import { NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useWords } from "@/i18n/i18n";
import type { CaseRef } from "@/ipc/bindings";
import { useAsk } from "@/ipc/queries";
import { formatScore, parseScore } from "@/lib/numbers";
import classes from "./registers.module.css";

/** A hint stands below its field, so that fields side by side stay level. */
const HINT_BELOW: ("label" | "input" | "description" | "error")[] = ["label", "input", "description", "error"];

type TextProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  lines?: number;
  hint?: string;
  required?: boolean;
  error?: string | undefined;
  testId?: string;
  focus?: boolean;
};

export function Text({ label, value, onChange, lines, hint, required, error, testId, focus }: TextProps) {
  const common = {
    label,
    value,
    description: hint,
    inputWrapperOrder: HINT_BELOW,
    required: required ?? false,
    error,
    "data-testid": testId,
    ...(focus ? { "data-autofocus": true } : {}),
  };
  if (lines === undefined) {
    return <TextInput {...common} onChange={(event) => onChange(event.currentTarget.value)} />;
  }
  return <Textarea {...common} autosize minRows={lines} onChange={(event) => onChange(event.currentTarget.value)} />;
}

type PickProps = {
  label: string;
  data: { value: string; label: string }[];
  value: string | null;
  onChange: (value: string | null) => void;
  hint?: string;
  testId?: string;
};

/** One of a list, or none. */
export function Pick({ label, data, value, onChange, hint, testId }: PickProps) {
  const { t } = useWords();
  return (
    <Select
      label={label}
      description={hint}
      inputWrapperOrder={HINT_BELOW}
      data={data}
      value={value}
      searchable={data.length > 6}
      clearable
      clearButtonProps={{ "aria-label": t("common.clear") }}
      nothingFoundMessage={t("registers.nothingFound")}
      onChange={onChange}
      data-testid={testId}
    />
  );
}

type CountProps = { label: string; value: number | null; onChange: (value: number | null) => void; testId?: string };

export function Count({ label, value, onChange, testId }: CountProps) {
  return (
    <NumberInput
      label={label}
      value={value ?? ""}
      min={0}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      onChange={(count) => onChange(typeof count === "number" ? count : null)}
      data-testid={testId}
    />
  );
}

/** A score with a decimal comma or point; what cannot be read stays and is said. */
export function Score({ label, value, onChange, testId }: CountProps) {
  const { t, lang } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(() => (value === null ? "" : formatScore(value, lang)));
  const unreadable = typed.trim() !== "" && parseScore(typed) === null;
  useEffect(() => {
    input.current?.setCustomValidity(unreadable ? t("registers.noSuchScore") : "");
  }, [unreadable, t]);
  return (
    <TextInput
      ref={input}
      label={label}
      inputMode="decimal"
      value={typed}
      error={unreadable ? t("registers.noSuchScore") : undefined}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(parseScore(event.currentTarget.value));
      }}
      data-testid={testId}
    />
  );
}

/** Units, processes and posts as they are picked. */
export function usePicks() {
  const choices = useAsk("choices", null).data;
  const coded = (list: { id: string; code: string; name: string }[] = []) =>
    list.map(({ id, code, name }) => ({ value: id, label: `${code} – ${name}` }));
  return {
    departments: coded(choices?.departments),
    processes: coded(choices?.processes),
    posts: (choices?.posts ?? []).map(({ id, name }) => ({ value: id, label: name })),
  };
}

export function casePicks(cases: readonly CaseRef[], draft: string) {
  return cases.map(({ id, number, title }) => ({ value: id, label: `${number ?? draft} ${title}`.trim() }));
}

type CaseProps = {
  cases: readonly CaseRef[];
  value: { case: string | null; noCaseReason: string };
  onChange: (part: { case: string | null } | { noCaseReason: string }) => void;
};

/** The case that came of it, or why none did. */
export function CaseOrReason({ cases, value, onChange }: CaseProps) {
  const { t } = useWords();
  return (
    <div className={classes.two}>
      <Pick
        label={t("registers.case")}
        hint={t("registers.caseHint")}
        data={casePicks(cases, t("register.noNumber"))}
        value={value.case}
        onChange={(picked) => onChange({ case: picked })}
        testId="kept-case"
      />
      <Text
        label={t("registers.noCaseReason")}
        hint={t("registers.noCaseReasonHint")}
        lines={1}
        value={value.noCaseReason}
        onChange={(noCaseReason) => onChange({ noCaseReason })}
        testId="kept-no-case"
      />
    </div>
  );
}

import { Stack } from "@mantine/core";
import { memo } from "react";
import { useWords } from "@/i18n/i18n";
import type { CaseForm, CauseMethod } from "@/ipc/bindings";
import classes from "../case.module.css";
import { RootCauseNote } from "../cause/Advice";
import { FiveWhyEditor } from "../cause/FiveWhyEditor";
import { IshikawaEditor } from "../cause/IshikawaEditor";
import { ChoiceField, type FormChange, TextField } from "./fields";

type Props = { form: CaseForm; change: FormChange };

/** The method, its picture to write in, and the root cause it led to. Each method keeps what was written in it. */
export const CauseFields = memo(function CauseFields({ form, change }: Props) {
  const { t } = useWords();
  const methods = (["five_why", "ishikawa", "other"] as const).map((method) => ({
    value: method,
    label: t(`causeMethods.${method}`),
  }));
  const { causeMethod, fiveWhy, ishikawa } = form;
  const takeRoot = (causeRoot: string) => change({ causeRoot });
  const choose: FormChange = (part) => change({ ...part, ...begun(form, part.causeMethod ?? null) });
  return (
    <Stack gap="md">
      <div className={classes.formGrid}>
        <ChoiceField
          name="causeMethod"
          label="fields.cause_method"
          id="field-cause_method"
          data={methods}
          value={causeMethod}
          change={choose}
        />
      </div>
      {causeMethod === "five_why" ? (
        <FiveWhyEditor value={fiveWhy} onChange={(next) => change({ fiveWhy: next })} onRoot={takeRoot} />
      ) : null}
      {causeMethod === "ishikawa" ? (
        <IshikawaEditor value={ishikawa} onChange={(next) => change({ ishikawa: next })} onRoot={takeRoot} />
      ) : null}
      <div className={classes.formGrid}>
        {causeMethod === "other" || causeMethod === null || form.causeAnalysis !== "" ? (
          <TextField
            name="causeAnalysis"
            label="fields.cause_analysis"
            value={form.causeAnalysis}
            change={change}
            lines={3}
            full
          />
        ) : null}
        <div className={classes.formFull}>
          <TextField
            name="causeRoot"
            label="fields.cause_root"
            id="field-root_cause"
            value={form.causeRoot}
            change={change}
            lines={2}
          />
          <RootCauseNote text={form.causeRoot} />
        </div>
        <TextField
          name="causeSimilar"
          label="fields.cause_similar"
          value={form.causeSimilar}
          change={change}
          lines={2}
          full
        />
      </div>
    </Stack>
  );
});

/** An analysis begins from what was found, so that nobody types it twice. */
function begun(form: CaseForm, method: CauseMethod | null): Partial<CaseForm> {
  if (method === "five_why" && form.fiveWhy.problem === "") {
    return { fiveWhy: { ...form.fiveWhy, problem: form.statement } };
  }
  if (method === "ishikawa" && form.ishikawa.effect === "") {
    return { ishikawa: { ...form.ishikawa, effect: form.statement } };
  }
  return {};
}

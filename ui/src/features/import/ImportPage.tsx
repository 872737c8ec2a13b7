import { Button } from "@mantine/core";
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { ChooseFile } from "@/components/importing/ChooseFile";
import { LongWork } from "@/components/LongWork";
import { useWords } from "@/i18n/i18n";
import type { ImportPlan, PlanImport } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { PageHead } from "@/ui/PageHead";
import classes from "./import.module.css";
import { PlanView } from "./PlanView";
import { SummaryView } from "./SummaryView";
import { leaveStep, setStep, useStep } from "./step";

/** A register from a spreadsheet: choose, look at the plan, then let it in. */
export function ImportPage() {
  const { t } = useWords();
  const step = useStep();
  const router = useRouter();
  useEffect(
    () => () => {
      // Drawn anew inside the opened desk is not left.
      if (router.state.location.pathname !== "/import") leaveStep();
    },
    [router],
  );
  const plan = useTell("plan_import");
  const run = useTell("run_import");

  const read = (request: PlanImport) => {
    run.reset();
    plan.mutate(request, { onSuccess: (made) => setStep({ kind: "plan", path: request.path, plan: made }) });
  };
  const write = ({ token }: ImportPlan) =>
    run.mutateAsync({ token }).then(
      (summary) => setStep({ kind: "done", summary }),
      () => undefined,
    );
  const again = () => {
    plan.reset();
    run.reset();
    setStep({ kind: "choose" });
  };

  return (
    <>
      <PageHead title={t("import.title")}>
        {step.kind === "plan" ? (
          <Button variant="default" onClick={again}>
            {t("import.pickOther")}
          </Button>
        ) : null}
      </PageHead>
      <div className={classes.page}>
        {step.kind === "choose" ? (
          <ChooseFile
            title={t("import.pick")}
            intro={t("import.intro")}
            hint={t("import.formats")}
            onChosen={(path) => read({ path, sheet: null, mapping: null })}
          />
        ) : null}
        {plan.isPending ? <LongWork text={t("import.reading")} /> : null}
        <ErrorNote error={plan.error} />
        {step.kind === "plan" ? (
          <PlanView
            plan={step.plan}
            busy={plan.isPending || run.isPending}
            onReplan={(sheet, mapping) => read({ path: step.path, sheet, mapping })}
            onRun={() => write(step.plan)}
          />
        ) : null}
        {run.isPending ? <LongWork text={t("import.writing")} /> : null}
        <ErrorNote error={run.error} />
        {step.kind === "done" ? <SummaryView summary={step.summary} onAgain={again} /> : null}
      </div>
    </>
  );
}

import { Checkbox, Fieldset } from "@mantine/core";
import { useWords } from "@/i18n/i18n";
import type { Choice } from "@/ipc/bindings";
import classes from "./readiness.module.css";

type Props = { processes: Choice[]; ticked: readonly string[]; onChange: (ticked: readonly string[]) => void };

/** The processes an answer is given for: each, or all at once. */
export function ProcessTicks({ processes, ticked, onChange }: Props) {
  const { t } = useWords();
  const all = processes.length > 0 && processes.every(({ id }) => ticked.includes(id));
  return (
    <Fieldset legend={t("readiness.processes")} classNames={{ legend: classes.legend ?? "" }}>
      <Checkbox
        label={t("readiness.allProcesses")}
        checked={all}
        indeterminate={!all && ticked.length > 0}
        onChange={() => onChange(all ? [] : processes.map(({ id }) => id))}
        mb="xs"
        data-testid="processes-all"
      />
      <div className={classes.ticks}>
        {processes.map(({ id, code, name }) => (
          <Checkbox
            key={id}
            label={`${code} ${name}`}
            checked={ticked.includes(id)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...ticked, id] : ticked.filter((one) => one !== id))
            }
            data-testid={`process-${code}`}
          />
        ))}
      </div>
    </Fieldset>
  );
}

import { Button, Group, TextInput } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { useState } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { useWords } from "@/i18n/i18n";
import { useTell } from "@/ipc/queries";
import { Panel } from "@/ui/Panel";
import classes from "./importing.module.css";

type Props = { title: string; intro: string; hint: string; onChosen: (path: string) => void };

/** The file that an import reads: picked in the window of the system, or typed. */
export function ChooseFile({ title, intro, hint, onChosen }: Props) {
  const { t } = useWords();
  const pick = useTell("pick_register");
  const [path, setPath] = useState("");
  return (
    <Panel title={title}>
      <p>{intro}</p>
      <p className={classes.muted}>{hint}</p>
      <Button
        leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
        loading={pick.isPending}
        onClick={() =>
          pick.mutate(null, {
            onSuccess: (chosen) => {
              if (chosen !== null) onChosen(chosen);
            },
          })
        }
        data-testid="pick-register"
      >
        {t("import.pick")}
      </Button>
      <ErrorNote error={pick.error} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (path.trim() !== "") onChosen(path.trim());
        }}
      >
        <Group align="end" mt="lg" maw={720}>
          <TextInput
            label={t("import.path")}
            value={path}
            onChange={(event) => setPath(event.currentTarget.value)}
            style={{ flex: 1 }}
            data-testid="import-path"
          />
          <Button type="submit" variant="default" disabled={path.trim() === ""} data-testid="read-path">
            {t("import.readPath")}
          </Button>
        </Group>
      </form>
    </Panel>
  );
}

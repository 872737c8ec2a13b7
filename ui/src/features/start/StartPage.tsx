import { Title } from "@mantine/core";
import { IconBuilding, IconEye, IconFileSpreadsheet } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { LongWork } from "@/components/LongWork";
import { useWords } from "@/i18n/i18n";
import { useTell } from "@/ipc/queries";
import classes from "./start.module.css";
import { Wizard } from "./Wizard";

/** The first thing a new user sees: three doors, each leading to a desk that shows something. */
export function StartPage({ dataFolder }: { dataFolder: string }) {
  const { t } = useWords();
  const [wizard, setWizard] = useState(false);
  const sample = useTell("open_sample");
  if (wizard) return <Wizard onBack={() => setWizard(false)} />;
  return (
    <div className={classes.page}>
      <Title order={1}>{t("start.title")}</Title>
      <p className={classes.lead}>{t("start.lead")}</p>
      <Title order={2}>{t("start.question")}</Title>
      <ul className={classes.doors}>
        <li>
          <button
            type="button"
            className={classes.door}
            disabled={sample.isPending}
            onClick={() => sample.mutate(null)}
            data-testid="door-sample"
          >
            <IconEye size={30} aria-hidden />
            <span className={classes.doorTitle}>{t("start.sampleTitle")}</span>
            <span className={classes.doorText}>{t("start.sampleText")}</span>
          </button>
        </li>
        <li>
          <button
            type="button"
            className={classes.door}
            disabled={sample.isPending}
            onClick={() => setWizard(true)}
            data-testid="door-office"
          >
            <IconBuilding size={30} aria-hidden />
            <span className={classes.doorTitle}>{t("start.officeTitle")}</span>
            <span className={classes.doorText}>{t("start.officeText")}</span>
          </button>
        </li>
        <li>
          <Link to="/import" className={classes.door} data-testid="door-import">
            <IconFileSpreadsheet size={30} aria-hidden />
            <span className={classes.doorTitle}>{t("start.importTitle")}</span>
            <span className={classes.doorText}>{t("start.importText")}</span>
          </Link>
        </li>
      </ul>
      {sample.isPending ? <LongWork text={t("start.opening")} /> : null}
      <ErrorNote error={sample.error} />
      <p className={classes.folder}>{t("start.folder", { path: dataFolder })}</p>
    </div>
  );
}

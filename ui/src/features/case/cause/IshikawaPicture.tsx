import { IconStarFilled } from "@tabler/icons-react";
import { useWords } from "@/i18n/i18n";
import classes from "./cause.module.css";
import { Fish } from "./Fish";
import { boneNames, filledBones, sameText } from "./form";
import { RootMark } from "./RootMark";
import type { BoneCauseForm, IshikawaForm } from "./types";

type Props = {
  value: IshikawaForm;
  /** The root cause of the card; the cause it was taken from is marked. */
  root?: string;
};

/** A cause-and-effect diagram, to be read. Bones on which nobody wrote are left out. */
export function IshikawaPicture({ value, root }: Props) {
  const { t } = useWords();
  const filled = filledBones(value.bones);
  const names = boneNames(t, filled);
  const bones = filled.map(({ causes }, index) => {
    const name = names[index] ?? "";
    const label = (
      <div key="name" className={classes.boneName} aria-hidden>
        {name}
      </div>
    );
    const list = (
      <ul key="causes" className={classes.causes} aria-label={t("cause.causesOf", { name })}>
        {causes.map((cause, at) => (
          <CauseTold key={at} cause={cause} root={root} />
        ))}
      </ul>
    );
    return { key: index, named: name, content: index % 2 === 0 ? [label, list] : [list, label] };
  });
  const head = (
    <div data-testid="ishikawa-head">
      <span className={classes.caption}>{t("cause.effect")}</span>
      <div className={classes.told}>{value.effect === "" ? t("card.notFilled") : value.effect}</div>
    </div>
  );
  return (
    <figure className={classes.picture} aria-label={t("causeMethods.ishikawa")} data-testid="ishikawa-picture">
      <Fish label={t("cause.categories")} bones={bones} head={head} />
    </figure>
  );
}

function CauseTold({ cause, root }: { cause: BoneCauseForm; root: string | undefined }) {
  const { t } = useWords();
  const { text, votes, chosen, subcauses } = cause;
  const isRoot = sameText(text, root);
  return (
    <li className={`${classes.cause} ${chosen ? classes.isChosen : ""} ${isRoot ? classes.isRoot : ""}`}>
      <span className={classes.told}>{text === "" ? t("card.notFilled") : text}</span>
      {chosen || votes > 0 ? (
        <span className={classes.marks}>
          {chosen ? (
            <span className={classes.chosenMark}>
              <IconStarFilled size={13} aria-hidden /> {t("cause.chosen")}
            </span>
          ) : null}
          {votes > 0 ? <span>{t("cause.votes", { count: votes })}</span> : null}
        </span>
      ) : null}
      {isRoot ? <RootMark /> : null}
      {subcauses.length === 0 ? null : (
        <ul className={classes.subcauses}>
          {subcauses.map((subcause, index) => (
            <li key={index} className={classes.told}>
              {subcause}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

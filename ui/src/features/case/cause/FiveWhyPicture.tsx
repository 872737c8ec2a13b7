import { useId } from "react";
import { useWords } from "@/i18n/i18n";
import classes from "./cause.module.css";
import { filledWhys, sameText } from "./form";
import { RootMark } from "./RootMark";
import type { FiveWhyForm, Track, WhyForm } from "./types";

type Props = {
  value: FiveWhyForm;
  /** The root cause of the card; the answer it was taken from is marked. */
  root?: string;
};

/** The two chains of 5 Why, to be read. */
export function FiveWhyPicture({ value, root }: Props) {
  const { t } = useWords();
  const tracks = (["arose", "undetected"] as const)
    .map((track) => ({ track, steps: filledWhys(value[track]) }))
    .filter(({ steps }) => steps.length > 0);
  return (
    <figure className={classes.picture} aria-label={t("causeMethods.five_why")} data-testid="five-why-picture">
      <div className={classes.whyTree}>
        <div className={classes.problem}>
          <span className={classes.caption}>{t("cause.problem")}</span>
          <div className={classes.told}>{value.problem === "" ? t("card.notFilled") : value.problem}</div>
        </div>
        {tracks.length === 0 ? null : (
          <div className={`${classes.tracks} ${tracks.length === 1 ? classes.oneTrack : ""}`}>
            {tracks.map(({ track, steps }) => (
              <TrackPicture key={track} track={track} steps={steps} root={root} />
            ))}
          </div>
        )}
      </div>
    </figure>
  );
}

type TrackProps = { track: Track; steps: WhyForm[]; root: string | undefined };

function TrackPicture({ track, steps, root }: TrackProps) {
  const { t } = useWords();
  const name = useId();
  return (
    <div className={classes.track}>
      <p className={classes.trackName} id={name}>
        {t(`cause.track_${track}`)}
      </p>
      <ol className={classes.chain} aria-labelledby={name}>
        {steps.map(({ answer, evidence }, index) => {
          const isRoot = sameText(answer, root);
          return (
            <li key={index} className={classes.why}>
              <div className={`${classes.whyBox} ${isRoot ? classes.isRoot : ""}`}>
                <span className={classes.caption}>{t("cause.whyNo", { no: index + 1 })}</span>
                <div className={classes.told}>{answer === "" ? t("card.notFilled") : answer}</div>
                {evidence === "" ? null : (
                  <div className={classes.proof}>
                    {t("cause.evidence")}: {evidence}
                  </div>
                )}
                {isRoot ? <RootMark /> : null}
              </div>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

import { useId } from "react";
import { DayText } from "@/components/DayText";
import { useWords } from "@/i18n/i18n";
import type { ReviewView, TopicView } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import { PlainTable } from "@/ui/PlainTable";
import { CaseCell } from "./CaseCell";
import { Clauses } from "./Clauses";
import { RowActions } from "./RowActions";
import classes from "./registers.module.css";

type Props = {
  review: ReviewView;
  topics: TopicView[];
  no: number;
  may: boolean;
  onEdit: () => void;
  onRemove: () => void;
};

/** One management review: when, who, what was looked at, what was decided. */
export function ReviewSection({ review, topics, no, may, onEdit, onRemove }: Props) {
  const { t, lang } = useWords();
  const heading = useId();
  const { form, openDecisions } = review;
  const name = t("registers.reviewOf", { date: formatDay(form.on, lang) });
  return (
    <section className={classes.group} aria-labelledby={heading} data-testid={`review-${no}`}>
      <div className={classes.reviewHead}>
        <h3 id={heading} className={classes.reviewTitle}>
          {name} <span className={classes.muted}>{t(form.held ? "registers.held" : "registers.planned")}</span>
        </h3>
        <RowActions name={name} may={may} testId={`review-${no}`} onEdit={onEdit} onRemove={onRemove} />
      </div>
      <p>
        {form.participants === "" ? t("registers.noParticipants") : form.participants}
        <span className={classes.small}>
          {form.minutes === "" ? t("registers.noMinutes") : t("registers.minutesAre", { minutes: form.minutes })}
        </span>
      </p>
      <Inputs review={review} topics={topics} />
      {openDecisions > 0 ? (
        <p className={classes.lacks}>{t("registers.openDecisions", { count: openDecisions })}</p>
      ) : null}
      <Decisions review={review} name={name} may={may} />
      {form.note === "" ? null : <p className={classes.muted}>{form.note}</p>}
    </section>
  );
}

function Inputs({ review, topics }: { review: ReviewView; topics: TopicView[] }) {
  const { t } = useWords();
  const { inputs } = review.form;
  if (inputs.length === 0) return <p className={classes.muted}>{t("registers.noInputs")}</p>;
  return (
    <details>
      <summary>{t("registers.inputsOf", { count: inputs.length, all: topics.length })}</summary>
      <dl className={classes.inputs}>
        {inputs.map(({ topic, summary }) => (
          <div key={topic}>
            <dt>
              {t(`registers.topic_${topic}`)} <Clauses of={topics.find((one) => one.topic === topic)} />
            </dt>
            <dd>{summary === "" ? t("registers.noSummary") : summary}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Decisions({ review, name, may }: { review: ReviewView; name: string; may: boolean }) {
  const { t } = useWords();
  const { id, revision, form, decisionCases, ownerNames } = review;
  if (form.decisions.length === 0) return <p className={classes.muted}>{t("registers.noDecisions")}</p>;
  return (
    <PlainTable
      label={`${t("registers.decisions")}: ${name}`}
      head={[t("registers.decisionText"), t("registers.decisionOwner"), t("registers.dueOn"), t("registers.case")]}
    >
      {form.decisions.map((decision, index) => {
        const linked = decisionCases[index] ?? null;
        return (
          <tr key={decision.id ?? index}>
            <th scope="row">{decision.text}</th>
            <td>{ownerNames[index]}</td>
            <td>
              <DayText day={decision.dueOn} />
            </td>
            <td>
              <CaseCell
                kind="review"
                id={id}
                revision={revision}
                decision={decision.id}
                cases={linked === null ? [] : [linked]}
                reason={decision.noCaseReason}
                lacks={linked === null && decision.noCaseReason.trim() === ""}
                lackWords={t("registers.lacks_review")}
                may={may}
                name={decision.text}
              />
            </td>
          </tr>
        );
      })}
    </PlainTable>
  );
}

import { IconArrowDown } from "@tabler/icons-react";
import { DayText } from "@/components/DayText";
import { useWords } from "@/i18n/i18n";
import type { RegistersView, SurveyView } from "@/ipc/bindings";
import { formatScore } from "@/lib/numbers";
import { PlainTable } from "@/ui/PlainTable";
import { CaseCell } from "./CaseCell";
import { KeptTab } from "./KeptTab";
import { ActionsHead, RowActions } from "./RowActions";
import classes from "./registers.module.css";
import { SurveyDialog } from "./SurveyDialog";
import { SurveyTrend } from "./SurveyTrend";

/** Customer surveys with their scores and what the low ones led to. */
export function SurveysTab({ view }: { view: RegistersView }) {
  const { t } = useWords();
  const { surveys, cases, mayKeep } = view;
  const may = mayKeep.allowed;
  return (
    <KeptTab
      tab="surveys"
      kind="survey"
      records={surveys}
      may={may}
      list={({ edit, remove }) => (
        <>
          <SurveyTrend surveys={surveys} />
          <PlainTable
            label={t("registers.tab_surveys")}
            head={[
              t("registers.survey"),
              t("registers.heldOn"),
              t("registers.answers"),
              t("registers.score"),
              t("registers.scoreTarget"),
              t("registers.reportOn"),
              t("registers.findings"),
              t("registers.cases"),
              <ActionsHead key="edit" />,
            ]}
          >
            {surveys.map((survey, index) => (
              <SurveyRow
                key={survey.id}
                survey={survey}
                no={index + 1}
                may={may}
                onEdit={() => edit(survey)}
                onRemove={() => remove(survey)}
              />
            ))}
          </PlainTable>
        </>
      )}
      dialog={(record, onClose) => (
        <SurveyDialog key={record?.id} survey={record} cases={cases} may={may} onClose={onClose} />
      )}
    />
  );
}

type RowProps = { survey: SurveyView; no: number; may: boolean; onEdit: () => void; onRemove: () => void };

function SurveyRow({ survey, no, may, onEdit, onRemove }: RowProps) {
  const { t, lang } = useWords();
  const { id, revision, form, low } = survey;
  const written = (score: number | null) => (score === null ? "–" : formatScore(score, lang));
  return (
    <tr data-testid={`survey-row-${no}`}>
      <th scope="row">{form.name}</th>
      <td>
        <DayText day={form.heldOn} />
      </td>
      <td className="tabular">{form.answers ?? "–"}</td>
      <td className="tabular">
        {form.scale === null
          ? written(form.score)
          : t("registers.scoreOf", { score: written(form.score), scale: formatScore(form.scale, lang) })}
        {low ? (
          <span className={`${classes.mark} ${classes.soon}`}>
            <IconArrowDown size={16} aria-hidden />
            {t("registers.low")}
          </span>
        ) : null}
      </td>
      <td className="tabular">{written(form.target)}</td>
      <td>{form.reportOn === null ? t("registers.noReport") : <DayText day={form.reportOn} />}</td>
      <td>{form.findings}</td>
      <td>
        <CaseCell
          kind="survey"
          id={id}
          revision={revision}
          cases={survey.cases}
          reason={form.noCaseReason}
          lacks={survey.lacksCase}
          lackWords={t("registers.lacks_survey")}
          may={may}
          name={form.name}
        />
      </td>
      <td>
        <RowActions name={form.name} may={may} testId={`survey-${no}`} onEdit={onEdit} onRemove={onRemove} />
      </td>
    </tr>
  );
}

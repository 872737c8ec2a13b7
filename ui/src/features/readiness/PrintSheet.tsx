import { createPortal } from "react-dom";
import { openFolder, useSession } from "@/components/useSession";
import { useWords } from "@/i18n/i18n";
import type { CheckView, ReadinessView, ReasonView, SignedView } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import classes from "./print.module.css";

/** The sheet for the file: hidden on the screen, alone on paper. */
export function PrintSheet({ view }: { view: ReadinessView }) {
  const { t, lang } = useWords();
  const office = openFolder(useSession())?.office ?? "";
  const { audit, summary } = view;
  const checks = view.groups.flatMap(({ checks }) => checks);
  const [latest] = view.runs;
  const kept = latest?.on === view.today ? latest : null;
  const planned = audit?.plannedOn ?? null;
  return createPortal(
    <div className={classes.sheet} hidden data-testid="readiness-sheet">
      <p className={classes.office}>{office}</p>
      <h1 className={classes.title}>{t("readiness.sheetTitle")}</h1>
      <p>
        {t("readiness.sheetOn", { day: formatDay(view.today, lang) })}
        {" · "}
        {planned === null
          ? t("readiness.sheetNotPlanned")
          : t("readiness.sheetPlanned", { day: formatDay(planned, lang) })}
        {" · "}
        {t("readiness.sheetResult", { verdict: t(`readiness.verdict_${summary.verdict}`), score: summary.score })}
      </p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t("readiness.sheetNo")}</th>
            <th scope="col">{t("readiness.question")}</th>
            <th scope="col">{t("readiness.sheetClause")}</th>
            <th scope="col">{t("readiness.result")}</th>
            <th scope="col">{t("readiness.sheetEvidence")}</th>
            <th scope="col">{t("readiness.sheetConfirmed")}</th>
          </tr>
        </thead>
        <tbody>
          {checks.map((check, index) => (
            <SheetRow key={check.id} no={index + 1} check={check} />
          ))}
        </tbody>
      </table>
      <div className={classes.signatures}>
        <SignatureLine role={t("readiness.sheetRepresentative")} signed={kept?.representative ?? null} />
        <SignatureLine role={t("readiness.sheetCoordinator")} signed={kept?.coordinator ?? null} />
      </div>
    </div>,
    document.body,
  );
}

/** As many records as a cell of the sheet bears. */
const NAMED = 12;

function SheetRow({ no, check }: { no: number; check: CheckView }) {
  const { t, lang } = useWords();
  const { confirmation } = check;
  const sentence = ({ text, cases, subjects }: ReasonView) => {
    const names = [
      ...cases.map(({ number }) => number ?? t("register.noNumber")),
      ...subjects.map(({ label }) => label),
    ];
    const rest = names.length > NAMED ? t("readiness.moreLinks", { count: names.length - NAMED }) : "";
    return [text, names.slice(0, NAMED).join(", "), rest].filter((part) => part !== "").join(" ");
  };
  return (
    <tr>
      <td>{no}</td>
      <td>
        {check.id} {check.question}
      </td>
      <td>{check.clause}</td>
      <td>{t(`readiness.result_${check.result}`)}</td>
      <td>
        {check.reasons.map((reason) => (
          <div key={reason.text}>{sentence(reason)}</div>
        ))}
        {confirmation === null || confirmation.note === "" ? null : <div>{confirmation.note}</div>}
      </td>
      <td>{confirmation === null ? "" : `${confirmation.by}, ${formatDay(confirmation.on, lang)}`}</td>
    </tr>
  );
}

function SignatureLine({ role, signed }: { role: string; signed: SignedView | null }) {
  const { lang } = useWords();
  return (
    <div className={classes.signature}>
      <div className={classes.line}>{signed === null ? "" : `${signed.by}, ${formatDay(signed.on, lang)}`}</div>
      <div>{role}</div>
    </div>
  );
}

import type { CheckMode, CheckResult, Choice, Mend, ReasonView, RunRow, ScorePoint, SubjectRef } from "../bindings";
import { SEED_CASES, SEED_PROCESSES } from "./seed";

/** A check as the fake office starts with it. */
export type SeedCheck = {
  id: string;
  letter: string;
  mode: CheckMode;
  blocking: boolean;
  question: string;
  clause: string;
  result: CheckResult;
  reasons: ReasonView[];
  asks?: "figure" | "processes";
};

/** Case by number, as a reason points at it. */
function cases(...numbers: string[]): ReasonView["cases"] {
  return numbers.map((number) => {
    const index = SEED_CASES.findIndex(([of]) => of === number);
    return { id: `case-${index + 1}`, number, title: SEED_CASES[index]?.[2] ?? "" };
  });
}

function reason(text: string, mend: Mend = "nothing", of: ReasonView["cases"] = [], subjects: SubjectRef[] = []) {
  return { text, mend, cases: of, subjects };
}

const NOBODY = reason("Nikt jeszcze nie odpowiedział na to pytanie.", "confirm");

export const LETTERS: [string, string][] = [
  ["a", "audity wewnętrzne i przegląd zarządzania"],
  ["b", "działania po niezgodnościach z poprzedniego auditu"],
  ["c", "postępowanie ze skargami"],
  ["d", "skuteczność systemu w osiąganiu celów"],
  ["e", "postęp zaplanowanego doskonalenia"],
  ["f", "bieżący nadzór nad działalnością"],
  ["g", "zmiany"],
  ["h", "używanie znaków i powoływanie się na certyfikat"],
];

export const PROCESSES: Choice[] = SEED_PROCESSES.map(([code, name]) => ({ id: `process-${code}`, code, name }));

type Line = [id: string, letter: string, mode: CheckMode, blocking: boolean, clause: string, question: string];

function check([id, letter, mode, blocking, clause, question]: Line, result: CheckResult, ...reasons: ReasonView[]) {
  return { id, letter, mode, blocking, clause, question, result, reasons };
}

export const SEED_CHECKS: SeedCheck[] = [
  check(
    [
      "R18",
      "a",
      "semi",
      false,
      "8.2.2",
      "Roczny program auditów wewnętrznych jest zatwierdzony i wykonany; każdy proces był auditowany w cyklu.",
    ],
    "warning",
    reason("Procesy bez auditu w ciągu ostatnich 12 miesięcy: 2 z 12 (P06, P10).", "audits"),
  ),
  check(
    [
      "R19",
      "a",
      "auto",
      true,
      "8.2.2; 8.5.2",
      "Ustalenia z auditów wewnętrznych mają karty i są realizowane w terminie.",
    ],
    "fail",
    reason("Karty z auditów wewnętrznych po terminie: 1 (najstarszy termin 19.12.2014).", "cases", cases("DK/9/2014"), [
      { kind: "audit", id: "audit-3", label: "Audit wewnętrzny 20.10.2014" },
    ]),
  ),
  check(
    [
      "R20",
      "a",
      "manual",
      false,
      "8.2.2; 6.2.2",
      "Auditorzy wewnętrzni są przeszkoleni, powołani i nie auditowali własnej komórki.",
    ],
    "unanswered",
    NOBODY,
  ),
  check(
    [
      "R21",
      "a",
      "semi",
      true,
      "5.6.1",
      "Przegląd zarządzania odbył się w ostatnich 12 miesiącach i przed auditem nadzoru.",
    ],
    "unanswered",
    reason("Nie wpisano jeszcze żadnego odbytego przeglądu zarządzania.", "reviews"),
  ),
  check(
    [
      "R03",
      "b",
      "auto",
      true,
      "8.5.2",
      "Każda duża niezgodność z auditu zewnętrznego jest zamknięta, a zamknięcie zaakceptowała jednostka certyfikująca.",
    ],
    "not_applicable",
    reason("Audity zewnętrzne nie wykazały dużych niezgodności."),
  ),
  check(
    [
      "R07",
      "b",
      "auto",
      true,
      "8.5.2 d",
      "Żadne otwarte działanie nie jest po terminie bez zatwierdzonego przedłużenia.",
    ],
    "fail",
    reason("Karty po terminie: 2 (najstarszy termin 28.11.2014).", "cases", cases("DZ/2/2014", "DK/9/2014")),
  ),
  check(
    ["R11", "b", "auto", true, "8.5.2 f; 8.5.3 e", "Oceny skuteczności, których termin minął, są wykonane."],
    "fail",
    reason(
      "Niewykonane oceny skuteczności po terminie: 1 (najstarszy termin 31.12.2014).",
      "cases",
      cases("DK/6/2014"),
    ),
  ),
  check(
    [
      "R12",
      "b",
      "auto",
      true,
      "8.5.2 f",
      "Każde działanie uznane za nieskuteczne skutkowało ponowną analizą lub nową kartą.",
    ],
    "ok",
    reason("Nieskuteczne działania kontynuowane w nowej karcie: 1.", "nothing", cases("DK/5/2013")),
  ),
  check(
    [
      "R24",
      "c",
      "auto",
      false,
      "7.2.3",
      "Skargi i wnioski załatwiono w ustawowym terminie miesiąca (KPA art. 237, 244).",
    ],
    "fail",
    reason(
      "Skargi i wnioski załatwione po terminie: 1.",
      "complaints",
      [],
      [{ kind: "complaint", id: "complaint-1", label: "SK.1510.3.2014" }],
    ),
  ),
  {
    ...check(
      [
        "R26",
        "d",
        "semi",
        false,
        "5.4.1; 8.2.3",
        "Cele jakości na rok są mierzalne, zatwierdzone i monitorowane; każdy niezrealizowany cel ma kartę.",
      ],
      "warning",
      reason(
        "Cele niezrealizowane bez karty i bez uzasadnienia: 1.",
        "objectives",
        [],
        [{ kind: "objective", id: "objective-1", label: "95% decyzji o pozwoleniu na budowę w 65 dni" }],
      ),
    ),
    asks: "figure",
  },
  {
    ...check(
      [
        "R27",
        "d",
        "manual",
        false,
        "8.2.3; 4.1 e",
        "Właściciele procesów przeglądali mierniki procesów zgodnie z harmonogramem.",
      ],
      "unanswered",
      NOBODY,
    ),
    asks: "processes",
  },
  check(
    [
      "R28",
      "e",
      "auto",
      false,
      "8.5.1",
      "Roczny program działań korygujących i zapobiegawczych monitorowano przez cały rok i raportowano Staroście.",
    ],
    "warning",
    reason("Miesiące bez monitorowania: 2 (11.2014, 12.2014).", "programme"),
  ),
  check(
    [
      "R29",
      "f",
      "manual",
      false,
      "4.2.2; 4.2.3; 5.3",
      "Polityka jakości, księga jakości i procedury są aktualne; wersje wycofane nie są w użyciu.",
    ],
    "unanswered",
    NOBODY,
  ),
  check(
    [
      "R32",
      "g",
      "manual",
      false,
      "5.4.2 b",
      "Zmiany od ostatniego auditu (organizacja, prawo, zakres, osoby SZJ) są spisane i zgłoszone jednostce certyfikującej.",
    ],
    "unanswered",
    NOBODY,
  ),
  check(
    [
      "R33",
      "h",
      "manual",
      false,
      "",
      "Certyfikat i znak są używane zgodnie z zasadami (papier firmowy, strona, BIP; nie jako cecha wyrobu lub decyzji).",
    ],
    "unanswered",
    NOBODY,
  ),
  check(
    ["R34", "", "auto", true, "", "Termin auditu jest uzgodniony i mieści się w dopuszczalnym oknie."],
    "ok",
    reason("Audit zaplanowano na 03.02.2015, w zalecanym terminie."),
  ),
];

/** What the kept runs found, check by check. */
export const SEED_RESULTS: Record<string, Record<string, CheckResult>> = {
  "run-1": { R07: "ok", R11: "ok", R12: "ok", R19: "ok", R20: "ok", R21: "ok", R24: "ok", R34: "ok" },
  "run-2": { R07: "fail", R11: "ok", R12: "ok", R19: "ok", R20: "unanswered", R24: "fail", R34: "warning" },
};

type SeedRun = Pick<RunRow, "id" | "representative" | "coordinator" | "auditOn"> & ScorePoint;

export const SEED_RUNS: SeedRun[] = [
  {
    id: "run-1",
    on: "2014-01-20",
    auditOn: "2014-01-28",
    verdict: "ready",
    score: 94,
    representative: { on: "2014-01-20", by: "Pełnomocnik ds. SZJ" },
    coordinator: { on: "2014-01-21", by: "Sekretarz Powiatu" },
  },
  {
    id: "run-2",
    on: "2014-12-15",
    auditOn: "2015-02-03",
    verdict: "not_ready",
    score: 58,
    representative: null,
    coordinator: null,
  },
];

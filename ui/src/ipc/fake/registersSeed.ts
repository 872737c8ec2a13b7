import type {
  CaseRef,
  ComplaintForm,
  ObjectiveForm,
  PackView,
  ReviewForm,
  ReviewTopic,
  SurveyForm,
  TopicView,
} from "../bindings";
import { TODAY } from "./certificate";

const NO_COMPLAINT: ComplaintForm = {
  kind: "complaint",
  reference: "",
  receivedOn: TODAY,
  subject: "",
  department: null,
  process: null,
  justified: null,
  decision: "",
  answeredOn: null,
  noticeOn: null,
  noticeUntil: null,
  case: null,
  noCaseReason: "",
  note: "",
};

export const COMPLAINTS: ComplaintForm[] = [
  {
    ...NO_COMPLAINT,
    reference: "OR.1510.2.2014",
    receivedOn: "2014-03-10",
    subject: "Brak odpowiedzi na pismo w sprawie drogi dojazdowej",
    department: "unit-AB",
    process: "process-P04",
    justified: "yes",
    decision: "Uznano za zasadną, odpowiedzi udzielono",
    answeredOn: "2014-04-07",
  },
  {
    ...NO_COMPLAINT,
    reference: "OR.1510.5.2014",
    receivedOn: "2014-09-15",
    subject: "Przewlekłe załatwianie wypisu z ewidencji gruntów",
    department: "unit-GG",
    process: "process-P05",
    justified: "partly",
    decision: "Wyjaśniono przyczyny opóźnienia",
    answeredOn: "2014-11-03",
    noticeOn: "2014-10-10",
    noticeUntil: "2014-11-07",
    case: "case-11",
  },
  {
    ...NO_COMPLAINT,
    kind: "motion",
    reference: "OR.1511.1.2014",
    receivedOn: "2014-11-24",
    subject: "Dłuższe godziny przyjęć w poniedziałki",
    department: "unit-BOK",
    process: "process-P09",
  },
  {
    ...NO_COMPLAINT,
    reference: "OR.1510.1.2015",
    receivedOn: "2015-01-05",
    subject: "Nieczynna winda w budynku przy rynku",
    department: "unit-OR",
  },
];

const NO_OBJECTIVE: ObjectiveForm = {
  year: 2014,
  text: "",
  process: null,
  owner: null,
  measure: "",
  baseline: "",
  target: "",
  result: "",
  met: null,
  approvedOn: "2014-01-20",
  reviewedOn: null,
  case: null,
  noCaseReason: "",
};

export const OBJECTIVES: ObjectiveForm[] = [
  {
    ...NO_OBJECTIVE,
    text: "Skrócić czas oczekiwania na rejestrację pojazdu",
    process: "process-P03",
    owner: "post-Naczelnik Wydziału Komunikacji i Transportu",
    measure: "średni czas w minutach",
    baseline: "34",
    target: "≤ 30",
    result: "21",
    met: true,
    reviewedOn: "2014-12-15",
  },
  {
    ...NO_OBJECTIVE,
    text: "Wydawać wypisy z ewidencji gruntów w dniu złożenia wniosku",
    process: "process-P05",
    measure: "odsetek wypisów wydanych w dniu wniosku",
    baseline: "61%",
    target: "≥ 80%",
    result: "72%",
    met: false,
    reviewedOn: "2014-12-15",
  },
  { ...NO_OBJECTIVE, year: 2015, text: "Podnieść zadowolenie klientów", approvedOn: null, measure: "ocena z ankiety" },
];

export const SURVEYS: SurveyForm[] = [
  {
    name: "Badanie satysfakcji klienta – wiosna 2014",
    heldOn: "2014-05-30",
    answers: 212,
    score: 412,
    target: 420,
    scale: 500,
    reportOn: "2014-06-20",
    findings: "Nisko oceniono czas oczekiwania",
    cases: ["case-1"],
    noCaseReason: "",
  },
  {
    name: "Badanie satysfakcji klienta – jesień 2014",
    heldOn: "2014-11-28",
    answers: 187,
    score: 405,
    target: 420,
    scale: 500,
    reportOn: "2014-12-12",
    findings: "Nisko oceniono dostępność informacji",
    cases: [],
    noCaseReason: "",
  },
];

export const REVIEWS: ReviewForm[] = [
  {
    on: "2014-12-18",
    held: true,
    participants: "Starosta, Wicestarosta, Sekretarz, Skarbnik, naczelnicy, Pełnomocnik ds. SZJ",
    minutes: "SZJ.0142.3.2014",
    inputs: [
      { topic: "audits", summary: "Audit nadzoru I i trzy audity wewnętrzne" },
      { topic: "actions", summary: "9 kart, 2 po terminie" },
    ],
    decisions: [
      {
        id: "decision-1",
        text: "Powołać drugiego auditora wewnętrznego",
        owner: "post-Sekretarz Powiatu",
        dueOn: "2015-02-27",
        case: null,
        noCaseReason: "",
      },
      {
        id: "decision-2",
        text: "Utrzymać politykę jakości bez zmian",
        owner: null,
        dueOn: null,
        case: null,
        noCaseReason: "Decyzja nie wymaga działań",
      },
    ],
    note: "",
  },
];

const CLAUSES: [ReviewTopic, string, string, string][] = [
  ["audits", "5.6.2 a", "9.3.2 c6", "Wyniki auditów"],
  ["customers", "5.6.2 b", "9.3.2 c1", "Informacje od klientów"],
  ["processes", "5.6.2 c", "9.3.2 c2, c3", "Procesy, cele i usługi niezgodne"],
  ["actions", "5.6.2 d", "9.3.2 c4", "Działania korygujące i zapobiegawcze"],
  ["earlier_reviews", "5.6.2 e", "9.3.2 a", "Wcześniejsze przeglądy"],
  ["changes", "5.6.2 f", "9.3.2 b", "Zmiany"],
  ["recommendations", "5.6.2 g", "9.3.2 f", "Zalecenia doskonalenia"],
  ["risks", "5.6.2 d", "9.3.2 e", "Ryzyka i szanse"],
  ["resources", "", "9.3.2 d", "Zasoby"],
];

export const TOPICS: TopicView[] = CLAUSES.map(([topic, clause2008, clause2015]) => ({
  topic,
  clause2008,
  clause2015,
}));

export function packOf(cases: CaseRef[]): PackView {
  const late = cases.filter(({ number }) => number === "DK/9/2014" || number === "DZ/2/2014");
  const rows: Partial<Record<ReviewTopic, PackView["sections"][number]["rows"]>> = {
    customers: [
      { label: "Skargi i wnioski", value: "3, w tym po terminie 1", cases: [] },
      { label: "Badanie satysfakcji klienta – jesień 2014", value: "4,05 (cel 4,20)", cases: [] },
    ],
    actions: [
      { label: "Karty otwarte", value: "9", cases: [] },
      { label: "Po terminie", value: String(late.length), cases: late },
    ],
  };
  return {
    from: "2014-01-28",
    to: TODAY,
    sections: CLAUSES.map(([topic, clause2008, clause2015, title]) => ({
      topic,
      title,
      clause2008,
      clause2015,
      rows: rows[topic] ?? [],
    })),
  };
}

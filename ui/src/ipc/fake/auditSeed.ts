import type { AuditorView, AuditView, Choice, QuestionListView, QuestionView } from "../bindings";
import { SEED_PROCESSES } from "./seed";

const HEAD = "Naczelnik Wydziału Architektury i Budownictwa";

/** A post with its processes: it may not audit them. */
export const OWN_PROCESS: Record<string, string> = { [`post-${HEAD}`]: "P04" };

export function processChoice(code: string): Choice {
  const name = SEED_PROCESSES.find(([own]) => own === code)?.[1] ?? "";
  return { id: `process-${code}`, code, name };
}

const PLAIN = {
  revision: 1,
  kind: "internal",
  lead: "Sekretarz Powiatu",
  findingsInReport: null,
  note: "",
  cases: [],
  reportOn: null,
  answerDueOn: null,
  answerSentOn: null,
  answerAcceptedOn: null,
  warnings: [],
} satisfies Partial<AuditView>;

const secretary = () => ({
  post: { id: "post-secretary", name: "Sekretarz Powiatu" },
  processes: [],
  competent: true,
});

/** An internal audit that is over and one that is to come. */
export function internalAudits(): AuditView[] {
  return [
    {
      ...PLAIN,
      id: "internal-1",
      startsOn: "2014-06-12",
      endsOn: "2014-06-13",
      held: true,
      scope: "Obsługa klienta i dokumenty",
      findingsInReport: 1,
      reportOn: "2014-06-20",
      processes: [processChoice("P09"), processChoice("P12")],
      team: [secretary()],
      cases: [{ id: "case-12", number: "DK/2/2014", title: "Nieaktualne wzory wniosków na stronie" }],
    },
    {
      ...PLAIN,
      id: "internal-2",
      startsOn: "2015-01-12",
      endsOn: "2015-01-12",
      held: false,
      scope: "Pozwolenia na budowę i zakupy",
      processes: [processChoice("P04"), processChoice("P10")],
      team: [secretary()],
    },
  ];
}

export function blankQuestion(id: string, part: Partial<QuestionView>): QuestionView {
  return {
    id,
    about: null,
    process: null,
    clause2008: null,
    clause2015: null,
    text: "",
    needsEvidence: false,
    answer: "unanswered",
    evidence: "",
    note: "",
    case: null,
    toRaise: false,
    ...part,
  };
}

export function seedLists(): QuestionListView[] {
  return [
    {
      id: "list-1",
      revision: 1,
      name: "Pozwolenia na budowę",
      process: processChoice("P04"),
      questions: [
        {
          id: "lq-1",
          clause2008: "7.5.1",
          clause2015: "8.5.1",
          text: "Czy decyzje wydano w terminie 65 dni?",
          needsEvidence: true,
        },
        {
          id: "lq-2",
          clause2008: "4.2.4",
          clause2015: "7.5.3",
          text: "Czy akta sprawy są kompletne?",
          needsEvidence: false,
        },
      ],
    },
    {
      id: "list-2",
      revision: 1,
      name: "Dokumenty i zapisy",
      process: null,
      questions: [
        {
          id: "lq-3",
          clause2008: "4.2.3",
          clause2015: "7.5.3",
          text: "Czy na stanowisku jest aktualne wydanie procedury?",
          needsEvidence: false,
        },
      ],
    },
  ];
}

export function seedAuditors(): AuditorView[] {
  return [
    {
      id: "auditor-1",
      revision: 1,
      post: { id: "post-secretary", name: "Sekretarz Powiatu" },
      training: "Auditor wewnętrzny ISO 9001",
      trainedOn: "2012-03-15",
      order: "Zarządzenie 14/2012",
      appointedOn: "2012-04-01",
      until: null,
      competent: true,
    },
    {
      id: "auditor-2",
      revision: 1,
      post: { id: `post-${HEAD}`, name: HEAD },
      training: "",
      trainedOn: null,
      order: "",
      appointedOn: null,
      until: null,
      competent: false,
    },
  ];
}

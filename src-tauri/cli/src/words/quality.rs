//! The words of audits, programmes, small registers and readiness, as tables and answers show them.

use capa_core::domain::audit::Answer;
use capa_core::words::Lang;

macro_rules! labels {
    ($($name:ident: $pl:literal, $en:literal;)+) => {
        /// Words in one language.
        #[derive(Debug)]
        pub struct Labels {
            $(pub $name: &'static str),+
        }

        const PL: Labels = Labels { $($name: $pl),+ };
        const EN: Labels = Labels { $($name: $en),+ };

        #[cfg(test)]
        const ALL: &[(&str, &str, &str)] = &[$((stringify!($name), $pl, $en)),+];
    };
}

labels! {
    readiness: "Gotowość do auditu", "Readiness for the audit";
    as_of: "stan na", "as of";
    score: "wskaźnik", "score";
    next_audit: "Najbliższy audit", "Next audit";
    planned_audit: "termin uzgodniony", "agreed date";
    unplanned: "termin nieuzgodniony, najpóźniej", "no date agreed, at the latest";
    period: "Okres", "Period";
    no_letter: "Poza listą a–h", "Beside the list a-h";
    first_things: "Co zrobić najpierw", "What to do first";
    all_in_order: "Wszystko w porządku.", "Everything is in order.";
    cases: "karty", "cases";
    confirmed: "potwierdzono", "confirmed";
    blocking: "warunek gotowości", "condition of readiness";
    own_check: "pytanie własne", "own check";
    run: "Arkusz", "Run";
    run_kept: "Zapisano arkusz gotowości", "Readiness run kept";
    run_signed: "Podpisano arkusz gotowości", "Readiness run signed";
    run_discarded: "Usunięto arkusz gotowości", "Readiness run discarded";
    no_runs: "Nie zapisano jeszcze żadnego arkusza.", "No run was kept yet.";
    day: "Dzień", "Day";
    by: "Kto", "By";
    verdict: "Wynik", "Verdict";
    representative: "Pełnomocnik", "Representative";
    coordinator: "Koordynator", "Coordinator";
    no_differences: "Bez różnic.", "No differences.";
    check: "Pytanie", "Check";
    then: "Wtedy", "Then";
    now: "Teraz", "Now";
    question: "Treść pytania", "Question";
    letter: "Litera", "Letter";
    retired: "wycofane", "retired";
    taken_back: "Wycofano potwierdzenie", "Confirmation taken back";
    valid: "certyfikat ważny", "the certificate is valid";
    suspended: "certyfikacja zawieszona, przywrócić do", "the certification is suspended, to be restored until";
    suspension_lapsed: "certyfikacja zawieszona, czas na przywrócenie minął",
        "the certification is suspended, the time to restore it ended on";
    expired: "certyfikat wygasł i nie można go już przywrócić", "the certificate expired and can no longer be restored";
    restorable: "certyfikat wygasł, można go przywrócić do", "the certificate expired, it can be restored until";
    withdrawn: "certyfikację cofnięto", "the certification was withdrawn";
    restored: "Przywrócono certyfikację", "Certification restored on";
    suspended_from: "Zawieszono certyfikację", "Certification suspended from";
    withdrawn_on: "Cofnięto certyfikację", "Certification withdrawn on";
    transferred: "Nowa jednostka certyfikująca", "New certification body";
    audit: "Audit", "Audit";
    audit_saved: "Zapisano audit", "Audit saved";
    audit_removed: "Usunięto audit", "Audit removed";
    audit_concluded: "Zakończono audit", "Audit concluded";
    from: "Od", "From";
    to: "Do", "To";
    held: "odbył się", "held";
    planned: "planowany", "planned";
    scope: "Zakres", "Scope";
    lead: "Auditor wiodący", "Lead auditor";
    team: "Auditorzy", "Auditors";
    processes: "Procesy", "Processes";
    questions: "Pytania", "Questions";
    findings: "Ustalenia", "Findings";
    report: "Raport", "Report";
    answer: "Odpowiedź", "Answer";
    evidence: "Dowód", "Evidence";
    note: "Uwaga", "Note";
    raised: "Założono kartę", "Case raised";
    as_draft: "szkic do uzupełnienia", "a draft to complete";
    about: "sprawdzenie karty", "follows up";
    demands_evidence: "wymaga dowodu", "demands evidence";
    question_saved: "Zapisano pytanie", "Question saved";
    question_dropped: "Usunięto pytanie", "Question removed";
    list_saved: "Zapisano listę pytań", "Question list saved";
    list_removed: "Usunięto listę pytań", "Question list removed";
    auditor_saved: "Zapisano auditora", "Auditor saved";
    post: "Stanowisko", "Post";
    training: "Przeszkolenie", "Training";
    order: "Powołanie", "Appointment";
    competent: "Kompetencje", "Competence";
    shown: "wykazane", "shown";
    not_shown: "niewykazane", "not shown";
    audit_programme: "Program auditów wewnętrznych", "Programme of internal audits";
    action_programme: "Program działań", "Programme of actions";
    approved: "zatwierdzony", "approved";
    not_approved: "niezatwierdzony", "not approved";
    no_programme: "Tego roku nie ma programu.", "That year has no programme.";
    reported: "Przekazano raport kwartalny", "Quarterly report handed in";
    open: "otwarte", "open";
    done: "wykonane", "done";
    overdue: "po terminie", "overdue";
    month: "miesiąc", "month";
    quarter: "kwartał", "quarter";
    opened: "zarejestrowane karty", "cases opened";
    closed: "zamknięte karty", "cases closed";
    on_time: "w terminie (pierwotnym / aktualnym)", "on time (original / current date)";
    received: "Wpłynęło", "Received";
    reference: "Znak sprawy", "Reference";
    subject: "Czego dotyczy", "Subject";
    answer_until: "Załatwić do", "To be answered until";
    answered: "Załatwiono", "Answered";
    justified: "Zasadność", "Justified";
    late: "PO TERMINIE", "LATE";
    case: "Karta", "Case";
    complaint: "skarga", "complaint";
    motion: "wniosek", "motion";
    justified_yes: "zasadna", "justified";
    justified_partly: "częściowo zasadna", "partly justified";
    justified_no: "bezzasadna", "not justified";
    saved: "Zapisano", "Saved";
    removed: "Usunięto", "Removed";
    year: "Rok", "Year";
    objective: "Cel", "Objective";
    target: "Wartość docelowa", "Target";
    result: "Wynik celu", "Result";
    met: "Osiągnięty", "Met";
    name: "Nazwa", "Name";
    answers: "Liczba ankiet", "Answers";
    survey_score: "Ocena", "Score";
    low: "NISKA", "LOW";
    participants: "Uczestnicy", "Participants";
    minutes: "Protokół", "Minutes";
    inputs: "Dane wejściowe", "Inputs";
    decisions: "Decyzje", "Decisions";
}

/// The words of a language.
pub fn of(lang: Lang) -> &'static Labels {
    match lang {
        Lang::Pl => &PL,
        Lang::En => &EN,
    }
}

/// The name of an answer to an audit question.
pub fn answer(lang: Lang, answer: Answer) -> &'static str {
    let (pl, en) = match answer {
        Answer::Unanswered => ("bez odpowiedzi", "unanswered"),
        Answer::Conforming => ("zgodne", "conforming"),
        Answer::Observation => ("spostrzeżenie", "observation"),
        Answer::Nonconforming => ("niezgodność", "nonconforming"),
        Answer::NotApplicable => ("nie dotyczy", "not applicable"),
    };
    super::one_of(lang, pl, en)
}

/// The name of a topic of the management review, by its stable name.
pub fn topic(lang: Lang, code: &str) -> &str {
    let (pl, en) = match code {
        "audits" => ("wyniki auditów", "results of audits"),
        "customers" => ("informacje od klientów", "customer feedback"),
        "processes" => ("funkcjonowanie procesów i cele", "performance of processes, objectives"),
        "actions" => {
            ("stan działań korygujących i zapobiegawczych", "state of corrective and preventive actions")
        }
        "earlier_reviews" => ("działania po poprzednich przeglądach", "follow-up of earlier reviews"),
        "changes" => ("zmiany", "changes"),
        "recommendations" => ("zalecenia doskonalenia", "recommendations for improvement"),
        "risks" => ("ryzyka i szanse", "risks and opportunities"),
        "resources" => ("zasoby", "resources"),
        other => (other, other),
    };
    match lang {
        Lang::Pl => pl,
        Lang::En => en,
    }
}

#[cfg(test)]
mod tests {
    use capa_core::domain::review::ReviewTopic;

    use super::*;

    #[test]
    fn every_word_stands_in_both_languages() {
        let same = |(_, pl, en): &&(&str, &str, &str)| pl == en;
        let alike: Vec<&str> = ALL.iter().filter(same).map(|(name, _, _)| *name).collect();
        assert_eq!(alike, ["audit"], "an audit is one in both");
        for topic in ReviewTopic::ALL {
            assert_ne!(self::topic(Lang::Pl, topic.code()), self::topic(Lang::En, topic.code()));
        }
        assert!(ALL.iter().all(|(_, pl, en)| !pl.is_empty() && !en.is_empty()));
    }
}

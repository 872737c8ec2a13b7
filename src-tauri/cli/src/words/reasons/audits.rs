//! Why a rule about audits, the certificate, programmes, small registers or the readiness checklist refused.

use super::Reason;

/// Audits and their programme.
pub const AUDITS: &[Reason] = &[
    (
        "audits_own_unit",
        "Auditor wewnętrzny nie audituje własnej komórki ani własnego procesu (ISO 9001:2008 8.2.2, 2015 9.2.2 c).",
        "An internal auditor does not audit the own unit or an own process (ISO 9001:2008 8.2.2, 2015 9.2.2 c).",
    ),
    (
        "audit_held",
        "Audit się odbył: pytania i odpowiedzi pozostają bez zmian.",
        "The audit was held: its questions and answers stand.",
    ),
    (
        "questions_open",
        "Nie na wszystkie pytania auditu odpowiedziano. Bez odpowiedzi:",
        "Not every question of the audit is answered. Unanswered:",
    ),
    (
        "evidence_demanded",
        "Tej odpowiedzi nie zapisuje się bez dowodu: podaj, co stwierdzono (--evidence).",
        "This answer is not given without evidence: say what was seen (--evidence).",
    ),
    (
        "no_finding",
        "Kartę zakłada się tylko dla niezgodności lub spostrzeżenia.",
        "Only an observation or a nonconformity becomes a case.",
    ),
    ("case_raised", "To ustalenie ma już kartę.", "This finding became a case already."),
    (
        "audit_ambiguous",
        "Tego dnia zaczyna się kilka auditów. Podaj identyfikator:",
        "Several audits start on that day. Name one by its id:",
    ),
    (
        "entry_ambiguous",
        "Kilka wpisów ma tę nazwę. Podaj identyfikator:",
        "Several entries have that name. Name one by its id:",
    ),
    ("year_taken", "Ten rok ma już program.", "This year has its programme already."),
    ("already_approved", "To jest już zatwierdzone.", "This is approved already."),
    ("nothing_planned", "Pustego programu się nie zatwierdza.", "An empty programme is not approved."),
];

/// What happens to the certificate.
pub const CERTIFICATE: &[Reason] = &[
    (
        "already_suspended",
        "Certyfikacja jest już zawieszona. Najpierw wpisz przywrócenie („capa certificate restore”).",
        "The certification is suspended already. Restore it first (\"capa certificate restore\").",
    ),
    ("not_suspended", "Certyfikacja nie jest zawieszona.", "The certification is not suspended."),
    (
        "certificate_withdrawn",
        "Certyfikację cofnięto, więc nic się już w niej nie zmienia.",
        "The certification was withdrawn, so nothing changes in it any more.",
    ),
    ("no_certificate", "W rejestrze nie ma certyfikatu.", "There is no certificate in the register."),
];

/// The readiness checklist and the small registers.
pub const READINESS: &[Reason] = &[
    (
        "unknown_check",
        "Na liście gotowości nie ma takiego pytania.",
        "The readiness checklist has no such check.",
    ),
    (
        "checked_by_data",
        "Wynik tego pytania wynika z danych; nikt go nie potwierdza.",
        "This check follows from the data; nobody confirms it.",
    ),
    (
        "signed_already",
        "Ten arkusz jest już podpisany w tej roli.",
        "This run is signed in that role already.",
    ),
    ("run_signed", "Podpisanego arkusza się nie usuwa.", "A signed run is kept."),
    ("score_beyond_scale", "Wartość wykracza poza skalę.", "The value lies beyond its scale."),
    (
        "no_such_columns",
        "To nie wygląda na ten wykaz: brakuje kolumny, bez której wpisu nie da się założyć.",
        "This does not look like that register: it lacks a column that no entry can do without.",
    ),
];

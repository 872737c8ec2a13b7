//! The words of the command line itself, in both languages.

pub mod details;
pub mod history;
pub mod life;
pub mod quality;
pub mod reasons;

use capa_core::domain::case::{CaseStatus, LinkKind};
use capa_core::domain::facts::Late;
use capa_core::words::Lang;

/// The words of tables and cards.
#[derive(Debug)]
pub struct Words {
    pub number: &'static str,
    pub kind: &'static str,
    pub status: &'static str,
    pub title: &'static str,
    pub owner: &'static str,
    pub department: &'static str,
    pub process: &'static str,
    pub due: &'static str,
    pub remarks: &'static str,
    pub overdue: &'static str,
    pub no_cases: &'static str,
    pub cases: &'static str,
    pub registered: &'static str,
    pub finding: &'static str,
    pub evidence: &'static str,
    pub requirement: &'static str,
    pub correction: &'static str,
    pub cause: &'static str,
    pub actions: &'static str,
    pub done: &'static str,
    pub links: &'static str,
    pub trail: &'static str,
    pub milestone: &'static str,
    pub latest: &'static str,
    pub recommended: &'static str,
    pub window_from: &'static str,
    pub working_day_before: &'static str,
    pub no_certificate: &'static str,
    pub certificate_recorded: &'static str,
    pub valid_until: &'static str,
    pub deadline_raw: &'static str,
    pub deadline: &'static str,
    pub nothing_due: &'static str,
    pub left_to_window: &'static str,
    pub sample_ready: &'static str,
    pub rows: &'static str,
    pub new: &'static str,
    pub changed: &'static str,
    pub unchanged: &'static str,
    pub drafts: &'static str,
    pub row: &'static str,
    pub column: &'static str,
    pub dry_run: &'static str,
    pub exported: &'static str,
    pub verified: &'static str,
    pub not_verified: &'static str,
    pub entries: &'static str,
    pub entry: &'static str,
    pub steps: &'static str,
    pub written: &'static str,
    pub missing: &'static str,
    pub next: &'static str,
    pub until: &'static str,
    pub recorded_for: &'static str,
    pub signed_off: &'static str,
    pub withdrawn: &'static str,
    pub given_up: &'static str,
    pub originally: &'static str,
    pub follow_up: &'static str,
    pub draft_kept: &'static str,
    pub move_: &'static str,
    pub action: &'static str,
    pub allowed: &'static str,
    pub why_not: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub no_tasks: &'static str,
    pub login: &'static str,
    pub name: &'static str,
    pub posts: &'static str,
    pub roles: &'static str,
    pub code: &'static str,
    pub signs_in: &'static str,
    pub nobody: &'static str,
    pub none: &'static str,
    pub person_saved: &'static str,
    pub password_set: &'static str,
    pub deactivated: &'static str,
    pub post_saved: &'static str,
    pub process_saved: &'static str,
    pub password: &'static str,
    pub new_password: &'static str,
    pub password_again: &'static str,
}

const PL: Words = Words {
    number: "Numer",
    kind: "Rodzaj",
    status: "Stan",
    title: "Tytuł",
    owner: "Odpowiedzialny",
    department: "Komórka",
    process: "Proces",
    due: "Termin",
    remarks: "Uwagi",
    overdue: "PO TERMINIE",
    no_cases: "Brak kart.",
    cases: "Liczba kart",
    registered: "Zarejestrowano",
    finding: "Niezgodność",
    evidence: "Dowód",
    requirement: "Wymaganie",
    correction: "Korekcja",
    cause: "Przyczyna",
    actions: "Działania",
    done: "wykonano",
    links: "Powiązania",
    trail: "Historia",
    milestone: "Kamień milowy",
    latest: "Najpóźniej",
    recommended: "Zalecany",
    window_from: "Okno od",
    working_day_before: "Dzień roboczy",
    no_certificate: "W rejestrze nie ma certyfikatu.",
    certificate_recorded: "Zapisano certyfikat",
    valid_until: "ważny do",
    deadline_raw: "Koniec liczenia",
    deadline: "Termin",
    nothing_due: "Brak przypomnień.",
    left_to_window: "Program jest otwarty w oknie: przypomnienia pokaże okno.",
    sample_ready: "Urząd przykładowy gotowy",
    rows: "wiersze",
    new: "nowe karty",
    changed: "zmienione",
    unchanged: "bez zmian",
    drafts: "szkice do uzupełnienia",
    row: "Wiersz",
    column: "Kolumna",
    dry_run: "Tylko plan: niczego nie zapisano.",
    exported: "Zapisano rejestr",
    verified: "Historia i dane są zgodne",
    not_verified: "Historia i dane NIE są zgodne",
    entries: "liczba wpisów",
    entry: "Wpis",
    steps: "Kroki",
    written: "zapisanie karty",
    missing: "Do dalszego kroku brakuje",
    next: "Kolej na",
    until: "do",
    recorded_for: "decyzja:",
    signed_off: "potwierdzono hasłem",
    withdrawn: "wycofano",
    given_up: "zaniechano",
    originally: "pierwotnie",
    follow_up: "Założono kartę kontynuacyjną",
    draft_kept: "Zapisano szkic",
    move_: "Krok",
    action: "Działanie",
    allowed: "Możliwy",
    why_not: "Dlaczego nie",
    yes: "tak",
    no: "nie",
    no_tasks: "Nic nie czeka.",
    login: "Login",
    name: "Nazwa",
    posts: "Stanowiska",
    roles: "Role",
    code: "Symbol",
    signs_in: "Loguje się",
    nobody: "Nikt się nie loguje.",
    none: "Brak.",
    person_saved: "Zapisano osobę",
    password_set: "Ustawiono hasło",
    deactivated: "Odebrano dostęp",
    post_saved: "Zapisano stanowisko",
    process_saved: "Zapisano proces",
    password: "Hasło",
    new_password: "Nowe hasło",
    password_again: "Jeszcze raz",
};

const EN: Words = Words {
    number: "Number",
    kind: "Kind",
    status: "Status",
    title: "Title",
    owner: "Responsible",
    department: "Unit",
    process: "Process",
    due: "Due",
    remarks: "Remarks",
    overdue: "OVERDUE",
    no_cases: "No cases.",
    cases: "Cases",
    registered: "Registered on",
    finding: "Nonconformity",
    evidence: "Evidence",
    requirement: "Requirement",
    correction: "Correction",
    cause: "Cause",
    actions: "Actions",
    done: "done on",
    links: "Links",
    trail: "History",
    milestone: "Milestone",
    latest: "Latest",
    recommended: "Recommended",
    window_from: "Window from",
    working_day_before: "Working day",
    no_certificate: "There is no certificate in the register.",
    certificate_recorded: "Certificate recorded",
    valid_until: "valid until",
    deadline_raw: "End as counted",
    deadline: "Deadline",
    nothing_due: "No reminders.",
    left_to_window: "The program is open in a window: the window shows the reminders.",
    sample_ready: "The sample office is ready",
    rows: "rows",
    new: "new cases",
    changed: "changed",
    unchanged: "unchanged",
    drafts: "drafts to complete",
    row: "Row",
    column: "Column",
    dry_run: "Only the plan: nothing was written.",
    exported: "Register written",
    verified: "History and data agree",
    not_verified: "History and data do NOT agree",
    entries: "entries",
    entry: "Entry",
    steps: "Steps",
    written: "card written",
    missing: "Missing for the next step",
    next: "Next",
    until: "until",
    recorded_for: "for",
    signed_off: "signed off",
    withdrawn: "taken back",
    given_up: "given up",
    originally: "originally",
    follow_up: "Follow-up case opened",
    draft_kept: "Draft kept",
    move_: "Move",
    action: "Action",
    allowed: "Allowed",
    why_not: "Why not",
    yes: "yes",
    no: "no",
    no_tasks: "Nothing waits.",
    login: "Login",
    name: "Name",
    posts: "Posts",
    roles: "Roles",
    code: "Symbol",
    signs_in: "Signs in",
    nobody: "Nobody signs in.",
    none: "None.",
    person_saved: "Person saved",
    password_set: "Password set",
    deactivated: "Shut out",
    post_saved: "Post saved",
    process_saved: "Process saved",
    password: "Password",
    new_password: "New password",
    password_again: "Once more",
};

/// The words of a language.
pub fn of(lang: Lang) -> &'static Words {
    match lang {
        Lang::Pl => &PL,
        Lang::En => &EN,
    }
}

/// The name of a state.
pub fn status(lang: Lang, status: CaseStatus) -> &'static str {
    let (pl, en) = match status {
        CaseStatus::Draft => ("szkic", "draft"),
        CaseStatus::Registered => ("zarejestrowana", "registered"),
        CaseStatus::Analysis => ("w analizie", "in analysis"),
        CaseStatus::PlanPending => ("plan do zatwierdzenia", "plan awaiting approval"),
        CaseStatus::InProgress => ("w realizacji", "in progress"),
        CaseStatus::Implemented => ("zrealizowana – do weryfikacji", "implemented – to verify"),
        CaseStatus::Effectiveness => ("do oceny skuteczności", "effectiveness to be judged"),
        CaseStatus::ClosedEffective => ("zamknięta – skuteczna", "closed – effective"),
        CaseStatus::ClosedIneffective => ("zamknięta – nieskuteczna", "closed – ineffective"),
        CaseStatus::ClosedNoAction => ("zamknięta bez działań", "closed without action"),
        CaseStatus::ClosedImported => ("zamknięta (z importu)", "closed (imported)"),
        CaseStatus::Cancelled => ("anulowana", "cancelled"),
    };
    one_of(lang, pl, en)
}

/// The name of a lateness beside "overdue".
pub fn late(lang: Lang, late: Late) -> &'static str {
    match late {
        Late::Plan => one_of(lang, "spóźniony plan", "late plan"),
        Late::Review => one_of(lang, "spóźniona ocena skuteczności", "late effectiveness review"),
        Late::Answer => {
            one_of(lang, "spóźniona odpowiedź do jednostki", "late answer to the certification body")
        }
    }
}

/// The name of a link, as the case that has it says it, or as the other one does.
pub fn link(lang: Lang, kind: LinkKind, own: bool) -> &'static str {
    match (kind, own) {
        (LinkKind::FollowUp, true) => one_of(lang, "ciąg dalszy w", "goes on in"),
        (LinkKind::FollowUp, false) => one_of(lang, "ciąg dalszy karty", "goes on from"),
        (LinkKind::Recurrence, true) => one_of(lang, "powtórzenie karty", "repeats"),
        (LinkKind::Recurrence, false) => one_of(lang, "powtórzona w", "repeated by"),
    }
}

/// What is to be known about a cell of an imported file; its stable name where nothing was written about it.
pub fn problem(lang: Lang, kind: &str) -> &str {
    let (pl, en) = match kind {
        "not_a_row" => ("to nie jest wiersz rejestru, pominięto", "no row of the register, skipped"),
        "missing_number" => ("brak numeru", "no number"),
        "missing_owner" => ("brak osoby odpowiedzialnej", "nobody responsible"),
        "missing_due" => ("brak terminu", "no due date"),
        "missing_description" => ("brak opisu", "no description"),
        "unreadable_number" => ("nie można odczytać numeru", "the number cannot be read"),
        "unreadable_date" => {
            ("nie można odczytać daty, zachowano tekst", "the date cannot be read, its text is kept")
        }
        "impossible_date" => (
            "takiej daty nie ma w kalendarzu, zachowano tekst",
            "no calendar has this date, its text is kept",
        ),
        "unknown_status" => ("nieznany stan", "unknown status"),
        "unknown_kind" => ("nieznany rodzaj, przyjęto DK", "unknown kind, taken as DK"),
        "unknown_source" => ("nieznane źródło, zachowano tekst", "unknown source, its text is kept"),
        "unknown_grade" => ("nieznana kategoria, zachowano tekst", "unknown grade, its text is kept"),
        "unknown_clause" => ("nieznany punkt normy, zachowano tekst", "unknown clause, its text is kept"),
        "unknown_process" => ("nieznany proces, zachowano tekst", "unknown process, its text is kept"),
        "duplicate_number" => {
            ("ten numer powtarza się w pliku", "this number occurs more than once in the file")
        }
        "repeated_row" => ("ten sam wiersz jeszcze raz, pominięto", "the same row again, skipped"),
        "kept_app_value" => {
            ("zostaje wartość zmieniona w programie", "the value changed in the program stays")
        }
        other => (other, other),
    };
    match lang {
        Lang::Pl => pl,
        Lang::En => en,
    }
}

pub fn one_of(lang: Lang, pl: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Pl => pl,
        Lang::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_state_has_one_name_in_both_languages() {
        for state in CaseStatus::ALL {
            assert_ne!(status(Lang::Pl, state), status(Lang::En, state));
        }
    }
}

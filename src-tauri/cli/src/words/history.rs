//! The words of the history: what was done, and by whom.

use capa_core::words::Lang;

const EVENTS: &[(&str, &str, &str)] = &[
    ("action_cancelled", "Zaniechano działania", "Action given up"),
    ("action_completed", "Wykonano działanie", "Action done"),
    ("action_reopened", "Wznowiono działanie", "Action opened again"),
    ("analysis_started", "Rozpoczęto analizę przyczyn", "Analysis of the cause begun"),
    ("assigned", "Zmieniono odpowiedzialnego", "Handed to another post"),
    ("audit_removed", "Usunięto audit", "Audit removed"),
    ("audit_restored", "Przywrócono audit", "Audit brought back"),
    ("audit_saved", "Zapisano audit", "Audit saved"),
    ("case_cancelled", "Anulowano kartę", "Card cancelled"),
    ("case_linked", "Powiązano karty", "Cards linked"),
    ("case_registered", "Zarejestrowano kartę", "Card entered in the register"),
    ("case_reopened", "Otwarto kartę ponownie", "Card reopened"),
    ("case_unlinked", "Usunięto powiązanie kart", "Link of cards taken back"),
    ("case_written", "Zapisano zmiany na karcie", "Card written"),
    ("certificate_recorded", "Wpisano certyfikat", "Certificate recorded"),
    ("done_reported", "Zgłoszono wykonanie wszystkich działań", "All actions reported as done"),
    ("draft_created", "Utworzono szkic", "Draft created"),
    ("draft_discarded", "Odrzucono szkic", "Draft discarded"),
    ("draft_restored", "Przywrócono szkic", "Draft brought back"),
    ("draft_saved", "Zapisano szkic", "Draft saved"),
    ("due_date_moved", "Zmieniono termin", "Due date changed"),
    ("evidence_attached", "Dołączono dowód", "Evidence added"),
    ("evidence_withdrawn", "Wycofano dowód", "Evidence taken back"),
    ("extension_asked", "Poproszono o przedłużenie terminu", "More time asked for"),
    ("extension_refused", "Odmówiono przedłużenia terminu", "More time refused"),
    ("history_accepted", "Przyjęto historię", "History accepted"),
    ("implementation_verified", "Potwierdzono wykonanie", "Implementation verified"),
    ("import_undone", "Cofnięto import", "Import undone"),
    ("judged_effective", "Oceniono jako skuteczne", "Judged effective"),
    ("judged_ineffective", "Oceniono jako nieskuteczne", "Judged ineffective"),
    ("no_action_approved", "Zatwierdzono niepodejmowanie działań", "Decision not to act approved"),
    ("no_action_decided", "Zdecydowano o niepodejmowaniu działań", "Decided not to act"),
    ("no_action_proposed", "Zaproponowano niepodejmowanie działań", "Decision not to act proposed"),
    ("no_action_refused", "Odrzucono niepodejmowanie działań", "Decision not to act refused"),
    ("office_begun", "Założono urząd", "Office set up"),
    ("office_saved", "Zmieniono ustawienia urzędu", "Settings of the office changed"),
    ("password_set", "Ustawiono hasło", "Password set"),
    ("person_added", "Dodano osobę", "Person added"),
    ("person_saved", "Zmieniono dane osoby", "Person changed"),
    ("plan_approved", "Zatwierdzono plan", "Plan approved"),
    ("plan_returned", "Zwrócono plan", "Plan sent back"),
    ("plan_submitted", "Przedłożono plan", "Plan handed in"),
    ("post_removed", "Usunięto stanowisko", "Post removed"),
    ("post_saved", "Zapisano stanowisko", "Post saved"),
    ("process_removed", "Usunięto proces", "Process removed"),
    ("process_saved", "Zapisano proces", "Process saved"),
    ("register_imported", "Wczytano rejestr z pliku", "Register read from a file"),
    ("reminded", "Przypomniano", "Reminded"),
    ("reminders_delivered", "Dostarczono przypomnienia", "Reminders delivered"),
    ("reminders_read", "Przeczytano przypomnienia", "Reminders read"),
    ("sample_opened", "Założono przykładowe starostwo", "Sample county office set up"),
    ("sent_back", "Zwrócono do poprawy", "Sent back"),
    (
        "action_programme_approved",
        "Zatwierdzono roczny program działań",
        "Yearly programme of actions approved",
    ),
    ("actions_monitored", "Zapisano monitorowanie miesiąca", "Monitoring of a month written"),
    ("audit_concluded", "Zakończono audit", "Audit concluded"),
    ("audit_programme_approved", "Zatwierdzono program auditów", "Audit programme approved"),
    ("audit_programme_saved", "Zapisano program auditów", "Audit programme saved"),
    ("audit_question_removed", "Usunięto pytanie auditu", "Question of an audit removed"),
    ("audit_question_saved", "Zapisano pytanie lub odpowiedź auditu", "Question or answer of an audit saved"),
    ("audit_questions_added", "Ułożono listę pytań auditu", "Questions of an audit put together"),
    ("auditor_removed", "Usunięto auditora wewnętrznego", "Internal auditor removed"),
    ("auditor_saved", "Zapisano auditora wewnętrznego", "Internal auditor saved"),
    ("certificate_restored", "Przywrócono certyfikację", "Certification restored"),
    ("certificate_suspended", "Zawieszono certyfikację", "Certification suspended"),
    ("certificate_transferred", "Zmieniono jednostkę certyfikującą", "Certification body changed"),
    ("certificate_withdrawn", "Cofnięto certyfikację", "Certification withdrawn"),
    ("check_confirmed", "Potwierdzono pytanie listy gotowości", "Readiness check confirmed"),
    ("complaint_removed", "Usunięto skargę lub wniosek", "Complaint or motion removed"),
    ("complaint_saved", "Zapisano skargę lub wniosek", "Complaint or motion saved"),
    ("complaints_imported", "Wczytano skargi i wnioski z pliku", "Complaints and motions read from a file"),
    ("confirmation_taken_back", "Wycofano potwierdzenie", "Confirmation taken back"),
    ("finding_raised", "Założono kartę dla ustalenia z auditu", "Finding of an audit made a case"),
    ("objective_removed", "Usunięto cel jakości", "Quality objective removed"),
    ("objective_saved", "Zapisano cel jakości", "Quality objective saved"),
    ("objectives_imported", "Wczytano cele jakości z pliku", "Quality objectives read from a file"),
    ("own_check_saved", "Zapisano własne pytanie listy gotowości", "Own readiness check saved"),
    ("quarter_reported", "Przekazano raport kwartalny", "Quarterly report handed in"),
    ("question_list_removed", "Usunięto listę pytań", "Question list removed"),
    ("question_list_saved", "Zapisano listę pytań", "Question list saved"),
    ("readiness_discarded", "Usunięto zapisany arkusz gotowości", "Kept readiness run discarded"),
    ("readiness_kept", "Zapisano arkusz gotowości", "Readiness run kept"),
    ("readiness_signed", "Podpisano arkusz gotowości", "Readiness run signed"),
    ("review_removed", "Usunięto przegląd zarządzania", "Management review removed"),
    ("review_saved", "Zapisano przegląd zarządzania", "Management review saved"),
    ("reviews_imported", "Wczytano przeglądy zarządzania z pliku", "Management reviews read from a file"),
    ("survey_removed", "Usunięto ankietę", "Customer survey removed"),
    ("survey_saved", "Zapisano ankietę", "Customer survey saved"),
    ("surveys_imported", "Wczytano ankiety z pliku", "Customer surveys read from a file"),
];

/// What was done; its stable name where nothing was written about it.
pub fn event(lang: Lang, what: &str) -> &str {
    EVENTS.iter().find(|(name, _, _)| *name == what).map_or(what, |(_, pl, en)| super::one_of(lang, pl, en))
}

/// Who did it: the two that have no name of their own in words, anybody else by name.
pub fn actor(lang: Lang, name: &str) -> &str {
    match name {
        "representative" => super::one_of(lang, "Pełnomocnik ds. SZJ", "QMS representative"),
        "system" => super::one_of(lang, "program", "the program"),
        other => other,
    }
}

/// The sources of all rules in one text, for tests that read names off them.
#[cfg(test)]
pub fn rules() -> String {
    fn sources(folder: &std::path::Path, found: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, found);
            } else {
                found.push_str(&std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    let core = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src");
    let mut rules = String::new();
    sources(&core.join("domain"), &mut rules);
    sources(&core.join("import"), &mut rules);
    rules
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_event_has_words_in_both_languages() {
        for (name, _, _) in EVENTS {
            let (pl, en) = (event(Lang::Pl, name), event(Lang::En, name));
            assert!(pl != en && !pl.contains('_') && !en.contains('_'), "{name}");
        }
        assert_eq!(event(Lang::Pl, "something_else"), "something_else");
    }

    /// The names are read off the rules themselves, so that a new one cannot be forgotten here.
    #[test]
    fn whatever_a_rule_writes_into_the_trail_has_words() {
        let rules = rules();
        let named = |before: &str| {
            let starts = rules.split(before).skip(1).filter_map(|rest| rest.split('"').next());
            starts
                .filter(|name| name.contains('_') || *name == "assigned")
                .map(String::from)
                .collect::<Vec<_>>()
        };
        let names = [
            named("ChangeSet::of(moment, \""),
            named("ChangeSet::of(&moment, \""),
            named("Ok(\""),
            named("after, \""),
            named("SAVED: &'static str = \""),
            named("REMOVED: &'static str = \""),
            named("IMPORTED: &'static str = \""),
            named("            \"certificate"),
        ]
        .concat();
        assert!(names.len() > 60, "{names:?}");
        for name in names {
            let name = if name.starts_with("_") { format!("certificate{name}") } else { name };
            assert_ne!(event(Lang::Pl, &name), name);
        }
    }

    #[test]
    fn actors_without_a_name_are_told_in_words() {
        assert_eq!(actor(Lang::Pl, "representative"), "Pełnomocnik ds. SZJ");
        assert_eq!(actor(Lang::En, "system"), "the program");
        assert_eq!(actor(Lang::En, "jk"), "jk");
    }
}

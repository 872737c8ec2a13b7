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
        let mut rules = String::new();
        sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src/domain"), &mut rules);
        let named = |before: &str| {
            let starts = rules.split(before).skip(1).filter_map(|rest| rest.split('"').next());
            starts
                .filter(|name| name.contains('_') || *name == "assigned")
                .map(String::from)
                .collect::<Vec<_>>()
        };
        let names =
            [named("ChangeSet::of(moment, \""), named("ChangeSet::of(&moment, \""), named("Ok(\"")].concat();
        assert!(names.len() > 40, "{names:?}");
        for name in names {
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

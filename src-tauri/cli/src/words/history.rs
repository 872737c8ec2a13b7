//! The words of the history: what was done, and by whom.

use capa_core::words::Lang;

const EVENTS: [(&str, &str, &str); 18] = [
    ("audit_removed", "Usunięto audit", "Audit removed"),
    ("audit_restored", "Przywrócono audit", "Audit brought back"),
    ("audit_saved", "Zapisano audit", "Audit saved"),
    ("case_registered", "Zarejestrowano kartę", "Card entered in the register"),
    ("certificate_recorded", "Wpisano certyfikat", "Certificate recorded"),
    ("draft_created", "Utworzono szkic", "Draft created"),
    ("draft_discarded", "Odrzucono szkic", "Draft discarded"),
    ("draft_restored", "Przywrócono szkic", "Draft brought back"),
    ("draft_saved", "Zapisano szkic", "Draft saved"),
    ("due_date_moved", "Zmieniono termin", "Due date changed"),
    ("history_accepted", "Przyjęto historię", "History accepted"),
    ("import_undone", "Cofnięto import", "Import undone"),
    ("office_begun", "Założono urząd", "Office set up"),
    ("office_saved", "Zmieniono ustawienia urzędu", "Settings of the office changed"),
    ("register_imported", "Wczytano rejestr z pliku", "Register read from a file"),
    ("reminders_delivered", "Dostarczono przypomnienia", "Reminders delivered"),
    ("reminders_read", "Przeczytano przypomnienia", "Reminders read"),
    ("sample_opened", "Założono przykładowe starostwo", "Sample county office set up"),
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

    #[test]
    fn actors_without_a_name_are_told_in_words() {
        assert_eq!(actor(Lang::Pl, "representative"), "Pełnomocnik ds. SZJ");
        assert_eq!(actor(Lang::En, "system"), "the program");
        assert_eq!(actor(Lang::En, "jk"), "jk");
    }
}

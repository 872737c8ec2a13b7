//! A light stemmer for folded words (see [`super::fold`]): the forms of one Polish word, or of one English
//! word, come to one stem.
//!
//! It knows no dictionary. It takes endings off, one after another, until none is left, and writes the
//! consonants that change before an ending in one way (`droga`, `drodze`; `karta`, `karcie`). A stem is a key
//! for comparison and need not be a word. Polish stemmers at hand want text with its diacritics and leave
//! those changes as they are; a register also holds text that was typed without diacritics.

/// Endings and how many letters must be left before them. Of those that fit, the first is taken off.
const ENDINGS: [(&str, usize); 36] = [
    // Adjectives and participles.
    ("iego", 3),
    ("iemu", 3),
    ("ego", 3),
    ("emu", 3),
    ("ymi", 3),
    ("imi", 3),
    ("ych", 3),
    ("ich", 3),
    ("ym", 3),
    ("im", 3),
    ("ej", 3),
    // Nouns.
    ("ami", 3),
    ("ach", 3),
    ("ow", 4),
    ("em", 3),
    ("om", 3),
    // `-ość`, as it is written by then.
    ("ost", 4),
    // Verbs: `-uje`, `-ywać`, `-enie`, `-ono`, `-anie`, `-ać`, `-ał`, `-ił`.
    ("uj", 4),
    ("yw", 5),
    ("en", 4),
    ("on", 4),
    ("an", 4),
    ("ac", 4),
    ("al", 6),
    ("il", 5),
    ("yl", 5),
    // English.
    ("ing", 4),
    ("ies", 3),
    ("ed", 4),
    ("es", 3),
    // Every vowel.
    ("a", 3),
    ("e", 3),
    ("i", 3),
    ("o", 3),
    ("u", 3),
    ("y", 3),
];

/// Ends of stems that look like an ending and are none.
const WHOLE: [&str; 14] = [
    "adres", "biznes", "gres", "kolej", "kres", "odpowied", "posied", "poziom", "proces", "sled", "starost",
    "szkolen", "teres", "wzgled",
];

/// Consonants at the end that change before an ending, and how all forms are written.
const CHANGES: [(&str, &str); 29] = [
    // Words whose vowel changes too.
    ("blad", "bled"),
    ("ksiad", "ksied"),
    ("urzad", "urzed"),
    ("wzglad", "wzgled"),
    ("jezd", "jazd"),
    ("miest", "miast"),
    ("pamiec", "pamiet"),
    // Words whose own end looks like an ending, or that are too short for theirs.
    ("programi", "program"),
    ("aktow", "akt"),
    ("celow", "cel"),
    ("jec", "jet"),
    // Infinitives in `-ić` and `-yć`, apart from `-nić` and `-lić`: `tablic` and `granic` look the same.
    ("sic", "s"),
    ("dzic", "d"),
    ("cic", "c"),
    ("bic", "b"),
    ("mic", "m"),
    ("pic", "p"),
    ("wic", "w"),
    ("zyc", "z"),
    // English `-ified`.
    ("ified", "ify"),
    ("plied", "ply"),
    ("rried", "rry"),
    // Soft and hard: `treść`, `miejsce`; `urzędzie`, `skardze`; `karcie`; `biurze`; `ogłoszenie`.
    ("sci", "st"),
    ("sc", "st"),
    ("dzi", "d"),
    ("dz", "d"),
    ("ci", "t"),
    ("rz", "r"),
    ("sz", "s"),
];

/// Letters left when `nie-` is taken off.
const AFTER_NIE: usize = 5;
/// A word has fewer letters; longer strings of letters are no words.
const LONGEST: usize = 64;

/// The stem of a folded word. The stem of a stem is itself.
pub fn stem(folded: &str) -> String {
    let mut word: String = folded.chars().take(LONGEST).collect();
    // Every step shortens the word or writes one end in another way that is never written back.
    while let Some(next) = step(&word) {
        word = next;
    }
    word
}

fn step(word: &str) -> Option<String> {
    without_nie(word)
        .or_else(|| changed(word))
        .or_else(|| without_ending(word))
        .or_else(|| without_plural(word))
        .or_else(|| softened(word))
}

/// `niezawiadomienie` is about `zawiadomienie`; immovable property (`nieruchomość`) is a word of its own.
fn without_nie(word: &str) -> Option<String> {
    let rest = word.strip_prefix("nie")?;
    (rest.chars().count() >= AFTER_NIE && !rest.starts_with("ruchom")).then(|| rest.to_string())
}

fn changed(word: &str) -> Option<String> {
    let (head, end) = CHANGES.iter().find_map(|(from, to)| Some((word.strip_suffix(from)?, to)))?;
    (head.chars().count() + end.len() >= 3).then(|| format!("{head}{end}"))
}

fn without_ending(word: &str) -> Option<String> {
    if WHOLE.iter().any(|whole| word.ends_with(whole)) {
        return None;
    }
    let fits = |(ending, left): &(&str, usize)| {
        let head = word.strip_suffix(ending)?;
        (head.chars().count() >= *left).then_some(head)
    };
    ENDINGS.iter().find_map(fits).map(str::to_string)
}

/// English plural after a consonant, `-ay` or `-ey`.
fn without_plural(word: &str) -> Option<String> {
    let head = word.strip_suffix('s')?;
    let plural = head.ends_with(['t', 'd', 'k', 'g', 'p', 'n', 'l', 'r', 'w', 'm'])
        || head.ends_with("ay")
        || head.ends_with("ey");
    (plural && head.chars().count() >= 4).then(|| head.to_string())
}

/// What is left of the end once its vowels are gone.
fn softened(word: &str) -> Option<String> {
    let mut letters: Vec<char> = word.chars().collect();
    let last = letters.pop()?;
    let before = letters.last().copied()?;
    let before_that = letters.iter().rev().nth(1).copied();
    let left = letters.len();
    match (before, last) {
        // Doubled: `gminn-y`, `stopp-ed`, `process`.
        (a, b) if a == b && left >= 3 && !is_vowel(b) => {}
        // `decyzj-a`, `instrukcj-a`.
        (a, 'j') if !is_vowel(a) && left >= 3 => {}
        // The fleeting vowel: `wniosek`, `wniosku`.
        ('e', 'k' | 'c') if left >= 4 && before_that.is_some_and(|c| !is_vowel(c)) => {
            letters.pop();
            letters.push('k');
        }
        (_, 'c') => letters.push('k'),
        // `skarga`, `skardze`: the second is written with `d` by then.
        (_, 'g') if left >= 3 => letters.push('d'),
        _ => return None,
    }
    Some(letters.into_iter().collect())
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fold::fold;
    use super::*;

    /// Forms of one word in a line, the first as a dictionary has it.
    const SAME: &str = "
        decyzja decyzji decyzje decyzjami decyzję
        zawiadomienie zawiadomienia niezawiadomieniem zawiadomień zawiadomiono zawiadomione
        skarga skargi skarg skardze skargę
        tablica tablicy tablic tablicach tablicami
        ogłoszenie ogłoszeń ogłoszeniach ogłoszono ogłosić
        pozwolenie pozwoleń pozwolenia
        kopia kopie kopii kopiami
        droga drodze drogi dróg drogą
        urząd urzędu urzędzie urzędów urzędowy
        wniosek wniosku wnioski wniosków wnioskami
        karta karcie kart kartach
        klient klienci klientów klientem
        wykonawca wykonawcy wykonawców wykonawcami
        księga księdze ksiąg księgach
        usługa usłudze usług usługami
        pojazd pojeździe pojazdów pojazdem
        procedura procedurze procedur procedurami
        umowa umów umowie umowy
        świadectwo świadectwie świadectw
        budżet budżecie budżetu budżetowy
        biuro biurze biur
        uchwała uchwale uchwał uchwałami
        szkolenie szkoleń szkoleniom szkolenia
        budynek budynku budynków budynkach
        teczka teczek teczce teczkach
        kolejka kolejek kolejce kolejkami
        narzędzie narzędzi narzędziem
        akta aktach aktów aktami
        instrukcja instrukcji instrukcjami
        opinia opinii opinie opinią
        nieaktualny nieaktualne nieaktualna nieaktualnych nieaktualnymi aktualny
        skuteczność skuteczności skutecznością skuteczny nieskutecznie
        osobowy osobowych osobowymi osobowego
        kontrolować kontrolowano kontroluje kontrolowanie kontrolowanych
        sprawdzić sprawdzono sprawdzenie sprawdzanie
        oceniać oceniano ocena ocen ocenie
        zwrócić zwrócono zwrócenie zwrócił
        rejestr rejestru rejestrze rejestrów
        podpis podpisu podpisów podpisano
        system systemu systemów systemem
        program programie programu programów
        termin terminie terminów terminowo
        pracownik pracownicy pracowników pracownikiem
        część części częściach
        miasto mieście miasta
        przegląd przeglądu przeglądzie przeglądów
        błąd błędu błędy błędów
        poziom poziomu poziomie
        adres adresu adresie adresów
        copy copies copied
        complaint complaints
        process processes
        notify notified notifies
        test tests tested testing
        train trained training trainings
        procedure procedures
        outdated outdate
        permit permits permitted
        delay delays delayed
        invoice invoices invoiced
    ";

    /// Words that look alike and are about different things.
    const DIFFERENT: [(&str, &str); 36] = [
        ("szkoła", "szkolenie"),
        ("umowa", "umiejętność"),
        ("stary", "starosta"),
        ("kara", "karta"),
        ("kopia", "koperta"),
        ("drzewo", "droga"),
        ("skarga", "skarbnik"),
        ("waga", "wada"),
        ("tablica", "tabela"),
        ("ulica", "ulga"),
        ("zapis", "zapas"),
        ("wpis", "wypis"),
        ("opis", "opinia"),
        ("podpis", "podatek"),
        ("urząd", "urlop"),
        ("rejestr", "rejon"),
        ("decyzja", "decydent"),
        ("pozwolenie", "pozew"),
        ("zezwolenie", "zwolnienie"),
        ("budowa", "budżet"),
        ("budynek", "budżet"),
        ("wydział", "wydatek"),
        ("wydanie", "wydatek"),
        ("nieruchomość", "ruchomość"),
        ("proces", "procent"),
        ("okres", "okręg"),
        ("zakres", "zakręt"),
        ("adres", "adresat"),
        ("archiwum", "architekt"),
        ("kolej", "kolejka"),
        ("faktura", "fakt"),
        ("grunt", "grupa"),
        ("portal", "portfel"),
        ("terminal", "teren"),
        ("contract", "contact"),
        ("permit", "perimeter"),
    ];

    #[test]
    fn forms_of_a_word_meet() {
        let mut pairs = 0;
        for line in SAME.lines().filter(|line| !line.trim().is_empty()) {
            let mut forms = line.split_whitespace();
            let first = forms.next().unwrap();
            for form in forms {
                assert_eq!(stem(&fold(form)), stem(&fold(first)), "{form} is a form of {first}");
                pairs += 1;
            }
        }
        assert!(pairs >= 60, "{pairs}");
    }

    #[test]
    fn different_words_do_not_meet() {
        for (one, other) in DIFFERENT {
            assert_ne!(stem(&fold(one)), stem(&fold(other)), "{one}, {other}");
        }
    }

    #[test]
    fn a_word_without_diacritics_meets_the_word() {
        for (typed, word) in [("urzedzie", "urząd"), ("ksiegach", "księga"), ("zalacznikow", "załącznik")]
        {
            assert_eq!(stem(typed), stem(&fold(word)));
        }
    }

    proptest! {
        #[test]
        fn the_stem_of_a_stem_is_itself(word in "[a-z']{0,24}") {
            let once = stem(&word);
            prop_assert_eq!(&stem(&once), &once);
        }

        /// Endings make every path likely that plain letters meet seldom.
        #[test]
        fn endings_in_any_order_come_to_an_end(
            head in "(nie)?[a-z]{1,6}",
            ends in proptest::collection::vec(proptest::sample::select(
                ENDINGS.iter().map(|(end, _)| *end).chain(CHANGES.iter().map(|(from, _)| *from)).collect::<Vec<_>>(),
            ), 0..5),
        ) {
            let word = format!("{head}{}", ends.concat());
            let once = stem(&word);
            prop_assert_eq!(&stem(&once), &once);
            prop_assert!(once.chars().count() <= word.chars().count());
        }

        #[test]
        fn any_text_has_a_stem(text in any::<String>()) {
            let once = stem(&fold(&text));
            prop_assert_eq!(&stem(&once), &once);
            prop_assert!(once.chars().count() <= LONGEST);
        }
    }
}

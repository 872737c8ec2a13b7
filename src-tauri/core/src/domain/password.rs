//! What a password must be: long, and not the first thing that somebody would try. No rule about capital letters,
//! digits and signs: those make people write `Haslo2025!`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use zeroize::Zeroizing;

/// How many characters a password has at least.
pub const SHORTEST: usize = 12;
/// How many characters it has at most.
pub const LONGEST: usize = 256;

/// Why a password is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordProblem {
    /// It has fewer than [`SHORTEST`] characters.
    #[error("the password has fewer than {SHORTEST} characters")]
    TooShort,
    /// It has more than [`LONGEST`] characters.
    #[error("the password has more than {LONGEST} characters")]
    TooLong,
    /// It is one character, again and again.
    #[error("the password is one character repeated")]
    Repeated,
    /// It is made of the login or the name of its owner.
    #[error("the password is made of the person's login or name")]
    OwnName,
    /// It is made of words that every office uses.
    #[error("the password is made of words that every office uses")]
    OfficeWords,
    /// It is among the commonest passwords.
    #[error("the password is one of the commonest")]
    Common,
}

impl PasswordProblem {
    /// The stable name of this problem; the words stand in the language files.
    pub fn code(self) -> &'static str {
        match self {
            Self::TooShort => "password_too_short",
            Self::TooLong => "password_too_long",
            Self::Repeated => "password_repeated",
            Self::OwnName => "password_own_name",
            Self::OfficeWords => "password_office_words",
            Self::Common => "password_common",
        }
    }
}

/// Looks a new password over.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn check(password: &str, login: &str, name: &str) -> Result<(), PasswordProblem> {
    let length = password.nfc().take(LONGEST + 1).count();
    if length < SHORTEST {
        return Err(PasswordProblem::TooShort);
    }
    if length > LONGEST {
        return Err(PasswordProblem::TooLong);
    }
    let folded = fold(password);
    let mut characters = folded.chars();
    let first = characters.next();
    if characters.all(|c| Some(c) == first) {
        return Err(PasswordProblem::Repeated);
    }
    // Digits and signs around words, and between them, add little to what has to be guessed.
    let letters = Zeroizing::new(folded.chars().filter(|c| c.is_alphabetic()).collect::<String>());
    let own: Vec<Zeroizing<String>> =
        [login, name].iter().flat_map(|text| text.split(|c: char| !c.is_alphabetic())).map(fold).collect();
    let mut words: Vec<&str> = own.iter().map(|word| word.as_str()).filter(|word| is_word(word)).collect();
    if is_made_of(&letters, &words) || is_whole_login(&folded, login) {
        return Err(PasswordProblem::OwnName);
    }
    let bare = folded.trim_end_matches(|c: char| !c.is_alphabetic());
    if COMMON.contains(&folded.as_str()) || COMMON_STEMS.contains(&bare) {
        return Err(PasswordProblem::Common);
    }
    words.extend(OFFICE_WORDS);
    if is_made_of(&letters, &words) {
        return Err(PasswordProblem::OfficeWords);
    }
    Ok(())
}

/// Shorter parts of names, such as initials, would make words of nearly everything.
fn is_word(word: &str) -> bool {
    word.chars().count() >= 3
}

/// A login may hold digits, which are no words.
fn is_whole_login(folded: &str, login: &str) -> bool {
    let login = fold(login);
    let rest = folded.strip_prefix(login.as_str()).filter(|_| !login.is_empty());
    rest.is_some_and(|rest| {
        let other = Zeroizing::new(rest.replace(login.as_str(), ""));
        other.chars().all(|c| !c.is_alphabetic())
    })
}

/// Whether a text is nothing but these words, one after the other.
fn is_made_of(text: &str, words: &[&str]) -> bool {
    // From how many bytes on the rest is made of the words; the end always is.
    let mut reached = vec![false; text.len().saturating_add(1)];
    if let Some(start) = reached.first_mut() {
        *start = true;
    }
    for at in 0..text.len() {
        let Some(rest) = text.get(at..).filter(|_| reached.get(at) == Some(&true)) else { continue };
        for word in words.iter().filter(|word| rest.starts_with(**word)) {
            if let Some(behind) = reached.get_mut(at.saturating_add(word.len())) {
                *behind = true;
            }
        }
    }
    !text.is_empty() && reached.last() == Some(&true)
}

/// Lower case without diacritics: `ł` has no decomposition and is mapped by hand.
fn fold(text: &str) -> Zeroizing<String> {
    // Room for all of it from the start: a text that grows leaves copies of itself behind.
    let mut folded = Zeroizing::new(String::with_capacity(text.len().saturating_mul(3)));
    let letters = text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    folded.extend(letters.map(|c| if c == 'ł' { 'l' } else { c }));
    folded
}

/// The commonest passwords of twelve characters and more, folded.
const COMMON: [&str; 50] = [
    "123456789012",
    "1234567890123",
    "12345678901234",
    "123456789012345",
    "1234567890123456",
    "12345678900987654321",
    "098765432109",
    "0987654321098",
    "987654321098",
    "012345678901",
    "123412341234",
    "123123123123",
    "123456123456",
    "123456654321",
    "111111222222",
    "112233445566",
    "121212121212",
    "101010101010",
    "123456qwerty",
    "1234567qwerty",
    "123qwe123qwe",
    "123qweasdzxc",
    "123abc123abc",
    "1234qwerasdf",
    "1234qwerasdfzxcv",
    "12345qwertasdfg",
    "12345qwert12345",
    "1q2w3e4r5t6y",
    "1q2w3e4r5t6y7u",
    "1q2w3e4r5t6y7u8i",
    "1q2w3e4r5t6y7u8i9o0p",
    "1q2w3e4r1q2w3e4r",
    "q1w2e3r4t5y6",
    "1qaz2wsx3edc",
    "1qaz2wsx3edc4rfv",
    "1qaz1qaz1qaz",
    "1qazxsw23edc",
    "1qazxsw2#edc",
    "!qaz2wsx#edc",
    "1qaz@wsx3edc",
    "1qaz@wsx#edc",
    "zaq12wsxcde3",
    "zaq1@wsxcde3",
    "zaq12wsxzaq12wsx",
    "zaq1xsw2cde3",
    "qaz123wsx456",
    "qwerty123qwerty",
    "haslo123haslo",
    "haslo1haslo1",
    "password1password1",
];

/// What the commonest passwords are before their last digits and signs, folded.
const COMMON_STEMS: [&str; 107] = [
    "password",
    "passwordpassword",
    "passw0rd",
    "p@ssw0rd",
    "p@ssword",
    "pa$$word",
    "pa$$w0rd",
    "pass",
    "passphrase",
    "mypassword",
    "thisismypassword",
    "newpassword",
    "secretpassword",
    "changeme",
    "changemenow",
    "letmein",
    "letmeinplease",
    "welcome",
    "welcometo",
    "iloveyou",
    "iloveyousomuch",
    "iloveyouforever",
    "qwerty",
    "qwertyui",
    "qwertyuiop",
    "qwertyuiopasdf",
    "qwertyuiopasdfghjkl",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertyqwerty",
    "qwertyasdfgh",
    "qwertyasdfghzxcvbn",
    "qwertz",
    "qwertzuiop",
    "qwerasdfzxcv",
    "qweasdzxc",
    "qweqweqweqwe",
    "qazwsxedc",
    "qazwsxedcrfv",
    "qazwsxedcrfvtgb",
    "qazwsxqazwsx",
    "asdfghjkl",
    "asdfghjklzxcvbnm",
    "asdfasdfasdf",
    "asdasdasdasd",
    "zxcvbnm",
    "zxcvbnmasdfghjkl",
    "zxcvbnmzxcvbnm",
    "zaq",
    "abcdef",
    "abcdefgh",
    "abcdefghij",
    "abcdefghijkl",
    "abcdefghijklm",
    "abcdefghijklmnop",
    "abcdefghijklmnopqrstuvwxyz",
    "abcabcabcabc",
    "abc",
    "admin",
    "adminadmin",
    "adminadminadmin",
    "administrator",
    "root",
    "rootroot",
    "user",
    "useruser",
    "guest",
    "test",
    "testtest",
    "testtesttest",
    "testing",
    "default",
    "monkey",
    "dragon",
    "football",
    "baseball",
    "basketball",
    "superman",
    "batman",
    "sunshine",
    "princess",
    "trustno",
    "whatever",
    "starwars",
    "computer",
    "internet",
    "correcthorsebatterystaple",
    "correct horse battery staple",
    "haslo",
    "haslohaslo",
    "haslohaslohaslo",
    "mojehaslo",
    "tajnehaslo",
    "nowehaslo",
    "trudnehaslo",
    "silnehaslo",
    "bardzotrudnehaslo",
    "bardzodlugiehaslo",
    "bezpiecznehaslo",
    "niepamietam",
    "niewiem",
    "kochamcie",
    "kochamciebardzo",
    "polska",
    "polskapolska",
    "lech",
    "zmienmnie",
    "dupadupadupa",
];

/// Words of an office, its quality management and its calendar, folded.
const OFFICE_WORDS: [&str; 68] = [
    "starostwo",
    "starosta",
    "powiat",
    "powiatowe",
    "powiatowy",
    "urzad",
    "urzednik",
    "sekretariat",
    "sekretarz",
    "kancelaria",
    "wydzial",
    "biuro",
    "referat",
    "kierownik",
    "dyrektor",
    "naczelnik",
    "pelnomocnik",
    "inspektor",
    "audyt",
    "audytor",
    "jakosc",
    "jakosci",
    "system",
    "zarzadzanie",
    "zarzadzania",
    "rejestr",
    "dzialania",
    "korygujace",
    "certyfikat",
    "gmina",
    "miasto",
    "komunikacja",
    "geodezja",
    "budownictwo",
    "srodowisko",
    "komputer",
    "praca",
    "office",
    "quality",
    "audit",
    "auditor",
    "manager",
    "county",
    "department",
    "secretary",
    "iso",
    "qms",
    "capa",
    "desk",
    "styczen",
    "luty",
    "marzec",
    "kwiecien",
    "maj",
    "czerwiec",
    "lipiec",
    "sierpien",
    "wrzesien",
    "pazdziernik",
    "listopad",
    "grudzien",
    "wiosna",
    "lato",
    "jesien",
    "zima",
    "haslo",
    "password",
    "admin",
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn problem(password: &str) -> Option<&'static str> {
        check(password, "akowalska2", "Anna Kowalska-Żuk").err().map(PasswordProblem::code)
    }

    #[test]
    fn long_passwords_of_any_kind_pass() {
        for password in [
            "koń zjadł zieloną parasolkę",
            "tr7!kQ-moGa2x",
            "Kowalska lubi czereśnie",
            "audyt zakończony pierogami",
            "dobranocsowo",
            "żółwżółwżółwik",
        ] {
            assert_eq!(problem(password), None, "{password}");
        }
    }

    #[test]
    fn length_counts_characters_not_bytes() {
        assert_eq!(problem("ąęółżźćńśĄĘ"), Some("password_too_short"));
        assert_eq!(problem("ąęółżźćńśĄĘx"), None);
        assert_eq!(
            problem("a\u{328}bcdefghijk"),
            Some("password_too_short"),
            "a letter and its mark are one"
        );
        let long: String = "abcdefgz".repeat(32);
        assert_eq!(problem(&long), None);
        assert_eq!(problem(&format!("{long}x")), Some("password_too_long"));
    }

    #[test]
    fn passwords_that_are_guessed_first_are_refused() {
        for (password, code) in [
            ("aaaaaaaaaaaa", "password_repeated"),
            ("AaAaAaAaAaAaAa", "password_repeated"),
            ("            ", "password_repeated"),
            ("AKowalska2akowalska2", "password_own_name"),
            ("akowalska2!!!", "password_own_name"),
            ("Kowalska1985", "password_own_name"),
            ("Anna.Kowalska.1", "password_own_name"),
            ("zuk-kowalska", "password_own_name"),
            ("StarostwoPowiatowe", "password_office_words"),
            ("Sekretariat2025!", "password_office_words"),
            ("październik 2025", "password_office_words"),
            ("Anna-Starostwo-1", "password_office_words"),
            ("iso9001:2015 audyt", "password_office_words"),
            ("Password12345", "password_common"),
            ("QWERTY123456!", "password_common"),
            ("Hasło1234567", "password_common"),
            ("BardzoTrudneHasło1", "password_common"),
            ("1Q2w3E4r5T6y", "password_common"),
            ("123456789012", "password_common"),
            ("Administrator", "password_common"),
            ("correct horse battery staple", "password_common"),
        ] {
            assert_eq!(problem(password), Some(code), "{password}");
        }
    }

    #[test]
    fn names_without_a_word_refuse_nothing_else() {
        assert_eq!(check("dobranocsowo", "", ""), Ok(()));
        assert_eq!(check("dobranocsowo", "do", "B R A N O C S"), Ok(()));
    }

    #[test]
    fn the_lists_are_folded_or_they_would_never_match() {
        for word in COMMON.iter().chain(&COMMON_STEMS).chain(&OFFICE_WORDS) {
            assert_eq!(fold(word).as_str(), *word);
        }
        for word in COMMON {
            assert!(word.len() >= SHORTEST, "{word} is refused for its length");
        }
        for stem in COMMON_STEMS {
            assert!(stem.ends_with(char::is_alphabetic), "{stem} would be cut shorter");
        }
        assert!(OFFICE_WORDS.iter().all(|word| is_word(word) && word.chars().all(char::is_alphabetic)));
    }

    proptest! {
        #[test]
        fn every_text_gets_an_answer(password: String, login: String, name: String) {
            let short = password.nfc().count() < SHORTEST;
            let answer = check(&password, &login, &name);
            prop_assert_eq!(answer == Err(PasswordProblem::TooShort), short);
        }
    }
}

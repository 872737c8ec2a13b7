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
    // Verbs: `-uje`, `-ywać`, `-enie`, `-ono`, `-anie`, `-ać`, `-yć`, `-ał`, `-ił`.
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
const WHOLE: [&str; 15] = [
    "adres", "biznes", "gres", "kolej", "kres", "odpowied", "posied", "portal", "poziom", "proces", "sled",
    "starost", "szkolen", "teres", "wzgled",
];

/// Consonants at the end that change before an ending, and how all forms are written.
const CHANGES: [(&str, &str); 21] = [
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
    let plural = head.ends_with(['t', 'd', 'k', 'g', 'p', 'n', 'l', 'r', 'w', 'm']);
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

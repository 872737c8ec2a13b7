//! Text as an import compares it.

use sha2::{Digest, Sha256};

use crate::register::fold::fold;

/// Folded words with single blanks between them, all other signs left out.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::new();
    for word in fold(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    plain
}

/// One line, single blanks.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a cell only says that there is nothing to say.
pub(super) fn says_nothing(text: &str) -> bool {
    const WORDS: [&str; 9] = ["brak", "nd", "n d", "nie dotyczy", "na", "n a", "none", "x", "not applicable"];
    let plain = plain(text);
    plain.is_empty() || WORDS.contains(&plain.as_str())
}

/// What tells a row without number from others: a hash of its folded text.
pub(super) fn fingerprint<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    let mut hash = Sha256::new();
    for cell in cells.map(plain).filter(|cell| !cell.is_empty()) {
        hash.update(cell.as_bytes());
        hash.update([0]);
    }
    let hex: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{hex}")
}

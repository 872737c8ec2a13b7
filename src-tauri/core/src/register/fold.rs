//! Text as it is searched: lower case, without diacritics, so that "dzialanie" finds "Działanie".

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a text for comparison. `ł` has no decomposition and is mapped by hand.
pub fn fold(text: &str) -> String {
    text.nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'ł' => 'l',
            'đ' => 'd',
            'ø' => 'o',
            '\u{a0}' => ' ',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polish_letters_lose_their_marks() {
        assert_eq!(fold("Działanie ZAŻÓŁĆ gęślą JAŹŃ"), "dzialanie zazolc gesla jazn");
        assert_eq!(fold("Łódź"), "lodz");
    }
}

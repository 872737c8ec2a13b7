//! Case numbers: made from a template at registration, unique, without gaps per kind and year, never reused.

use serde::{Deserialize, Serialize};

use super::case::CaseKind;

/// What a number is made of. Tokens: `{TYP} {NR} {NR:2} {NR:3} {ROK} {ROK:2} {KOM}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NumberTemplate(pub String);

impl Default for NumberTemplate {
    fn default() -> Self {
        Self("{TYP}/{NR}/{ROK}".into())
    }
}

/// The parts of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberParts {
    /// Kind of the case.
    pub kind: CaseKind,
    /// Running number, from 1.
    pub running: u32,
    /// Year of registration.
    pub year: i32,
    /// Symbol of the unit; used only where the template has `{KOM}`.
    pub department: String,
}

enum Token<'a> {
    Kind,
    Running(usize),
    Year(usize),
    Department,
    Text(&'a str),
}

impl NumberTemplate {
    /// Whether it gives unique numbers: the running number and the year must be in it, the kind too (the counter
    /// runs per kind and year), and nothing unknown in braces.
    pub fn is_valid(&self) -> bool {
        let Some(tokens) = self.tokens() else { return false };
        let has = |wanted: fn(&Token<'_>) -> bool| tokens.iter().filter(|token| wanted(token)).count() == 1;
        has(|t| matches!(t, Token::Kind))
            && has(|t| matches!(t, Token::Running(_)))
            && has(|t| matches!(t, Token::Year(_)))
            && self.0.chars().count() <= 60
            && !self.0.chars().any(char::is_control)
    }

    /// Whether every unit counts for itself.
    pub fn counts_per_department(&self) -> bool {
        self.0.contains("{KOM}")
    }

    /// The number with those parts. Parts wider than their token are written in full.
    pub fn format(&self, parts: &NumberParts) -> String {
        let tokens = self.tokens().unwrap_or_default();
        tokens
            .iter()
            .map(|token| match token {
                Token::Kind => parts.kind.code().to_string(),
                Token::Running(width) => format!("{:0width$}", parts.running, width = *width),
                Token::Year(2) => format!("{:02}", parts.year.rem_euclid(100)),
                Token::Year(_) => parts.year.to_string(),
                Token::Department => parts.department.clone(),
                Token::Text(text) => (*text).to_string(),
            })
            .collect()
    }

    /// The running number and year of a number that this template made.
    fn read(&self, number: &str) -> Option<(u32, i32)> {
        let (mut running, mut year) = (None, None);
        let mut rest = number;
        let tokens = self.tokens()?;
        let mut following = tokens.iter().skip(1);
        for token in &tokens {
            let next = following.next();
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let taken = match token {
                Token::Text(text) => rest.starts_with(text).then_some(text.len())?,
                Token::Kind => CaseKind::ALL.iter().any(|kind| rest.starts_with(kind.code())).then_some(2)?,
                Token::Running(_) => digits,
                Token::Year(width) => (digits >= *width).then_some(*width)?,
                Token::Department => match next {
                    Some(Token::Text(text)) => rest.find(text)?,
                    _ => rest.len() - rest.trim_start_matches(char::is_alphabetic).len(),
                },
            };
            let (part, after) = rest.split_at_checked(taken)?;
            match token {
                Token::Running(_) => running = part.parse().ok(),
                Token::Year(2) => year = part.parse::<i32>().ok().map(|year| 2000 + year),
                Token::Year(_) => year = part.parse().ok(),
                Token::Kind | Token::Department | Token::Text(_) => {}
            }
            rest = after;
        }
        if rest.is_empty() { Some((running?, year?)) } else { None }
    }

    fn tokens(&self) -> Option<Vec<Token<'_>>> {
        let mut tokens = Vec::new();
        let mut rest = self.0.as_str();
        while let Some(open) = rest.find('{') {
            let (text, after) = rest.split_at(open);
            if !text.is_empty() {
                tokens.push(Token::Text(text));
            }
            let (name, after) = after.strip_prefix('{')?.split_once('}')?;
            tokens.push(match name {
                "TYP" => Token::Kind,
                "NR" => Token::Running(1),
                "NR:2" => Token::Running(2),
                "NR:3" => Token::Running(3),
                "ROK" => Token::Year(4),
                "ROK:2" => Token::Year(2),
                "KOM" => Token::Department,
                _ => return None,
            });
            rest = after;
        }
        if !rest.is_empty() {
            tokens.push(Token::Text(rest));
        }
        Some(tokens)
    }
}

/// The running number and the year of a number: as the template made it, else as [`running_and_year`] guesses.
pub fn read(template: &NumberTemplate, number: &str) -> Option<(u32, i32)> {
    template.read(number).or_else(|| running_and_year(number))
}

/// The running number and year inside a number, whatever template made it: the last group of digits that is a
/// year (four digits 1990..2099, or the last two-digit group), and another group that is the running number.
/// `None` when the text has no such groups.
pub fn running_and_year(number: &str) -> Option<(u32, i32)> {
    let groups: Vec<&str> =
        number.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let is_year = |group: &&str| {
        group.len() == 4 && group.parse::<i32>().is_ok_and(|year| (1990..2100).contains(&year))
    };
    let year_at = groups.iter().rposition(is_year)?;
    let year = groups.get(year_at)?.parse().ok()?;
    let running = groups
        .iter()
        .enumerate()
        .filter(|(place, _)| *place != year_at)
        .map(|(_, group)| group)
        .next_back()?;
    Some((running.parse().ok()?, year))
}

/// The number as it is compared: without blanks, in capitals.
pub fn normal(number: &str) -> String {
    number.split_whitespace().collect::<String>().to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(running: u32) -> NumberParts {
        NumberParts { kind: CaseKind::Corrective, running, year: 2014, department: "AB".into() }
    }

    #[test]
    fn templates_make_the_numbers_offices_use() {
        let number = |template: &str| NumberTemplate(template.into()).format(&parts(3));
        assert_eq!(number("{TYP}/{NR}/{ROK}"), "DK/3/2014");
        assert_eq!(number("{TYP}-{NR:2}/{ROK:2}"), "DK-03/14");
        assert_eq!(number("{TYP}/{KOM}/{NR:3}/{ROK}"), "DK/AB/003/2014");
    }

    #[test]
    fn templates_without_unique_numbers_are_refused() {
        let valid = |template: &str| NumberTemplate(template.into()).is_valid();
        assert!(valid("{TYP}/{NR}/{ROK}"));
        assert!(valid("{TYP}/{KOM}/{NR:2}/{ROK:2}"));
        for bad in [
            "{TYP}/{NR}",
            "{NR}/{ROK}",
            "{TYP}/{ROK}",
            "{TYP}/{NR}/{ROK}/{NR}",
            "{TYP}/{NR}/{ROK}{X}",
            "{TYP",
            "",
        ] {
            assert!(!valid(bad), "{bad}");
        }
    }

    #[test]
    fn a_number_is_read_back_by_its_template() {
        let back = |template: &str, number: &str| NumberTemplate(template.into()).read(number);
        assert_eq!(back("{TYP}-{NR:2}/{ROK:2}", "DK-03/14"), Some((3, 2014)));
        assert_eq!(back("{TYP}/{KOM}/{NR:3}/{ROK}", "DZ/AB/012/2014"), Some((12, 2014)));
        assert_eq!(back("{TYP}/{NR}/{ROK}", "DK/x/2014"), None);
        assert_eq!(read(&NumberTemplate::default(), "3/DK/2013"), Some((3, 2013)));
    }

    #[test]
    fn running_number_and_year_are_read_back() {
        assert_eq!(running_and_year("DK/3/2014"), Some((3, 2014)));
        assert_eq!(running_and_year("DK/AB/02/2014"), Some((2, 2014)));
        assert_eq!(running_and_year("3/DK/2013"), Some((3, 2013)));
        assert_eq!(running_and_year("2022-001"), Some((1, 2022)));
        assert_eq!(running_and_year("KN-01"), None);
        assert_eq!(running_and_year("DK/99999999999999/2014"), None);
    }
}

//! The field's sheet as the fixture tells it, read without asking the code under test.

use std::fs;
use std::path::PathBuf;

/// A row of the table of moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    pub step: String,
    pub from: Vec<String>,
    pub to: String,
    pub who: Vec<char>,
    pub sign_off: bool,
    pub reason: bool,
    pub guards: Vec<String>,
    /// Why the move exists, for one that the sheet does not name.
    pub why: Option<String>,
}

/// A row of the table of parts: the part, the states, the letters.
pub type PartOfSheet = (String, Vec<String>, Vec<char>);

/// The whole fixture.
pub struct Sheet {
    pub moves: Vec<SheetRow>,
    pub parts: Vec<PartOfSheet>,
}

impl Sheet {
    pub fn read() -> Self {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/moves.md");
        Self::of(&fs::read_to_string(path).unwrap())
    }

    pub fn of(text: &str) -> Self {
        let mut sheet = Self { moves: Vec::new(), parts: Vec::new() };
        let mut groups: Vec<(String, Vec<String>)> = Vec::new();
        for line in text.lines() {
            if let Some((name, states)) = line.strip_prefix("- ").and_then(|line| line.split_once(" = ")) {
                groups.push((name.into(), states.split(", ").map(str::to_string).collect()));
            }
            let Some(line) = line.strip_prefix('|') else { continue };
            let cells: Vec<&str> = line.trim_end_matches('|').split('|').map(str::trim).collect();
            if cells[0].starts_with("---") || cells[0] == "move" || cells[0] == "part" {
                continue;
            }
            let states = |cell: &str| -> Vec<String> {
                let known = |word: &str| groups.iter().find(|(name, _)| name == word);
                words(cell)
                    .into_iter()
                    .flat_map(|word| known(&word).map_or_else(|| vec![word.clone()], |(_, all)| all.clone()))
                    .collect()
            };
            let letters = |cell: &str| words(cell).iter().flat_map(|word| word.chars()).collect();
            match cells.as_slice() {
                [part, from, who] => sheet.parts.push((part.to_string(), states(from), letters(who))),
                [step, from, to, who, asks, guards, why @ ..] => sheet.moves.push(SheetRow {
                    step: step.to_string(),
                    from: states(from),
                    to: to.to_string(),
                    who: letters(who),
                    sign_off: words(asks).contains(&"sign-off".to_string()),
                    reason: words(asks).contains(&"reason".to_string()),
                    guards: words(guards),
                    why: why.first().map(|why| why.to_string()),
                }),
                _ => panic!("not a row: {line}"),
            }
        }
        sheet
    }
}

fn words(cell: &str) -> Vec<String> {
    cell.split_whitespace().filter(|word| *word != "-").map(str::to_string).collect()
}

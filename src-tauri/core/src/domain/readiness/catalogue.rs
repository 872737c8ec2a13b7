//! The 34 checks of the field: letter, way of answering, whether they block, and their rule. Questions and clauses
//! stand in `data/checklist.json`.

use super::{Ground, Outcome, checks};

/// How a check is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// From the data.
    Auto,
    /// The data shows a figure, people confirm.
    Semi,
    /// By people.
    Manual,
}

impl Mode {
    /// All modes.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Semi, Self::Manual];
}

/// A check of the field.
pub struct Check {
    /// `R01`..`R34`.
    pub id: &'static str,
    /// Letter of ISO/IEC 17021-1 9.6.2.2.
    pub letter: Option<char>,
    /// How it is answered.
    pub mode: Mode,
    /// Whether the office is not ready while it fails or nobody answered.
    pub blocking: bool,
    /// Its rule.
    pub rule: fn(&Ground<'_>) -> Outcome,
}

const fn check(
    id: &'static str,
    letter: Option<char>,
    mode: Mode,
    blocking: bool,
    rule: fn(&Ground<'_>) -> Outcome,
) -> Check {
    Check { id, letter, mode, blocking, rule }
}

use Mode::{Auto, Manual, Semi};

/// Every check, in order.
#[rustfmt::skip]
pub static CATALOGUE: [Check; 34] = [
    check("R01", Some('b'), Semi,   true,  checks::r01),
    check("R02", Some('b'), Auto,   true,  checks::r02),
    check("R03", Some('b'), Auto,   true,  checks::r03),
    check("R04", Some('b'), Auto,   true,  checks::r04),
    check("R05", Some('b'), Auto,   true,  checks::r05),
    check("R06", Some('b'), Auto,   true,  checks::r06),
    check("R07", Some('b'), Auto,   true,  checks::r07),
    check("R08", Some('b'), Auto,   true,  checks::r08),
    check("R09", Some('b'), Auto,   true,  checks::r09),
    check("R10", Some('b'), Auto,   true,  checks::r10),
    check("R11", Some('b'), Auto,   true,  checks::r11),
    check("R12", Some('b'), Auto,   true,  checks::r12),
    check("R13", Some('b'), Auto,   false, checks::r13),
    check("R14", Some('e'), Semi,   false, checks::r14),
    check("R15", Some('b'), Auto,   false, checks::r15),
    check("R16", Some('b'), Auto,   false, checks::r16),
    check("R17", Some('b'), Auto,   true,  checks::r17),
    check("R18", Some('a'), Semi,   false, checks::r18),
    check("R19", Some('a'), Auto,   true,  checks::r19),
    check("R20", Some('a'), Manual, false, checks::r20),
    check("R21", Some('a'), Semi,   true,  checks::r21),
    check("R22", Some('a'), Semi,   false, checks::r22),
    check("R23", Some('c'), Auto,   false, checks::r23),
    check("R24", Some('c'), Auto,   false, checks::r24),
    check("R25", Some('c'), Semi,   false, checks::r25),
    check("R26", Some('d'), Semi,   false, checks::r26),
    check("R27", Some('d'), Manual, false, checks::r27),
    check("R28", Some('e'), Auto,   false, checks::r28),
    check("R29", Some('f'), Manual, false, checks::r29),
    check("R30", Some('f'), Semi,   false, checks::r30),
    check("R31", Some('f'), Semi,   false, checks::r31),
    check("R32", Some('g'), Manual, false, checks::r32),
    check("R33", Some('h'), Manual, false, checks::r33),
    check("R34", None,      Auto,   true,  checks::r34),
];

/// The check of that identifier.
pub fn find(id: &str) -> Option<&'static Check> {
    CATALOGUE.iter().find(|check| check.id == id)
}

//! What was found, what was repaired and why it happened.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A finding in the three parts that auditors demand (ISO & IAF Auditing Practices Group): evidence, the
/// requirement breached, the statement of nonconformity.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Finding {
    /// What was seen (dowód).
    pub evidence: String,
    /// What it breaches (wymaganie).
    pub requirement: String,
    /// The nonconformity or potential nonconformity in one sentence (stwierdzenie).
    pub statement: String,
}

/// The repair of the case itself, not of its cause (korekcja).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Correction {
    /// What was repaired.
    pub what: String,
    /// The day it was done.
    pub done_on: Option<NaiveDate>,
    /// Consequences and how they were dealt with (ISO 9001:2015, 10.2.1 a).
    pub consequences: String,
}

/// How the cause was looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CauseMethod {
    /// Five whys (5 × dlaczego).
    FiveWhy,
    /// Cause-and-effect diagram.
    Ishikawa,
    /// Any other method, told in the analysis.
    Other,
}

/// The cause (ISO 9001:2008, 8.5.2 b; 2015, 10.2.1 b).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cause {
    /// How it was looked for.
    pub method: Option<CauseMethod>,
    /// The chain of reasoning, in free words.
    pub analysis: String,
    /// The questions and answers of 5 × dlaczego.
    pub five_why: FiveWhy,
    /// The cause-and-effect diagram.
    pub ishikawa: Ishikawa,
    /// The root cause (przyczyna źródłowa).
    pub root: String,
    /// Similar nonconformities elsewhere (ISO 9001:2015, 10.2.1 b).
    pub similar: String,
}

/// 5 Why (5 × dlaczego): fewer or more than five, asked on two tracks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FiveWhy {
    /// The problem that the questions start from.
    pub problem: String,
    /// Why it arose.
    pub arose: Vec<Why>,
    /// Why it was not noticed.
    pub undetected: Vec<Why>,
}

/// One answer to "why?".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Why {
    /// The answer.
    pub answer: String,
    /// What it rests on.
    pub evidence: String,
}

/// Ishikawa's cause-and-effect diagram.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ishikawa {
    /// The effect (skutek).
    pub effect: String,
    /// The bones, one per category.
    pub bones: Vec<Bone>,
}

/// A category of causes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Bone {
    /// A category of the office's preset; none for one of its own name.
    pub category: Option<IshikawaCategory>,
    /// Its own name.
    pub name: String,
    /// The causes found in it.
    pub causes: Vec<BoneCause>,
}

/// The categories that offices use instead of the factory's 5M.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IshikawaCategory {
    /// Ludzie (wiedza, obsada).
    People,
    /// Przepisy i procedury.
    Rules,
    /// Dokumenty i dane wejściowe.
    Inputs,
    /// Narzędzia i IT.
    Tools,
    /// Zarządzanie i organizacja.
    Management,
    /// Otoczenie (klienci, inne organy, lokal).
    Environment,
}

impl IshikawaCategory {
    /// The preset, in the order in which it is drawn.
    pub const ALL: [Self; 6] =
        [Self::People, Self::Rules, Self::Inputs, Self::Tools, Self::Management, Self::Environment];
}

/// A possible cause on a bone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BoneCause {
    /// The cause.
    pub text: String,
    /// What lies behind it.
    pub subcauses: Vec<String>,
    /// The team's votes.
    pub votes: u32,
    /// Chosen as a root cause.
    pub chosen: bool,
}

impl FiveWhy {
    /// Every text in it, for checks of length and for the search.
    pub fn texts(&self) -> impl Iterator<Item = &String> {
        let answers = self.arose.iter().chain(&self.undetected);
        std::iter::once(&self.problem).chain(answers.flat_map(|why| [&why.answer, &why.evidence]))
    }
}

impl Ishikawa {
    /// Every text in it, for checks of length and for the search.
    pub fn texts(&self) -> impl Iterator<Item = &String> {
        let causes = self.bones.iter().flat_map(|bone| &bone.causes);
        let names = self.bones.iter().map(|bone| &bone.name);
        std::iter::once(&self.effect)
            .chain(names)
            .chain(causes.flat_map(|cause| std::iter::once(&cause.text).chain(&cause.subcauses)))
    }
}

//! The analysis of a cause: 5 Why on two tracks, Ishikawa's diagram.

use capa_core::domain::finding::{Bone, BoneCause, FiveWhy, Ishikawa, IshikawaCategory, Why};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Shown;

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WhyForm {
    pub answer: String,
    pub evidence: String,
}

/// 5 × dlaczego: why it arose, and why it was not noticed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FiveWhyForm {
    pub problem: String,
    pub arose: Vec<WhyForm>,
    pub undetected: Vec<WhyForm>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BoneCauseForm {
    pub text: String,
    pub subcauses: Vec<String>,
    pub votes: u32,
    pub chosen: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BoneForm {
    /// Null: a category of its own name.
    #[ts(type = "IshikawaCategory | null")]
    pub category: Option<IshikawaCategory>,
    pub name: String,
    pub causes: Vec<BoneCauseForm>,
}

#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct IshikawaForm {
    pub effect: String,
    pub bones: Vec<BoneForm>,
}

fn whys(whys: Vec<Why>) -> Vec<WhyForm> {
    whys.into_iter().map(|why| WhyForm { answer: why.answer, evidence: why.evidence }).collect()
}

fn into_whys(forms: Vec<WhyForm>) -> Vec<Why> {
    forms.into_iter().map(|form| Why { answer: form.answer, evidence: form.evidence }).collect()
}

impl FiveWhyForm {
    /// The form that shows an analysis.
    pub fn of(five: FiveWhy) -> Self {
        Self { problem: five.problem, arose: whys(five.arose), undetected: whys(five.undetected) }
    }

    /// The analysis as it is shown.
    pub fn shown(five: &FiveWhy, shown: &Shown<'_>) -> Self {
        let told = |whys: &[Why]| {
            let told = whys
                .iter()
                .map(|why| WhyForm { answer: shown.text(&why.answer), evidence: shown.text(&why.evidence) });
            told.collect()
        };
        Self {
            problem: shown.text(&five.problem),
            arose: told(&five.arose),
            undetected: told(&five.undetected),
        }
    }

    /// As the rules take it.
    pub fn into_five_why(self) -> FiveWhy {
        FiveWhy {
            problem: self.problem,
            arose: into_whys(self.arose),
            undetected: into_whys(self.undetected),
        }
    }
}

impl IshikawaForm {
    /// The form that shows a diagram.
    pub fn of(diagram: Ishikawa) -> Self {
        let cause = |cause: BoneCause| BoneCauseForm {
            text: cause.text,
            subcauses: cause.subcauses,
            votes: cause.votes,
            chosen: cause.chosen,
        };
        let bone = |bone: Bone| BoneForm {
            category: bone.category,
            name: bone.name,
            causes: bone.causes.into_iter().map(cause).collect(),
        };
        Self { effect: diagram.effect, bones: diagram.bones.into_iter().map(bone).collect() }
    }

    /// As the rules take it.
    pub fn into_ishikawa(self) -> Ishikawa {
        let cause = |form: BoneCauseForm| BoneCause {
            text: form.text,
            subcauses: form.subcauses,
            votes: form.votes,
            chosen: form.chosen,
        };
        let bone = |form: BoneForm| Bone {
            category: form.category,
            name: form.name,
            causes: form.causes.into_iter().map(cause).collect(),
        };
        Ishikawa { effect: self.effect, bones: self.bones.into_iter().map(bone).collect() }
    }
}

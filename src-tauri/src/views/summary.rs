//! How ready the office is, in short.

use capa_core::domain::confirmation::Verdict;
use capa_core::domain::readiness::{self, Checked, Ground, Readiness, runs};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::Shown;

#[derive(Debug, Clone, Serialize, TS)]
pub struct ScorePoint {
    pub on: NaiveDate,
    pub score: u32,
    #[ts(type = "Verdict")]
    pub verdict: Verdict,
}

/// In short, for the top line and the desk.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadinessSummary {
    #[ts(type = "Verdict")]
    pub verdict: Verdict,
    pub score: u32,
    /// Checks that are not in order and keep the office from being ready.
    pub blocking: u32,
    /// All checks that are not in order.
    pub open: u32,
    /// Scores of the kept runs, oldest first; today's last.
    pub trend: Vec<ScorePoint>,
}

impl ReadinessSummary {
    /// How ready the office is today, with the runs that were kept.
    pub fn of(shown: &Shown<'_>) -> Self {
        let ground = Ground::of(shown.register, shown.today);
        Self::from(&readiness::evaluate(&ground), shown)
    }

    /// The same of a checklist that was answered already.
    pub fn from(found: &Readiness<'_>, shown: &Shown<'_>) -> Self {
        let ranks: Vec<u8> = found.checks.iter().filter_map(Checked::rank).collect();
        let kept = runs::all_runs(shown.register).into_iter().rev();
        let kept = kept.map(|(run, _)| run).filter(|run| run.on <= shown.today);
        let mut trend: Vec<ScorePoint> =
            kept.map(|run| ScorePoint { on: run.on, score: run.score, verdict: run.verdict }).collect();
        trend.push(ScorePoint { on: shown.today, score: found.score, verdict: found.verdict });
        Self {
            verdict: found.verdict,
            score: found.score,
            blocking: count(ranks.iter().filter(|rank| **rank <= 1).count()),
            open: count(ranks.len()),
            trend,
        }
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

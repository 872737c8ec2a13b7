//! A row of a list of management reviews: a review, or one more decision of the review above.

use chrono::NaiveDate;
use uuid::Uuid;

use super::cells::Cells;
use super::columns::Column;
use super::plan::{Brought, Filled};
use super::{KeptKind, KeptRecord};
use crate::domain::ids::{DecisionId, Id, ReviewId};
use crate::domain::review::{Review, ReviewDecision, ReviewInput, ReviewTopic};
use crate::import::text::plain;

impl Brought for Review {
    const REGISTER: KeptKind = KeptKind::Reviews;
    const IMPORTED: &'static str = "reviews_imported";

    fn is_row(cells: &Cells<'_>) -> bool {
        let told = [Column::Decision, Column::Minutes, Column::Participants, Column::Input];
        cells.says(Column::On) || told.into_iter().any(|column| cells.says(column))
    }

    fn read(cells: &mut Cells<'_>, today: NaiveDate) -> Option<Self> {
        let on = cells.day(Column::On);
        if !cells.says(Column::On) {
            cells.problem(Column::On, "missing_date");
        }
        let on = on?;
        let (inputs, rest) = inputs(&cells.text(Column::Input));
        let note = [cells.text(Column::Note), rest].into_iter().filter(|text| !text.is_empty());
        Some(Self {
            id: ReviewId::from_uuid(Uuid::nil()),
            on,
            held: on <= today,
            participants: cells.line(Column::Participants),
            minutes: cells.line(Column::Minutes),
            inputs,
            decisions: decisions(cells),
            note: note.collect::<Vec<_>>().join("\n"),
        })
    }

    fn key(&self) -> String {
        self.on.to_string()
    }

    fn fill(&mut self, theirs: &Self) -> Filled {
        let mut filled = Filled::default();
        filled.text(Column::Participants, &mut self.participants, &theirs.participants);
        filled.text(Column::Minutes, &mut self.minutes, &theirs.minutes);
        filled.text(Column::Note, &mut self.note, &theirs.note);
        filled.changed |= self.join(theirs);
        filled
    }

    /// Adds the inputs and decisions that were not told before.
    fn join(&mut self, more: &Self) -> bool {
        let mut added = false;
        for input in &more.inputs {
            if !self.inputs.iter().any(|known| known.topic == input.topic) {
                self.inputs.push(input.clone());
                added = true;
            }
        }
        for decision in &more.decisions {
            let same = |known: &ReviewDecision| plain(&known.text) == plain(&decision.text);
            match self.decisions.iter_mut().find(|known| same(known)) {
                None => {
                    self.decisions.push(decision.clone());
                    added = true;
                }
                Some(known) => {
                    let before = known.clone();
                    known.owner = known.owner.or(decision.owner);
                    known.due_on = known.due_on.or(decision.due_on);
                    known.case = known.case.or(decision.case);
                    added |= *known != before;
                }
            }
        }
        added
    }

    fn wrap(self) -> KeptRecord {
        KeptRecord::Review(Box::new(self))
    }
}

/// The decisions of a cell: one, or as many as it numbers.
fn decisions(cells: &mut Cells<'_>) -> Vec<ReviewDecision> {
    let text = cells.text(Column::Decision);
    let (owner, due_on) = (cells.post(Column::Owner), cells.day(Column::Due));
    let (case, no_case_reason) =
        (cells.cases(Column::Case).first().copied(), cells.text(Column::NoCaseReason));
    let texts = listed(&text);
    let single = texts.len() == 1;
    let decision = |text: String| ReviewDecision {
        id: DecisionId::from_uuid(Uuid::nil()),
        text,
        owner,
        due_on,
        // One case does not stand for several decisions.
        case: case.filter(|_| single),
        no_case_reason: no_case_reason.clone(),
    };
    texts.into_iter().map(decision).collect()
}

/// The points of a text in which every line is numbered or marked; else the text as it stands.
fn listed(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let points: Option<Vec<String>> = lines.iter().map(|line| point(line)).collect();
    match points {
        Some(points) if points.len() > 1 => points,
        Some(_) | None if text.trim().is_empty() => Vec::new(),
        Some(_) | None => vec![text.trim().to_string()],
    }
}

/// What stands behind "1.", "2)", "-" or "•".
fn point(line: &str) -> Option<String> {
    let bare = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let marked = if bare.len() < line.len() {
        bare.strip_prefix(['.', ')'])
    } else {
        line.strip_prefix(['-', '–', '•', '*'])
    };
    marked.map(|rest| rest.trim().to_string()).filter(|rest| !rest.is_empty())
}

const TOPICS: [(ReviewTopic, &[&str]); 9] = [
    (ReviewTopic::EarlierReviews, &["poprzed", "wczesniej", "earlier", "previous"]),
    (ReviewTopic::Actions, &["koryg", "zapobieg", "corrective", "preventive"]),
    (ReviewTopic::Audits, &["audit", "audyt"]),
    (ReviewTopic::Customers, &["klient", "skarg", "ankiet", "satysf", "customer", "complaint", "survey"]),
    (ReviewTopic::Recommendations, &["zalece", "doskonal", "recommend", "improve"]),
    (ReviewTopic::Risks, &["ryzyk", "szans", "risk", "opportunit"]),
    (ReviewTopic::Resources, &["zasob", "resourc"]),
    (ReviewTopic::Changes, &["zmian", "change"]),
    (ReviewTopic::Processes, &["proces", "cel", "wskazn", "mierni", "objective", "performance"]),
];

/// The inputs that a text names, each by a line or a part between semicolons; what names none of them is a remark.
fn inputs(text: &str) -> (Vec<ReviewInput>, String) {
    let (mut found, mut rest): (Vec<ReviewInput>, Vec<&str>) = (Vec::new(), Vec::new());
    for part in text.split(['\n', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        let folded = plain(part);
        let names =
            |words: &[&str]| folded.split(' ').any(|word| words.iter().any(|it| word.starts_with(it)));
        let topic = TOPICS.iter().find(|(_, words)| names(words)).map(|(topic, _)| *topic);
        match topic.map(|topic| (topic, found.iter_mut().find(|known| known.topic == topic))) {
            Some((_, Some(known))) => known.summary = format!("{}\n{part}", known.summary),
            Some((topic, None)) => found.push(ReviewInput { topic, summary: part.to_string() }),
            None => rest.push(part),
        }
    }
    (found, rest.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_as_many_decisions_as_it_numbers() {
        assert_eq!(listed("1. Szkolenie\n2) Ankieta"), ["Szkolenie", "Ankieta"]);
        assert_eq!(listed("Szkolenie\nw dwóch grupach"), ["Szkolenie\nw dwóch grupach"]);
        assert_eq!(listed("- jedno"), ["- jedno"]);
        assert!(listed("  ").is_empty());
    }

    #[test]
    fn inputs_are_told_by_their_words() {
        let (found, rest) = inputs("Wyniki auditów; stan działań korygujących\nsprawy różne");
        let topics: Vec<ReviewTopic> = found.iter().map(|input| input.topic).collect();
        assert_eq!(topics, [ReviewTopic::Audits, ReviewTopic::Actions]);
        assert_eq!(rest, "sprawy różne");
    }
}

//! The line of time of a cycle.

use capa_core::domain::audit::AuditKind;
use capa_core::domain::audits::{self, AuditForm};
use capa_core::domain::case::{Case, CaseKind, CaseStatus, Closure, Source};
use capa_core::domain::certify::Happening;
use capa_core::domain::change::Record;
use capa_core::domain::ids::{CaseId, ReviewId};
use capa_core::domain::review::Review;
use capa_core::domain::timeline::{Timeline, timeline};
use uuid::Uuid;

use super::{Desk, day, form};

fn case(number: u128, status: CaseStatus, opened: Option<&str>, closed: Option<&str>) -> Record {
    let mut case = Case::draft(CaseId(Uuid::from_u128(number)), CaseKind::Corrective);
    case.number = Some(format!("DK/{number}/2013"));
    case.status = status;
    case.source = Some(if number % 2 == 1 { Source::ExtAudit } else { Source::IntAudit });
    case.registered_on = opened.map(day);
    case.closure =
        closed.map(|on| Closure { on: day(on), by: String::new(), note: String::new(), signer: None });
    Record::Case(Box::new(case))
}

fn review(number: u128, on: &str, held: bool) -> Record {
    Record::Review(Box::new(Review {
        id: ReviewId(Uuid::from_u128(number)),
        on: day(on),
        held,
        participants: String::new(),
        minutes: "OR.0142.9".into(),
        inputs: Vec::new(),
        decisions: Vec::new(),
        note: String::new(),
    }))
}

fn desk() -> Desk {
    let mut desk = Desk::begun("2015-01-12", &[]);
    desk.record(form("2013-02-28")).unwrap();
    let audit = |desk: &mut Desk, kind, from: &str, to: &str| {
        let held = day(to) <= desk.today;
        let form = AuditForm { held, scope: to.into(), ..AuditForm::planned(kind, day(from), day(to)) };
        desk.ask(|book, moment| audits::save(book, form, moment), |(_, set)| set).unwrap();
    };
    audit(&mut desk, AuditKind::Certification, "2013-01-29", "2013-01-30");
    audit(&mut desk, AuditKind::Internal, "2013-05-20", "2013-06-03");
    audit(&mut desk, AuditKind::Surveillance1, "2014-01-28", "2014-01-29");
    audit(&mut desk, AuditKind::Surveillance2, "2015-02-03", "2015-02-04");
    let id = desk.decided(day("2013-02-28")).id;
    let reason = "Brak odpowiedzi".to_string();
    desk.happen(id, Happening::Suspended { from: day("2014-03-03"), until: None, reason }).unwrap();
    desk.happen(id, Happening::Lifted { on: day("2014-06-02") }).unwrap();
    let (body, number) = ("Druga".into(), "B".into());
    desk.happen(id, Happening::Transferred { on: day("2014-07-07"), body, number }).unwrap();
    desk.register.load(review(1, "2013-12-16", true), 1);
    desk.register.load(review(2, "2015-12-14", false), 1);
    desk
}

fn line(desk: &Desk) -> Timeline {
    timeline(&desk.register, desk.decided(day("2013-02-28")), desk.today)
}

#[test]
fn every_mark_stands_on_its_day() {
    let desk = desk();
    let line = line(&desk);
    assert_eq!((line.from, line.to), (day("2013-02-28"), day("2016-08-27")));
    let marks: Vec<String> = line
        .marks
        .iter()
        .map(|mark| format!("{} {} {}", mark.on, mark.kind.code(), if mark.planned { "○" } else { "●" }))
        .collect();
    let expected = [
        "2013-02-28 decision ●",
        "2013-05-20 internal_audit ●",
        "2013-12-16 review ●",
        "2014-01-28 audit ●",
        "2014-02-28 surveillance_1 ○",
        "2014-07-07 transfer ●",
        "2015-01-12 today ●",
        "2015-02-03 audit ○",
        "2015-11-27 recertification ○",
        "2015-12-14 review ○",
        "2015-12-31 surveillance_2 ○",
        "2016-02-27 expiry ○",
        "2016-08-27 restoration ○",
    ];
    // Stage 2 lies before the decision, where the line begins.
    assert_eq!(marks, expected);
    let internal = &line.marks[1];
    assert_eq!((internal.ends_on, internal.text.as_str()), (day("2013-06-03"), "2013-06-03"));
    assert_eq!(line.marks[0].text, "B");
    assert_eq!(line.marks[5].text, "Jednostka");
}

#[test]
fn suspensions_lie_from_day_to_day() {
    let mut desk = desk();
    let spans = |desk: &Desk| -> Vec<(String, String, bool)> {
        let spans = line(desk).suspensions.into_iter();
        spans.map(|span| (span.from.to_string(), span.to.to_string(), span.open)).collect()
    };
    assert_eq!(spans(&desk), [("2014-03-03".into(), "2014-06-01".into(), false)]);
    let id = desk.decided(day("2013-02-28")).id;
    let suspended =
        Happening::Suspended { from: day("2014-12-01"), until: Some(day("2015-03-31")), reason: "A".into() };
    desk.happen(id, suspended).unwrap();
    assert_eq!(spans(&desk)[1], ("2014-12-01".into(), "2015-03-31".into(), true));
    desk.happen(id, Happening::Lifted { on: day("2014-12-01") }).unwrap();
    assert_eq!(spans(&desk)[1], ("2014-12-01".into(), "2014-12-01".into(), false));
}

#[test]
fn months_count_what_was_opened_and_closed_in_the_cycle() {
    let mut desk = desk();
    let cases = [
        // Before the cycle, though in its first month; on the day of the decision; in the same month as another.
        case(1, CaseStatus::Registered, Some("2013-02-27"), None),
        case(2, CaseStatus::ClosedEffective, Some("2013-02-28"), Some("2013-04-30")),
        case(3, CaseStatus::Analysis, Some("2014-12-31"), None),
        case(4, CaseStatus::ClosedImported, Some("2014-12-01"), Some("2014-12-31")),
        // Counted nowhere: cancelled, a draft, without a date, after today.
        case(5, CaseStatus::Cancelled, Some("2014-12-02"), Some("2014-12-03")),
        case(6, CaseStatus::Draft, None, None),
        case(7, CaseStatus::InProgress, None, None),
        case(9, CaseStatus::InProgress, Some("2015-01-13"), None),
    ];
    for one in cases {
        desk.register.load(one, 1);
    }
    let line = line(&desk);
    assert_eq!(line.months.len(), 37);
    assert_eq!(line.months[0].first, day("2013-02-01"));
    assert_eq!(line.months[36].first, day("2016-02-01"));
    let counted: Vec<(usize, u32, u32)> = line
        .months
        .iter()
        .enumerate()
        .filter(|(_, month)| month.opened + month.closed > 0)
        .map(|(place, month)| (place, month.opened, month.closed))
        .collect();
    assert_eq!(counted, [(0, 1, 0), (2, 0, 1), (22, 2, 1)]);
    // The one without a date was there all the time.
    let open: Vec<u128> = line.open_findings.iter().map(|id| id.0.as_u128()).collect();
    assert_eq!(open, [7, 1, 3]);
}

//! Until when a complaint or motion has to be answered, and whether it was.

use capa_core::calendar::{Period, kpa_deadline};
use capa_core::domain::complaint::ComplaintKind;
use chrono::Days;

use super::{complaint, day, desk, save};

/// Start, time, raw end, shifted end: the vectors of the field's sheet.
fn vectors() -> Vec<(String, String, String, String)> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/deadlines.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.deserialize().collect::<Result<_, _>>().unwrap()
}

fn period(text: &str) -> Period {
    let (number, unit) = text.split_at(text.len() - 1);
    let number = number.parse().unwrap();
    match unit {
        "d" => Period::Days(number),
        "w" => Period::Weeks(number),
        "m" => Period::Months(number),
        "y" => Period::Years(number),
        _ => panic!("{text}"),
    }
}

#[test]
fn every_vector_of_the_sheet_ends_on_its_day() {
    let vectors = vectors();
    assert_eq!(vectors.len(), 15);
    for (start, time, raw, shifted) in &vectors {
        let found = kpa_deadline(day(start), period(time)).unwrap();
        assert_eq!((found.raw, found.date), (day(raw), day(shifted)), "{start} {time}");
    }
}

#[test]
fn a_complaint_and_a_motion_have_the_month_of_the_sheet() {
    let months: Vec<_> = vectors().into_iter().filter(|(_, time, _, _)| time == "1m").collect();
    assert_eq!(months.len(), 6);
    for (start, _, _, shifted) in months {
        for kind in ComplaintKind::ALL {
            let mut own = complaint(&start);
            own.kind = kind;
            assert_eq!(own.answer_due_on(), Some(day(&shifted)), "{start} {kind:?}");
        }
    }
    assert_eq!(complaint("2013-04-17").answer_due_on(), Some(day("2013-05-17")));
}

#[test]
fn closed_days_of_the_office_do_not_lengthen_the_month() {
    let mut desk = super::Desk::begun("2014-06-02", &["2013-05-17"]);
    let id = save(&mut desk, None, complaint_of_no_process()).unwrap();
    let stood = capa_core::domain::shelf::find::<capa_core::domain::complaint::Complaint>(&desk.register, id);
    assert_eq!(stood.unwrap().0.answer_due_on(), Some(day("2013-05-17")));
}

fn complaint_of_no_process() -> capa_core::domain::complaint::Complaint {
    capa_core::domain::complaint::Complaint { process: None, ..complaint("2013-04-17") }
}

#[test]
fn the_last_day_itself_is_on_time() {
    let mut own = complaint("2013-10-01");
    let due = day("2013-11-04");
    assert_eq!(own.answer_due_on(), Some(due));
    let next = due.checked_add_days(Days::new(1)).unwrap();
    // While nobody answered, the day it is asked on counts.
    assert!(!own.is_late(due));
    assert!(own.is_late(next));
    own.answered_on = Some(due);
    assert!(!own.is_late(day("2015-01-12")));
    own.answered_on = Some(next);
    assert!(own.is_late(due) && own.is_late(day("2015-01-12")));
}

#[test]
fn a_delay_is_told_before_the_month_is_over_and_kept_to_the_date_it_names() {
    // Received, told, new date, answered, asked on: whether the delay was told.
    let cases = [
        (Some("2013-05-17"), Some("2013-06-17"), Some("2013-06-17"), "2014-01-01", true),
        (Some("2013-05-17"), Some("2013-06-17"), Some("2013-06-18"), "2014-01-01", false),
        (Some("2013-05-18"), Some("2013-06-17"), Some("2013-06-10"), "2014-01-01", false),
        (Some("2013-05-10"), Some("2013-06-17"), None, "2013-06-17", true),
        (Some("2013-05-10"), Some("2013-06-17"), None, "2013-06-18", false),
        (Some("2013-05-10"), None, Some("2013-05-20"), "2014-01-01", false),
        (None, Some("2013-06-17"), Some("2013-05-20"), "2014-01-01", false),
        (None, None, None, "2013-05-01", false),
    ];
    for (told, until, answered, asked, expected) in cases {
        let mut own = complaint("2013-04-17");
        own.notice_on = told.map(day);
        own.notice_until = until.map(day);
        own.answered_on = answered.map(day);
        assert_eq!(own.delay_was_told(day(asked)), expected, "{told:?} {until:?} {answered:?} {asked}");
        // A notice does not make the month kept.
        assert_eq!(own.is_late(day(asked)), answered.unwrap_or(asked) > "2013-05-17");
    }
}

#[test]
fn what_was_received_last_year_is_asked_for_in_this_one() {
    let mut desk = desk();
    let received = complaint("2013-12-20");
    save(&mut desk, None, received.clone()).unwrap();
    assert_eq!(received.answer_due_on(), Some(day("2014-01-20")));
    assert!(received.is_late(desk.today));
}

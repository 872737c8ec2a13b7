//! The milestones of certificates against `fixtures/milestones.csv`, which was computed from the field's rules with
//! another calendar and another programming language.

use std::collections::BTreeSet;
use std::path::Path;

use capa_core::domain::audit::AuditKind;
use capa_core::domain::certificate::{Certificate, RuleBase};
use capa_core::domain::certify::{CertificateForm, Happening};
use capa_core::domain::cycle::{MilestoneKind, Plan, PlanRule, milestones, plan_warnings};
use chrono::{Days, NaiveDate};

use super::{Desk, day, form};

/// Everything that the table tells lies before it.
const TODAY: &str = "2030-01-02";

fn rows() -> Vec<csv::StringRecord> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/milestones.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let headers = reader.headers().unwrap().clone();
    assert_eq!(headers.get(12), Some("surveillance_1_latest"));
    assert_eq!(headers.get(31), Some("restoration_working_day"));
    reader.records().collect::<Result<_, _>>().unwrap()
}

fn words(cell: &str) -> Vec<&str> {
    cell.split_whitespace().collect()
}

fn own_form(row: &csv::StringRecord) -> CertificateForm {
    let typed = |cell: &str| (!cell.is_empty()).then(|| day(cell));
    CertificateForm {
        stage2_ended_on: typed(&row[3]),
        base: match &row[4] {
            "decision" => RuleBase::Decision,
            "stage2" => RuleBase::Stage2,
            "calendar" => RuleBase::Calendar,
            other => panic!("{other}"),
        },
        tolerance_days: row[5].parse().unwrap(),
        valid_until: typed(&row[6]),
        restored: &row[7] == "yes",
        ..form(&row[2])
    }
}

/// `decided`, `decided:end` or `decided!withdrawn`.
fn record_earlier(desk: &mut Desk, told: &str) {
    let decided = &told[..10];
    let mut earlier = form(decided);
    let end = told.get(10..).filter(|rest| rest.starts_with(':')).map(|rest| day(&rest[1..]));
    earlier.valid_until = end;
    desk.record(earlier).unwrap();
    if let Some(on) = told.get(10..).filter(|rest| rest.starts_with('!')) {
        let id = desk.decided(day(decided)).id;
        desk.happen(id, Happening::Withdrawn { on: day(&on[1..]) }).unwrap();
    }
}

/// `suspended from [until]`, `lifted on`, `transferred on`, `withdrawn on`.
fn happening(told: &str) -> Happening {
    match words(told)[..] {
        ["suspended", from] => {
            Happening::Suspended { from: day(from), until: None, reason: "Brak odpowiedzi".into() }
        }
        ["suspended", from, until] => {
            Happening::Suspended { from: day(from), until: Some(day(until)), reason: "Na wniosek".into() }
        }
        ["lifted", on] => Happening::Lifted { on: day(on) },
        ["transferred", on] => {
            Happening::Transferred { on: day(on), body: "Druga jednostka".into(), number: "B-7".into() }
        }
        ["withdrawn", on] => Happening::Withdrawn { on: day(on) },
        _ => panic!("{told}"),
    }
}

/// The certificate of a row as the book holds it after everything that the row tells. `backwards` brings the earlier
/// cycles in last, and the youngest of them first.
fn told(row: &csv::StringRecord, backwards: bool) -> (Desk, Certificate) {
    let mut desk = Desk::begun(TODAY, &words(&row[9]));
    let mut earlier = words(&row[1]);
    if backwards {
        desk.record(own_form(row)).unwrap();
        earlier.reverse();
    }
    for one in earlier {
        record_earlier(&mut desk, one);
    }
    if !backwards {
        desk.record(own_form(row)).unwrap();
    }
    for one in row[8].split(';').map(str::trim).filter(|one| !one.is_empty()) {
        let id = desk.decided(day(&row[2])).id;
        desk.happen(id, happening(one)).unwrap();
    }
    let certificate = desk.decided(day(&row[2])).clone();
    (desk, certificate)
}

fn shown(date: Option<NaiveDate>) -> String {
    date.map_or("-".into(), |date| date.to_string())
}

fn check(row: &csv::StringRecord, backwards: bool) {
    let (desk, certificate) = told(row, backwards);
    let found = milestones(&certificate, certificate.base, &desk.register.calendar());
    let mut cells = vec![certificate.cycle.to_string(), certificate.valid_until.to_string()];
    for (place, kind) in MilestoneKind::ALL.into_iter().enumerate() {
        let milestone = found[place];
        assert_eq!(milestone.kind, kind);
        let dates =
            [milestone.latest, milestone.recommended, milestone.window_from, milestone.working_day_before];
        cells.extend(dates.map(shown));
    }
    let expected: Vec<&str> = row.iter().skip(10).take(22).collect();
    assert_eq!(cells, expected, "{}{}", &row[0], if backwards { ", brought in backwards" } else { "" });
}

#[test]
fn every_milestone_of_the_table_comes_out_of_the_book() {
    let rows = rows();
    assert!(rows.len() >= 120, "{}", rows.len());
    for row in &rows {
        check(row, false);
    }
}

#[test]
fn the_order_in_which_cycles_come_into_the_book_changes_nothing() {
    // The end of a restored one is proposed from the one before, which has to be there then.
    let rows = rows();
    let rows: Vec<_> =
        rows.iter().filter(|row| !row[1].is_empty() && (&row[7] == "no" || !row[6].is_empty())).collect();
    assert!(rows.len() >= 30, "{}", rows.len());
    for row in rows {
        check(row, true);
    }
}

#[test]
fn the_table_holds_every_kind_of_certificate_that_it_is_to_hold() {
    let rows = rows();
    let column = |place: usize| rows.iter().map(|row| row[place].to_string()).collect::<BTreeSet<_>>();
    assert_eq!(column(4), ["calendar", "decision", "stage2"].map(String::from).into());
    assert_eq!(column(5), ["0", "30", "90"].map(String::from).into());
    assert_eq!(column(10), ["1", "2", "3"].map(String::from).into());
    let decided = column(2);
    for on in ["2012-02-29", "2016-02-29", "2020-02-29", "2013-08-31", "2013-01-31", "2012-11-30"] {
        assert!(decided.contains(on), "{on}");
    }
    let with = |place: usize| rows.iter().filter(|row| !row[place].is_empty()).count();
    assert!(with(3) > 20 && rows.len() - with(3) > 20 && with(8) > 8 && with(9) > 2);
    assert!(rows.iter().filter(|row| &row[7] == "yes").count() > 4);
}

#[test]
fn the_tolerance_moves_no_milestone_and_is_kept_to_its_last_day() {
    for row in rows() {
        let (desk, certificate) = told(&row, false);
        let calendar = desk.register.calendar();
        let found = milestones(&certificate, certificate.base, &calendar);
        let warned = |on: NaiveDate| {
            let plan = Plan { kind: AuditKind::Surveillance2, starts_on: on, ends_on: on };
            let warnings = plan_warnings(Some(&certificate), &found, plan, &[], &calendar);
            warnings.into_iter().find(|warning| warning.rule == PlanRule::AfterRecommended)
        };
        // A day past the limit or the end is told as that, and not as past the recommendation.
        if certificate.withdrawn_on.is_some() {
            continue;
        }
        let tolerated = day(&row[32]);
        assert_eq!(warned(tolerated), None, "{}", &row[0]);
        let next = tolerated.checked_add_days(Days::new(1)).unwrap();
        let latest = found[1].latest.unwrap();
        let told = (next <= latest && next <= certificate.valid_until).then_some(tolerated);
        assert_eq!(warned(next).map(|warning| warning.on), told, "{}", &row[0]);
    }
}

//! Warnings of planned audits: each rule on its last good day and on the day after.

use capa_core::domain::audit::{Audit, AuditKind};
use capa_core::domain::audits::{self, AuditForm};
use capa_core::domain::certificate::RuleBase;
use capa_core::domain::certify::{CertificateForm, Happening};
use capa_core::domain::cycle::{Plan, PlanRule, warnings_in};
use capa_core::domain::ids::AuditId;

use super::{Desk, day, form};

/// The source office: decided on 28.02.2013, stage 2 to 30.01.2013.
fn desk() -> Desk {
    let mut desk = Desk::begun("2015-01-12", &["2014-05-02"]);
    let stage2 = Some(day("2013-01-30"));
    desk.record(CertificateForm { stage2_ended_on: stage2, ..form("2013-02-28") }).unwrap();
    desk
}

fn says(desk: &Desk, kind: AuditKind, from: &str, to: &str) -> Vec<String> {
    let plan = Plan { kind, starts_on: day(from), ends_on: day(to) };
    let found = warnings_in(&desk.register, None, plan);
    found.into_iter().map(|warning| format!("{} {}", warning.rule.code(), warning.on)).collect()
}

fn held(desk: &mut Desk, kind: AuditKind, on: &str) -> AuditId {
    let form = AuditForm { held: day(on) <= desk.today, ..AuditForm::planned(kind, day(on), day(on)) };
    desk.ask(|book, moment| audits::save(book, form, moment), |(_, set)| set).unwrap().0
}

const FIRST: AuditKind = AuditKind::Surveillance1;
const SECOND: AuditKind = AuditKind::Surveillance2;
const AGAIN: AuditKind = AuditKind::Recertification;
const NONE: [&str; 0] = [];

#[test]
fn the_first_surveillance_keeps_its_window_and_its_limit() {
    let desk = desk();
    assert_eq!(says(&desk, FIRST, "2013-11-28", "2013-11-29"), NONE);
    assert_eq!(says(&desk, FIRST, "2013-11-27", "2013-11-29"), ["before_window 2013-11-28"]);
    assert_eq!(says(&desk, FIRST, "2014-02-27", "2014-02-28"), NONE);
    // An audit keeps a limit with its last day; nothing moves to the next working day.
    assert_eq!(says(&desk, FIRST, "2014-02-28", "2014-03-03"), ["after_latest 2014-02-28"]);
    assert_eq!(says(&desk, FIRST, "2013-02-27", "2013-02-27"), ["before_decision 2013-02-28"]);
}

#[test]
fn the_limit_follows_the_base() {
    let mut desk = desk();
    let stage2 = Some(day("2013-01-30"));
    let form = CertificateForm { stage2_ended_on: stage2, base: RuleBase::Stage2, ..form("2013-02-28") };
    desk.record(form).unwrap();
    assert_eq!(says(&desk, FIRST, "2014-01-30", "2014-01-30"), NONE);
    assert_eq!(says(&desk, FIRST, "2014-01-31", "2014-01-31"), ["after_latest 2014-01-30"]);
}

#[test]
fn the_second_surveillance_is_recommended_and_bound_by_the_year() {
    let mut desk = desk();
    held(&mut desk, FIRST, "2014-01-29");
    assert_eq!(says(&desk, SECOND, "2015-02-26", "2015-02-27"), NONE);
    assert_eq!(says(&desk, SECOND, "2015-03-02", "2015-03-03"), ["after_recommended 2015-02-28"]);
    assert_eq!(says(&desk, SECOND, "2015-12-30", "2015-12-31"), ["after_recommended 2015-02-28"]);
    assert_eq!(
        says(&desk, SECOND, "2016-01-04", "2016-01-04"),
        ["after_latest 2015-12-31", "no_audit_in_calendar_year 2015-12-31"]
    );
    // Before its window, and 2015 stays empty.
    assert_eq!(
        says(&desk, SECOND, "2014-11-27", "2014-11-27"),
        ["before_window 2014-11-28", "no_audit_in_calendar_year 2015-12-31"]
    );
    assert_eq!(says(&desk, SECOND, "2014-12-30", "2015-01-02"), NONE);
}

#[test]
fn the_tolerance_of_the_body_counts() {
    let mut desk = desk();
    desk.record(CertificateForm { tolerance_days: 90, ..form("2013-02-28") }).unwrap();
    held(&mut desk, FIRST, "2014-01-29");
    assert_eq!(says(&desk, SECOND, "2015-05-29", "2015-05-29"), NONE);
    assert_eq!(says(&desk, SECOND, "2015-06-01", "2015-06-01"), ["after_recommended 2015-05-29"]);
    // No tolerance beyond a limit, and none for the time that majors need.
    assert_eq!(says(&desk, FIRST, "2014-03-03", "2014-03-03")[0], "after_latest 2014-02-28");
    held(&mut desk, SECOND, "2015-02-03");
    assert_eq!(says(&desk, AGAIN, "2015-11-30", "2015-11-30"), ["recertification_too_late 2015-11-27"]);
}

#[test]
fn a_recertification_leaves_time_for_majors_and_ends_before_the_certificate() {
    let mut desk = desk();
    held(&mut desk, FIRST, "2014-01-29");
    held(&mut desk, SECOND, "2015-02-03");
    assert_eq!(says(&desk, AGAIN, "2015-08-27", "2015-08-28"), NONE);
    assert_eq!(says(&desk, AGAIN, "2015-08-26", "2015-08-26"), ["before_window 2015-08-27"]);
    assert_eq!(says(&desk, AGAIN, "2015-11-26", "2015-11-27"), NONE);
    assert_eq!(says(&desk, AGAIN, "2016-02-26", "2016-02-26"), ["recertification_too_late 2015-11-27"]);
    assert_eq!(says(&desk, AGAIN, "2016-02-26", "2016-02-29"), ["after_expiry 2016-02-27"]);
}

#[test]
fn every_calendar_year_between_has_an_audit() {
    let mut desk = desk();
    let years = |found: Vec<String>| -> Vec<String> {
        found.into_iter().filter(|one| one.starts_with("no_audit")).collect()
    };
    // The first answers for the years before its own, the second for the whole cycle.
    assert_eq!(years(says(&desk, FIRST, "2014-02-03", "2014-02-03")), NONE);
    assert_eq!(
        years(says(&desk, FIRST, "2015-02-03", "2015-02-03")),
        ["no_audit_in_calendar_year 2014-12-31"]
    );
    assert_eq!(
        years(says(&desk, SECOND, "2015-02-03", "2015-02-03")),
        ["no_audit_in_calendar_year 2014-12-31"]
    );
    // Neither the year of the decision nor the year of the recertification is asked for.
    assert_eq!(
        years(says(&desk, AGAIN, "2016-01-04", "2016-01-04")),
        ["no_audit_in_calendar_year 2014-12-31", "no_audit_in_calendar_year 2015-12-31"]
    );
    held(&mut desk, AuditKind::Internal, "2014-06-02");
    assert_eq!(years(says(&desk, SECOND, "2015-02-03", "2015-02-03")).len(), 1);
    held(&mut desk, FIRST, "2014-01-29");
    assert_eq!(years(says(&desk, SECOND, "2015-02-03", "2015-02-03")), NONE);
    // A recertification that is held in the year before fills that year.
    assert_eq!(years(says(&desk, AGAIN, "2015-11-02", "2015-11-02")), NONE);
}

#[test]
fn a_suspension_and_a_withdrawal_are_told() {
    let mut desk = desk();
    let id = desk.decided(day("2013-02-28")).id;
    let suspend = |from: &str| Happening::Suspended { from: day(from), until: None, reason: "Brak".into() };
    desk.happen(id, suspend("2013-11-04")).unwrap();
    desk.happen(id, Happening::Lifted { on: day("2014-01-15") }).unwrap();
    assert_eq!(says(&desk, FIRST, "2014-01-14", "2014-01-14"), ["in_suspension 2014-01-14"]);
    assert_eq!(says(&desk, FIRST, "2014-01-15", "2014-01-15"), NONE);
    desk.happen(id, suspend("2015-01-05")).unwrap();
    let told = says(&desk, SECOND, "2015-02-03", "2015-02-03");
    assert_eq!(told, ["in_suspension 2015-07-05", "no_audit_in_calendar_year 2014-12-31"]);
    desk.happen(id, Happening::Withdrawn { on: day("2015-01-12") }).unwrap();
    assert_eq!(says(&desk, SECOND, "2015-02-03", "2015-02-03")[0], "after_expiry 2015-01-12");
}

#[test]
fn a_second_audit_of_a_kind_is_told_and_a_saved_one_does_not_meet_itself() {
    let mut desk = desk();
    let first = held(&mut desk, FIRST, "2014-01-29");
    assert_eq!(says(&desk, FIRST, "2014-02-03", "2014-02-03"), ["second_of_its_kind 2014-01-29"]);
    let plan = Plan { kind: FIRST, starts_on: day("2014-02-03"), ends_on: day("2014-02-03") };
    assert_eq!(warnings_in(&desk.register, Some(first), plan), []);
    // In the next cycle it is the first again.
    desk.record(form("2016-02-20")).unwrap();
    assert_eq!(says(&desk, FIRST, "2017-02-20", "2017-02-20"), NONE);
    // A saved audit stays with the cycle that it was planned in.
    assert_eq!(warnings_in(&desk.register, Some(first), plan), []);
}

#[test]
fn days_off_are_told_for_every_kind_of_audit() {
    let mut desk = desk();
    held(&mut desk, FIRST, "2014-01-29");
    for kind in AuditKind::ALL {
        let off = |from: &str, to: &str| -> Vec<String> {
            says(&desk, kind, from, to).into_iter().filter(|one| one.starts_with("day_off")).collect()
        };
        assert_eq!(off("2014-05-01", "2014-05-05"), ["day_off 2014-05-01"], "{kind:?}");
        assert_eq!(off("2014-05-02", "2014-05-03"), ["day_off 2014-05-02", "day_off 2014-05-03"]);
        assert_eq!(off("2014-05-04", "2014-05-04"), ["day_off 2014-05-04"]);
        assert_eq!(off("2014-04-30", "2014-05-05"), NONE);
    }
    // An internal audit is bound by nothing else, and neither is one without a certificate.
    assert_eq!(says(&desk, AuditKind::Internal, "2010-05-04", "2019-12-30"), NONE);
    let bare = Desk::begun("2015-01-12", &[]);
    assert_eq!(says(&bare, FIRST, "2014-05-01", "2014-05-01"), ["day_off 2014-05-01"]);
}

#[test]
fn an_audit_of_the_book_is_measured_with_its_own_cycle() {
    let mut desk = desk();
    let id = held(&mut desk, FIRST, "2014-01-29");
    desk.record(form("2016-02-20")).unwrap();
    let audit: Audit = desk.register.audit(id).unwrap().record.clone();
    let own = desk.decided(day("2013-02-28")).id;
    assert_eq!(audit.certificate, Some(own));
    let late = Plan { kind: FIRST, starts_on: day("2014-03-03"), ends_on: day("2014-03-03") };
    let found = warnings_in(&desk.register, Some(id), late);
    assert_eq!((found[0].rule, found[0].on), (PlanRule::AfterLatest, day("2014-02-28")));
}

#[test]
fn every_rule_is_listed_once_under_its_stable_name() {
    let codes: std::collections::BTreeSet<&str> = PlanRule::ALL.iter().map(|rule| rule.code()).collect();
    assert_eq!(codes.len(), PlanRule::ALL.len());
    for rule in PlanRule::ALL {
        assert_eq!(serde_json::to_value(rule).unwrap(), rule.code());
    }
}

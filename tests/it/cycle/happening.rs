//! What happens to a certificate: suspension, its end, withdrawal, another certification body; and every refusal.

use capa_core::domain::certificate::{Certificate, RuleBase};
use capa_core::domain::certify::{self, CertificateForm, Happening};
use capa_core::domain::change::{Actor, Moment};
use capa_core::domain::ids::{CertificateId, CommandId};
use uuid::Uuid;

use super::{Desk, day, form, rule};

fn desk() -> (Desk, CertificateId) {
    let mut desk = Desk::begun("2015-01-12", &[]);
    desk.record(form("2013-02-28")).unwrap();
    let id = desk.decided(day("2013-02-28")).id;
    (desk, id)
}

fn suspended(from: &str, until: Option<&str>) -> Happening {
    Happening::Suspended { from: day(from), until: until.map(day), reason: " Brak auditu ".into() }
}

fn lifted(on: &str) -> Happening {
    Happening::Lifted { on: day(on) }
}

fn withdrawn(on: &str) -> Happening {
    Happening::Withdrawn { on: day(on) }
}

fn transferred(on: &str, body: &str) -> Happening {
    Happening::Transferred { on: day(on), body: body.into(), number: " B-7 ".into() }
}

fn stood(desk: &Desk, id: CertificateId) -> Certificate {
    desk.register.certificate(id).unwrap().record.clone()
}

/// Refused by that rule, and nothing changed.
fn refused(desk: &mut Desk, id: CertificateId, happening: Happening, by: &str) {
    let before = stood(desk, id);
    let said = format!("{happening:?}");
    let error = desk.happen(id, happening).unwrap_err();
    assert_eq!(rule(&error), by, "{said}");
    assert_eq!(stood(desk, id), before, "{said}");
}

#[test]
fn a_suspension_lasts_six_months_where_no_limit_is_named() {
    let (mut desk, id) = desk();
    desk.happen(id, suspended("2014-08-31", None)).unwrap();
    let suspension = stood(&desk, id).suspensions[0].clone();
    assert_eq!((suspension.from, suspension.until), (day("2014-08-31"), day("2015-02-28")));
    assert_eq!((suspension.reason.as_str(), suspension.lifted_on), ("Brak auditu", None));
    refused(&mut desk, id, suspended("2014-09-01", None), "already_suspended");
    desk.happen(id, lifted("2014-12-01")).unwrap();
    refused(&mut desk, id, lifted("2014-12-02"), "not_suspended");
    desk.happen(id, suspended("2014-12-01", Some("2015-01-31"))).unwrap();
    assert_eq!(stood(&desk, id).suspensions[1].until, day("2015-01-31"));
}

#[test]
fn a_suspension_has_a_reason_and_an_end_that_is_no_earlier() {
    let (mut desk, id) = desk();
    let blank = Happening::Suspended { from: day("2014-03-03"), until: None, reason: " \n".into() };
    refused(&mut desk, id, blank, "reason_required");
    refused(&mut desk, id, suspended("2014-03-03", Some("2014-03-02")), "ends_before_starts");
    refused(&mut desk, id, suspended("2014-03-03", Some("2200-01-01")), "date_out_of_range");
    desk.happen(id, suspended("2014-03-03", Some("2014-03-03"))).unwrap();
}

#[test]
fn nothing_happens_before_the_decision_or_in_the_future() {
    let (mut desk, id) = desk();
    for on in ["2013-02-27", "1989-12-31"] {
        let by = if on < "1990" { "date_out_of_range" } else { "date_goes_back" };
        refused(&mut desk, id, suspended(on, Some("2014-01-01")), by);
        refused(&mut desk, id, withdrawn(on), by);
        refused(&mut desk, id, transferred(on, "Druga"), by);
    }
    let later = "2015-01-13";
    refused(&mut desk, id, suspended(later, None), "date_in_future");
    refused(&mut desk, id, withdrawn(later), "date_in_future");
    refused(&mut desk, id, transferred(later, "Druga"), "date_in_future");
    desk.happen(id, suspended("2013-02-28", None)).unwrap();
    refused(&mut desk, id, lifted(later), "date_in_future");
    refused(&mut desk, id, lifted("2013-02-27"), "date_goes_back");
    desk.happen(id, lifted("2015-01-12")).unwrap();
}

#[test]
fn what_happens_keeps_its_order() {
    let (mut desk, id) = desk();
    desk.happen(id, suspended("2014-03-03", None)).unwrap();
    refused(&mut desk, id, lifted("2014-03-02"), "date_goes_back");
    desk.happen(id, lifted("2014-06-02")).unwrap();
    refused(&mut desk, id, suspended("2014-06-01", None), "date_goes_back");
    refused(&mut desk, id, withdrawn("2014-06-01"), "date_goes_back");
    desk.happen(id, transferred("2014-07-07", "Druga")).unwrap();
    refused(&mut desk, id, transferred("2014-07-06", "Trzecia"), "date_goes_back");
    refused(&mut desk, id, withdrawn("2014-07-06"), "date_goes_back");
    // A suspension that was written down late may lie before a change of the body.
    desk.happen(id, suspended("2014-06-30", None)).unwrap();
}

#[test]
fn another_body_goes_on_with_the_cycle() {
    let (mut desk, id) = desk();
    refused(&mut desk, id, transferred("2014-05-05", " "), "empty_name");
    let before = stood(&desk, id);
    desk.happen(id, transferred("2014-05-05", " Druga jednostka ")).unwrap();
    let after = stood(&desk, id);
    assert_eq!((after.body.as_str(), after.number.as_str()), ("Druga jednostka", "B-7"));
    let transfer = &after.transfers[0];
    assert_eq!((transfer.on, transfer.from.as_str()), (day("2014-05-05"), "Jednostka"));
    assert_eq!(transfer.number, "PL-1/2013");
    assert_eq!((after.cycle, after.valid_until), (before.cycle, before.valid_until));
}

#[test]
fn a_withdrawn_certificate_is_left_alone() {
    let (mut desk, id) = desk();
    desk.happen(id, suspended("2014-03-03", None)).unwrap();
    desk.happen(id, withdrawn("2014-09-08")).unwrap();
    assert_eq!(stood(&desk, id).withdrawn_on, Some(day("2014-09-08")));
    for happening in [
        suspended("2014-10-01", None),
        lifted("2014-10-01"),
        withdrawn("2014-10-01"),
        transferred("2014-10-01", "B"),
    ] {
        refused(&mut desk, id, happening, "certificate_withdrawn");
    }
}

#[test]
fn only_the_seen_revision_of_a_known_certificate_changes_and_only_by_its_keepers() {
    let (mut desk, id) = desk();
    let seen = desk.register.certificate(id).unwrap().revision;
    let gone = CertificateId(Uuid::from_u128(77));
    let ask = |desk: &mut Desk, id, revision| {
        let asked = desk.ask(
            |book, moment| certify::happen(book, id, revision, withdrawn("2014-10-01"), moment),
            |set| set,
        );
        rule(&asked.unwrap_err())
    };
    assert_eq!(ask(&mut desk, gone, 1), "not_found:certificate");
    assert_eq!(ask(&mut desk, id, seen + 1), "stale:certificate");
    let stranger = desk.ask(
        |book, moment| {
            let actor = Actor {
                person: Some(capa_core::domain::ids::PersonId(Uuid::from_u128(5))),
                ..Actor::system()
            };
            let moment = Moment {
                actor,
                at: moment.at,
                today: moment.today,
                command: CommandId(Uuid::nil()),
                ids: &mut *moment.ids,
            };
            certify::happen(book, id, seen, withdrawn("2014-10-01"), &moment)
        },
        |set| set,
    );
    assert_eq!(rule(&stranger.unwrap_err()), "sign_in_needed");
    assert_eq!(desk.register.certificate(id).unwrap().revision, seen);
}

#[test]
fn a_withdrawal_makes_the_certificates_after_it_a_new_start() {
    let (mut desk, id) = desk();
    desk.record(form("2014-12-01")).unwrap();
    assert_eq!(desk.decided(day("2014-12-01")).cycle, 2);
    desk.happen(id, withdrawn("2014-11-03")).unwrap();
    assert_eq!(desk.decided(day("2014-12-01")).cycle, 1);
    assert_eq!(stood(&desk, id).cycle, 1);
}

#[test]
fn a_correction_keeps_what_happened() {
    let (mut desk, id) = desk();
    desk.happen(id, suspended("2014-03-03", None)).unwrap();
    desk.happen(id, transferred("2014-05-05", "Druga")).unwrap();
    let happened = stood(&desk, id);
    let corrected = CertificateForm {
        corrects: Some(id),
        tolerance_days: 30,
        base: RuleBase::Calendar,
        ..form("2013-03-01")
    };
    desk.record(corrected).unwrap();
    let after = stood(&desk, id);
    assert_eq!((after.suspensions, after.transfers), (happened.suspensions, happened.transfers));
    assert_eq!((after.decided_on, after.valid_until), (day("2013-03-01"), day("2016-02-29")));
    assert_eq!((after.tolerance_days, after.base, after.cycle), (30, RuleBase::Calendar, 1));
}

#[test]
fn a_certificate_whose_dates_contradict_each_other_is_refused() {
    let (mut desk, _) = desk();
    let refuses = |desk: &mut Desk, wrong: CertificateForm| rule(&desk.record(wrong).unwrap_err());
    let ended = CertificateForm { valid_until: Some(day("2016-02-28")), ..form("2016-02-28") };
    assert_eq!(refuses(&mut desk, ended), "valid_until_before_decision");
    let late = CertificateForm { stage2_ended_on: Some(day("2016-02-29")), ..form("2016-02-28") };
    assert_eq!(refuses(&mut desk, late), "stage2_after_decision");
    let without = CertificateForm { base: RuleBase::Stage2, ..form("2016-02-28") };
    assert_eq!(refuses(&mut desk, without), "stage2_missing");
    assert_eq!(refuses(&mut desk, form("1989-12-31")), "date_out_of_range");
    assert_eq!(refuses(&mut desk, form("2199-12-31")), "date_out_of_range");
    let unknown = CertificateForm { corrects: Some(CertificateId(Uuid::nil())), ..form("2016-02-28") };
    assert_eq!(refuses(&mut desk, unknown), "not_found:certificate");
    assert_eq!(desk.register.certificates().count(), 1);
}

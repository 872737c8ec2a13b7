//! How a certificate stands, on the days that its state turns on.

use capa_core::domain::certificate::{Certificate, Suspension};
use capa_core::domain::cycle::{CertificateState, certificate_state};

use super::{Desk, day, form};

fn source_office() -> Certificate {
    let mut desk = Desk::begun("2015-01-12", &[]);
    desk.record(form("2013-02-28")).unwrap();
    desk.decided(day("2013-02-28")).clone()
}

fn says(certificate: &Certificate, on: &str) -> String {
    let state = certificate_state(certificate, day(on));
    let until = state.until().map(|until| format!(" {until}")).unwrap_or_default();
    format!("{}{until}", state.code())
}

fn suspended(from: &str, until: &str, lifted: Option<&str>) -> Suspension {
    Suspension { from: day(from), until: day(until), reason: "Brak".into(), lifted_on: lifted.map(day) }
}

#[test]
fn a_certificate_is_valid_to_its_last_day_and_can_be_restored_for_six_months() {
    let certificate = source_office();
    assert_eq!(says(&certificate, "2013-02-28"), "valid");
    assert_eq!(says(&certificate, "2016-02-27"), "valid");
    assert_eq!(says(&certificate, "2016-02-28"), "expired_restorable 2016-08-27");
    assert_eq!(says(&certificate, "2016-08-27"), "expired_restorable 2016-08-27");
    assert_eq!(says(&certificate, "2016-08-28"), "expired");
}

#[test]
fn a_suspension_holds_to_the_day_before_it_is_lifted() {
    let mut certificate = source_office();
    certificate.suspensions = vec![suspended("2014-03-03", "2014-09-03", Some("2014-06-02"))];
    assert_eq!(says(&certificate, "2014-03-02"), "valid");
    assert_eq!(says(&certificate, "2014-03-03"), "suspended 2014-09-03");
    assert_eq!(says(&certificate, "2014-06-01"), "suspended 2014-09-03");
    assert_eq!(says(&certificate, "2014-06-02"), "valid");
}

#[test]
fn a_suspension_that_is_not_lifted_in_time_stands_out_until_the_end() {
    let mut certificate = source_office();
    certificate.suspensions = vec![suspended("2014-03-03", "2014-09-03", None)];
    assert_eq!(says(&certificate, "2014-09-03"), "suspended 2014-09-03");
    assert_eq!(says(&certificate, "2014-09-04"), "suspension_overdue 2014-09-03");
    assert_eq!(says(&certificate, "2016-02-27"), "suspension_overdue 2014-09-03");
    assert_eq!(says(&certificate, "2016-02-28"), "expired_restorable 2016-08-27");
}

#[test]
fn withdrawal_outranks_everything_from_its_day_on() {
    let mut certificate = source_office();
    certificate.suspensions = vec![suspended("2014-03-03", "2014-09-03", None)];
    certificate.withdrawn_on = Some(day("2014-10-01"));
    assert_eq!(says(&certificate, "2014-09-30"), "suspension_overdue 2014-09-03");
    assert_eq!(says(&certificate, "2014-10-01"), "withdrawn");
    assert_eq!(says(&certificate, "2017-10-01"), "withdrawn");
}

#[test]
fn every_state_has_its_stable_name() {
    let until = day("2016-08-27");
    let all = [
        CertificateState::Valid,
        CertificateState::Suspended { until },
        CertificateState::SuspensionOverdue { until },
        CertificateState::ExpiredRestorable { until },
        CertificateState::Expired,
        CertificateState::Withdrawn,
    ];
    assert_eq!(all.map(CertificateState::code), CertificateState::CODES);
}

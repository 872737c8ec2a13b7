//! The pack for a management review: each input gets what the data of its period can give.

use std::collections::BTreeMap;

use capa_core::domain::audit::AuditKind;
use capa_core::domain::audits::{self, AuditForm};
use capa_core::domain::case::{Case, CaseKind, CaseStatus, Closure, Effect, External, Grade, Source};
use capa_core::domain::certificate::Edition;
use capa_core::domain::change::Record;
use capa_core::domain::complaint::{ComplaintKind, Justified};
use capa_core::domain::confirmation::{Confirmation, Confirmed};
use capa_core::domain::ids::{AuditId, CaseId, ConfirmationId};
use capa_core::domain::keeping::{self, Kept};
use capa_core::domain::review::ReviewTopic;
use capa_core::domain::review_pack::{ReviewPack, review_pack};
use capa_core::words::{Lang, review_pack as words};
use uuid::Uuid;

use super::{Desk, day};
use crate::keeping::{complaint, decision, desk, objective, review, survey};

fn case(number: u128, status: CaseStatus, source: Source, registered: &str) -> Case {
    let mut case = Case::draft(CaseId(Uuid::from_u128(number)), CaseKind::Corrective);
    case.number = Some(format!("DK/{number}"));
    case.title = format!("Karta {number}");
    case.status = status;
    case.source = Some(source);
    case.registered_on = Some(day(registered));
    case
}

fn closed(mut case: Case, on: &str) -> Case {
    case.closure = Some(Closure { on: day(on), by: String::new(), note: String::new(), signer: None });
    case.effectiveness.on = Some(day(on));
    case.effectiveness.result = Some(Effect::Effective);
    case
}

fn found_by(mut case: Case, audit: AuditId) -> Case {
    case.external = Some(External { audit: Some(audit), ..External::default() });
    case
}

fn keep<T: Kept>(desk: &mut Desk, record: T) {
    desk.ask(|book, moment| keeping::save(book, None, record, moment), |(_, set)| set).unwrap();
}

fn load(desk: &mut Desk, case: Case) {
    desk.register.load(Record::Case(Box::new(case)), 1);
}

/// The last review was held on 16.12.2013, the one before on 10.12.2012; today is 02.06.2014.
fn office() -> Desk {
    let mut desk = desk();
    let audit = |desk: &mut Desk, kind, on: &str, findings| {
        let form = AuditForm {
            held: true,
            scope: format!("Zakres {on}"),
            findings_in_report: findings,
            ..AuditForm::planned(kind, day(on), day(on))
        };
        desk.ask(|book, moment| audits::save(book, form, moment), |(_, set)| set).unwrap().0
    };
    let external = audit(&mut desk, AuditKind::Surveillance1, "2014-01-29", Some(3));
    let inside = audit(&mut desk, AuditKind::Internal, "2014-05-20", None);
    audit(&mut desk, AuditKind::Internal, "2013-12-16", Some(9));
    let effective = CaseStatus::ClosedEffective;
    let reviewed = CaseStatus::InProgress;
    let finding = closed(case(1, effective, Source::ExtAudit, "2014-02-03"), "2014-05-05");
    let observed =
        Case { grade: Some(Grade::Observation), ..case(2, reviewed, Source::ExtAudit, "2014-02-03") };
    load(&mut desk, found_by(finding, external));
    load(&mut desk, found_by(observed, external));
    load(&mut desk, found_by(case(3, reviewed, Source::IntAudit, "2014-05-26"), inside));
    load(&mut desk, case(4, CaseStatus::Analysis, Source::IntAudit, "2013-11-04"));
    load(&mut desk, case(5, reviewed, Source::Complaint, "2014-04-01"));
    load(&mut desk, case(6, reviewed, Source::NcService, "2014-04-02"));
    load(&mut desk, case(7, reviewed, Source::NcService, "2013-12-16"));
    let mut risk = Case { kind: CaseKind::Preventive, ..case(8, reviewed, Source::Risk, "2013-05-06") };
    risk.target_on = Some(day("2014-03-31"));
    load(&mut desk, risk);
    let mut settled = Case { kind: CaseKind::Preventive, ..case(9, effective, Source::Risk, "2013-05-07") };
    settled.effectiveness.risks_updated = "Ryzyko 4 niższe".into();
    load(&mut desk, closed(settled, "2014-03-03"));
    let old = Case { kind: CaseKind::Preventive, ..case(10, effective, Source::Risk, "2012-05-07") };
    load(&mut desk, closed(old, "2013-03-04"));
    load(&mut desk, case(11, reviewed, Source::Legal, "2014-04-03"));
    for (on, held) in [("2012-12-10", true), ("2013-12-16", true), ("2014-12-15", false)] {
        let mut own = review(on, held);
        own.decisions = match on {
            "2012-12-10" => vec![decision("Dawna"), decision("Dawna otwarta")],
            "2013-12-16" => vec![decision("Z kartą"), decision("Bez karty"), decision("Zapomniana")],
            _ => vec![decision("Przyszła")],
        };
        for (place, case) in [(0, 1), (1, 4)] {
            if on == "2012-12-10" || (on == "2013-12-16" && place == 0) {
                own.decisions[place].case = Some(CaseId(Uuid::from_u128(case)));
            }
        }
        if on == "2013-12-16" {
            own.decisions[1].no_case_reason = "Zrobione od razu".into();
        }
        keep(&mut desk, own);
    }
    keep(&mut desk, survey("2014-05-30"));
    keep(&mut desk, survey("2013-12-16"));
    let mut late = complaint("2014-04-17");
    (late.justified, late.answered_on) = (Some(Justified::Partly), Some(day("2014-05-20")));
    late.case = Some(CaseId(Uuid::from_u128(5)));
    keep(&mut desk, late);
    let mut groundless = complaint("2014-03-03");
    (groundless.justified, groundless.answered_on) = (Some(Justified::No), Some(day("2014-03-10")));
    keep(&mut desk, groundless);
    keep(&mut desk, complaint("2014-05-26"));
    let mut motion = complaint("2014-05-05");
    motion.kind = ComplaintKind::Motion;
    keep(&mut desk, motion);
    keep(&mut desk, complaint("2013-12-10"));
    for (year, met) in [(2012, Some(false)), (2013, Some(true)), (2013, Some(false)), (2014, None)] {
        let mut own = objective(year);
        (own.met, own.result) = (met, "93%".into());
        keep(&mut desk, own);
    }
    desk
}

/// Every row of an input as `label name value cases`.
fn says(desk: &Desk, pack: &ReviewPack, topic: ReviewTopic) -> Vec<String> {
    let section = pack.sections.iter().find(|section| section.topic == topic).unwrap();
    let same = |text: &str| text.to_string();
    let rows = section.rows.iter().map(|row| {
        let numbers: Vec<String> = row
            .cases
            .iter()
            .map(|id| desk.register.case(*id).unwrap().record.number.clone().unwrap().replace("DK/", ""))
            .collect();
        let value = words::value(Lang::En, &row.value, &same);
        format!("{}|{}|{value}|{}", row.label.code(), row.name, numbers.join(" "))
    });
    rows.collect()
}

#[test]
fn the_period_begins_after_the_review_before() {
    let desk = office();
    let pack = review_pack(&desk.register, desk.today);
    assert_eq!((pack.from, pack.to), (day("2013-12-17"), day("2014-06-02")));
    assert!(pack.earlier.is_some());
    // On the day of a review its own record does not end the period.
    let on_the_day = review_pack(&desk.register, day("2013-12-16"));
    assert_eq!(on_the_day.from, day("2012-12-11"));
    let bare = review_pack(&super::Desk::begun("2014-06-02", &[]).register, day("2014-06-02"));
    assert_eq!((bare.from, bare.to, bare.earlier), (day("2013-06-03"), day("2014-06-02"), None));
    let topics: Vec<ReviewTopic> = bare.sections.iter().map(|section| section.topic).collect();
    assert_eq!(topics, ReviewTopic::ALL);
    assert!(bare.sections.iter().all(|section| !section.rows.is_empty()));
}

#[test]
fn audits_and_customers_and_processes_give_their_data() {
    let desk = office();
    let pack = review_pack(&desk.register, desk.today);
    assert_eq!(
        says(&desk, &pack, ReviewTopic::Audits),
        [
            "external_audit|Zakres 2014-01-29|3|1 2",
            "internal_audit|Zakres 2014-05-20|1|3",
            "audit_cases_closed||1 of 3 (33%)|1",
            "audit_cases_open||3|4 2 3",
        ]
    );
    assert_eq!(
        says(&desk, &pack, ReviewTopic::Customers),
        [
            "survey|Wiosna 2014|4.40 of 5.00 (expected 4.30)|",
            "complaints||3|",
            "motions||1|",
            "complaints_justified||1 of 2 (50%)|5",
            "complaints_late||1|",
            "complaints_waiting||3|",
            "customer_cases||1|5",
        ]
    );
    assert_eq!(
        says(&desk, &pack, ReviewTopic::Processes),
        [
            "objectives_met|P01 Wydawanie decyzji|1 of 2 (50%)|",
            "objective_missed|Odpowiedź w 7 dni|result: 93%; target: 95%|",
            "objectives_undecided||1|",
            "nonconforming_services||1|6",
            "process_cases||0|",
        ]
    );
}

#[test]
fn actions_reviews_and_risks_give_theirs() {
    let desk = office();
    let pack = review_pack(&desk.register, desk.today);
    assert_eq!(
        says(&desk, &pack, ReviewTopic::Actions),
        [
            "opened||6|1 2 5 6 11 3",
            "closed||2|9 1",
            "open||8|8 4 7 2 5 6 11 3",
            "overdue||1|8",
            "mean_days||195.5 days|",
            "median_days||195.5 days|",
            "effective||2 of 2 (100%)|9 1",
            "ineffective||0|",
            "reviews_late||0|",
        ]
    );
    assert_eq!(
        says(&desk, &pack, ReviewTopic::EarlierReviews),
        [
            "decision|Dawna otwarta|in analysis|4",
            "decision|Z kartą|closed – effective|1",
            "decision_without_case|Bez karty|Zrobione od razu|",
            "decision_unanswered|Zapomniana||",
        ]
    );
    assert_eq!(says(&desk, &pack, ReviewTopic::Changes), ["to_write|||", "legal_cases||1|11"]);
    assert_eq!(says(&desk, &pack, ReviewTopic::Recommendations), ["recommendation|Karta 2|in progress|2"]);
    assert_eq!(
        says(&desk, &pack, ReviewTopic::Risks),
        [
            "risk_case|Karta 8|in progress|8",
            "risk_case|Karta 9|closed – effective|9",
            "risks_updated|Karta 9|Ryzyko 4 niższe|9",
        ]
    );
    assert_eq!(says(&desk, &pack, ReviewTopic::Resources), ["to_write|||"]);
}

#[test]
fn the_confirmed_list_of_changes_is_shown() {
    let mut desk = office();
    let confirmed = |number: u128, check: &str, on: &str, note: &str| {
        Record::Confirmation(Box::new(Confirmation {
            id: ConfirmationId(Uuid::from_u128(number)),
            check: check.into(),
            answer: Confirmed::Yes,
            on: day(on),
            by: "Pełnomocnik".into(),
            signer: None,
            note: note.into(),
            figure: None,
            processes: Vec::new(),
            cases: Vec::new(),
        }))
    };
    desk.register.load(confirmed(1, "R32", "2014-03-03", "Nowy regulamin"), 1);
    desk.register.load(confirmed(2, "R32", "2014-05-05", "Nowy regulamin, nowy Sekretarz"), 1);
    desk.register.load(confirmed(3, "R33", "2014-05-06", "Znak"), 1);
    let pack = review_pack(&desk.register, desk.today);
    let rows = says(&desk, &pack, ReviewTopic::Changes);
    assert_eq!(rows[0], "changes_confirmed|Nowy regulamin, nowy Sekretarz|Pełnomocnik|");
}

#[test]
fn a_report_has_the_rows_of_the_screen_in_both_languages_and_editions() {
    let desk = office();
    let pack = review_pack(&desk.register, desk.today);
    let shown = |text: &str| text.replace("Karta", "Card");
    let rows = |lang, edition| words::rows(lang, edition, &desk.register, &pack, &shown);
    let (pl, en) = (rows(Lang::Pl, Edition::Iso2008), rows(Lang::En, Edition::Iso2015));
    let all: usize = pack.sections.iter().map(|section| section.rows.len()).sum();
    assert_eq!((pl.len(), en.len()), (all, all));
    assert_eq!(
        pl[0],
        [
            "5.6.2 a",
            "Wyniki auditów",
            "Audit zewnętrzny – liczba ustaleń: Zakres 2014-01-29 (29.01.2014)",
            "3",
            "DK/1, DK/2"
        ]
        .map(String::from)
    );
    let risk = en.iter().find(|row| row[2].starts_with("Preventive action: Card 8")).unwrap();
    assert_eq!((risk[0].as_str(), risk[3].as_str(), risk[4].as_str()), ("9.3.2 e", "in progress", "DK/8"));
    // No word of one language in the other.
    let mut topics = BTreeMap::new();
    for (one, other) in pl.iter().zip(&en) {
        assert_ne!(one[1], other[1]);
        topics.insert(one[1].clone(), other[1].clone());
    }
    assert_eq!(topics.len(), ReviewTopic::ALL.len());
    assert_eq!(words::header(Lang::Pl).len(), words::COLUMNS);
    assert_ne!(words::header(Lang::Pl), words::header(Lang::En));
}

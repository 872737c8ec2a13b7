//! The sample office: what it promises to show, in both languages.

mod registers;

use std::collections::{BTreeMap, BTreeSet};

use capa_core::domain::audit::AuditKind;
use capa_core::domain::book::next_number;
use capa_core::domain::case::{Case, CaseKind, CaseStatus, External, LinkKind};
use capa_core::domain::certificate::{Edition, RuleBase};
use capa_core::domain::change::{Actor, ChangeSet, Moment, Record, RecordKind};
use capa_core::domain::cycle::{MilestoneKind, milestones};
use capa_core::domain::facts::{self, Late};
use capa_core::domain::ids::{CommandId, IdSource};
use capa_core::domain::shelf::Shelved;
use capa_core::labels;
use capa_core::register::Register;
use capa_core::register::query::{Filter, SortKey};
use capa_core::reminders;
use capa_core::sample::{self, Translated, shown};
use capa_core::words::Lang;
use chrono::{Datelike, NaiveDate};
use serde_json::Value;
use uuid::Uuid;

/// Number, registered, due, state.
const CASES: [(&str, &str, &str, CaseStatus); 25] = [
    ("DK/1/2013", "2013-02-05", "2013-03-29", CaseStatus::ClosedEffective),
    ("DK/2/2013", "2013-04-08", "2013-06-28", CaseStatus::ClosedEffective),
    ("DK/3/2013", "2013-05-13", "2013-06-14", CaseStatus::ClosedEffective),
    ("DZ/1/2013", "2013-05-20", "2013-09-30", CaseStatus::ClosedEffective),
    ("DK/4/2013", "2013-06-03", "2013-08-30", CaseStatus::ClosedEffective),
    ("DK/5/2013", "2013-07-08", "2013-10-31", CaseStatus::ClosedIneffective),
    ("DK/6/2013", "2013-09-09", "2013-10-15", CaseStatus::ClosedEffective),
    ("DZ/2/2013", "2013-09-16", "2013-12-20", CaseStatus::ClosedEffective),
    ("DK/7/2013", "2013-10-07", "2013-11-29", CaseStatus::ClosedEffective),
    ("DK/8/2013", "2013-12-09", "2014-01-31", CaseStatus::ClosedEffective),
    ("DK/1/2014", "2014-02-03", "2014-03-31", CaseStatus::ClosedEffective),
    ("DK/2/2014", "2014-02-10", "2014-05-30", CaseStatus::ClosedEffective),
    ("DS/1/2014", "2014-02-03", "2014-04-30", CaseStatus::ClosedEffective),
    ("DK/3/2014", "2014-04-14", "2014-06-30", CaseStatus::ClosedEffective),
    ("DK/4/2014", "2014-06-09", "2014-07-31", CaseStatus::ClosedEffective),
    ("DZ/1/2014", "2014-05-12", "2014-07-11", CaseStatus::ClosedEffective),
    ("DK/5/2014", "2014-06-16", "2014-09-30", CaseStatus::Effectiveness),
    ("DK/6/2014", "2014-08-18", "2014-10-31", CaseStatus::Effectiveness),
    ("DZ/2/2014", "2014-09-08", "2014-11-28", CaseStatus::InProgress),
    ("DK/7/2014", "2014-10-06", "2015-02-27", CaseStatus::InProgress),
    ("DK/8/2014", "2014-10-13", "2015-01-30", CaseStatus::InProgress),
    ("DK/9/2014", "2014-11-17", "2014-12-19", CaseStatus::InProgress),
    ("DZ/3/2014", "2014-12-01", "2015-03-31", CaseStatus::InProgress),
    ("DK/10/2014", "2014-12-08", "2015-01-08", CaseStatus::ClosedNoAction),
    ("DK/1/2015", "2015-01-08", "2015-02-27", CaseStatus::Analysis),
];

/// Identities in order, so that two offices made alike have the same ones.
struct Counted(u128);

impl IdSource for Counted {
    fn fresh(&mut self) -> Uuid {
        self.0 += 1;
        Uuid::from_u128(self.0)
    }
}

/// A day as it is written.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn change_set(lang: Lang) -> ChangeSet {
    let mut moment = Moment {
        actor: Actor::representative(),
        at: "2015-01-12T08:00:00Z".parse().unwrap(),
        today: sample::as_of(),
        command: CommandId(Uuid::nil()),
        ids: &mut Counted(0),
    };
    sample::change_set(lang, &mut moment).unwrap()
}

/// The sample office as a book.
pub fn office(lang: Lang) -> Register {
    let mut register = Register::default();
    register.apply(&change_set(lang)).unwrap();
    register
}

fn case<'a>(register: &'a Register, number: &str) -> &'a Case {
    &register.case_by_number(number).unwrap().record
}

fn overdue(register: &Register, today: &str) -> Vec<String> {
    let filter = Filter { overdue: true, ..Filter::default() };
    let found = register.list(&filter, SortKey::Number, false, day(today));
    found.into_iter().map(|id| register.case(id).unwrap().record.number.clone().unwrap()).collect()
}

#[test]
fn it_is_one_change_set_of_the_whole_office() {
    let set = change_set(Lang::Pl);
    assert_eq!((set.what.as_str(), set.at.date_naive()), ("sample_opened", day("2015-01-12")));
    let register = office(Lang::Pl);
    let counts = RecordKind::ALL.map(|kind| register.ids(kind).len());
    assert_eq!(counts, [1, 18, 12, 33, 25, 1, 8, 0, 0, 0, 3, 5, 6, 11, 36, 4, 2, 2, 2, 0, 2]);
    let office = register.office().unwrap();
    assert_eq!(office.name, "Starostwo Powiatowe w Przykładowie (dane przykładowe)");
    assert_eq!((office.sample_day, office.began_on), (Some(day("2015-01-12")), day("2015-01-12")));
    assert_eq!((office.edition, office.closed_days.len()), (Edition::Iso2008, 5));
    assert!(!register.calendar().is_working_day(day("2014-12-29")));
    assert_eq!(next_number(&register, CaseKind::Corrective, 2015, ""), "DK/2/2015");
    assert_eq!(next_number(&register, CaseKind::Preventive, 2014, ""), "DZ/4/2014");
}

#[test]
fn every_case_has_its_dates_and_state() {
    let register = office(Lang::Pl);
    for (number, registered_on, due_on, status) in CASES {
        let case = case(&register, number);
        assert_eq!(case.registered_on, Some(day(registered_on)), "{number}");
        assert_eq!(case.shown_due_on(), Some(day(due_on)), "{number}");
        assert_eq!(case.status, status, "{number}");
    }
    let count = |kind| register.cases().filter(|stood| stood.record.kind == kind).count();
    assert_eq!(CaseKind::ALL.map(count), [19, 5, 1]);
    let count = |status| register.cases().filter(|stood| stood.record.status == status).count();
    assert_eq!(CaseStatus::ALL.map(count), [0, 0, 1, 0, 5, 0, 2, 15, 1, 1, 0, 0]);
    let in_year = |year| {
        register
            .cases()
            .filter(|stood| stood.record.registered_on.is_some_and(|on| on.year() == year))
            .count()
    };
    assert_eq!([2013, 2014, 2015].map(in_year), [10, 14, 1]);
}

#[test]
fn two_cases_are_overdue_on_its_day_and_the_due_day_itself_is_on_time() {
    let register = office(Lang::Pl);
    assert_eq!(overdue(&register, "2015-01-12"), ["DK/9/2014", "DZ/2/2014"]);
    assert_eq!(overdue(&register, "2014-12-19"), ["DZ/2/2014"]);
    assert_eq!(overdue(&register, "2014-12-20"), ["DK/9/2014", "DZ/2/2014"]);
    let late: Vec<_> = CASES
        .iter()
        .map(|(number, ..)| (*number, facts::late(case(&register, number), sample::as_of())))
        .filter(|(_, late)| !late.is_empty())
        .collect();
    assert_eq!(late, [("DK/6/2014", vec![Late::Review])]);
}

#[test]
fn cases_are_linked_to_each_other_and_to_their_audits() {
    let register = office(Lang::Pl);
    let links: Vec<_> = CASES
        .iter()
        .flat_map(|(number, ..)| case(&register, number).links.iter().map(move |link| (*number, link)))
        .map(|(from, link)| (from, link.kind, register.case(link.to).unwrap().record.number.clone().unwrap()))
        .collect();
    assert_eq!(
        links,
        [
            ("DK/5/2013", LinkKind::FollowUp, "DK/2/2014".into()),
            ("DK/9/2014", LinkKind::Recurrence, "DK/3/2013".into()),
        ]
    );
    let audit_of = |number| {
        let external: &External = case(&register, number).external.as_ref().unwrap();
        let audit = &register.audit(external.audit.unwrap()).unwrap().record;
        (audit.kind, audit.starts_on.to_string(), external.answer_sent_on.map(|on| on.to_string()))
    };
    let sent = |on: &str| Some(on.to_string());
    let stage_2 = (AuditKind::Certification, "2013-01-29".into(), sent("2013-02-15"));
    assert_eq!(audit_of("DK/1/2013"), stage_2);
    let surveillance = (AuditKind::Surveillance1, "2014-01-28".into(), sent("2014-02-21"));
    assert_eq!(audit_of("DK/1/2014"), surveillance);
    assert_eq!(audit_of("DS/1/2014"), surveillance);
    assert_eq!(audit_of("DK/9/2014"), (AuditKind::Internal, "2014-10-06".into(), None));
    let linked = register.cases().filter(|stood| stood.record.external.is_some()).count();
    assert_eq!(linked, 8);
}

#[test]
fn the_extended_case_keeps_its_first_date_and_the_reason() {
    let register = office(Lang::En);
    let extended: Vec<_> = register
        .cases()
        .flat_map(|stood| stood.record.actions.iter().map(|action| (&stood.record, action)))
        .filter(|(_, action)| !action.extensions.is_empty() || action.original_due_on != action.due_on)
        .collect();
    assert_eq!(extended.len(), 1);
    let (case, action) = extended[0];
    assert_eq!(case.number.as_deref(), Some("DK/8/2014"));
    assert_eq!((action.original_due_on, action.due_on), (Some(day("2014-11-14")), Some(day("2015-01-30"))));
    let extension = &action.extensions[0];
    assert_eq!((extension.from, extension.to), (Some(day("2014-11-14")), day("2015-01-30")));
    assert_eq!((extension.asked_on, extension.decided_on), (day("2014-11-10"), day("2014-11-12")));
    assert_eq!((extension.decided_by.as_str(), extension.late), ("QMS Representative", false));
}

#[test]
fn a_case_without_actions_is_due_on_its_own_date() {
    let register = office(Lang::Pl);
    let without: Vec<_> = register
        .cases()
        .map(|stood| &stood.record)
        .filter(|case| case.actions.is_empty())
        .map(|case| (case.number.as_deref().unwrap(), case.target_on, case.original_target_on, case.due_on()))
        .collect();
    let (closed, open) = (Some(day("2015-01-08")), Some(day("2015-02-27")));
    assert_eq!(without, [("DK/10/2014", closed, closed, None), ("DK/1/2015", open, open, open)]);
    assert_eq!(case(&register, "DK/1/2015").plan_due_on, Some(day("2015-01-22")));
    let with_both = |case: &&Case| !case.actions.is_empty() && case.target_on.is_some();
    assert_eq!(register.cases().map(|stood| &stood.record).filter(with_both).count(), 0);
}

/// A closed card must stand up to an auditor: every step has who, when and proof, in the order of time.
#[test]
fn every_closed_card_is_whole() {
    let register = office(Lang::Pl);
    let names: BTreeSet<&str> = register.posts().map(|stood| stood.record.name.as_str()).collect();
    let closed = register
        .cases()
        .map(|stood| &stood.record)
        .filter(|case| matches!(case.status, CaseStatus::ClosedEffective | CaseStatus::ClosedIneffective));
    for case in closed {
        let number = case.number.as_deref().unwrap();
        let approval = case.plan_approval.as_ref().unwrap();
        let verification = case.verification.as_ref().unwrap();
        let closure = case.closure.as_ref().unwrap();
        let judged = case.effectiveness.on.unwrap();
        assert!(!case.finding.evidence.is_empty() && !case.finding.requirement.is_empty(), "{number}");
        assert!(!case.cause.root.is_empty() && !case.cause.analysis.is_empty(), "{number}");
        assert!(!case.effectiveness.data.is_empty() && case.effectiveness.result.is_some(), "{number}");
        for action in &case.actions {
            let done_on = action.done_on.unwrap();
            assert!(approval.on <= verification.on && done_on <= verification.on, "{number}");
            assert!(!action.evidence.is_empty(), "{number}: {}", action.what);
        }
        assert!(
            verification.on <= judged && judged <= closure.on && closure.on <= sample::as_of(),
            "{number}"
        );
        for by in [&approval.by, &verification.by, &case.effectiveness.by, &closure.by, &case.reported_by] {
            assert!(names.contains(by.as_str()), "{number}: {by}");
        }
    }
    let no_action = case(&register, "DK/10/2014").no_action.as_ref().unwrap();
    assert_eq!(no_action.by, "Pełnomocnik ds. SZJ");
    assert_eq!(no_action.approved_by, "Sekretarz Powiatu (Koordynator SZJ)");
    assert!(!no_action.reason.is_empty());
}

#[test]
fn everything_that_is_named_is_there() {
    let register = office(Lang::Pl);
    for stood in register.cases() {
        let case = &stood.record;
        let number = case.number.as_deref().unwrap();
        let owner = register.post(case.owner.unwrap()).unwrap();
        assert_eq!(case.department, owner.department, "{number}: the unit is the owner's");
        assert!(register.process(case.process.unwrap()).is_some(), "{number}");
        for action in &case.actions {
            assert!(register.post(action.owner.unwrap()).is_some(), "{number}");
        }
        let old = case.clause_2008.as_deref().unwrap();
        let new = case.clause_2015.as_deref().unwrap();
        assert!(labels::clause_name(Edition::Iso2008, old, Lang::Pl).is_some(), "{number}: {old}");
        assert!(labels::clause_name(Edition::Iso2015, new, Lang::Pl).is_some(), "{number}: {new}");
    }
    for stood in register.processes() {
        assert!(register.post(stood.record.owner.unwrap()).is_some(), "{}", stood.record.code);
        assert!(register.department(stood.record.department.unwrap()).is_some(), "{}", stood.record.code);
    }
}

#[test]
fn the_certificate_has_its_milestones_under_both_rules() {
    let register = office(Lang::Pl);
    let certificate = &register.current_certificate().unwrap().record;
    assert_eq!((certificate.base, certificate.cycle), (RuleBase::Decision, 1));
    assert_eq!(certificate.edition, Edition::Iso2008);
    let found = |base, kind| {
        let all = milestones(certificate, base, &register.calendar());
        let milestone = all.into_iter().find(|milestone| milestone.kind == kind).unwrap();
        let text = |date: Option<NaiveDate>| date.map_or("-".into(), |date| date.to_string());
        [text(milestone.recommended), text(milestone.working_day_before), text(milestone.latest)].join(" ")
    };
    let first = MilestoneKind::Surveillance1;
    assert_eq!(found(RuleBase::Decision, first), "- 2014-02-28 2014-02-28");
    assert_eq!(found(RuleBase::Stage2, first), "- 2014-01-30 2014-01-30");
    let second = MilestoneKind::Surveillance2;
    assert_eq!(found(RuleBase::Decision, second), "2015-02-28 2015-02-27 2015-12-31");
    assert_eq!(found(RuleBase::Decision, MilestoneKind::Expiry), "- 2016-02-26 2016-02-27");
    assert_eq!(found(RuleBase::Decision, MilestoneKind::Restoration), "- 2016-08-26 2016-08-27");
}

#[test]
fn the_next_audit_is_the_planned_second_surveillance() {
    let register = office(Lang::Pl);
    let next = capa_core::domain::upcoming::next_audit(&register, sample::as_of()).unwrap();
    assert_eq!((next.milestone, next.on), (MilestoneKind::Surveillance2, day("2015-02-03")));
    assert_eq!(next.latest_on, Some(day("2015-12-31")));
    let planned: Vec<_> = register.audits().filter(|stood| !stood.record.held).collect();
    assert_eq!(planned.len(), 1);
    assert_eq!(planned[0].record.ends_on, day("2015-02-04"));
}

/// The past of an office that is only now opened is not told step by step.
#[test]
fn it_reminds_once_per_subject() {
    let register = office(Lang::Pl);
    let due = reminders::due(&register, day("2015-01-04"));
    let said: Vec<_> = due
        .iter()
        .map(|notice| (notice.label.as_str(), notice.rule.as_str(), notice.due_on.to_string()))
        .collect();
    assert!(said.contains(&("surveillance_2", "audit_30", "2015-02-03".into())), "{said:?}");
    assert!(said.contains(&("DK/9/2014", "overdue_1", "2014-12-19".into())), "{said:?}");
    assert!(said.iter().all(|(label, ..)| *label != "DK/1/2015"), "registered later: {said:?}");
    let mut steps: BTreeMap<&str, u32> = BTreeMap::new();
    for notice in &due {
        *steps.entry(notice.key.split('/').next().unwrap()).or_default() += 1;
    }
    assert!(steps.values().all(|count| *count == 1), "{steps:?}");
}

/// Fields with words in them in every record; everything else is codes, numbers, dates and identities.
const WORDS: [&str; 40] = [
    "analysis",
    "approved_by",
    "body",
    "by",
    "confirmed_by",
    "consequences",
    "criterion",
    "data",
    "decided_by",
    "decision",
    "decisions",
    "effect",
    "evidence",
    "expected_effect",
    "findings",
    "lead",
    "measure",
    "name",
    "no_case_reason",
    "note",
    "order",
    "participants",
    "problem",
    "reason",
    "remarks",
    "reported_by",
    "requirement",
    "root",
    "scope",
    "seen",
    "similar",
    "source_document",
    "statement",
    "subcauses",
    "subject",
    "summary",
    "text",
    "title",
    "training",
    "what",
];

/// Whether a field holds words: the same name may stand for a code in another kind of record.
fn holds_words(kind: RecordKind, field: &str) -> bool {
    let own: &[&str] = if kind == RecordKind::Case {
        &["answer"]
    } else if kind == RecordKind::Objective {
        &["baseline", "target", "result"]
    } else {
        &[]
    };
    WORDS.contains(&field) || own.contains(&field)
}

/// Goes through two records side by side and counts the texts that differ.
fn compare(kind: RecordKind, field: &str, pl: &Value, en: &Value, texts: &mut u32) {
    match (pl, en) {
        (Value::Object(pl), Value::Object(en)) => {
            assert!(pl.keys().eq(en.keys()), "{field}");
            for (name, value) in pl {
                compare(kind, name, value, &en[name], texts);
            }
        }
        (Value::Array(pl), Value::Array(en)) => {
            assert_eq!(pl.len(), en.len(), "{field}");
            for (pl, en) in pl.iter().zip(en) {
                compare(kind, field, pl, en, texts);
            }
        }
        (Value::String(pl), Value::String(en))
            if holds_words(kind, field) && !(pl.is_empty() && en.is_empty()) =>
        {
            assert_ne!(pl, en, "{field} is not translated");
            assert!(!pl.is_empty() && !en.is_empty(), "{field}: {pl:?} {en:?}");
            *texts += 1;
        }
        _ => assert_eq!(pl, en, "{field} is no text and differs"),
    }
}

#[test]
fn both_languages_are_whole() {
    let (pl, en) = (office(Lang::Pl), office(Lang::En));
    let mut texts = 0;
    for ((pl, _), (en, _)) in pl.records().zip(en.records()) {
        compare(pl.kind(), "record", &pl.to_value().unwrap(), &en.to_value().unwrap(), &mut texts);
    }
    assert_eq!(texts, 1102, "every text of the data, and every post that did something");
}

fn shown_record(record: &Record, lang: Lang) -> Record {
    fn boxed<T: Translated + Shelved>(record: &T, lang: Lang) -> Record {
        shown(record, lang).into_record()
    }
    match record {
        Record::Office(record) => Record::Office(Box::new(shown(&**record, lang))),
        Record::Department(record) => Record::Department(shown(record, lang)),
        Record::Process(record) => Record::Process(shown(record, lang)),
        Record::Post(record) => Record::Post(shown(record, lang)),
        Record::Case(record) => Record::Case(Box::new(shown(&**record, lang))),
        Record::Certificate(record) => Record::Certificate(shown(record, lang)),
        Record::Audit(record) => Record::Audit(shown(record, lang)),
        Record::AuditProgramme(record) => boxed(&**record, lang),
        Record::QuestionList(record) => boxed(&**record, lang),
        Record::Auditor(record) => boxed(&**record, lang),
        Record::Complaint(record) => boxed(&**record, lang),
        Record::Objective(record) => boxed(&**record, lang),
        Record::Survey(record) => boxed(&**record, lang),
        Record::Review(record) => boxed(&**record, lang),
        Record::ActionProgramme(record) => boxed(&**record, lang),
        Record::Confirmation(record) => boxed(&**record, lang),
        Record::OwnCheck(record) => boxed(&**record, lang),
        Record::ReadinessRun(record) => boxed(&**record, lang),
        // Of the running book: no sample data.
        Record::Batch(_) | Record::Notice(_) | Record::Person(_) => record.clone(),
    }
}

#[test]
fn a_folder_made_in_one_language_can_be_read_in_the_other() {
    let (pl, en) = (office(Lang::Pl), office(Lang::En));
    for ((pl, _), (en, _)) in pl.records().zip(en.records()) {
        assert_eq!(shown_record(&pl, Lang::En), en);
        assert_eq!(shown_record(&en, Lang::Pl), pl);
        assert_eq!(shown_record(&pl, Lang::Pl), pl, "shown in its own language it stays");
    }
}

#[test]
fn what_people_wrote_themselves_stays_as_they_wrote_it() {
    let register = office(Lang::Pl);
    let mut changed = case(&register, "DK/9/2014").clone();
    changed.title = "Nowy tytuł".into();
    changed.remarks = "Uwaga z sekretariatu".into();
    let seen = shown(&changed, Lang::En);
    assert_eq!((seen.title.as_str(), seen.remarks.as_str()), ("Nowy tytuł", "Uwaga z sekretariatu"));
    assert_ne!(seen.finding.statement, changed.finding.statement);
    let mut unit = register.departments().find(|stood| stood.record.code == "RK").unwrap().record.clone();
    unit.name = "Biuro Rzecznika".into();
    assert_eq!(shown(&unit, Lang::En).name, "Biuro Rzecznika");
}

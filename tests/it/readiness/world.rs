//! A small office whose checklist is easy to tell, and ways to change it.

use capa_core::domain::action::{Action, Evidence};
use capa_core::domain::action_programme::{ActionProgramme, Monitoring, QuarterReport};
use capa_core::domain::audit::{Audit, AuditKind, TeamMember};
use capa_core::domain::case::{
    Case, CaseKind, CaseStatus, Closure, Decision, Effect, External, Grade, Link, LinkKind, Source,
};
use capa_core::domain::certificate::{Certificate, Edition, RuleBase};
use capa_core::domain::change::Record;
use capa_core::domain::complaint::{Complaint, ComplaintKind, Justified};
use capa_core::domain::confirmation::{Confirmation, Confirmed};
use capa_core::domain::finding::CauseMethod;
use capa_core::domain::ids::{
    ActionId, ActionProgrammeId, AuditId, AuditProgrammeId, AuditorId, CaseId, CertificateId, ComplaintId,
    ConfirmationId, DecisionId, DepartmentId, EvidenceId, ObjectiveId, PostId, ProcessId, ReviewId, SurveyId,
};
use capa_core::domain::objective::Objective;
use capa_core::domain::office::{Department, Office, Post, Process};
use capa_core::domain::person::Signer;
use capa_core::domain::programme::{AuditProgramme, Auditor};
use capa_core::domain::review::{Review, ReviewDecision, ReviewInput, ReviewTopic};
use capa_core::domain::shelf::Shelved;
use capa_core::domain::survey::Survey;
use capa_core::register::Register;
use chrono::NaiveDate;
use uuid::Uuid;

/// The day on which the checklist is answered.
pub const TODAY: &str = "2015-01-12";
/// The last day of the external audit before: the period begins.
pub const FROM: &str = "2014-01-29";

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn post(number: u128) -> PostId {
    PostId(Uuid::from_u128(0x100 + number))
}

/// P01 belongs to the unit and the head 1, P02 to those of 2.
pub fn process(number: u128) -> ProcessId {
    ProcessId(Uuid::from_u128(0x200 + number))
}

fn unit(number: u128) -> DepartmentId {
    DepartmentId(Uuid::from_u128(0x300 + number))
}

/// The external audit before is 1, the one to come 2; internal ones follow.
pub fn audit_id(number: u128) -> AuditId {
    AuditId(Uuid::from_u128(0x400 + number))
}

/// The records of an office, changed one by one.
pub struct Desk {
    records: Vec<Record>,
    last: u128,
}

impl Desk {
    /// An office with two units, their heads, an outsider, and a process each. Nothing else.
    pub fn bare() -> Self {
        let mut office = Office::begun("Starostwo Powiatowe".into(), day("2013-01-02"));
        office.edition = Edition::Iso2008;
        let mut records = vec![Record::Office(Box::new(office))];
        for number in [1, 2] {
            let code = format!("U{number}");
            records.push(Record::Department(Department { id: unit(number), code: code.clone(), name: code }));
            records.push(Record::Process(Process {
                id: process(number),
                code: format!("P0{number}"),
                name: String::new(),
                owner: Some(post(number)),
                department: Some(unit(number)),
                measure: String::new(),
            }));
        }
        for (number, name) in [(1, "Head 1"), (2, "Head 2"), (3, "Representative")] {
            let department = (number < 3).then(|| unit(number));
            records.push(Record::Post(Post {
                id: post(number),
                name: name.into(),
                department,
                roles: vec![],
            }));
        }
        Self { records, last: 0x1000 }
    }

    /// The same with a certificate and the external audit that began the period.
    pub fn certified() -> Self {
        let mut desk = Self::bare();
        desk.put(Record::Certificate(certificate()));
        let (starts_on, ends_on) = (day("2014-01-28"), day(FROM));
        desk.audit(Audit {
            held: true,
            certificate: Some(certificate().id),
            ..Audit::planned(audit_id(1), AuditKind::Surveillance1, starts_on, ends_on)
        });
        desk
    }

    pub fn put(&mut self, record: Record) {
        self.records.push(record);
    }

    pub fn audit(&mut self, audit: Audit) {
        self.put(Record::Audit(audit));
    }

    pub fn uuid(&mut self) -> Uuid {
        self.last += 1;
        Uuid::from_u128(self.last)
    }

    /// A case in progress, planned and explained, of no process and no audit.
    pub fn case(&mut self, number: &str, change: impl FnOnce(&mut Case)) -> CaseId {
        let id = CaseId(self.uuid());
        let mut case = Case::draft(id, CaseKind::from_prefix(number).unwrap());
        case.number = Some(number.into());
        case.status = CaseStatus::InProgress;
        case.title = number.into();
        case.registered_on = Some(day("2014-03-03"));
        case.source = Some(Source::SelfCheck);
        case.cause.root = "Root".into();
        case.cause.method = Some(CauseMethod::FiveWhy);
        case.correction.what = "Corrected".into();
        case.actions = vec![Action {
            what: "Act".into(),
            owner: Some(post(1)),
            original_due_on: Some(day("2015-06-30")),
            due_on: Some(day("2015-06-30")),
            ..Action::planned(ActionId(self.uuid()))
        }];
        change(&mut case);
        self.put(Record::Case(Box::new(case)));
        id
    }

    /// Changes the case of that number.
    pub fn edit(&mut self, number: &str, change: impl FnOnce(&mut Case)) {
        let found = self.records.iter_mut().find_map(|record| match record {
            Record::Case(case) if case.number.as_deref() == Some(number) => Some(case),
            _ => None,
        });
        change(found.unwrap());
    }

    pub fn edit_audit(&mut self, number: u128, change: impl FnOnce(&mut Audit)) {
        let found = self.records.iter_mut().find_map(|record| match record {
            Record::Audit(audit) if audit.id == audit_id(number) => Some(audit),
            _ => None,
        });
        change(found.unwrap());
    }

    pub fn edit_certificate(&mut self, change: impl FnOnce(&mut Certificate)) {
        let found = self.records.iter_mut().find_map(|record| match record {
            Record::Certificate(certificate) => Some(certificate),
            _ => None,
        });
        change(found.unwrap());
    }

    pub fn edit_office(&mut self, change: impl FnOnce(&mut Office)) {
        let Some(Record::Office(office)) = self.records.first_mut() else { panic!("no office") };
        change(office);
    }

    /// Changes the only record of a kind that stands on the shelf.
    pub fn edit_shelved<T: Shelved>(&mut self, change: impl FnOnce(&mut T)) {
        let place = self.records.iter().position(|record| T::of(record).is_some()).unwrap();
        let mut own = T::of(&self.records[place]).unwrap().clone();
        change(&mut own);
        self.records[place] = own.into_record();
    }

    /// Takes all records of a kind off the shelf.
    pub fn clear<T: Shelved>(&mut self) {
        self.records.retain(|record| T::of(record).is_none());
    }

    pub fn id_of(&self, number: &str) -> CaseId {
        let found = self.records.iter().find_map(|record| match record {
            Record::Case(case) if case.number.as_deref() == Some(number) => Some(case.id),
            _ => None,
        });
        found.unwrap()
    }

    pub fn link(&mut self, from: &str, kind: LinkKind, to: &str) {
        let to = self.id_of(to);
        self.edit(from, |case| case.links.push(Link { kind, to }));
    }

    pub fn book(&self) -> Register {
        let mut register = Register::default();
        for record in &self.records {
            register.load(record.clone(), 1);
        }
        register
    }

    pub fn answer(&mut self, check: &str, answer: Confirmed) {
        self.answer_with(check, answer, |_| {});
    }

    pub fn answer_with(&mut self, check: &str, answer: Confirmed, change: impl FnOnce(&mut Confirmation)) {
        let mut given = Confirmation {
            id: ConfirmationId(self.uuid()),
            check: check.into(),
            answer,
            on: day("2015-01-05"),
            by: "Representative".into(),
            signer: None,
            note: "Note".into(),
            figure: None,
            processes: vec![],
            cases: vec![],
        };
        change(&mut given);
        self.put(given.into_record());
    }

    /// A complaint received and answered within the month.
    pub fn complaint(&mut self, change: impl FnOnce(&mut Complaint)) {
        let mut complaint = Complaint {
            id: ComplaintId(self.uuid()),
            kind: ComplaintKind::Complaint,
            reference: String::new(),
            received_on: day("2014-11-03"),
            subject: "Subject".into(),
            department: None,
            process: None,
            justified: Some(Justified::No),
            decision: String::new(),
            answered_on: Some(day("2014-12-03")),
            notice_on: None,
            notice_until: None,
            case: None,
            no_case_reason: String::new(),
            note: String::new(),
        };
        change(&mut complaint);
        self.put(complaint.into_record());
    }

    /// An approved objective that was reached.
    pub fn objective(&mut self, year: i32, change: impl FnOnce(&mut Objective)) {
        let mut objective = Objective {
            id: ObjectiveId(self.uuid()),
            year,
            text: "Objective".into(),
            process: None,
            owner: None,
            measure: String::new(),
            baseline: String::new(),
            target: String::new(),
            result: String::new(),
            met: Some(true),
            approved_on: Some(day("2014-01-15")),
            reviewed_on: None,
            case: None,
            no_case_reason: String::new(),
        };
        change(&mut objective);
        self.put(objective.into_record());
    }

    /// A survey with a good score.
    pub fn survey(&mut self, change: impl FnOnce(&mut Survey)) {
        let mut survey = Survey {
            id: SurveyId(self.uuid()),
            name: "Autumn".into(),
            held_on: day("2014-10-03"),
            answers: None,
            score: Some(450),
            target: Some(400),
            scale: Some(500),
            report_on: None,
            findings: String::new(),
            cases: vec![],
            no_case_reason: String::new(),
        };
        change(&mut survey);
        self.put(survey.into_record());
    }

    /// A review that looked at the actions and decided nothing.
    pub fn review(&mut self, on: &str, change: impl FnOnce(&mut Review)) {
        let mut review = Review {
            id: ReviewId(self.uuid()),
            on: day(on),
            held: true,
            participants: String::new(),
            minutes: String::new(),
            inputs: vec![ReviewInput { topic: ReviewTopic::Actions, summary: String::new() }],
            decisions: vec![],
            note: String::new(),
        };
        change(&mut review);
        self.put(review.into_record());
    }

    /// A held internal audit of both processes by the outsider.
    pub fn internal_audit(&mut self, number: u128, on: &str, change: impl FnOnce(&mut Audit)) {
        let mut audit = Audit::planned(audit_id(number), AuditKind::Internal, day(on), day(on));
        audit.held = true;
        audit.processes = vec![process(1), process(2)];
        audit.team = vec![TeamMember { post: post(3), processes: vec![] }];
        change(&mut audit);
        self.audit(audit);
    }

    pub fn audit_programme(&mut self, year: i32, approved_on: Option<&str>) {
        let id = AuditProgrammeId(self.uuid());
        let approval = approved_on.map(decided);
        let programme = AuditProgramme { id, year, lines: vec![], approval, note: String::new() };
        self.put(programme.into_record());
    }

    /// Whoever holds that post is trained and appointed since that day.
    pub fn auditor(&mut self, number: u128, since: &str) {
        let auditor = Auditor {
            id: AuditorId(self.uuid()),
            post: post(number),
            training: String::new(),
            trained_on: Some(day(since)),
            order: String::new(),
            appointed_on: Some(day(since)),
            until: None,
        };
        self.put(auditor.into_record());
    }

    /// The programme of actions of 2014, monitored in these months and reported in these quarters.
    pub fn monitored(&mut self, months: &[u32], quarters: &[u32]) {
        let on = |month: u32| NaiveDate::from_ymd_opt(2014, month, 28).unwrap();
        let by = || "Representative".to_string();
        let entry = |month: &u32| Monitoring {
            month: *month,
            on: on(*month),
            by: by(),
            signer: None,
            open: 0,
            done: 0,
            overdue: 0,
            remarks: String::new(),
            decisions: String::new(),
            progress: vec![],
        };
        let report = |quarter: &u32| QuarterReport {
            quarter: *quarter,
            on: on(quarter * 3),
            by: by(),
            signer: None,
            remarks: String::new(),
        };
        let programme = ActionProgramme {
            id: ActionProgrammeId(self.uuid()),
            year: 2014,
            approval: None,
            approved: vec![],
            monitoring: months.iter().map(entry).collect(),
            reports: quarters.iter().map(report).collect(),
        };
        self.put(programme.into_record());
    }
}

fn certificate() -> Certificate {
    Certificate {
        id: CertificateId(Uuid::from_u128(0x500)),
        number: "1".into(),
        body: String::new(),
        edition: Edition::Iso2008,
        stage2_ended_on: Some(day("2013-01-30")),
        decided_on: day("2013-02-28"),
        valid_until: day("2016-02-27"),
        base: RuleBase::Decision,
        tolerance_days: 0,
        cycle: 1,
        recorded_on: None,
        suspensions: vec![],
        transfers: vec![],
        withdrawn_on: None,
        restored: false,
    }
}

pub fn decided(on: &str) -> Decision {
    Decision { on: day(on), by: "Starosta".into(), signer: None }
}

pub fn decision(case: Option<CaseId>, no_case_reason: &str) -> ReviewDecision {
    ReviewDecision {
        id: DecisionId(Uuid::from_u128(0x600)),
        text: "Decision".into(),
        owner: None,
        due_on: None,
        case,
        no_case_reason: no_case_reason.into(),
    }
}

pub fn evidence() -> Evidence {
    Evidence {
        id: EvidenceId(Uuid::from_u128(0x700)),
        title: "Record".into(),
        file_number: "OR.1.2014".into(),
        on: Some(day("2014-06-02")),
        by: "Head 1".into(),
        signer: None,
        attached_at: None,
        file: None,
        withdrawn: None,
    }
}

/// A finding of the external audit before.
pub fn external(case: &mut Case, grade: Grade) {
    case.source = Some(Source::ExtAudit);
    case.grade = Some(grade);
    case.external = Some(External { audit: Some(audit_id(1)), ..External::default() });
}

/// Everything was done, with evidence.
pub fn carried_out(case: &mut Case) {
    for action in &mut case.actions {
        action.done_on = Some(day("2014-06-02"));
        action.evidence = vec![evidence()];
    }
}

/// Done, judged by the representative and closed.
pub fn closed(case: &mut Case, effect: Effect) {
    carried_out(case);
    case.status = match effect {
        Effect::Effective => CaseStatus::ClosedEffective,
        Effect::Ineffective => CaseStatus::ClosedIneffective,
    };
    case.effectiveness.result = Some(effect);
    case.effectiveness.on = Some(day("2014-09-01"));
    case.effectiveness.signer = Some(Signer { posts: vec![post(3)], ..Signer::default() });
    case.closure = Some(closure(""));
}

pub fn closure(note: &str) -> Closure {
    Closure { on: day("2014-09-01"), by: "Representative".into(), note: note.into(), signer: None }
}

pub fn cancelled(case: &mut Case, note: &str) {
    case.status = CaseStatus::Cancelled;
    case.closure = Some(closure(note));
}

pub fn imported(case: &mut Case) {
    case.imported = Some(capa_core::domain::imported::ImportedRow {
        batch: capa_core::domain::ids::BatchId(Uuid::from_u128(0x800)),
        row: 2,
        identity: case.title.clone(),
        original: vec![],
        problems: vec![],
    });
}

//! An office with one person for every role, and a case in every state on which every guard holds.

use capa_core::clock::SystemIds;
use capa_core::domain::action::{Action, Evidence};
use capa_core::domain::case::{
    Case, CaseKind, CaseStatus, Closure, Decision, Done, Effect, Grade, NoActionProposal, Source,
    Verification,
};
use capa_core::domain::change::{Actor, ChangeSet, Moment, Record};
use capa_core::domain::draft::{self, DraftForm};
use capa_core::domain::finding::CauseMethod;
use capa_core::domain::ids::{
    ActionId, CaseId, CommandId, DepartmentId, EvidenceId, IdSource, PersonId, PostId, ProcessId,
};
use capa_core::domain::life::{self, Judgement, NewEvidence, Step, Wish};
use capa_core::domain::moves::Move;
use capa_core::domain::office::{Department, Office, Post, Process};
use capa_core::domain::person::{Person, Role, Signer};
use capa_core::domain::registration;
use capa_core::domain::rule::RuleError;
use capa_core::register::Register;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// The day on which everything happens that is not told a day.
pub const TODAY: &str = "2014-06-02";

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn instant(on: NaiveDate) -> DateTime<Utc> {
    on.and_hms_opt(9, 0, 0).unwrap().and_utc()
}

/// Everybody who could try a move. Each holds one post of the same number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    Representative,
    Coordinator,
    TopManagement,
    /// Heads the department of the case.
    Head,
    /// Heads another department, which has nothing to do with the case.
    OtherHead,
    /// Heads the department of the one who carries the actions out.
    HeadOfOwner,
    /// Holds the post that the case is assigned to.
    CaseOwner,
    /// Holds the post that owns the process.
    ProcessOwner,
    /// Holds the post that the actions are assigned to.
    ActionOwner,
    Auditor,
    /// Signs in, without any role.
    Reporter,
    /// Nobody signed in.
    Nobody,
    /// Was shut out, though the post is the representative's.
    ShutOut,
    /// A person that the book does not hold.
    Unknown,
}

impl Who {
    pub const ALL: [Self; 14] = [
        Self::Representative,
        Self::Coordinator,
        Self::TopManagement,
        Self::Head,
        Self::OtherHead,
        Self::HeadOfOwner,
        Self::CaseOwner,
        Self::ProcessOwner,
        Self::ActionOwner,
        Self::Auditor,
        Self::Reporter,
        Self::Nobody,
        Self::ShutOut,
        Self::Unknown,
    ];

    pub fn id(self) -> u128 {
        1 + self as u128
    }

    pub fn post(self) -> PostId {
        PostId(Uuid::from_u128(0x100 + self.id()))
    }

    pub fn person(self) -> PersonId {
        PersonId(Uuid::from_u128(0x200 + self.id()))
    }

    pub fn roles(self) -> Vec<Role> {
        match self {
            Self::Representative | Self::ShutOut => vec![Role::Representative],
            Self::Coordinator => vec![Role::Coordinator],
            Self::TopManagement => vec![Role::TopManagement],
            Self::Head | Self::OtherHead | Self::HeadOfOwner => vec![Role::DepartmentHead],
            Self::Auditor => vec![Role::InternalAuditor],
            Self::CaseOwner | Self::ProcessOwner | Self::ActionOwner | Self::Reporter => vec![Role::Reporter],
            Self::Nobody | Self::Unknown => Vec::new(),
        }
    }

    fn unit(self) -> Option<DepartmentId> {
        match self {
            Self::Head => Some(unit(1)),
            Self::OtherHead => Some(unit(2)),
            Self::HeadOfOwner | Self::ActionOwner => Some(unit(3)),
            _ => None,
        }
    }

    /// The letters of the sheet that they are to a case of the office, and to its actions. Written down here, not
    /// asked of the rules.
    pub fn letters(self, of_action: bool) -> &'static str {
        match (self, of_action) {
            (Self::Representative, _) => "ZP",
            (Self::Coordinator, _) => "ZK",
            (Self::TopManagement, _) => "ZS",
            (Self::Head | Self::CaseOwner | Self::ProcessOwner, _) | (Self::HeadOfOwner, true) => "ZW",
            (Self::ActionOwner, true) => "ZR",
            (Self::Auditor, _) => "ZA",
            (Self::OtherHead | Self::Reporter, _) | (Self::HeadOfOwner | Self::ActionOwner, false) => "Z",
            (Self::Nobody | Self::ShutOut | Self::Unknown, _) => "",
        }
    }

    /// Who signs off with the password.
    pub fn actor(self) -> Actor {
        let person = (self != Self::Nobody).then(|| self.person());
        Actor { person, signed_off: person.is_some(), ..Actor::named(&format!("{self:?}"), "") }
    }

    pub fn signer(self) -> Signer {
        Signer { posts: vec![self.post()], person: Some(self.person()), ..Signer::default() }
    }
}

pub fn unit(number: u128) -> DepartmentId {
    DepartmentId(Uuid::from_u128(0x300 + number))
}

pub fn process() -> ProcessId {
    ProcessId(Uuid::from_u128(0x400))
}

pub fn case_id(number: u128) -> CaseId {
    CaseId(Uuid::from_u128(0x500 + number))
}

pub fn action_id(number: u128) -> ActionId {
    ActionId(Uuid::from_u128(0x600 + number))
}

pub fn evidence_id(number: u128) -> EvidenceId {
    EvidenceId(Uuid::from_u128(0x700 + number))
}

/// The records of the office, in which all of these have a password.
pub fn office(signing_in: &[Who]) -> Vec<Record> {
    let mut office = Office::begun("Starostwo Powiatowe".into(), day("2014-01-02"));
    office.settings = capa_core::domain::settings::Settings::default();
    let mut records = vec![Record::Office(Box::new(office))];
    for (number, code) in [(1, "AB"), (2, "GN"), (3, "KT")] {
        records.push(Record::Department(Department {
            id: unit(number),
            code: code.into(),
            name: code.into(),
        }));
    }
    for who in Who::ALL.into_iter().filter(|who| !matches!(who, Who::Nobody | Who::Unknown)) {
        let (name, department) = (format!("{who:?}"), who.unit());
        records.push(Record::Post(Post { id: who.post(), name, department, roles: who.roles() }));
        if signing_in.contains(&who) {
            records.push(Record::Person(Person {
                id: who.person(),
                name: format!("{who:?}"),
                login: format!("{who:?}").to_lowercase(),
                posts: vec![who.post()],
                active: who != Who::ShutOut,
                credential: Some("00".repeat(32)),
                credential_on: Some(day("2014-01-02")),
            }));
        }
    }
    records.push(Record::Process(Process {
        id: process(),
        code: "P01".into(),
        name: "Wydawanie decyzji".into(),
        owner: Some(Who::ProcessOwner.post()),
        department: None,
        measure: String::new(),
    }));
    records
}

/// A register that holds these records at revision 1.
pub fn holding(records: Vec<Record>) -> Register {
    let mut register = Register::default();
    for record in records {
        register.load(record, 1);
    }
    register
}

/// Everybody signs in; the office holds this case and an earlier one of the number 2.
pub fn with(case: &Case) -> Register {
    with_people(case, &Who::ALL)
}

/// Those sign in.
pub fn with_people(case: &Case, signing_in: &[Who]) -> Register {
    let mut records = office(signing_in);
    let mut earlier = cased(CaseStatus::Registered);
    earlier.id = case_id(2);
    earlier.number = Some("DK/1/2013".into());
    records.push(Record::Case(Box::new(earlier)));
    records.push(Record::Case(Box::new(case.clone())));
    holding(records)
}

pub fn evidence(number: u128) -> Evidence {
    Evidence {
        id: evidence_id(number),
        title: "Notatka".into(),
        file_number: "OR.0142.3.2014".into(),
        on: Some(day("2014-04-01")),
        by: "ActionOwner".into(),
        signer: Some(Who::ActionOwner.signer()),
        attached_at: None,
        file: None,
        withdrawn: None,
    }
}

/// An action of the post that carries out: proven, and still to be done.
pub fn action(number: u128) -> Action {
    Action {
        what: format!("Działanie {number}"),
        owner: Some(Who::ActionOwner.post()),
        original_due_on: Some(day("2014-06-30")),
        due_on: Some(day("2014-06-30")),
        evidence: vec![evidence(number * 10), evidence(number * 10 + 1)],
        ..Action::planned(action_id(number))
    }
}

pub fn done(action: &mut Action) {
    action.done_on = Some(day("2014-04-02"));
    action.done_signer = Some(Who::ActionOwner.signer());
}

pub fn decided(on: &str, who: Who) -> Decision {
    Decision { on: day(on), by: format!("{who:?}"), signer: Some(who.signer()) }
}

pub fn proposal() -> NoActionProposal {
    NoActionProposal {
        reason: "Zdarzenie jednorazowe".into(),
        on: day("2014-03-05"),
        by: "Representative".into(),
        signer: Some(Who::Representative.signer()),
    }
}

/// A whole case in that state: every record that the way to it leaves is there.
pub fn cased(status: CaseStatus) -> Case {
    let mut case = Case::draft(case_id(1), CaseKind::Corrective);
    case.status = status;
    case.title = "Brak daty na decyzji".into();
    case.finding.statement = "Decyzja nie ma daty.".into();
    case.owner = Some(Who::CaseOwner.post());
    case.department = Some(unit(1));
    case.process = Some(process());
    case.source = Some(Source::IntAudit);
    case.clause_2008 = Some("8.5.2".into());
    case.grade = Some(Grade::Minor);
    case.target_on = Some(day("2014-06-30"));
    case.cause.method = Some(CauseMethod::FiveWhy);
    case.cause.root = "Wzór nie ma pola daty.".into();
    case.effectiveness.criterion = "Trzy kolejne miesiące bez braku.".into();
    case.effectiveness.due_on = Some(day("2014-05-30"));
    case.actions = vec![action(1), action(2)];
    if status == CaseStatus::Draft {
        return case;
    }
    case.number = Some("DK/1/2014".into());
    case.registered_on = Some(day("2014-03-03"));
    case.original_target_on = case.target_on;
    let order = CaseStatus::ALL.iter().position(|other| *other == status).unwrap();
    let reached = |other| order >= CaseStatus::ALL.iter().position(|one| *one == other).unwrap();
    let judged = matches!(status, CaseStatus::ClosedEffective | CaseStatus::ClosedIneffective);
    let open = !status.is_closed();
    if (open || judged) && reached(CaseStatus::PlanPending) {
        case.plan_submission = Some(decided("2014-03-10", Who::CaseOwner));
    }
    if (open || judged) && reached(CaseStatus::InProgress) {
        case.plan_approval = Some(decided("2014-03-12", Who::TopManagement));
    }
    if (open || judged) && reached(CaseStatus::Implemented) {
        case.actions.iter_mut().for_each(done);
        case.done_report = Some(decided("2014-04-10", Who::CaseOwner));
    }
    if (open || judged) && reached(CaseStatus::Effectiveness) {
        case.verification = Some(Verification {
            result: Done::Yes,
            on: day("2014-04-15"),
            by: "Auditor".into(),
            seen: "Rejestr decyzji".into(),
            signer: Some(Who::Auditor.signer()),
            by_owner: false,
        });
    }
    if judged {
        case.effectiveness.result = Some(match status {
            CaseStatus::ClosedEffective => Effect::Effective,
            _ => Effect::Ineffective,
        });
        case.effectiveness.data = "0 z 40 decyzji".into();
        case.effectiveness.on = Some(day("2014-05-30"));
        case.effectiveness.by = "Representative".into();
        case.effectiveness.signer = Some(Who::Representative.signer());
    }
    if status == CaseStatus::ClosedIneffective {
        let kind = capa_core::domain::case::LinkKind::FollowUp;
        case.links = vec![capa_core::domain::case::Link { kind, to: case_id(2) }];
    }
    if status == CaseStatus::ClosedNoAction {
        case.no_action = Some(capa_core::domain::case::NoAction {
            reason: "Zdarzenie jednorazowe".into(),
            by: "Representative".into(),
            approved_by: "Coordinator".into(),
            on: day("2014-05-30"),
            approver: Some(Who::Coordinator.signer()),
        });
    }
    if status.is_closed() {
        let signer = Some(Who::Representative.signer());
        case.closure =
            Some(Closure { on: day("2014-05-30"), by: "Representative".into(), note: String::new(), signer });
    }
    case
}

/// A moment of that actor, with fresh identities.
pub fn moment(actor: Actor, today: NaiveDate, ids: &mut SystemIds) -> Moment<'_> {
    let command = CommandId(ids.fresh());
    Moment { actor, at: instant(today), today, command, ids }
}

/// The step that a move of the table is made by. `None` for the moves of a draft.
pub fn step(step: Move) -> Option<Step> {
    let action = action_id(1);
    let reason = "Powód".to_string();
    let judge = |effect| {
        Step::Judge(Judgement {
            effect,
            data: "0 z 40 decyzji".into(),
            early_reason: String::new(),
            risks_updated: String::new(),
            qms_change: String::new(),
        })
    };
    let evidence = || NewEvidence {
        title: "Notatka".into(),
        file_number: "OR.1.2014".into(),
        on: Some(day("2014-05-01")),
        file: None,
    };
    Some(match step {
        Move::Save | Move::Discard | Move::Register => return None,
        Move::StartAnalysis => Step::StartAnalysis,
        Move::SubmitPlan => Step::SubmitPlan,
        Move::ApprovePlan => Step::ApprovePlan,
        Move::ReturnPlan => Step::ReturnPlan { reason },
        Move::CompleteAction => Step::CompleteAction { action, done_on: None, note: String::new() },
        Move::ReopenAction => Step::ReopenAction { action, reason },
        Move::CancelAction => Step::CancelAction { action, reason },
        Move::ReportDone => Step::ReportDone,
        Move::Verify => Step::Verify { seen: "Rejestr".into() },
        Move::SendBack => Step::SendBack { result: Done::Partly, reason },
        Move::JudgeEffective => judge(Effect::Effective),
        Move::JudgeIneffective => judge(Effect::Ineffective),
        Move::DecideNoAction => Step::DecideNoAction { reason, approved: None },
        Move::ApproveNoAction => Step::ApproveNoAction,
        Move::RefuseNoAction => Step::RefuseNoAction { reason },
        Move::Cancel => Step::Cancel { reason },
        Move::Reopen => Step::Reopen { reason },
        Move::Extend => Step::Extend { action: Some(action), due_on: day("2014-07-31"), reason },
        Move::AskExtension => Step::AskExtension { action: Some(action), due_on: day("2014-07-31"), reason },
        Move::RefuseExtension => Step::RefuseExtension { action: Some(action), reason },
        Move::Attach => Step::Attach { action, evidence: evidence() },
        Move::Withdraw => Step::Withdraw { action, evidence: evidence_id(10), reason },
        Move::Assign => Step::Assign { action: Some(action), owner: Who::Reporter.post(), reason },
        Move::Link => Step::Link { to: case_id(2) },
        Move::Unlink => Step::Unlink { to: case_id(2), reason },
    })
}

/// Makes that step for the case of the number 1.
pub fn make(register: &Register, actor: Actor, step: Step) -> Result<ChangeSet, RuleError> {
    make_on(register, actor, step, day(TODAY))
}

pub fn make_on(
    register: &Register,
    actor: Actor,
    step: Step,
    today: NaiveDate,
) -> Result<ChangeSet, RuleError> {
    let mut ids = SystemIds;
    let revision = register.case(case_id(1)).unwrap().revision;
    let wish = Wish { case: case_id(1), revision, step };
    life::make(register, &wish, &mut moment(actor, today, &mut ids)).map(|made| made.set)
}

/// Makes the move by the call that a face would make.
pub fn perform(register: &Register, actor: Actor, wanted: Move) -> Result<ChangeSet, RuleError> {
    if let Some(step) = step(wanted) {
        return make(register, actor, step);
    }
    let mut ids = SystemIds;
    let mut moment = moment(actor, day(TODAY), &mut ids);
    let stood = register.case(case_id(1)).unwrap();
    let (id, revision) = (stood.record.id, stood.revision);
    match wanted {
        Move::Save => {
            let mut form = DraftForm::of(&stood.record);
            form.remarks = "Uwaga".into();
            draft::save(register, id, revision, form, &mut moment)
        }
        Move::Discard => draft::discard(register, id, revision, &moment),
        _ => registration::register(register, id, revision, &moment).map(|(_, set)| set),
    }
}

/// The stable name of a refusal.
pub fn rule(error: &RuleError) -> String {
    match error {
        RuleError::Refused { rule, .. } => rule.code().into(),
        RuleError::NotFound { what } => format!("not_found:{what}"),
        RuleError::Stale { .. } => "stale".into(),
        RuleError::Record { .. } => "record".into(),
    }
}

pub fn param(error: &RuleError, name: &str) -> String {
    let RuleError::Refused { params, .. } = error else { return String::new() };
    params.iter().find(|(own, _)| *own == name).map(|(_, value)| value.clone()).unwrap_or_default()
}

/// The case of the number 1 after that change set.
pub fn after(register: &Register, set: &ChangeSet) -> Case {
    let mut register = register.clone();
    register.apply(set).unwrap();
    register.case(case_id(1)).unwrap().record.clone()
}

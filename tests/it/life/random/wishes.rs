//! One life: an office, its stores, its clock, and the wishes of its people.

use std::collections::BTreeMap;

use capa_core::domain::action::Action;
use capa_core::domain::case::{Case, CaseKind, CaseStatus, Done, Effect, Grade, Source};
use capa_core::domain::change::{Actor, Change, ChangeSet, Moment, RecordKind, RecordedFor};
use capa_core::domain::draft::{self, ActionForm, DraftForm};
use capa_core::domain::finding::CauseMethod;
use capa_core::domain::ids::{ActionId, CaseId, CommandId, EvidenceId, IdSource};
use capa_core::domain::life::{self, Judgement, NewEvidence, Paper, Step, Wish};
use capa_core::domain::organise::{self, DepartmentForm, OfficeForm, PostForm};
use capa_core::domain::people::{self, PersonForm};
use capa_core::domain::person::Role;
use capa_core::domain::rule::RuleError;
use capa_core::domain::settings::OwnReview;
use capa_core::domain::{registration, write};
use capa_core::register::Register;
use capa_core::store::{MemoryStore, SledStore, Store, StoreError, TrailQuery};
use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::ledger::Ledger;
use crate::life::world::{Who, day, evidence_id, instant, office, process, rule, unit};
use crate::stores::Place;

/// What somebody wishes, as numbers that are read by what stands in the book.
#[derive(Debug, Clone, Copy)]
pub struct Wished {
    pub kind: u8,
    pub who: u8,
    pub case: u8,
    pub pick: u8,
    pub days: u8,
    pub flags: u8,
}

/// Identities one after another, the same in every run.
struct Counted(u128);

impl IdSource for Counted {
    fn fresh(&mut self) -> Uuid {
        self.0 += 1;
        Uuid::from_u128(0xA000_0000 + self.0)
    }
}

pub struct Life {
    place: Place,
    sled: Option<SledStore>,
    memory: MemoryStore,
    register: Register,
    ids: Counted,
    today: NaiveDate,
    ledger: Ledger,
    earlier: Vec<ChangeSet>,
    tally: BTreeMap<String, usize>,
    tried: usize,
}

const PEOPLE: [Who; 12] = [
    Who::Representative,
    Who::Coordinator,
    Who::TopManagement,
    Who::Head,
    Who::CaseOwner,
    Who::ProcessOwner,
    Who::ActionOwner,
    Who::Auditor,
    Who::HeadOfOwner,
    Who::OtherHead,
    Who::Reporter,
    Who::ShutOut,
];

impl Life {
    /// An office where nobody, one, or everybody signs in.
    pub fn begin(beginning: u8) -> Self {
        let place = Place::new();
        let signing_in: &[Who] = match beginning {
            0 => &[],
            1 => &[Who::Representative],
            _ => &PEOPLE,
        };
        let mut life = Self {
            sled: Some(place.open()),
            place,
            memory: MemoryStore::new(),
            register: Register::default(),
            ids: Counted(0),
            today: day("2014-11-20"),
            ledger: Ledger::new(),
            earlier: Vec::new(),
            tally: BTreeMap::new(),
            tried: 0,
        };
        let changes = office(signing_in).iter().map(|record| Change::create(record).unwrap()).collect();
        let set =
            life.moment(Actor::system(), |_, moment| ChangeSet::of(moment, "office_begun", None, changes));
        life.keep(&set);
        life
    }

    fn count(&mut self, what: String) {
        *self.tally.entry(what).or_default() += 1;
    }

    fn moment<T>(&mut self, actor: Actor, ask: impl FnOnce(&Register, &mut Moment<'_>) -> T) -> T {
        let command = CommandId(self.ids.fresh());
        let (at, today) = (instant(self.today), self.today);
        ask(&self.register, &mut Moment { actor, at, today, command, ids: &mut self.ids })
    }

    /// Makes it durable in both stores; both answer the same, down to the hash of the whole trail.
    fn keep(&mut self, set: &ChangeSet) {
        let receipt = self.memory.commit(set).unwrap();
        assert_eq!(self.sled.as_mut().unwrap().commit(set).unwrap(), receipt);
        let touched = set.changes.iter().filter(|change| change.kind == RecordKind::Case);
        let before: Vec<(CaseId, Option<Case>)> = touched
            .map(|change| CaseId(change.id))
            .map(|id| (id, self.register.case(id).map(|stood| stood.record.clone())))
            .collect();
        self.register.apply(set).unwrap();
        for (id, before) in before {
            let after = self.register.case(id).map(|stood| stood.record.clone());
            let Some(after) = after else { continue };
            if before.as_ref().is_none_or(|before| before.status != after.status) {
                self.count(format!("reached {}", after.status.code()));
            }
            self.ledger.turn(before.as_ref(), &after);
        }
        Ledger::numbers(&self.register);
        self.count(format!("kept {}", set.what));
        self.earlier.push(set.clone());
    }

    /// Tries one wish: kept by rules and stores alike, or refused and nothing changed.
    pub fn try_one(&mut self, wished: Wished) {
        let leap = if wished.days > 250 { 70 } else { u64::from(wished.days % 5) };
        self.today = self.today.checked_add_days(Days::new(leap)).unwrap();
        self.tried += 1;
        if wished.kind % 16 == 15 {
            self.send_again(wished);
        }
        match self.ask(wished) {
            Ok(set) => self.keep(&set),
            Err(error) => self.count(format!("refused {}", rule(&error))),
        }
        if self.tried.is_multiple_of(20) {
            self.compare();
        }
        if self.tried.is_multiple_of(70) {
            self.sled = None;
            self.sled = Some(self.place.open());
            self.compare();
        }
    }

    /// An old change set under a new command: a desk that saw an old book. Both stores refuse it alike.
    fn send_again(&mut self, wished: Wished) {
        let place = usize::from(wished.pick) % self.earlier.len();
        let command = CommandId(self.ids.fresh());
        let old = ChangeSet { command, ..self.earlier[place].clone() };
        let (one, other) = (self.memory.commit(&old), self.sled.as_mut().unwrap().commit(&old));
        assert!(matches!(one, Err(StoreError::Conflict { .. })), "{one:?}");
        assert_eq!(one.unwrap_err().to_string(), other.unwrap_err().to_string());
        let repeated = self.sled.as_mut().unwrap().commit(&self.earlier[place]).unwrap();
        assert!(repeated.repeated);
        assert_eq!(self.memory.commit(&self.earlier[place]).unwrap(), repeated);
        self.count("stale".into());
    }

    fn compare(&self) {
        let (memory, sled) = (self.memory.load().unwrap(), self.sled.as_ref().unwrap().load().unwrap());
        assert!(memory.register == self.register, "memory holds another book");
        assert!(sled.register == self.register, "sled holds another book");
        assert_eq!((memory.seq, memory.head), (sled.seq, sled.head));
    }

    /// The end of a life: both trails are whole and tell the book that stands.
    pub fn end(mut self) -> BTreeMap<String, usize> {
        self.compare();
        let sled = self.sled.take().unwrap();
        for store in [&self.memory as &dyn Store, &sled] {
            let integrity = store.check().unwrap();
            assert!(integrity.ok, "{integrity:?}");
        }
        let mut replayed = Register::default();
        for stored in sled.trail(&TrailQuery::ALL).unwrap() {
            replayed.apply(&stored.entry.set).unwrap();
        }
        assert!(replayed == self.register, "the trail tells another book");
        drop(sled);
        assert!(self.place.verify().ok);
        self.tally
    }

    fn ask(&mut self, wished: Wished) -> Result<ChangeSet, RuleError> {
        let cases: Vec<(CaseId, u32)> =
            self.register.cases().map(|stood| (stood.record.id, stood.revision)).collect();
        let open = self.register.cases().filter(|stood| !stood.record.status.is_closed()).count();
        if open == 0 || (wished.kind % 32 == 7 && open < 3) {
            return self.create(wished);
        }
        let place = usize::from(wished.case) % cases.len();
        // Work goes on mostly where something is open.
        let lively = (0..cases.len()).map(|more| cases[(place + more) % cases.len()]).find(|(id, _)| {
            wished.flags.is_multiple_of(8) || !self.register.case(*id).unwrap().record.status.is_closed()
        });
        let (id, revision) = lively.unwrap();
        let case = self.register.case(id).unwrap().record.clone();
        let revision = if wished.flags == 255 { revision.wrapping_sub(1) } else { revision };
        match wished.kind % 32 {
            0 => self.change_people(wished),
            1 => self.change_office(wished),
            2 => self.change_post(wished),
            3 | 4 => self.write(wished, &case, revision),
            5 => self.draft_noise(wished, &case, revision),
            6..=13 => {
                let step = self.any_step(wished, &case);
                self.make(self.any_actor(wished), &case, revision, step)
            }
            _ => self.go_on(wished, &case, revision),
        }
    }

    fn alone(&self) -> bool {
        capa_core::domain::acting::is_alone(&self.register)
    }

    /// That one acts; while the representative is alone, she records it for that one's post.
    fn actor(&self, who: Who, wished: Wished) -> Actor {
        let signed_off = wished.flags % 16 != 3;
        let has = |who: Who| self.register.person(who.person()).is_some_and(|stood| stood.record.signs_in());
        if !self.alone() {
            return Actor { signed_off, ..who.actor() };
        }
        let own =
            if has(Who::Representative) { Who::Representative.actor() } else { Actor::representative() };
        let paper = who != Who::Representative || wished.flags.is_multiple_of(5);
        let back = u64::from(wished.flags % 3);
        let recorded_for = paper.then(|| RecordedFor {
            post: who.post(),
            name: format!("{who:?}"),
            on: self.today.checked_sub_days(Days::new(back)).unwrap(),
            document: "OR.1.2014".into(),
        });
        Actor { recorded_for, signed_off, ..own }
    }

    fn any_actor(&self, wished: Wished) -> Actor {
        match wished.who {
            0..=7 => Actor::representative(),
            8..=11 => Who::Unknown.actor(),
            other => self.actor(PEOPLE[usize::from(other) % PEOPLE.len()], wished),
        }
    }

    fn one_of(&self, wished: Wished, people: &[Who]) -> Actor {
        self.actor(people[usize::from(wished.who) % people.len()], wished)
    }

    fn form(&self, wished: Wished, form: &mut DraftForm) {
        let later = |days: u64| self.today.checked_add_days(Days::new(days));
        form.title = "Brak daty na decyzji".into();
        form.finding.statement = "Decyzja nie ma daty.".into();
        form.source = Some(if wished.pick.is_multiple_of(7) { Source::ExtAudit } else { Source::IntAudit });
        form.grade = [Some(Grade::Minor), Some(Grade::Ofi), Some(Grade::Observation), None]
            [usize::from(wished.pick / 8) % 4];
        form.process = Some(process());
        form.department = Some(unit(1));
        form.owner =
            Some(if wished.pick.is_multiple_of(11) { Who::Representative } else { Who::CaseOwner }.post());
        form.clause_2008 = Some("8.5.2".into());
        form.target_on = form.target_on.or(later(20));
        form.cause.method = Some(CauseMethod::FiveWhy);
        form.cause.root = format!("Przyczyna {}", wished.pick);
        form.criterion = "Trzy miesiące bez braku".into();
        form.review_due_on = form.review_due_on.or(later(u64::from(wished.pick % 40)));
        while form.actions.len() < 1 + usize::from(wished.pick % 2) {
            let owner = [Who::ActionOwner, Who::Representative, Who::Auditor, Who::Head, Who::ActionOwner];
            form.actions.push(ActionForm {
                id: None,
                what: "Działanie".into(),
                owner: Some(owner[usize::from(wished.flags) % owner.len()].post()),
                due_on: later(3 + u64::from(wished.pick % 30)),
                training: false,
            });
        }
    }

    /// Somebody spoils a form, or does what a form should not.
    fn spoil(wished: Wished, form: &mut DraftForm) {
        match wished.flags % 14 {
            1 => form.title.clear(),
            2 => form.actions.clear(),
            3 => form.owner = None,
            4 => form.actions.extend(form.actions.first().cloned()),
            5 => form.target_on = form.target_on.and_then(|on| on.succ_opt()),
            6 => form.kind = CaseKind::Preventive,
            7 => form.cause.root.clear(),
            8 => form.actions.reverse(),
            9 => form.process = None,
            10 => {
                for action in &mut form.actions {
                    action.owner = Some(Who::Reporter.post());
                    action.due_on = action.due_on.and_then(|on| on.succ_opt());
                }
            }
            11 => form.actions.truncate(1),
            12 => form.finding.statement = " ".into(),
            _ => {}
        }
    }

    fn create(&mut self, wished: Wished) -> Result<ChangeSet, RuleError> {
        let mut form = DraftForm::empty(CaseKind::ALL[usize::from(wished.pick) % 3]);
        self.form(wished, &mut form);
        if wished.kind.is_multiple_of(3) {
            Self::spoil(wished, &mut form);
        }
        let actor = self.any_actor(wished);
        self.moment(actor, |register, moment| draft::create(register, form, moment)).map(|(_, set)| set)
    }

    fn write(&mut self, wished: Wished, case: &Case, revision: u32) -> Result<ChangeSet, RuleError> {
        let mut form = DraftForm::of(case);
        match wished.pick % 4 {
            0 => self.form(wished, &mut form),
            1 => form.correction.what = format!("Poprawiono {}", wished.days),
            2 => form.cause.root = format!("Przyczyna {}", wished.days),
            _ => {}
        }
        Self::spoil(wished, &mut form);
        let actor = self.any_actor(wished);
        let id = case.id;
        self.moment(actor, |register, moment| write::save(register, id, revision, form, moment))
    }

    fn draft_noise(&mut self, wished: Wished, case: &Case, revision: u32) -> Result<ChangeSet, RuleError> {
        let actor = self.any_actor(wished);
        let id = case.id;
        let removed = self.register.removed().map(|(_, id, ..)| CaseId(id)).next();
        self.moment(actor, |register, moment| match (wished.pick % 4, removed) {
            (0, _) => draft::discard(register, id, revision, moment),
            (1, Some(removed)) => draft::restore(register, removed, moment),
            _ => registration::register(register, id, revision, moment).map(|(_, set)| set),
        })
    }

    fn change_people(&mut self, wished: Wished) -> Result<ChangeSet, RuleError> {
        let who = PEOPLE[usize::from(wished.pick) % PEOPLE.len()];
        let stood = self.register.person(who.person());
        let form = PersonForm {
            id: stood.map(|stood| stood.record.id),
            revision: stood.map_or(0, |stood| stood.revision),
            name: format!("{who:?}"),
            login: format!("{who:?}").to_lowercase(),
            posts: vec![who.post()],
            active: !wished.flags.is_multiple_of(4),
            credential: wished.flags.is_multiple_of(2).then(|| "11".repeat(32)),
        };
        let actor = self.one_of(wished, &[Who::Representative, Who::Representative, Who::Coordinator]);
        self.moment(actor, |register, moment| people::save(register, form, moment)).map(|(_, set)| set)
    }

    fn change_office(&mut self, wished: Wished) -> Result<ChangeSet, RuleError> {
        let stood = self.register.office_stood().unwrap();
        let office = stood.record.clone();
        let departments = self.register.departments().map(|stood| DepartmentForm {
            id: Some(stood.record.id),
            code: stood.record.code.clone(),
            name: stood.record.name.clone(),
        });
        let mut form = OfficeForm {
            revision: stood.revision,
            name: office.name,
            edition: office.edition,
            number_template: office.number_template.0,
            departments: departments.collect(),
            closed_days: office.closed_days,
            settings: office.settings,
        };
        form.settings.own_review =
            if wished.flags.is_multiple_of(3) { OwnReview::Warn } else { OwnReview::Refuse };
        let actor = self.one_of(wished, &[Who::Representative, Who::Representative, Who::Head]);
        self.moment(actor, |register, moment| organise::save(register, form, moment))
    }

    fn change_post(&mut self, wished: Wished) -> Result<ChangeSet, RuleError> {
        let who =
            [Who::Auditor, Who::Reporter, Who::CaseOwner, Who::Representative][usize::from(wished.pick) % 4];
        let stood = self.register.post_stood(who.post()).unwrap();
        let roles = [Role::InternalAuditor, Role::Reporter, Role::DepartmentHead, Role::Coordinator];
        let mut roles = vec![roles[usize::from(wished.flags) % 4]];
        if who == Who::Representative {
            roles.push(Role::Representative);
        }
        let form = PostForm {
            id: Some(who.post()),
            revision: stood.revision,
            name: stood.record.name.clone(),
            department: stood.record.department,
            roles,
        };
        let actor = self.one_of(wished, &[Who::Representative, Who::Representative, Who::Auditor]);
        self.moment(actor, |register, moment| organise::save_post(register, form, moment)).map(|(_, set)| set)
    }

    fn make(&mut self, actor: Actor, case: &Case, revision: u32, step: Step) -> Result<ChangeSet, RuleError> {
        let wish = Wish { case: case.id, revision, step };
        self.moment(actor, |register, moment| life::make(register, &wish, moment)).map(|made| made.set)
    }

    fn action(wished: Wished, case: &Case) -> ActionId {
        let place = usize::from(wished.pick) % case.actions.len().max(1);
        case.actions.get(place).map_or(ActionId(Uuid::nil()), |action| action.id)
    }

    fn reason(wished: Wished) -> String {
        if wished.flags % 32 == 9 { " ".into() } else { "Powód".into() }
    }

    /// Any step of the table, whether it fits or not.
    fn any_step(&self, wished: Wished, case: &Case) -> Step {
        let (action, reason) = (Self::action(wished, case), Self::reason(wished));
        let some = wished.flags.is_multiple_of(2).then_some(action);
        let due_on = self.today.checked_add_days(Days::new(u64::from(wished.days))).unwrap();
        let other = self.register.cases().nth(usize::from(wished.flags) % self.register.cases().count());
        let to = other.map_or(case.id, |stood| stood.record.id);
        let owner = PEOPLE[usize::from(wished.flags) % PEOPLE.len()].post();
        match wished.pick % 26 {
            0 => Step::StartAnalysis,
            1 => Step::SubmitPlan,
            2 => Step::ApprovePlan,
            3 => Step::ReturnPlan { reason },
            4 => self.complete(wished, action),
            5 => Step::ReopenAction { action, reason },
            6 => Step::CancelAction { action, reason },
            7 => Step::ReportDone,
            8 => Step::Verify { seen: "Rejestr".into() },
            9 => Step::SendBack { result: Done::Partly, reason },
            10 => Self::judge(Effect::Effective, wished),
            11 => Self::judge(Effect::Ineffective, wished),
            12 => self.decide(wished),
            13 => Step::ApproveNoAction,
            14 => Step::RefuseNoAction { reason },
            15 if wished.flags.is_multiple_of(2) => Step::Cancel { reason },
            15 | 16 => Step::Reopen { reason },
            17 | 18 => Step::Extend { action: some, due_on, reason },
            19 => Step::AskExtension { action: some, due_on, reason },
            20 => Step::RefuseExtension { action: some, reason },
            21 => Self::attach(action),
            22 => Step::Withdraw { action, evidence: Self::evidence(wished, case, action), reason },
            23 => Step::Assign { action: some, owner, reason },
            24 => Step::Link { to },
            _ => Step::Unlink { to, reason },
        }
    }

    fn evidence(wished: Wished, case: &Case, action: ActionId) -> EvidenceId {
        let found = case.actions.iter().find(|other| other.id == action);
        let all = found.map(|action| action.evidence.as_slice()).unwrap_or_default();
        let place = usize::from(wished.days) % all.len().max(1);
        all.get(place).map_or(evidence_id(1), |evidence| evidence.id)
    }

    fn attach(action: ActionId) -> Step {
        let evidence =
            NewEvidence { title: "Notatka".into(), file_number: "OR.1.2014".into(), on: None, file: None };
        Step::Attach { action, evidence }
    }

    fn complete(&self, wished: Wished, action: ActionId) -> Step {
        let back = Days::new(u64::from(wished.days % 7));
        let done_on = wished.flags.is_multiple_of(2).then(|| self.today.checked_sub_days(back).unwrap());
        Step::CompleteAction { action, done_on, note: "Zrobione".into() }
    }

    fn judge(effect: Effect, wished: Wished) -> Step {
        let text = |wanted: bool, text: &str| if wanted { text.to_string() } else { String::new() };
        Step::Judge(Judgement {
            effect,
            data: text(wished.flags % 16 != 5, "0 z 40"),
            early_reason: text(!wished.flags.is_multiple_of(3), "Audyt wcześniej"),
            risks_updated: String::new(),
            qms_change: String::new(),
        })
    }

    fn decide(&self, wished: Wished) -> Step {
        let on = self.today.checked_sub_days(Days::new(u64::from(wished.days % 4))).unwrap();
        let who = if wished.flags.is_multiple_of(3) { Who::Representative } else { Who::Coordinator };
        let paper = Paper { post: who.post(), on: Some(on), document: "OR.2".into() };
        Step::DecideNoAction {
            reason: Self::reason(wished),
            approved: (self.alone() && !wished.flags.is_multiple_of(4)).then_some(paper),
        }
    }

    /// The next step of a case, by one whom it falls to.
    fn go_on(&mut self, wished: Wished, case: &Case, revision: u32) -> Result<ChangeSet, RuleError> {
        let heads = [Who::CaseOwner, Who::ProcessOwner, Who::Head];
        let reviews = [Who::Representative, Who::Auditor, Who::Auditor];
        let approves = [Who::TopManagement, Who::Representative, Who::Coordinator];
        let (who, step): (&[Who], Step) = match case.status {
            CaseStatus::Draft => {
                let (id, actor) = (case.id, self.actor(Who::Representative, wished));
                if wished.flags.is_multiple_of(3) {
                    return self.write(Wished { pick: wished.pick & !3, flags: 0, ..wished }, case, revision);
                }
                return self
                    .moment(actor, |register, moment| registration::register(register, id, revision, moment))
                    .map(|(_, set)| set);
            }
            CaseStatus::Registered | CaseStatus::Analysis if case.no_action_proposal.is_some() => {
                (&[Who::Coordinator, Who::TopManagement], Step::ApproveNoAction)
            }
            CaseStatus::Registered if wished.pick.is_multiple_of(13) => {
                (&[Who::Representative], self.decide(wished))
            }
            CaseStatus::Registered => (&heads, Step::StartAnalysis),
            CaseStatus::Analysis if wished.pick % 6 == 1 && !case.actions.is_empty() => {
                (&heads, Self::attach(case.actions[case.actions.len() - 1].id))
            }
            CaseStatus::Analysis if wished.pick.is_multiple_of(3) => {
                let mut form = DraftForm::of(case);
                self.form(wished, &mut form);
                if wished.days.is_multiple_of(5) {
                    form.actions.truncate(1);
                }
                let actor = self.actor(Who::Representative, wished);
                let id = case.id;
                return self
                    .moment(actor, |register, moment| write::save(register, id, revision, form, moment));
            }
            CaseStatus::Analysis => (&heads, Step::SubmitPlan),
            CaseStatus::PlanPending if wished.pick.is_multiple_of(9) => {
                (&approves, Step::ReturnPlan { reason: Self::reason(wished) })
            }
            CaseStatus::PlanPending => (&approves, Step::ApprovePlan),
            CaseStatus::InProgress => match case.actions.iter().find(|action| action.is_open()).map(bare) {
                Some((action, true)) => (&heads, Self::attach(action)),
                Some((action, false)) => (&heads, self.complete(wished, action)),
                None => (&heads, Step::ReportDone),
            },
            CaseStatus::Implemented => (&reviews, Step::Verify { seen: "Rejestr".into() }),
            CaseStatus::Effectiveness => {
                let effect =
                    if wished.pick.is_multiple_of(3) { Effect::Ineffective } else { Effect::Effective };
                (&reviews, Self::judge(effect, wished))
            }
            CaseStatus::ClosedEffective
            | CaseStatus::ClosedIneffective
            | CaseStatus::ClosedNoAction
            | CaseStatus::ClosedImported
            | CaseStatus::Cancelled => {
                (&[Who::Representative], Step::Reopen { reason: Self::reason(wished) })
            }
        };
        let actor = self.one_of(wished, who);
        self.make(actor, case, revision, step)
    }
}

/// An action, and whether it has no evidence.
fn bare(action: &Action) -> (ActionId, bool) {
    (action.id, action.standing_evidence().next().is_none())
}

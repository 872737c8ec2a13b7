//! A book as large as wanted: an office that has kept its register for ten years.

use std::path::{Path, PathBuf};

use capa_core::app::{App, folder};
use capa_core::clock::FixedClock;
use capa_core::domain::action::Action;
use capa_core::domain::case::{Case, CaseKind, CaseStatus, Source};
use capa_core::domain::change::{Actor, Change, ChangeSet, Record};
use capa_core::domain::ids::{ActionId, CaseId, CommandId, DepartmentId, PostId};
use capa_core::domain::office::{Department, Office, Post};
use capa_core::domain::person::Role;
use capa_core::store::{OpenOptions, SledStore, Store};
use chrono::{Days, NaiveDate};
use tempfile::TempDir;
use uuid::Uuid;

use crate::polish::Chance;

const DEPARTMENTS: usize = 18;
const POSTS: usize = 40;
/// Cases in one entry of the trail: a register grows by many small entries, not by one large.
const CASES_IN_ENTRY: usize = 25;
/// Years of the register, the last one running.
const YEARS: usize = 10;
const CLAUSES: [&str; 6] = ["4.2.3", "4.2.4", "6.2.2", "7.2.1", "8.2.2", "8.5.2"];
const OPEN: [CaseStatus; 6] = [
    CaseStatus::Draft,
    CaseStatus::Registered,
    CaseStatus::Analysis,
    CaseStatus::InProgress,
    CaseStatus::Implemented,
    CaseStatus::Effectiveness,
];

/// A folder with a book, gone when this is dropped.
pub struct Folder {
    place: TempDir,
    /// How many cases.
    pub cases: usize,
    /// Bytes of text in a case, on average.
    pub text_len: usize,
}

impl Folder {
    /// Fills a folder with that many cases and closes it in order. It lies beside the build, since a temporary
    /// folder of the system may be in memory, where a sync costs nothing.
    pub fn with(cases: usize) -> Self {
        let place = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let mut folder = Self { place, cases, text_len: 0 };
        let mut store = folder.store();
        let mut made = Made { chance: Chance::new(cases as u64), last_id: 0 };
        store.commit(&made.organisation()).unwrap();
        let mut text_len = 0;
        for first in (0..cases).step_by(CASES_IN_ENTRY) {
            let records: Vec<Record> = (first..cases.min(first + CASES_IN_ENTRY))
                .map(|place| made.case(place, cases))
                .inspect(|case| text_len += text_of(case))
                .map(|case| Record::Case(Box::new(case)))
                .collect();
            store.commit(&made.set("register_imported", &records)).unwrap();
        }
        folder.text_len = text_len / cases.max(1);
        folder
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        self.place.path()
    }

    /// The store in it.
    pub fn store(&self) -> SledStore {
        SledStore::open(&self.data(), &self.options()).unwrap()
    }

    /// The app on it, as the window opens it.
    pub fn open(&self) -> App {
        let store = folder::open(&self.data(), &self.options()).unwrap();
        App::open(store, Box::new(FixedClock::on(today())), None).unwrap()
    }

    fn data(&self) -> PathBuf {
        self.path().join("data")
    }

    fn options(&self) -> OpenOptions {
        OpenOptions { anchors: Some(self.path().join("anchors")), ..OpenOptions::default() }
    }
}

/// The day on which everything is asked.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 1, 15).unwrap()
}

struct Made {
    chance: Chance,
    last_id: u128,
}

impl Made {
    /// Ids that grow with time, as UUIDv7 does.
    fn id(&mut self) -> Uuid {
        self.last_id += 1;
        Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + self.last_id)
    }

    fn set(&mut self, what: &str, records: &[Record]) -> ChangeSet {
        ChangeSet {
            command: CommandId(self.id()),
            at: today().and_hms_opt(10, 0, 0).unwrap().and_utc(),
            actor: Actor::representative(),
            what: what.into(),
            reason: None,
            changes: records.iter().map(|record| Change::create(record).unwrap()).collect(),
        }
    }

    fn organisation(&mut self) -> ChangeSet {
        let began_on = today().checked_sub_days(Days::new(365 * YEARS as u64)).unwrap();
        let office = Office::begun("Starostwo Powiatowe".into(), began_on);
        let mut records = vec![Record::Office(Box::new(office))];
        records.extend((0..DEPARTMENTS).map(|place| {
            let name = format!("Wydział {}", place + 1);
            Record::Department(Department { id: department(place), code: format!("W{}", place + 1), name })
        }));
        records.extend((0..POSTS).map(|place| {
            let name = format!("Kierownik Referatu {}", place + 1);
            let department = Some(department(place % DEPARTMENTS));
            // The desk's post decides on every extension, however many there were.
            let roles = if place == 0 { vec![Role::Representative, Role::Coordinator] } else { Vec::new() };
            Record::Post(Post { id: post(place), name, department, roles })
        }));
        self.set("office_begun", &records)
    }

    fn case(&mut self, place: usize, cases: usize) -> Case {
        let in_year = cases.div_ceil(YEARS).max(1);
        let (year, running) = (2015 + place / in_year, place % in_year);
        let kind = if self.chance.percent(75) { CaseKind::Corrective } else { CaseKind::Preventive };
        let registered_on = NaiveDate::from_yo_opt(
            i32::try_from(year).unwrap(),
            u32::try_from(1 + running * 364 / in_year).unwrap(),
        )
        .unwrap();
        let mut case = Case::draft(CaseId(self.id()), kind);
        case.status = self.status(place, cases);
        if case.status != CaseStatus::Draft {
            case.number = Some(format!("{}/{}/{year}", kind.code(), running + 1));
            case.registered_on = Some(registered_on);
        }
        case.reported_on = Some(registered_on);
        case.title = self.chance.text(60);
        case.source = Some(*self.chance.pick(&Source::ALL));
        case.department = Some(department(self.chance.below(DEPARTMENTS)));
        case.owner = Some(post(self.chance.below(POSTS)));
        case.clause_2008 = Some((*self.chance.pick(&CLAUSES)).into());
        case.finding.evidence = self.chance.text(180);
        case.finding.requirement = self.chance.text(100);
        case.finding.statement = self.chance.text(120);
        case.correction.what = self.chance.text(80);
        case.cause.analysis = self.chance.text(120);
        case.cause.root = self.chance.text(60);
        for _ in 0..=self.chance.below(2) {
            let action = self.action(registered_on, case.status, place, cases);
            case.actions.push(action);
        }
        case
    }

    /// Nine in ten closed; the rest, from the latest two years, somewhere on their way.
    fn status(&mut self, place: usize, cases: usize) -> CaseStatus {
        if place * 10 >= cases * 8 && self.chance.percent(50) {
            *self.chance.pick(&OPEN)
        } else {
            CaseStatus::ClosedEffective
        }
    }

    fn action(&mut self, from: NaiveDate, status: CaseStatus, place: usize, cases: usize) -> Action {
        let days = 20 + self.chance.below(60);
        // Most of what is still open has its date before it.
        let ahead = if place * 10 < cases * 8 || self.chance.percent(5) { 0 } else { 365 * 2 };
        let due_on = from.checked_add_days(Days::new((days + ahead) as u64)).unwrap();
        let open = status.can_be_overdue() || status == CaseStatus::Draft;
        Action {
            what: self.chance.text(100),
            owner: Some(post(self.chance.below(POSTS))),
            original_due_on: Some(due_on),
            due_on: Some(due_on),
            done_on: (!open).then_some(due_on),
            ..Action::planned(ActionId(self.id()))
        }
    }
}

fn department(place: usize) -> DepartmentId {
    DepartmentId(Uuid::from_u128(0x0180_0000_0000_7000_8000_0000_0001_0000 + place as u128))
}

fn post(place: usize) -> PostId {
    PostId(Uuid::from_u128(0x0180_0000_0000_7000_8000_0000_0002_0000 + place as u128))
}

fn text_of(case: &Case) -> usize {
    let finding = &case.finding;
    let parts = [&case.title, &finding.evidence, &finding.requirement, &finding.statement];
    let rest = [&case.correction.what, &case.cause.analysis, &case.cause.root];
    let actions = case.actions.iter().map(|action| action.what.len());
    parts.into_iter().chain(rest).map(String::len).chain(actions).sum()
}

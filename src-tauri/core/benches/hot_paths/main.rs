//! How long the paths take that a person waits on, over books of 1,000 and 10,000 cases.
//!
//! Absolute times tell of the machine; the ratio of a commit to the bare disk is taken side by side and printed
//! first. Nothing here passes or fails by time.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout)]

mod generated;
mod limit;
mod polish;

use std::hint::black_box;
use std::time::{Duration, Instant};

use capa_core::app::App;
use capa_core::app::life::Standing;
use capa_core::domain::case::CaseStatus;
use capa_core::domain::due_date;
use capa_core::domain::ids::CaseId;
use capa_core::domain::life::{Step, Wish};
use capa_core::domain::readiness;
use capa_core::register::Register;
use capa_core::register::query::{Filter, SortKey};
use capa_core::register::similar::Written;
use capa_core::reminders;
use chrono::Days;
use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};

use generated::{Folder, today};
use limit::Limit;
use polish::Chance;

const SIZES: [usize; 2] = [1_000, 10_000];
const WORD: &str = "dzialanie";
const PAGE: usize = 100;
const ROUNDS: usize = 300;

/// Moves one due date after another, so that no single case gathers a long history of moves.
struct Mover {
    cases: Vec<CaseId>,
    next: usize,
}

impl Mover {
    fn over(register: &Register) -> Self {
        let movable = register.cases().filter(|stood| due_date::check(&stood.record).is_ok());
        Self { cases: movable.map(|stood| stood.record.id).collect(), next: 0 }
    }

    /// The wish behind the next click.
    fn wish(&mut self, register: &Register) -> Wish {
        let case = self.cases[self.next % self.cases.len()];
        let round = self.next / self.cases.len();
        self.next += 1;
        let step = Step::Extend {
            action: None,
            due_on: today().checked_add_days(Days::new(1_000 + round as u64)).unwrap(),
            reason: "Przedłużone na wniosek właściciela procesu".into(),
        };
        Wish { case, revision: register.case(case).unwrap().revision, step }
    }

    fn click(&mut self, app: &mut App) {
        let wish = self.wish(app.register());
        app.make_move(&wish, &Standing::default()).unwrap();
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

/// Disk and commit in turn, so that both meet the same load.
fn print_ratio(folder: &Folder, app: &mut App, mover: &mut Mover) {
    let mut limit = Limit::in_folder(folder.path());
    let (mut bare, mut commits) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        bare.push(timed(|| limit.write()));
        commits.push(timed(|| mover.click(app)));
    }
    let (bare, commit) = (median(bare), median(commits));
    println!(
        "{} cases of {} bytes of text: bare write {bare:?}, due date moved {commit:?}, ratio {:.2}",
        folder.cases,
        folder.text_len,
        commit.as_secs_f64() / bare.as_secs_f64(),
    );
}

fn open(criterion: &mut Criterion, folder: &Folder) {
    let mut group = criterion.benchmark_group("open");
    group.sample_size(10);
    group.bench_function(BenchmarkId::from_parameter(folder.cases), |bencher| {
        // Closing is not measured: the app is dropped between the rounds.
        bencher.iter_batched(|| (), |()| folder.open(), BatchSize::PerIteration);
    });
}

fn commit(criterion: &mut Criterion, folder: &Folder, app: &mut App) {
    let mut mover = Mover::over(app.register());
    print_ratio(folder, app, &mut mover);
    let mut limit = Limit::in_folder(folder.path());
    let mut group = criterion.benchmark_group("commit");
    group.bench_function(BenchmarkId::new("bare write and sync", folder.cases), |bencher| {
        bencher.iter(|| limit.write());
    });
    group.bench_function(BenchmarkId::new("due date moved", folder.cases), |bencher| {
        bencher.iter(|| mover.click(app));
    });
}

fn search(criterion: &mut Criterion, cases: usize, register: &Register) {
    let mut group = criterion.benchmark_group(format!("search {cases}"));
    let number = register.cases().filter_map(|stood| stood.record.number.clone()).nth(cases / 2);
    let typed = (1..=WORD.len()).map(|len| WORD[..len].to_string()).chain(number);
    for text in typed {
        let filter = Filter { text, ..Filter::default() };
        let found = register.list(&filter, SortKey::Number, true, today()).len();
        assert!(found > 0, "nothing holds {:?}", filter.text);
        let name = format!("{} ({found} found)", filter.text.replace('/', "-"));
        group.bench_function(name, |bencher| {
            bencher.iter(|| register.list(black_box(&filter), SortKey::Number, true, today()));
        });
    }
}

/// What is asked at each pause while a finding is typed.
fn radar(criterion: &mut Criterion, cases: usize, register: &Register) {
    let mut group = criterion.benchmark_group("radar");
    let text = Chance::new(7).text(400);
    let mut written = Written {
        text: "",
        process: None,
        clause_2008: Some("4.2.3"),
        clause_2015: None,
        on: today(),
        except: None,
    };
    let typed = [
        ("title", "Nieaktualne upoważnienia do przetwarzania danych w kancelarii"),
        ("title of rare words", "Zalane piwnice w bibliotece szkolnej"),
        ("whole finding", text.as_str()),
    ];
    for (name, text) in typed {
        written.text = text;
        group.bench_function(BenchmarkId::new(name, cases), |bencher| {
            bencher.iter(|| register.similar(black_box(&written), 5));
        });
    }
}

fn page(criterion: &mut Criterion, cases: usize, register: &Register) {
    let mut group = criterion.benchmark_group(format!("page of {PAGE} from {cases}"));
    let sorts = [("number", SortKey::Number), ("due", SortKey::Due), ("title", SortKey::Title)];
    for (name, sort) in sorts {
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let ids = register.list(&Filter::default(), sort, false, today());
                let rows = ids.iter().skip(cases / 2).take(PAGE);
                rows.filter_map(|id| register.case(*id)).map(|stood| stood.record.title.len()).sum::<usize>()
            });
        });
    }
}

/// The figures of the desk, and what is due to be said.
fn day(criterion: &mut Criterion, cases: usize, register: &Register) {
    let status = |status| Filter { statuses: vec![status], ..Filter::default() };
    let figures = [
        Filter { overdue: true, ..Filter::default() },
        Filter { due_within_days: Some(14), ..Filter::default() },
        status(CaseStatus::Implemented),
        status(CaseStatus::Effectiveness),
        Filter { to_complete: true, ..Filter::default() },
    ];
    let mut group = criterion.benchmark_group("day");
    group.bench_function(BenchmarkId::new("figures", cases), |bencher| {
        bencher.iter(|| figures.iter().map(|filter| register.count(filter, today())).sum::<usize>());
    });
    group.bench_function(BenchmarkId::new("readiness", cases), |bencher| {
        bencher.iter(|| readiness::evaluate(&readiness::Ground::of(register, today())).score);
    });
    group.bench_function(BenchmarkId::new("reminders", cases), |bencher| {
        bencher.iter(|| reminders::due(register, today()));
    });
}

fn all(criterion: &mut Criterion) {
    for cases in SIZES {
        let folder = Folder::with(cases);
        open(criterion, &folder);
        let mut app = folder.open();
        search(criterion, cases, app.register());
        page(criterion, cases, app.register());
        radar(criterion, cases, app.register());
        day(criterion, cases, app.register());
        commit(criterion, &folder, &mut app);
    }
}

criterion_group! {
    name = hot_paths;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1));
    targets = all
}
criterion_main!(hot_paths);

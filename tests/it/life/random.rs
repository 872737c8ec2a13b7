//! Random lives: random people wish random things of random cases while the days go by. Whatever they do, what the
//! register shows holds, and both stores say the same.
//!
//! The quick form walks the same lives every time; `CAPA_PROPTEST_CASES` asks for so many others. The seed of a life
//! that found something is kept in `fixtures/life.seeds`, and walked first from then on.

use std::collections::BTreeMap;
use std::env;
use std::sync::Mutex;

use proptest::prelude::*;
use proptest::test_runner::{FileFailurePersistence, RngSeed, TestRunner};

mod ledger;
mod wishes;

use self::wishes::{Life, Wished};

/// Lives of the quick form.
const QUICK: u32 = 36;

fn config() -> ProptestConfig {
    let asked = env::var("CAPA_PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(QUICK),
        rng_seed: if asked.is_some() { RngSeed::Random } else { RngSeed::Fixed(20_140_602) },
        max_shrink_iters: 60,
        source_file: Some(file!()),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct("fixtures/life.seeds"))),
        ..ProptestConfig::default()
    }
}

fn wished() -> impl Strategy<Value = Wished> {
    any::<[u8; 6]>().prop_map(|[kind, who, case, pick, days, flags]| Wished {
        kind,
        who,
        case,
        pick,
        days,
        flags,
    })
}

#[test]
fn whatever_people_do_no_case_is_closed_against_the_standard() {
    let tally: Mutex<BTreeMap<String, usize>> = Mutex::new(BTreeMap::new());
    let lives = (0_u8..4, prop::collection::vec(wished(), 40..220));
    let mut runner = TestRunner::new(config());
    let done = runner.run(&lives, |(beginning, wishes)| {
        let mut life = Life::begin(beginning);
        for wished in wishes {
            life.try_one(wished);
        }
        let told = life.end();
        let mut tally = tally.lock().unwrap();
        for (what, times) in told {
            *tally.entry(what).or_default() += times;
        }
        Ok(())
    });
    if let Err(error) = done {
        panic!("{error}");
    }
    let tally = tally.into_inner().unwrap();
    let sum = |begins: &str| -> usize {
        tally.iter().filter(|(what, _)| what.starts_with(begins)).map(|(_, times)| times).sum()
    };
    println!("{} wishes kept, {} refused; {tally:#?}", sum("kept "), sum("refused "));
    let met = |what: &str| assert!(tally.contains_key(what), "no life met {what}");
    for status in ["closed_effective", "closed_ineffective", "closed_no_action", "cancelled"] {
        met(&format!("reached {status}"));
    }
    for what in ["kept case_reopened", "kept plan_returned", "kept sent_back", "kept due_date_moved", "stale"]
    {
        met(what);
    }
}

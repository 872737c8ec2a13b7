//! One history out of two copies of it, each perhaps damaged: the journal's and the book's.

use std::collections::BTreeMap;

use super::reading::Stored;
use crate::anchor::Anchored;
use crate::journal::Hash;
use crate::journal::scan::Scan;

/// Where an entry of the merged history is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// The journal.
    Journal,
    /// The book.
    Book,
}

/// An entry of the merged history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chosen {
    /// The hash of its bytes.
    pub hash: Hash,
    /// Where they are.
    pub from: From,
}

/// Merges the two. Each entry must name the one before it; where both copies offer one that does, the entry
/// behind them decides, and at the end the anchor.
///
/// # Errors
/// The first seq at which neither copy has a sound entry, or at which nothing tells which one is true.
pub fn merge(
    scan: &Scan,
    book: &BTreeMap<u64, Stored>,
    anchored: Option<Anchored>,
) -> Result<Vec<Chosen>, u64> {
    let last = scan.last_seq().max(book.last_key_value().map_or(0, |(seq, _)| *seq));
    let mut chosen: Vec<Chosen> = Vec::new();
    for seq in 1..=last {
        let before = chosen.last().map_or(Hash::NONE, |entry| entry.hash);
        let fits = |entry: &&Chosen| prev(scan, book, seq, entry.from) == Some(before);
        let offered = offers(scan, book, seq);
        let fitting: Vec<&Chosen> = offered.iter().filter(fits).collect();
        let taken = match fitting.as_slice() {
            [] => return Err(seq),
            [only] => **only,
            [first, second, ..] if first.hash == second.hash => **first,
            both => {
                let followed = |entry: &&&Chosen| is_followed(scan, book, anchored, seq, entry.hash);
                let mut true_ones = both.iter().filter(followed);
                match (true_ones.next(), true_ones.next()) {
                    (Some(only), None) => **only,
                    _ => return Err(seq),
                }
            }
        };
        chosen.push(taken);
    }
    Ok(chosen)
}

fn offers(scan: &Scan, book: &BTreeMap<u64, Stored>, seq: u64) -> Vec<Chosen> {
    let journal = scan.entries.get(&seq).map(|found| Chosen { hash: found.hash, from: From::Journal });
    let book = book.get(&seq).map(|stored| Chosen { hash: stored.hash, from: From::Book });
    journal.into_iter().chain(book).collect()
}

fn prev(scan: &Scan, book: &BTreeMap<u64, Stored>, seq: u64, from: From) -> Option<Hash> {
    match from {
        From::Journal => scan.entries.get(&seq)?.head.prev,
        From::Book => book.get(&seq)?.prev,
    }
}

fn is_followed(
    scan: &Scan,
    book: &BTreeMap<u64, Stored>,
    anchored: Option<Anchored>,
    seq: u64,
    hash: Hash,
) -> bool {
    let next = seq.saturating_add(1);
    let followed =
        [From::Journal, From::Book].into_iter().any(|from| prev(scan, book, next, from) == Some(hash));
    followed || anchored == Some(Anchored { count: seq, head: hash })
}

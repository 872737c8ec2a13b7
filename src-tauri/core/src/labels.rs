//! Names of the field that come as data: the clauses of both editions of ISO 9001, the bridge between the
//! editions, and the sources of cases.
//!
//! The files are part of the program. That they can be read is a promise of the tests; should one ever not be,
//! its list is empty and codes are shown in place of names.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::case::Source;
use crate::domain::certificate::Edition;
use crate::words::Lang;

const CLAUSES: &str = include_str!("../data/clauses.json");
const SOURCES: &str = include_str!("../data/sources.json");

/// A clause of ISO 9001 with a short title in own words.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Clause {
    /// Its number, such as `8.5.2`.
    pub no: String,
    /// Polish title.
    pub pl: String,
    /// English title.
    pub en: String,
}

impl Clause {
    /// The title in a language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Pl => &self.pl,
            Lang::En => &self.en,
        }
    }
}

#[derive(Default, Deserialize)]
struct ClauseFile {
    #[serde(rename = "2008")]
    iso2008: Vec<Clause>,
    #[serde(rename = "2015")]
    iso2015: Vec<Clause>,
    bridge: Vec<BridgeRow>,
}

#[derive(Deserialize)]
struct BridgeRow {
    from: String,
    to: Vec<String>,
}

#[derive(Deserialize)]
struct SourceName {
    code: Source,
    pl: String,
    en: String,
}

fn read_clauses() -> Result<ClauseFile, serde_json::Error> {
    serde_json::from_str(CLAUSES)
}

fn read_sources() -> Result<Vec<SourceName>, serde_json::Error> {
    serde_json::from_str(SOURCES)
}

static CLAUSE_FILE: LazyLock<ClauseFile> = LazyLock::new(|| {
    read_clauses().unwrap_or_else(|error| {
        tracing::error!(%error, "the built-in list of clauses cannot be read");
        ClauseFile::default()
    })
});

static BRIDGE: LazyLock<BTreeMap<&'static str, &'static [String]>> =
    LazyLock::new(|| CLAUSE_FILE.bridge.iter().map(|row| (row.from.as_str(), row.to.as_slice())).collect());

static SOURCE_NAMES: LazyLock<BTreeMap<Source, SourceName>> = LazyLock::new(|| {
    let names = read_sources().unwrap_or_else(|error| {
        tracing::error!(%error, "the built-in list of sources cannot be read");
        Vec::new()
    });
    names.into_iter().map(|name| (name.code, name)).collect()
});

/// The clauses of an edition, in the order of the standard.
pub fn clauses(edition: Edition) -> &'static [Clause] {
    match edition {
        Edition::Iso2008 => &CLAUSE_FILE.iso2008,
        Edition::Iso2015 => &CLAUSE_FILE.iso2015,
    }
}

/// The title of a clause; `None` when the edition has no such clause.
pub fn clause_name(edition: Edition, no: &str, lang: Lang) -> Option<&'static str> {
    let no = no.trim();
    clauses(edition).iter().find(|clause| clause.no == no).map(|clause| clause.name(lang))
}

/// The clauses of the 2015 edition that a clause of the 2008 edition became; empty when the bridge has no row.
pub fn bridge(no_2008: &str) -> &'static [String] {
    BRIDGE.get(no_2008.trim()).copied().unwrap_or_default()
}

/// The name of a source.
pub fn source_name(source: Source, lang: Lang) -> &'static str {
    SOURCE_NAMES.get(&source).map_or_else(
        || source.code(),
        |name| match lang {
            Lang::Pl => name.pl.as_str(),
            Lang::En => name.en.as_str(),
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_files_can_be_read() {
        assert_eq!(read_clauses().map(|file| file.bridge.len()).map_err(|e| e.to_string()), Ok(37));
        assert_eq!(read_sources().map(|names| names.len()).map_err(|e| e.to_string()), Ok(Source::ALL.len()));
        assert_eq!(clauses(Edition::Iso2008).len(), 67);
        assert_eq!(clauses(Edition::Iso2015).len(), 73);
    }

    #[test]
    fn every_source_has_a_name_of_its_own_in_both_languages() {
        let mut seen = std::collections::BTreeSet::new();
        for source in Source::ALL {
            let (pl, en) = (source_name(source, Lang::Pl), source_name(source, Lang::En));
            assert_ne!(pl, en, "{source:?}");
            assert_ne!(pl, source.code());
            assert!(seen.insert(pl) && seen.insert(en), "{source:?} shares its name");
        }
        assert_eq!(source_name(Source::Risk, Lang::Pl), "Analiza ryzyka (kontrola zarządcza)");
        assert_eq!(source_name(Source::Complaint, Lang::En), "Complaint (KPA art. 227)");
    }

    #[test]
    fn clauses_are_found_by_number_within_their_edition() {
        let name = |edition, no, lang| clause_name(edition, no, lang);
        assert_eq!(name(Edition::Iso2008, "4.2.3", Lang::Pl), Some("Nadzór nad dokumentami"));
        assert_eq!(name(Edition::Iso2008, " 4.2.3 ", Lang::En), Some("Control of documents"));
        assert_eq!(name(Edition::Iso2015, "4.2.3", Lang::En), None);
        assert_eq!(name(Edition::Iso2015, "10.9", Lang::En), None);
        for edition in [Edition::Iso2008, Edition::Iso2015] {
            for clause in clauses(edition) {
                assert_ne!(clause.pl, clause.en, "{edition:?} {}", clause.no);
                assert_eq!(clauses(edition).iter().filter(|other| other.no == clause.no).count(), 1);
            }
        }
    }

    #[test]
    fn the_bridge_leads_from_one_edition_to_the_other() {
        assert_eq!(bridge("8.5.2"), ["10.2"]);
        assert_eq!(bridge("8.5.1"), ["10.1", "10.3"]);
        assert!(bridge("10.2").is_empty());
        for (from, to) in BRIDGE.iter() {
            assert!(clause_name(Edition::Iso2008, from, Lang::Pl).is_some(), "{from}");
            assert!(!to.is_empty(), "{from}");
            for no in *to {
                assert!(clause_name(Edition::Iso2015, no, Lang::Pl).is_some(), "{from} -> {no}");
            }
        }
    }
}

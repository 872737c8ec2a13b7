//! The register as a file: read back with other programs' readers, nothing is lost and nothing runs.

use std::path::Path;

use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook};
use capa_core::clock::SystemIds;
use capa_core::domain::case::{Case, CaseKind};
use capa_core::domain::certificate::Edition;
use capa_core::domain::change::{Actor, Change, ChangeSet, Moment, Record};
use capa_core::domain::ids::{CaseId, CommandId, IdSource};
use capa_core::import;
use capa_core::register::Register;
use capa_core::register::query::{Filter, SortKey};
use capa_core::reports::{ExportError, Field, Table, export, register_table};
use capa_core::sample;
use capa_core::sheet;
use capa_core::words::Lang;
use chrono::NaiveDate;

/// Columns by their place, as the tests name them.
const NUMBER: usize = 1;
const REGISTERED_ON: usize = 2;
const DEPARTMENT: usize = 6;
const CLAUSE: usize = 7;
const TITLE: usize = 8;
const OWNER: usize = 13;
const ORIGINAL_DUE: usize = 14;
const CURRENT_DUE: usize = 15;
const STATUS: usize = 20;
const REMARKS: usize = 21;

fn sample_office(lang: Lang) -> Register {
    let mut ids = SystemIds;
    let command = CommandId(ids.fresh());
    let today = sample::as_of();
    let at = today.and_hms_opt(10, 0, 0).unwrap().and_utc();
    let mut moment = Moment { actor: Actor::representative(), at, today, command, ids: &mut ids };
    let set = sample::change_set(lang, &mut moment).unwrap();
    let mut register = Register::default();
    register.apply(&set).unwrap();
    register
}

fn all(register: &Register) -> Vec<CaseId> {
    register.list(&Filter::default(), SortKey::Number, false, sample::as_of())
}

fn sample_table(written: Lang, shown: Lang) -> Table {
    let register = sample_office(written);
    register_table(&register, &all(&register), shown, sample::as_of())
}

fn read_xlsx(path: &Path) -> (String, Range<Data>) {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let name = book.sheet_names().first().unwrap().clone();
    assert_eq!(book.sheet_names().len(), 1);
    assert!(book.worksheet_formula(&name).unwrap().is_empty(), "a cell holds a formula");
    let cells = book.worksheet_range(&name).unwrap();
    (name, cells)
}

fn read_csv(path: &Path) -> Vec<Vec<String>> {
    let bytes = std::fs::read(path).unwrap();
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").expect("the mark of UTF-8");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text);
    reader.records().map(|row| row.unwrap().iter().map(str::to_string).collect()).collect()
}

fn row_of<'a>(rows: &'a [Vec<String>], number: &str) -> &'a [String] {
    rows.iter().find(|row| row[NUMBER] == number).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn small_table(headers: &[&str], rows: Vec<Vec<Field>>) -> Table {
    Table {
        title: "Rejestr działań".into(),
        as_of: day("2015-01-12"),
        headers: headers.iter().map(ToString::to_string).collect(),
        rows,
    }
}

#[test]
fn the_sample_office_is_a_workbook_with_every_case_and_real_dates() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rejestr.xlsx");
    export(&path, &sample_table(Lang::Pl, Lang::Pl), Lang::Pl).unwrap();
    let (name, cells) = read_xlsx(&path);
    assert_eq!(name, "Rejestr");
    assert_eq!(cells.height(), 26, "a header and 25 cases");

    let row = cells.rows().find(|row| row[NUMBER].as_string().as_deref() == Some("DK/9/2014")).unwrap();
    assert!(matches!(row[CURRENT_DUE], Data::DateTime(_)), "{:?}", row[CURRENT_DUE]);
    assert_eq!(row[CURRENT_DUE].as_date(), Some(day("2014-12-19")));
    assert!(row[0].is_float(), "the ordinal is a number: {:?}", row[0]);
    assert!(cells.rows().skip(1).all(|row| matches!(row[REGISTERED_ON], Data::DateTime(_))));
    assert!(cells.rows().skip(1).all(|row| row[OWNER].is_string()));
    let texts: String = cells.rows().flatten().filter_map(DataType::as_string).collect();
    let missing: String = "ąćęłńóśźżŹ".chars().filter(|letter| !texts.contains(*letter)).collect();
    assert_eq!(missing, "", "Polish letters that did not come back");
}

#[test]
fn the_workbook_has_a_header_that_stays_a_filter_and_its_properties() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rejestr.xlsx");
    export(&path, &sample_table(Lang::Pl, Lang::Pl), Lang::Pl).unwrap();
    let mut archive = zip::ZipArchive::new(std::fs::File::open(&path).unwrap()).unwrap();
    let mut part = |name: &str| std::io::read_to_string(archive.by_name(name).unwrap()).unwrap();
    let sheet = part("xl/worksheets/sheet1.xml");
    for wanted in
        ["ySplit=\"1\"", "state=\"frozen\"", "<autoFilter ref=\"A1:W26\"", "orientation=\"landscape\""]
    {
        assert!(sheet.contains(wanted), "{wanted}");
    }
    assert!(part("xl/styles.xml").contains("dd.mm.yyyy"));
    let properties = part("docProps/core.xml");
    assert!(properties.contains("<dc:title>Rejestr działań – "), "{properties}");
    assert!(properties.contains("stan na dzień 12.01.2015"), "{properties}");
    assert!(part("docProps/custom.xml").contains("pl-PL"));
}

#[test]
fn the_sample_office_is_separated_values_with_the_same_rows() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rejestr.csv");
    export(&path, &sample_table(Lang::Pl, Lang::Pl), Lang::Pl).unwrap();
    let rows = read_csv(&path);
    assert_eq!(rows.len(), 26);
    let late = row_of(&rows, "DK/9/2014");
    assert_eq!((late[CURRENT_DUE].as_str(), late[STATUS].as_str()), ("19.12.2014", "w realizacji"));
    assert!(rows.iter().skip(1).all(|row| row[CLAUSE].is_empty() || row[CLAUSE].starts_with("pkt ")));
    assert!(rows.iter().skip(1).all(|row| row[DEPARTMENT].contains(" – ")));
}

#[test]
fn a_moved_due_date_shows_beside_the_original_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.csv");
    export(&path, &sample_table(Lang::Pl, Lang::En), Lang::En).unwrap();
    let rows = read_csv(&path);
    let moved = row_of(&rows, "DK/8/2014");
    assert_eq!((moved[ORIGINAL_DUE].as_str(), moved[CURRENT_DUE].as_str()), ("2014-11-14", "2015-01-30"));
    let kept = row_of(&rows, "DK/9/2014");
    assert_eq!((kept[ORIGINAL_DUE].as_str(), kept[CURRENT_DUE].as_str()), ("2014-12-19", "2014-12-19"));
}

#[test]
fn a_sample_is_exported_in_the_language_asked_for_whichever_it_was_made_in() {
    for written in [Lang::Pl, Lang::En] {
        let (pl, en) = (sample_table(written, Lang::Pl), sample_table(written, Lang::En));
        assert_eq!((pl.rows.len(), en.rows.len()), (25, 25));
        assert_eq!((pl.headers[NUMBER].as_str(), en.headers[NUMBER].as_str()), ("Nr karty", "Case no."));
        let same = pl.headers.iter().zip(&en.headers).filter(|(pl, en)| pl == en).map(|(pl, _)| pl.as_str());
        assert_eq!(same.collect::<Vec<_>>(), ["Status"]);
        assert_ne!(pl.title, en.title);
        for (pl, en) in pl.rows.iter().zip(&en.rows) {
            assert_eq!((&pl[NUMBER], &pl[CURRENT_DUE]), (&en[NUMBER], &en[CURRENT_DUE]));
            for column in [TITLE, DEPARTMENT, OWNER, STATUS] {
                assert_ne!(pl[column], en[column], "column {column} of {:?}", pl[NUMBER]);
            }
        }
        assert_eq!(pl, sample_table(Lang::Pl, Lang::Pl));
    }
}

#[test]
fn cases_come_in_the_order_asked_for_and_unknown_ones_have_no_row() {
    let register = sample_office(Lang::Pl);
    let mut cases = all(&register);
    cases.reverse();
    cases.truncate(3);
    let numbers: Vec<_> =
        cases.iter().map(|id| register.case(*id).unwrap().record.number.clone().unwrap()).collect();
    cases.insert(1, CaseId(uuid::Uuid::nil()));
    let table = register_table(&register, &cases, Lang::Pl, sample::as_of());
    let shown: Vec<_> = table.rows.iter().map(|row| row[NUMBER].clone()).collect();
    assert_eq!(shown, numbers.into_iter().map(Field::Text).collect::<Vec<_>>());
    assert_eq!(table.rows[2][0], Field::Number(3));
}

#[test]
fn formulas_come_back_as_text_from_both_formats() {
    let payloads =
        ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1:A9)", "\t=1", "=HYPERLINK(\"http://x\")", "{=1}"];
    let rows = payloads.map(|text| vec![Field::Text(text.into()), Field::Text("koniec".into())]).to_vec();
    let table = small_table(&["=1+1", "Uwagi"], rows);
    let folder = tempfile::tempdir().unwrap();
    let (book, text) = (folder.path().join("a.xlsx"), folder.path().join("a.csv"));
    export(&book, &table, Lang::Pl).unwrap();
    export(&text, &table, Lang::Pl).unwrap();

    let (_, cells) = read_xlsx(&book);
    let read: Vec<_> = cells.rows().skip(1).map(|row| row[0].get_string().unwrap().to_string()).collect();
    assert_eq!(read, payloads);
    let rows = read_csv(&text);
    assert_eq!(rows[0][0], "'=1+1");
    for (row, payload) in rows.iter().skip(1).zip(payloads) {
        let dangerous = row[0].starts_with(['=', '+', '-', '@', '\t', '\r']);
        assert!(!dangerous, "{:?}", row[0]);
        assert_eq!(row[0].strip_prefix('\'').unwrap_or(&row[0]), payload);
    }
}

#[test]
fn texts_of_every_sort_come_back_from_a_workbook() {
    let long = "ż".repeat(32_767);
    let texts =
        [" z brzegu ", "dwa\nwiersze", "<b>&amp;\"", "_x0041_", "😀 zażółć gęślą jaźń", long.as_str()];
    let mut rows = texts.map(|text| vec![Field::Text(text.into())]).to_vec();
    rows.push(vec![Field::Text(format!("{long}…"))]);
    rows.push(vec![Field::Text("bez\u{1} znaku\r\nw środku".into())]);
    let path = tempfile::tempdir().unwrap().keep().join("teksty.xlsx");
    export(&path, &small_table(&["Uwagi"], rows), Lang::Pl).unwrap();
    let (_, cells) = read_xlsx(&path);
    let read: Vec<_> = cells.rows().skip(1).map(|row| row[0].get_string().unwrap().to_string()).collect();
    assert_eq!(read[..6], texts);
    assert!(read[6].ends_with("ż […skrócono]"));
    assert_eq!(read[7], "bez znaku\nw środku");
    std::fs::remove_dir_all(path.parent().unwrap()).unwrap();
}

#[test]
fn ten_thousand_cases_are_written_and_read_back_in_both_formats() {
    let sample = sample_table(Lang::Pl, Lang::Pl);
    let rows: Vec<_> = sample.rows.iter().cycle().take(10_000).cloned().collect();
    let table = Table { rows, ..sample };
    let folder = tempfile::tempdir().unwrap();
    let (book, text) = (folder.path().join("a.xlsx"), folder.path().join("a.csv"));
    export(&book, &table, Lang::Pl).unwrap();
    export(&text, &table, Lang::Pl).unwrap();
    let (_, cells) = read_xlsx(&book);
    assert_eq!(cells.height(), 10_001);
    let rows = read_csv(&text);
    assert_eq!(rows.len(), 10_001);
    assert_eq!(rows[10_000][TITLE], cells.rows().next_back().unwrap()[TITLE].as_string().unwrap());
}

#[test]
fn a_register_without_cases_is_a_header() {
    let table = register_table(&Register::default(), &[], Lang::Pl, day("2015-01-12"));
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.xlsx", "a.csv"] {
        export(&folder.path().join(name), &table, Lang::Pl).unwrap();
    }
    assert_eq!(read_xlsx(&folder.path().join("a.xlsx")).1.height(), 1);
    assert_eq!(read_csv(&folder.path().join("a.csv")), [table.headers]);
}

#[test]
fn what_cannot_be_written_is_said_and_the_old_file_stays() {
    let folder = tempfile::tempdir().unwrap();
    let table = small_table(&["Uwagi"], Vec::new());
    let other = folder.path().join("rejestr.ods");
    assert!(
        matches!(export(&other, &table, Lang::Pl), Err(ExportError::UnknownEnding { path }) if path.ends_with(".ods"))
    );
    let nowhere = folder.path().join("no/rejestr.xlsx");
    let Err(ExportError::Write { path, source }) = export(&nowhere, &table, Lang::Pl) else {
        panic!("written")
    };
    assert!(path.ends_with("rejestr.xlsx"));
    assert_eq!(source.kind(), std::io::ErrorKind::NotFound);

    let crowded = small_table(&["Uwagi"; 20_000], Vec::new());
    let old = folder.path().join("stary.xlsx");
    std::fs::write(&old, "old").unwrap();
    assert!(export(&old, &crowded, Lang::Pl).is_err(), "a sheet has 16,384 columns");
    assert_eq!(std::fs::read(&old).unwrap(), b"old");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "something is left beside it");
}

#[test]
fn remarks_of_a_case_are_exported_whole() {
    let register = sample_office(Lang::Pl);
    let told = register.cases().filter(|stood| !stood.record.remarks.is_empty()).count();
    let table = register_table(&register, &all(&register), Lang::Pl, sample::as_of());
    assert_eq!(table.rows.iter().filter(|row| row[REMARKS] != Field::Empty).count(), told);
}

/// What an import of the file into the book would do.
fn planned(register: &Register, path: &Path) -> import::Plan {
    let file = sheet::read(path, None).unwrap();
    import::plan(register, &file.workbook, &import::Options::default()).unwrap()
}

#[test]
fn an_exported_register_changes_nothing_in_its_own_book() {
    let register = sample_office(Lang::Pl);
    let folder = tempfile::tempdir().unwrap();
    for (lang, name) in [(Lang::Pl, "a.xlsx"), (Lang::Pl, "a.csv"), (Lang::En, "b.xlsx"), (Lang::En, "b.csv")]
    {
        let path = folder.path().join(name);
        let shown = sample_office(lang);
        export(&path, &register_table(&shown, &all(&shown), lang, sample::as_of()), lang).unwrap();
        let book = if lang == Lang::Pl { &register } else { &shown };
        let plan = planned(book, &path);
        assert_eq!((plan.totals.rows, plan.totals.new, plan.totals.changed), (25, 0, 0), "{name}");
        let problems: Vec<_> = plan.problems.iter().map(|p| (&p.kind, &p.column, &p.text)).collect();
        assert!(problems.is_empty(), "{name}: {problems:?}");
        assert!(plan.columns.iter().all(|column| column.field.is_some()), "{name}: a header is not known");
    }
}

#[test]
fn an_exported_register_comes_into_an_empty_book_whole() {
    let register = sample_office(Lang::Pl);
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.xlsx", "a.csv"] {
        let path = folder.path().join(name);
        export(&path, &register_table(&register, &all(&register), Lang::Pl, sample::as_of()), Lang::Pl)
            .unwrap();
        let plan = planned(&Register::default(), &path);
        assert_eq!((plan.totals.rows, plan.totals.new, plan.totals.drafts), (25, 25, 0), "{name}");
        for row in &plan.rows {
            let number = row.case.number.as_deref().unwrap();
            let own = &register.case_by_number(number).unwrap().record;
            let said = |case: &Case| {
                (case.kind, case.title.clone(), case.finding.statement.clone(), case.source, case.grade)
            };
            assert_eq!(said(&row.case), said(own), "{number}");
            assert_eq!(row.case.shown_due_on(), own.shown_due_on(), "{number}");
            let (read, own) = (row.case.clause(Edition::Iso2015), own.clause(Edition::Iso2008));
            assert_eq!(read, own, "{number}");
        }
    }
}

#[test]
fn a_case_without_a_number_is_recognised_by_its_identity() {
    let mut ids = SystemIds;
    let mut draft = Case::draft(CaseId(ids.fresh()), CaseKind::Preventive);
    draft.title = "Szkic bez numeru".into();
    draft.finding.statement = "=SUMA(A1) nie jest formułą".into();
    let mut register = sample_office(Lang::Pl);
    let command = CommandId(ids.fresh());
    let at = sample::as_of().and_hms_opt(11, 0, 0).unwrap().and_utc();
    let moment =
        Moment { actor: Actor::representative(), at, today: sample::as_of(), command, ids: &mut ids };
    let change = Change::create(&Record::Case(Box::new(draft.clone()))).unwrap();
    register.apply(&ChangeSet::of(&moment, "draft_created", None, vec![change])).unwrap();

    let folder = tempfile::tempdir().unwrap();
    for name in ["a.xlsx", "a.csv"] {
        let path = folder.path().join(name);
        export(&path, &register_table(&register, &[draft.id], Lang::Pl, sample::as_of()), Lang::Pl).unwrap();
        let plan = planned(&register, &path);
        assert_eq!((plan.totals.rows, plan.totals.new, plan.totals.changed), (1, 0, 0), "{name}");
        assert_eq!(plan.rows[0].case.id, draft.id);
    }
}

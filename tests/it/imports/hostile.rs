//! Files that are damaged, locked, foreign or made to hurt.

use std::io::{Cursor, Write};

use capa_core::import::{self, Options};
use capa_core::register::Register;
use capa_core::sheet::{self, Limit, SheetError};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let method =
            if *name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        file.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        file.write_all(bytes).unwrap();
    }
    file.finish().unwrap().into_inner()
}

const TYPES: &[u8] = br#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const PACKAGE: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const RELATIONS: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const BOOK: &[u8] = br#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#;

fn workbook_of(sheet: &[u8]) -> Vec<u8> {
    packed(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", PACKAGE),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

/// Unpacks to 300 MiB.
pub(super) fn bomb() -> Vec<u8> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    file.start_file("xl/workbook.xml", SimpleFileOptions::default()).unwrap();
    let chunk = vec![b' '; 1 << 20];
    for _ in 0..300 {
        file.write_all(&chunk).unwrap();
    }
    file.finish().unwrap().into_inner()
}

/// What Excel wraps an encrypted workbook in: a compound file with a stream of this name.
pub(super) fn encrypted_workbook() -> Vec<u8> {
    let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    bytes.resize(1024, 0);
    bytes.extend("EncryptedPackage\0".encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(2048, 0);
    bytes
}

const MANIFEST: &str = r#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"></manifest:file-entry></manifest:manifest>"#;

fn document(manifest: &str, rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="A">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", content.as_bytes()),
    ])
}

/// A short text that claims to stand in a hundred million cells.
pub(super) fn memory_hog() -> Vec<u8> {
    let cell = format!(
        r#"<table:table-cell table:number-columns-repeated="16000" office:value-type="string"><text:p>{}</text:p></table:table-cell>"#,
        "abcdefgh".repeat(10)
    );
    document(
        MANIFEST,
        &format!(r#"<table:table-row table:number-rows-repeated="6000">{cell}</table:table-row>"#),
    )
}

fn refusal(bytes: &[u8]) -> SheetError {
    sheet::read_guarded(bytes).unwrap_err()
}

#[test]
fn packed_files_are_measured_while_they_unpack() {
    assert_eq!(refusal(&bomb()), SheetError::TooBig { limit: Limit::Unpacked });
    let names: Vec<String> = (0..3000).map(|number| format!("part{number}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(refusal(&packed(&parts)), SheetError::TooBig { limit: Limit::Parts });
    let dense = vec![b'a'; 3 << 20];
    assert_eq!(
        refusal(&packed(&[("xl/workbook.xml", &dense)])),
        SheetError::TooBig { limit: Limit::Unpacked }
    );
}

#[test]
fn a_sparse_sheet_is_refused_without_its_empty_cells() {
    let sheet = br#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>b</t></is></c></row></sheetData></worksheet>"#;
    assert_eq!(refusal(&workbook_of(sheet)), SheetError::TooManyRows);
    let wide = br#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="XFD1" t="inlineStr"><is><t>b</t></is></c></row></sheetData></worksheet>"#;
    assert_eq!(refusal(&workbook_of(wide)), SheetError::TooBig { limit: Limit::Columns });
    let claims = br#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row></sheetData></worksheet>"#;
    assert_eq!(sheet::read_guarded(&workbook_of(claims)).unwrap().sheets[0].rows.len(), 1);
}

#[test]
fn locked_files_are_named_so() {
    assert_eq!(refusal(&encrypted_workbook()), SheetError::Encrypted);
    let manifest =
        MANIFEST.replace("></manifest:file-entry>", "><manifest:encryption-data/></manifest:file-entry>");
    assert_ne!(manifest, MANIFEST);
    assert_eq!(refusal(&document(&manifest, "")), SheetError::Encrypted);
}

#[test]
fn damaged_files_are_named_so() {
    let whole = super::polish::register_file();
    for part in [20, 2, 1] {
        let cut = &whole[..whole.len() - whole.len() / (part * 2)];
        assert_eq!(refusal(cut), SheetError::Truncated);
    }
    let old =
        std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/registers/rejestr-2014.xls")).unwrap();
    for keep in [100, 600, 3000, old.len() / 2] {
        assert_eq!(refusal(&old[..keep]), SheetError::Truncated, "{keep} of {}", old.len());
    }
    assert_eq!(refusal(b"").code(), "unreadable");
    assert_eq!(refusal(&workbook_of(b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\"")).code(), "unreadable");
}

#[test]
fn foreign_files_are_named_so() {
    let foreign: [&[u8]; 6] = [
        b"<html><body><table><tr><td>Nr karty</td></tr></table></body></html>",
        b"\xef\xbb\xbf  <!DOCTYPE html><html></html>",
        b"%PDF-1.7 ...",
        b"\x89PNG\r\n\x1a\n....",
        b"{\\rtf1 Rejestr}",
        b"\x7fELF\x02\x01\x01\0\0\0",
    ];
    for bytes in foreign {
        assert_eq!(refusal(bytes), SheetError::UnsupportedFormat);
    }
    assert_eq!(refusal(&packed(&[("word/document.xml", b"<w/>")])), SheetError::UnsupportedFormat);
    let text = "application/vnd.oasis.opendocument.text";
    assert_eq!(refusal(&packed(&[("mimetype", text.as_bytes())])), SheetError::UnsupportedFormat);
}

#[test]
fn what_no_cell_and_no_sheet_can_hold_is_refused() {
    let cell = format!("Nr karty;Opis\nDK/1/2014;{}\n", "a".repeat(1 << 20));
    assert_eq!(refusal(cell.as_bytes()), SheetError::TooBig { limit: Limit::CellText });
    let open = format!("Nr karty;Opis\nDK/1/2014;\"{}", "never closed\n".repeat(5000));
    assert_eq!(refusal(open.as_bytes()), SheetError::TooBig { limit: Limit::CellText });
    assert_eq!(refusal("a;b\n".repeat(100_001).as_bytes()), SheetError::TooManyRows);
    assert_eq!(refusal(&vec![b'a'; (64 << 20) + 1]), SheetError::TooBig { limit: Limit::File });
    let longest = format!("Nr karty;Opis\nDK/1/2014;{}\n", "ż".repeat(32_767));
    assert!(sheet::read_guarded(longest.as_bytes()).is_ok());
}

fn small_workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, head) in
        (0_u16..).zip(["Nr karty", "Opis niezgodności", "Odpowiedzialny", "Termin", "Status"])
    {
        sheet.write_string(0, column, head).unwrap();
        sheet.write_string(1, column, "DK/1/2014").unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// Reads and plans. What a reader of workbooks panics at comes back as an error; a panic anywhere else fails the
/// test.
fn reads_and_plans(bytes: &[u8]) -> Result<(), SheetError> {
    let workbook = sheet::read_guarded(bytes)?;
    drop(import::plan(&Register::default(), &workbook, &Options::default()));
    Ok(())
}

/// Whether a reader panicked. Text is read by this product alone, and there nothing may.
fn gave_up(bytes: &[u8]) -> bool {
    reads_and_plans(bytes) == Err(SheetError::Unreadable { detail: "the reader gave up".into() })
}

fn mutated(
    whole: &[u8],
    changes: &[(prop::sample::Index, u8)],
    cut: prop::sample::Index,
    keep: bool,
) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    for (at, byte) in changes {
        let at = at.index(bytes.len());
        bytes[at] = *byte;
    }
    if !keep {
        bytes.truncate(cut.index(bytes.len()));
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn mutated_workbooks_give_cells_or_an_error(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
        keep in prop::bool::weighted(0.9),
    ) {
        let read = reads_and_plans(&mutated(&small_workbook(), &changes, cut, keep));
        prop_assert_ne!(read, Err(SheetError::Timeout), "a refusal is about the file");
    }

    #[test]
    fn mutated_markup_gives_cells_or_an_error(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
        keep in prop::bool::weighted(0.9),
    ) {
        let sheet = br#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:C2"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Nr karty</t></is></c><c r="B1" t="inlineStr"><is><t>Opis</t></is></c><c r="C1" t="n"><v>41729</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells></worksheet>"#;
        let read = reads_and_plans(&workbook_of(&mutated(sheet, &changes, cut, keep)));
        prop_assert_ne!(read, Err(SheetError::Timeout), "a refusal is about the file");
    }

    #[test]
    fn any_text_never_panics(text in "([;,\t\"\r\n0-9./-]|Nr karty|Opis niezgodności|Termin|Status|31|luty|DK/1/2014|\\PC){0,60}") {
        prop_assert!(!gave_up(text.as_bytes()));
    }

    #[test]
    fn any_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(!gave_up(&bytes));
    }
}

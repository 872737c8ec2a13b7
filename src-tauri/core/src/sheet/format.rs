//! What kind of file it is, by its content: the ending of a name says little.

use std::io::Cursor;

use super::archive;
use super::{SheetError, archive::Archive};

/// The kinds that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// Excel since 2007, with or without macros.
    Xlsx,
    /// OpenDocument.
    Ods,
    /// Excel until 2003.
    Xls,
    /// Separated values.
    Text,
}

const OLE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const FOREIGN: [&[u8]; 7] =
    [b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf"];
const MARKUP: [&str; 7] = ["<!doctype", "<html", "<?xml", "<table", "<head", "<meta", "<body"];

/// The kind of a file; a packed one is checked against the limits on the way.
pub(super) fn of(bytes: &[u8]) -> Result<Format, SheetError> {
    if bytes.is_empty() {
        return Err(SheetError::unreadable("the file is empty"));
    }
    if bytes.starts_with(b"PK") {
        return packed(bytes);
    }
    if bytes.starts_with(OLE) {
        return compound(bytes);
    }
    if OLE.starts_with(bytes) {
        return Err(SheetError::Truncated);
    }
    if FOREIGN.iter().any(|magic| bytes.starts_with(magic)) || is_markup(bytes) {
        return Err(SheetError::UnsupportedFormat);
    }
    let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let binary =
        bytes.iter().any(|byte| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c));
    if binary && !utf16 {
        return Err(SheetError::UnsupportedFormat);
    }
    Ok(Format::Text)
}

fn packed(bytes: &[u8]) -> Result<Format, SheetError> {
    let mut opened: Archive<'_> = archive::open(Cursor::new(bytes))?;
    archive::check(&mut opened, bytes.len() as u64)?;
    if opened.index_for_name("mimetype").is_some() {
        let kind = archive::text(&mut opened, "mimetype")?;
        let sheet = kind.trim_start().starts_with("application/vnd.oasis.opendocument.spreadsheet");
        return if sheet { Ok(Format::Ods) } else { Err(SheetError::UnsupportedFormat) };
    }
    let mut names = opened.file_names().flatten().map(|name| name.replace('\\', "/").to_lowercase());
    if names.any(|name| name.ends_with("workbook.xml")) {
        return Ok(Format::Xlsx);
    }
    Err(SheetError::UnsupportedFormat)
}

/// Excel packs an encrypted workbook into a compound file, where old workbooks live too.
fn compound(bytes: &[u8]) -> Result<Format, SheetError> {
    if has_stream(bytes, "EncryptedPackage") {
        return Err(SheetError::Encrypted);
    }
    if is_cut_off(bytes) {
        return Err(SheetError::Truncated);
    }
    if has_stream(bytes, "Workbook") || has_stream(bytes, "Book") {
        return Ok(Format::Xls);
    }
    Err(SheetError::UnsupportedFormat)
}

/// Whether the header names a sector for its directory or its table of sectors that lies behind the end.
fn is_cut_off(bytes: &[u8]) -> bool {
    const DIRECTORY: usize = 48;
    const TABLE: std::ops::Range<usize> = 76..512;
    const LAST_SECTOR: u32 = 0xffff_fffa;
    let number = |at: usize| {
        let four = bytes.get(at..at.saturating_add(4))?;
        Some(u32::from_le_bytes(four.try_into().ok()?))
    };
    let Some(shift) = bytes.get(30).map(|shift| u32::from(*shift)).filter(|shift| (7..=16).contains(shift))
    else {
        return bytes.len() < TABLE.end;
    };
    let size = 1_u64 << shift;
    let ends = |sector: u32| u64::from(sector).saturating_add(2).saturating_mul(size);
    let named = std::iter::once(DIRECTORY).chain(TABLE.step_by(4)).map(number);
    // The last sector may be shorter than the others.
    named.into_iter().any(|sector| match sector {
        None => true,
        Some(sector) if sector > LAST_SECTOR => false,
        Some(sector) => ends(sector).saturating_sub(size) >= bytes.len() as u64,
    })
}

fn has_stream(bytes: &[u8], name: &str) -> bool {
    let wanted: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    memchr::memmem::find(bytes, &wanted).is_some()
}

fn is_markup(bytes: &[u8]) -> bool {
    let head: Vec<u8> = bytes.iter().copied().take(512).collect();
    let head = String::from_utf8_lossy(&head);
    let head = head.trim_start_matches('\u{feff}').trim_start().to_lowercase();
    MARKUP.iter().any(|tag| head.starts_with(tag))
}

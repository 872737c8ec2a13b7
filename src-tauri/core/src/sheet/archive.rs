//! Packed files: how much they really unpack to, counted while unpacking, never taken from their own headers.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::limits::{PARTS, RATIO, RATIO_FROM_BYTES, UNPACKED_BYTES};
use super::{Limit, SheetError};

/// An open packed file.
pub(super) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Opens a packed file.
pub(super) fn open(bytes: Cursor<&[u8]>) -> Result<Archive<'_>, SheetError> {
    // The list of parts stands at the end: a file without one was cut off.
    let cut_off = |error: &ZipError| matches!(error, ZipError::InvalidArchive(_));
    let opened = ZipArchive::new(bytes);
    let archive =
        opened.map_err(|error| if cut_off(&error) { SheetError::Truncated } else { told(error) })?;
    if archive.len() > PARTS {
        return Err(SheetError::too_big(Limit::Parts));
    }
    Ok(archive)
}

/// Unpacks every part into nothing and stops at the first limit that breaks.
pub(super) fn check(archive: &mut Archive<'_>, packed: u64) -> Result<(), SheetError> {
    let mut buffer = vec![0_u8; 64 << 10];
    let mut unpacked = 0_u64;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(told)?;
        loop {
            let count = part.read(&mut buffer).map_err(unpacking)?;
            if count == 0 {
                break;
            }
            unpacked = unpacked.saturating_add(count as u64);
            let swollen = unpacked > RATIO_FROM_BYTES && unpacked / RATIO > packed;
            if unpacked > UNPACKED_BYTES || swollen {
                return Err(SheetError::too_big(Limit::Unpacked));
            }
        }
    }
    Ok(())
}

/// The text of a part.
pub(super) fn text(archive: &mut Archive<'_>, name: &str) -> Result<String, SheetError> {
    let mut bytes = Vec::new();
    let part = archive.by_name(name).map_err(told)?;
    part.take(UNPACKED_BYTES).read_to_end(&mut bytes).map_err(unpacking)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn told(error: ZipError) -> SheetError {
    let locked = matches!(
        error,
        ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)
    );
    let foreign =
        matches!(error, ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_));
    if locked {
        return SheetError::Encrypted;
    }
    if foreign {
        return SheetError::UnsupportedFormat;
    }
    if let ZipError::Io(source) = error { unpacking(source) } else { SheetError::unreadable(error) }
}

fn unpacking(error: std::io::Error) -> SheetError {
    if error.kind() == std::io::ErrorKind::UnexpectedEof {
        return SheetError::Truncated;
    }
    SheetError::unreadable(error)
}

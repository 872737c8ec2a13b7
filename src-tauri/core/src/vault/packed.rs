//! The names inside a packed file, from its list of parts alone: nothing is unpacked.

use std::io::{self, Read, Seek, SeekFrom};

const END: &[u8] = b"PK\x05\x06";
const END_LEN: usize = 22;
const PART: &[u8] = b"PK\x01\x02";
const PART_LEN: usize = 46;
/// A comment of at most 64 KiB may follow the end of the list.
const TAIL: u64 = 65_535 + END_LEN as u64;
/// Office files have some thousand parts at most; a longer list is not one of theirs.
const LIST_BYTES: u64 = 4 << 20;

/// The names of all parts, in lower case and with `/` between folders. `None` when there is no sound list of
/// parts, or it is longer than that of any document.
pub(super) fn names(file: &mut (impl Read + Seek)) -> io::Result<Option<Vec<String>>> {
    let len = file.seek(SeekFrom::End(0))?;
    let tail_start = len.saturating_sub(TAIL);
    file.seek(SeekFrom::Start(tail_start))?;
    let mut tail = Vec::new();
    file.take(TAIL).read_to_end(&mut tail)?;
    let Some(list) = list_of(&tail, tail_start) else { return Ok(None) };
    file.seek(SeekFrom::Start(list.start))?;
    let mut bytes = Vec::new();
    file.take(list.bytes).read_to_end(&mut bytes)?;
    Ok(parts(&bytes, list.count))
}

struct List {
    start: u64,
    bytes: u64,
    count: usize,
}

/// Where the list of parts lies, from the record that ends the file.
fn list_of(tail: &[u8], tail_start: u64) -> Option<List> {
    let ends = |at: &usize| {
        let comment = number(tail, at.saturating_add(20), 2)?;
        let behind = at.saturating_add(END_LEN) as u64 + comment;
        (behind == tail.len() as u64).then_some(())
    };
    let end = memchr::memmem::rfind_iter(tail, END).find(|at| ends(at).is_some())?;
    let count = usize::try_from(number(tail, end.saturating_add(10), 2)?).ok()?;
    let bytes = number(tail, end.saturating_add(12), 4)?;
    let start = number(tail, end.saturating_add(16), 4)?;
    let fits = bytes <= LIST_BYTES && start.saturating_add(bytes) <= tail_start.saturating_add(end as u64);
    fits.then_some(List { start, bytes, count })
}

fn parts(mut list: &[u8], count: usize) -> Option<Vec<String>> {
    let mut found = Vec::new();
    while !list.is_empty() {
        if !list.starts_with(PART) {
            return None;
        }
        let len = |at: usize| number(list, at, 2).and_then(|len| usize::try_from(len).ok());
        let (name, extra, comment) = (len(28)?, len(30)?, len(32)?);
        let rest = list.get(PART_LEN..)?;
        found.push(String::from_utf8_lossy(rest.get(..name)?).replace('\\', "/").to_lowercase());
        list = rest.get(name.saturating_add(extra).saturating_add(comment)..)?;
    }
    (found.len() == count && count > 0).then_some(found)
}

fn number(bytes: &[u8], at: usize, len: usize) -> Option<u64> {
    let digits = bytes.get(at..at.saturating_add(len))?;
    Some(digits.iter().rev().fold(0, |number, digit| (number << 8) | u64::from(*digit)))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use proptest::prelude::*;

    use super::*;

    fn packed(names: &[&str], comment: &str) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for name in names {
            archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            archive.write_all(b"content").unwrap();
        }
        archive.set_comment(comment).unwrap();
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn the_list_of_parts_is_read() {
        for comment in ["", "PK\u{5}\u{6} in a comment of a mischievous person"] {
            let bytes = packed(&["[Content_Types].xml", "Word/Document.xml"], comment);
            let found = names(&mut Cursor::new(&bytes)).unwrap();
            assert_eq!(found.unwrap(), ["[content_types].xml", "word/document.xml"]);
            assert_eq!(names(&mut Cursor::new(&bytes[..bytes.len() - 1])).unwrap(), None, "cut off");
        }
        assert_eq!(names(&mut Cursor::new(packed(&[], ""))).unwrap(), None);
        assert_eq!(names(&mut Cursor::new(b"PK\x03\x04")).unwrap(), None);
    }

    proptest! {
        #[test]
        fn damaged_lists_are_refused_without_a_panic(at in 0_usize..400, value: u8, cut in 0_usize..400) {
            let mut bytes = packed(&["mimetype", "content.xml", "META-INF/manifest.xml"], "");
            let len = bytes.len();
            bytes[at % len] = value;
            bytes.truncate(len - cut % len);
            names(&mut Cursor::new(bytes)).unwrap();
        }
    }
}

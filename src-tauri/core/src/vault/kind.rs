//! The kinds of files that are kept as evidence, told by their content; the name must agree.

use std::io::{Read, Seek, SeekFrom};

use super::packed;

/// What evidence may be. Nothing that runs, no packed files, and no markup: a browser would run what is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Pdf,
    Png,
    Jpeg,
    Tiff,
    Gif,
    Bmp,
    Webp,
    Heic,
    Eml,
    Msg,
    Txt,
    Csv,
    Docx,
    Xlsx,
    Pptx,
    Odt,
    Ods,
    Odp,
    Doc,
    Xls,
    Rtf,
}

use Kind::{
    Bmp, Csv, Doc, Docx, Eml, Gif, Heic, Jpeg, Msg, Odp, Ods, Odt, Pdf, Png, Pptx, Rtf, Tiff, Txt, Webp, Xls,
    Xlsx,
};

const ALL: [Kind; 21] = [
    Pdf, Png, Jpeg, Tiff, Gif, Bmp, Webp, Heic, Eml, Msg, Txt, Csv, Docx, Xlsx, Pptx, Odt, Ods, Odp, Doc,
    Xls, Rtf,
];

const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const PACKED: &[u8] = b"PK\x03\x04";
const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";
/// Text that some program would run or show as a page, whatever it is called.
const RUNNING: [&str; 12] = [
    "<!doctype",
    "<html",
    "<head",
    "<body",
    "<script",
    "<svg",
    "<table",
    "<meta",
    "<hta",
    "<?",
    "<!--",
    "#!",
];
/// Fields that a message has: at least one of them stands in its header.
const FIELDS: [&str; 9] = [
    "from",
    "to",
    "subject",
    "date",
    "received",
    "return-path",
    "message-id",
    "mime-version",
    "delivered-to",
];

impl Kind {
    /// The kind that an extension in lower case belongs to.
    pub(super) fn of_extension(extension: &str) -> Option<Self> {
        ALL.into_iter().find(|kind| kind.extensions().contains(&extension))
    }

    /// Its extensions, the usual one first.
    pub(super) fn extensions(self) -> &'static [&'static str] {
        match self {
            Pdf => &["pdf"],
            Png => &["png"],
            Jpeg => &["jpg", "jpeg"],
            Tiff => &["tif", "tiff"],
            Gif => &["gif"],
            Bmp => &["bmp"],
            Webp => &["webp"],
            Heic => &["heic"],
            Eml => &["eml"],
            Msg => &["msg"],
            Txt => &["txt"],
            Csv => &["csv"],
            Docx => &["docx"],
            Xlsx => &["xlsx"],
            Pptx => &["pptx"],
            Odt => &["odt"],
            Ods => &["ods"],
            Odp => &["odp"],
            Doc => &["doc"],
            Xls => &["xls"],
            Rtf => &["rtf"],
        }
    }

    /// Its media type.
    pub(super) fn media_type(self) -> &'static str {
        match self {
            Pdf => "application/pdf",
            Png => "image/png",
            Jpeg => "image/jpeg",
            Tiff => "image/tiff",
            Gif => "image/gif",
            Bmp => "image/bmp",
            Webp => "image/webp",
            Heic => "image/heic",
            Eml => "message/rfc822",
            Msg => "application/vnd.ms-outlook",
            Txt => "text/plain",
            Csv => "text/csv",
            Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Odt => "application/vnd.oasis.opendocument.text",
            Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Odp => "application/vnd.oasis.opendocument.presentation",
            Doc => "application/msword",
            Xls => "application/vnd.ms-excel",
            Rtf => "application/rtf",
        }
    }
}

/// Every kind that the content can be taken for, the likeliest first; none when it is of no kind that is kept.
/// Text is the case of several: a message and a table are text too, and only the name tells which is meant.
pub(super) fn of_content(head: &[u8], is_text: bool, file: &mut (impl Read + Seek)) -> Vec<Kind> {
    if file.seek(SeekFrom::Start(0)).is_err() {
        return Vec::new();
    }
    if head.starts_with(PACKED) {
        return documents(head, file);
    }
    if head.starts_with(OLE) {
        return compound(file);
    }
    let marked = head.strip_prefix(UTF8_MARK).unwrap_or(head).trim_ascii_start();
    if marked.starts_with(b"%PDF-") && infer::archive::is_pdf(head) {
        return vec![Pdf];
    }
    if infer::archive::is_rtf(head) {
        return vec![Rtf];
    }
    if is_text {
        return texts(marked);
    }
    image(head).into_iter().collect()
}

fn image(head: &[u8]) -> Option<Kind> {
    use infer::image;
    // Two letters are little to go by; the length of the second header comes from a short list.
    let is_bmp = || {
        let header = head.get(14).copied().unwrap_or_default();
        image::is_bmp(head) && matches!(header, 12 | 40 | 52 | 56 | 64 | 108 | 124)
    };
    let found = [
        (Png, image::is_png(head)),
        (Jpeg, image::is_jpeg(head)),
        (Gif, image::is_gif(head)),
        (Webp, head.starts_with(b"RIFF") && image::is_webp(head)),
        (Tiff, image::is_tiff(head)),
        (Heic, image::is_heif(head)),
        (Bmp, is_bmp()),
    ];
    found.into_iter().find_map(|(kind, is)| is.then_some(kind))
}

/// Office documents are packed files. Which of them is told by all their parts, for programs write these in any
/// order, and a part with macros is found wherever it stands.
fn documents(head: &[u8], file: &mut (impl Read + Seek)) -> Vec<Kind> {
    let Ok(Some(names)) = packed::names(file) else { return Vec::new() };
    let has = |name: &str| names.iter().any(|own| own == name);
    let within = |folder: &str| names.iter().any(|own| own.starts_with(folder));
    if names.iter().any(|name| name.ends_with("vbaproject.bin")) {
        return Vec::new();
    }
    let microsoft = has("[content_types].xml");
    let open = has("content.xml") && !within("basic/") && !within("scripts/");
    let found = [
        (Docx, microsoft && within("word/")),
        (Xlsx, microsoft && within("xl/")),
        (Pptx, microsoft && within("ppt/")),
        (Odt, open && infer::odf::is_odt(head)),
        (Ods, open && infer::odf::is_ods(head)),
        (Odp, open && infer::odf::is_odp(head)),
    ];
    found.into_iter().filter_map(|(kind, is)| is.then_some(kind)).collect()
}

/// Office documents until 2003 and messages of Outlook; an installer is a compound file too.
fn compound(file: &mut (impl Read + Seek)) -> Vec<Kind> {
    let Ok(opened) = cfb::CompoundFile::open(file) else { return Vec::new() };
    if opened.exists("/Macros") || opened.exists("/_VBA_PROJECT_CUR") {
        return Vec::new();
    }
    let found = [
        (Msg, opened.is_stream("/__properties_version1.0")),
        (Doc, opened.is_stream("/WordDocument")),
        (Xls, opened.is_stream("/Workbook") || opened.is_stream("/Book")),
    ];
    found.into_iter().filter_map(|(kind, is)| is.then_some(kind)).collect()
}

fn texts(marked: &[u8]) -> Vec<Kind> {
    let start = String::from_utf8_lossy(marked.get(..256).unwrap_or(marked)).to_lowercase();
    if RUNNING.iter().any(|sign| start.starts_with(sign)) {
        return Vec::new();
    }
    if is_message(marked) { vec![Eml, Txt, Csv] } else { vec![Txt, Csv] }
}

/// Whether a text begins with the header of a message: fields, continued lines, and one field that messages have.
fn is_message(head: &[u8]) -> bool {
    let mut known = 0_usize;
    for (index, line) in head.split_inclusive(|byte| *byte == b'\n').enumerate() {
        if !line.ends_with(b"\n") && index > 0 {
            // The part that was looked at ends within this line.
            break;
        }
        let line = line.trim_ascii_end();
        if line.is_empty() {
            break;
        }
        if index > 0 && matches!(line.first(), Some(b' ' | b'\t')) {
            continue;
        }
        let Some(colon) = line.iter().position(|byte| *byte == b':') else { return false };
        let name = line.get(..colon).unwrap_or_default();
        if name.is_empty() || !name.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-') {
            return false;
        }
        let name = String::from_utf8_lossy(name).to_lowercase();
        known = known.saturating_add(usize::from(FIELDS.contains(&name.as_str())));
    }
    known > 0
}

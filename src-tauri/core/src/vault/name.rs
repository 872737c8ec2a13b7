//! Names of evidence files: what a person called a file is text to show, and becomes the name of a file only after
//! everything that some system reads as more than a name is taken out.

use unicode_normalization::UnicodeNormalization;

/// How long a name may be before its extension: what is left of the 255 bytes that file systems allow is for the
/// extension, and for folders that count the whole path.
const STEM_BYTES: usize = 180;
/// What a file is called of whose name nothing is left.
const NAMELESS: &str = "file";
const RESERVED: [&str; 8] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$", "CONFIG$"];

/// The name as it may be shown: the last part of a path, on one line, without characters that cannot be seen,
/// that turn the writing direction, or that Windows forbids.
pub(super) fn cleaned(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).find(|part| !part.trim().is_empty()).unwrap_or_default();
    let seen = last.chars().filter(|c| c.is_whitespace() || !is_unseen(*c)).map(|c| match c {
        '<' | '>' | ':' | '"' | '|' | '?' | '*' => '_',
        other => other,
    });
    let text: String = seen.nfc().collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").trim_start_matches(['.', ' ']).trim_end_matches(['.', ' ']).to_owned()
}

/// The extension of a cleaned name, in lower case.
pub(super) fn extension(cleaned: &str) -> String {
    cleaned.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default()
}

/// A name that is safe as the name of a file on every system. The extension is the caller's; the name keeps its
/// own only if it is one of `extensions`, so that nothing else can stand last.
pub(super) fn safe(name: &str, extension: &str, extensions: &[&str]) -> String {
    let name = cleaned(name);
    let stem = match name.rsplit_once('.') {
        Some((stem, own)) if extensions.contains(&own.to_lowercase().as_str()) => stem,
        _ => name.as_str(),
    };
    let mut stem = cut(stem.trim_end_matches(['.', ' ']));
    if is_reserved(stem) {
        return format!("{}.{extension}", cut(&format!("_{stem}")));
    }
    if stem.is_empty() {
        stem = NAMELESS;
    }
    format!("{stem}.{extension}")
}

fn cut(stem: &str) -> &str {
    let end = stem.floor_char_boundary(STEM_BYTES);
    stem.get(..end).unwrap_or_default().trim_end_matches(['.', ' '])
}

/// Windows takes these for devices, with any extension and whatever blanks stand before it.
fn is_reserved(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    let numbered = ["COM", "LPT"].iter().any(|port| {
        let number = first.strip_prefix(port).map(|rest| rest.chars().collect::<Vec<_>>());
        matches!(number.as_deref(), Some(['0'..='9' | '¹' | '²' | '³']))
    });
    numbered || RESERVED.contains(&first.as_str())
}

/// Control characters, marks of the writing direction, and characters without width.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffd}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pdf(name: &str) -> String {
        safe(name, "pdf", &["pdf"])
    }

    #[test]
    fn ordinary_names_stay_as_they_are() {
        for name in ["Protokół z audytu.pdf", "OR.1431.12.2025 zgłoszenie (kopia).pdf", "Łódź - ĄŻŹ.pdf"]
        {
            assert_eq!(pdf(name), name);
        }
        assert_eq!(safe("skan.JPEG", "jpeg", &["jpg", "jpeg"]), "skan.jpeg");
    }

    #[test]
    fn names_cannot_leave_their_folder_or_pass_for_something_else() {
        for (given, made) in [
            ("../../etc/passwd", "passwd.pdf"),
            ("C:\\Users\\x\\pismo.pdf", "pismo.pdf"),
            ("..", "file.pdf"),
            ("", "file.pdf"),
            (".pdf", "pdf.pdf"),
            (".hidden.pdf", "hidden.pdf"),
            ("pismo.pdf. . .", "pismo.pdf"),
            ("pismo.pdf.exe", "pismo.pdf.exe.pdf"),
            ("pismo\u{202e}fdp.exe", "pismofdp.exe.pdf"),
            ("pi\u{200b}smo\r\n\t1\0.pdf", "pismo 1.pdf"),
            ("pismo.pdf:evil.exe", "pismo.pdf_evil.exe.pdf"),
            ("a<b>c|d?e*f\"g.pdf", "a_b_c_d_e_f_g.pdf"),
            ("con.pdf", "_con.pdf"),
            ("NUL .tar.pdf", "_NUL .tar.pdf"),
            ("com1.pdf", "_com1.pdf"),
            ("lpt².pdf", "_lpt².pdf"),
            ("com10.pdf", "com10.pdf"),
            ("Z\u{307}o\u{301}łw.pdf", "Żółw.pdf"),
        ] {
            assert_eq!(pdf(given), made, "{given:?}");
        }
    }

    #[test]
    fn long_names_are_cut_between_characters() {
        let name = pdf(&format!("{}.pdf", "ż".repeat(300)));
        assert_eq!(name, format!("{}.pdf", "ż".repeat(90)));
        let hidden = pdf(&format!("CON{}x.pdf", " ".repeat(300)));
        assert_eq!(hidden, "CON x.pdf");
    }

    proptest! {
        #[test]
        fn every_name_becomes_safe(
            name in prop_oneof![
                any::<String>(),
                "[CONcomlptNUL0-9. ]{0,12}(\\.pdf)?",
                "(\\PC|[./\\\\ \u{202e}\u{300}\u{200d}]){0,300}",
            ]
        ) {
            let made = pdf(&name);
            prop_assert!(made.ends_with(".pdf") && made.len() > 4 && made.len() <= STEM_BYTES + 4, "{:?}", made);
            prop_assert!(!made.starts_with(['.', ' ']) && !made.contains(" .pdf") && !made.contains("..pdf"));
            prop_assert!(!made.contains(['/', '\\', ':', '<', '>', '"', '|', '?', '*']), "{:?}", made);
            prop_assert!(!made.chars().any(is_unseen), "{:?}", made);
            prop_assert!(!is_reserved(made.trim_end_matches(".pdf")), "{:?}", made);
            prop_assert_eq!(std::path::Path::new(&made).file_name().unwrap().to_str().unwrap(), made.as_str());
            prop_assert_eq!(pdf(&made), made.clone(), "a safe name is not changed again");
        }
    }
}

use std::collections::BTreeSet;
use std::io::Write;

use proptest::prelude::*;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

const PDF: &[u8] = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n";

struct Desk {
    data: TempDir,
    copies: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { data: tempfile::tempdir().unwrap(), copies: tempfile::tempdir().unwrap() }
    }

    fn vault(&self) -> Vault {
        Vault { copies: self.copies.path().to_path_buf(), ..Vault::beside(self.data.path()) }
    }

    fn stored(&self, file: &StoredFile) -> PathBuf {
        self.data.path().join("evidence").join(&file.sha256[..2]).join(&file.sha256)
    }

    /// All files below the vault, by their paths in it.
    fn files(&self) -> BTreeSet<PathBuf> {
        fn walk(folder: &Path, found: &mut BTreeSet<PathBuf>) {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                if entry.path().is_dir() {
                    walk(&entry.path(), found);
                } else {
                    found.insert(entry.path());
                }
            }
        }
        let mut found = BTreeSet::new();
        walk(&self.data.path().join("evidence"), &mut found);
        found
    }

    fn copied(&self) -> usize {
        let runs = fs::read_dir(self.copies.path()).unwrap().flatten();
        runs.flat_map(|run| fs::read_dir(run.path()).unwrap().flatten())
            .filter(|it| it.path().is_dir())
            .count()
    }
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in parts {
        archive.start_file(*name, plain).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn office(folder: &str) -> Vec<u8> {
    let main = format!("{folder}/main.xml");
    packed(&[("docProps/app.xml", "a"), (&main, "m"), ("_rels/.rels", "r"), ("[Content_Types].xml", "t")])
}

fn open_document(kind: &str) -> Vec<u8> {
    let kind = format!("application/vnd.oasis.opendocument.{kind}");
    packed(&[("mimetype", &kind), ("content.xml", "<office/>"), ("META-INF/manifest.xml", "m")])
}

fn compound(streams: &[&str]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for stream in streams {
        if let Some((storage, _)) = stream.rsplit_once('/').filter(|(storage, _)| !storage.is_empty()) {
            file.create_storage(storage).unwrap();
        }
        file.create_stream(stream).unwrap().write_all(b"content").unwrap();
    }
    file.flush().unwrap();
    file.into_inner().into_inner()
}

/// One sound file of every kind that is kept.
fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let mut bmp = b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0".to_vec();
    bmp.resize(70, 0);
    vec![
        ("a.pdf", PDF.to_vec()),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0".to_vec()),
        ("a.jpeg", b"\xff\xd8\xff\xe1\0\x10Exif\0".to_vec()),
        ("a.tif", b"II*\0\x08\0\0\0\x01\0\0\0".to_vec()),
        ("a.tiff", b"MM\0*\0\0\0\x08\0\x01\0\0".to_vec()),
        ("a.gif", b"GIF89a\x01\0\x01\0\0\0\0".to_vec()),
        ("a.bmp", bmp),
        ("a.webp", b"RIFF\x1a\0\0\0WEBPVP8 \0\0".to_vec()),
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec()),
        ("a.eml", b"From: a@example.org\r\nSubject: x\r\n y\r\n\r\nTre\xc5\x9b\xc4\x87\r\n".to_vec()),
        ("a.msg", compound(&["/__properties_version1.0"])),
        ("a.txt", "Notatka służbowa\r\n".into()),
        ("a.csv", b"lp;uwagi\r\n1;za\xbf\xf3\xb3\xe6\r\n".to_vec()),
        ("a.docx", office("word")),
        ("a.xlsx", office("xl")),
        ("a.pptx", office("ppt")),
        ("a.odt", open_document("text")),
        ("a.ods", open_document("spreadsheet")),
        ("a.odp", open_document("presentation")),
        ("a.doc", compound(&["/WordDocument", "/1Table"])),
        ("a.xls", compound(&["/Workbook"])),
        ("a.rtf", b"{\\rtf1\\ansi x}".to_vec()),
    ]
}

#[test]
fn a_file_is_kept_under_its_hash_for_its_owner_alone() {
    let desk = Desk::new();
    assert!(desk.files().is_empty() && !desk.data.path().join("evidence").exists());
    let picked = desk.copies.path().join("Protokół.PDF");
    fs::write(&picked, PDF).unwrap();
    let stored = desk.vault().put(&picked).unwrap();
    assert_eq!(stored.sha256, Hash::of(PDF).to_string());
    assert_eq!((stored.bytes, stored.name.as_str()), (PDF.len() as u64, "Protokół.pdf"));
    assert_eq!(stored.media_type, "application/pdf");
    assert_eq!(fs::read(desk.stored(&stored)).unwrap(), PDF);
    assert_eq!(desk.vault().check(&stored.sha256).unwrap(), PDF.len() as u64);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&desk.stored(&stored)), 0o600);
        assert_eq!(mode(desk.stored(&stored).parent().unwrap()), 0o700);
        assert_eq!(mode(&desk.data.path().join("evidence")), 0o700);
    }
}

#[test]
fn the_same_content_is_kept_once_and_heals_what_was_damaged() {
    let desk = Desk::new();
    let first = desk.vault().put_bytes("a.pdf", PDF).unwrap();
    let second = desk.vault().put_bytes("b.pdf", PDF).unwrap();
    assert_eq!(first.sha256, second.sha256);
    assert_eq!(second.name, "b.pdf");
    assert_eq!(desk.files().len(), 1);
    fs::write(desk.stored(&first), b"damaged").unwrap();
    assert_eq!(desk.vault().check(&first.sha256).unwrap_err().code(), "evidence_damaged");
    desk.vault().put_bytes("a.pdf", PDF).unwrap();
    assert_eq!(desk.vault().check(&first.sha256).unwrap(), PDF.len() as u64);
}

#[test]
fn every_kind_is_kept_under_its_own_names_alone() {
    let desk = Desk::new();
    let samples = samples();
    for (name, bytes) in &samples {
        let stored = desk.vault().put_bytes(name, bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(stored.name, *name);
        let copy = desk.vault().copy_out(&stored.sha256, "x").unwrap();
        let made = copy.extension().unwrap().to_str().unwrap();
        let usual = Kind::of_extension(&name[2..]).unwrap().extensions()[0];
        // A table cannot be told from other text.
        assert_eq!(made, if usual == "csv" { "txt" } else { usual }, "{name}");
        for (other, _) in &samples {
            let (own, other) = (&name[2..], &other[2..]);
            let agrees = Kind::of_extension(own) == Kind::of_extension(other)
                || (["txt", "csv", "eml"].contains(&own) && ["txt", "csv"].contains(&other));
            let put = desk.vault().put_bytes(&format!("a.{other}"), bytes);
            assert_eq!(put.is_ok(), agrees, "the content of {name} as .{other}");
        }
    }
}

#[test]
fn other_kinds_are_refused_and_leave_nothing() {
    let desk = Desk::new();
    let exe = b"MZ\x90\0\x03\0\0\0This program".to_vec();
    let mut polyglot = exe.clone();
    polyglot.extend(PDF);
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("a.exe", exe.clone()),
        ("a.pdf", exe.clone()),
        ("a.pdf", polyglot),
        ("a.txt", exe),
        ("a.pdf.exe", PDF.to_vec()),
        ("a", PDF.to_vec()),
        (".pdf", PDF.to_vec()),
        ("pdf", PDF.to_vec()),
        ("a.pdf:b.exe", PDF.to_vec()),
        ("a\u{202e}fdp.js", PDF.to_vec()),
        ("a.zip", packed(&[("a.txt", "a")])),
        ("a.docx", packed(&[("a.txt", "a")])),
        ("a.docx", b"PK\x03\x04".to_vec()),
        ("a.docx", packed(&[("[Content_Types].xml", "t"), ("word/vbaProject.bin", "m")])),
        ("a.ods", packed(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")])),
        ("a.doc", compound(&["/WordDocument", "/Macros/PROJECT"])),
        ("a.xls", compound(&["/Workbook", "/_VBA_PROJECT_CUR/PROJECT"])),
        ("a.msg", compound(&["/Anything"])),
        ("a.docx", compound(&["/EncryptedPackage", "/EncryptionInfo"])),
        ("a.html", b"<html></html>".to_vec()),
        ("a.txt", b"\xef\xbb\xbf \n<HTML><script>alert(1)</script>".to_vec()),
        ("a.csv", b"<!DOCTYPE html>".to_vec()),
        ("a.txt", b"#!/bin/sh\nrm -r ~\n".to_vec()),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec()),
        ("a.txt", b"half a text\0and more".to_vec()),
        ("a.eml", b"Dzie\xc5\x84 dobry,\r\nFrom: nobody\r\n".to_vec()),
        ("a.eml", b"Uwaga: to nie jest list\r\n\r\n".to_vec()),
    ];
    for (name, bytes) in cases {
        let refused = desk.vault().put_bytes(name, &bytes).map_err(|error| error.code());
        assert_eq!(refused, Err("file_type_refused"), "{name} {:?}", String::from_utf8_lossy(&bytes));
    }
    assert!(desk.files().is_empty(), "{:?}", desk.files());
}

#[test]
fn empty_and_too_large_files_are_refused_and_leave_nothing() {
    let desk = Desk::new();
    assert_eq!(desk.vault().put_bytes("a.txt", b"").unwrap_err().code(), "file_empty");
    let small = Vault { limit: 10, ..desk.vault() };
    assert_eq!(small.put_bytes("a.txt", b"01234567890").unwrap_err().code(), "file_too_large");
    assert!(desk.files().is_empty());
    small.put_bytes("a.txt", b"0123456789").unwrap();
    assert_eq!(Vault::beside(desk.data.path()).limit, 100 * 1024 * 1024);
}

#[test]
fn a_file_that_never_ends_is_left_at_the_limit() {
    let desk = Desk::new();
    let small = Vault { limit: 1 << 20, ..desk.vault() };
    let refused = small.keep("a.txt", &mut io::repeat(b'x')).unwrap_err();
    assert_eq!(refused.code(), "file_too_large");
}

#[test]
fn what_cannot_be_read_says_why() {
    struct Failing;
    impl Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the stick was pulled out"))
        }
    }
    let desk = Desk::new();
    let error = desk.vault().keep("a.pdf", &mut Failing).unwrap_err();
    assert_eq!(error.code(), "file_not_readable");
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "the stick was pulled out");
    let missing = desk.vault().put(&desk.copies.path().join("none.pdf")).unwrap_err();
    assert_eq!(missing.code(), "file_not_readable");
    assert!(desk.files().is_empty());
}

#[cfg(unix)]
#[test]
fn folders_pipes_and_devices_are_refused_without_waiting() {
    use std::os::unix::fs::symlink;
    let desk = Desk::new();
    let at = |name: &str| desk.copies.path().join(name);
    fs::create_dir(at("folder.pdf")).unwrap();
    rustix::fs::mknodat(
        rustix::fs::CWD,
        at("pipe.pdf"),
        rustix::fs::FileType::Fifo,
        rustix::fs::Mode::RWXU,
        0,
    )
    .unwrap();
    symlink("/dev/zero", at("device.pdf")).unwrap();
    symlink(at("pipe.pdf"), at("link.pdf")).unwrap();
    symlink(at("gone.pdf"), at("dangling.pdf")).unwrap();
    for name in ["folder.pdf", "pipe.pdf", "device.pdf", "link.pdf", "dangling.pdf"] {
        let refused = desk.vault().put(&at(name)).map_err(|error| error.code());
        assert_eq!(refused, Err("file_not_readable"), "{name}");
    }
    fs::write(at("real.pdf"), PDF).unwrap();
    symlink(at("real.pdf"), at("good.pdf")).unwrap();
    assert_eq!(desk.vault().put(&at("good.pdf")).unwrap().name, "good.pdf");
}

#[test]
fn only_a_hash_finds_a_file() {
    let desk = Desk::new();
    let stored = desk.vault().put_bytes("a.pdf", PDF).unwrap();
    fs::write(desk.data.path().join("secret"), b"secret").unwrap();
    let sha = stored.sha256.as_str();
    let upper = sha.to_uppercase();
    let other = Hash::of(b"other").to_string();
    let long = format!("{sha}0");
    for wrong in [
        "",
        "..",
        "../secret",
        "/etc/passwd",
        upper.as_str(),
        &sha[..63],
        &long,
        &other,
        "../../../../../../../../../../../../../../../../../../../../etc/hosts",
    ] {
        assert_eq!(desk.vault().check(wrong).unwrap_err().code(), "evidence_missing", "{wrong}");
        assert_eq!(desk.vault().copy_out(wrong, "a.pdf").unwrap_err().code(), "evidence_missing");
    }
    fs::remove_file(desk.stored(&stored)).unwrap();
    assert_eq!(desk.vault().check(sha).unwrap_err().code(), "evidence_missing");
    fs::create_dir(desk.stored(&stored)).unwrap();
    assert_eq!(desk.vault().check(sha).unwrap_err().code(), "evidence_damaged");
}

#[test]
fn a_copy_is_read_only_apart_from_the_vault_and_safely_named() {
    let desk = Desk::new();
    let stored = desk.vault().put_bytes("a.pdf", PDF).unwrap();
    for (name, made) in [
        ("Protokół 1.pdf", "Protokół 1.pdf"),
        ("../../x.pdf", "x.pdf"),
        ("faktura.pdf.exe", "faktura.pdf.exe.pdf"),
        ("zdj\u{202e}gpj.exe", "zdjgpj.exe.pdf"),
        ("nul.pdf", "_nul.pdf"),
        ("a.txt", "a.txt.pdf"),
    ] {
        let copy = desk.vault().copy_out(&stored.sha256, name).unwrap();
        assert_eq!(copy.file_name().unwrap().to_str().unwrap(), made);
        assert!(copy.starts_with(desk.copies.path()));
        assert_eq!(fs::read(&copy).unwrap(), PDF);
        assert!(fs::metadata(&copy).unwrap().permissions().readonly());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let folder = fs::metadata(copy.parent().unwrap()).unwrap();
            assert_eq!(folder.permissions().mode() & 0o777, 0o700);
        }
    }
    let text = desk.vault().put_bytes("a.csv", b"a;b\n").unwrap();
    for (name, made) in
        [("a.csv", "a.csv"), ("a.txt", "a.txt"), ("a.bat", "a.bat.txt"), ("a.eml", "a.eml.txt")]
    {
        let copy = desk.vault().copy_out(&text.sha256, name).unwrap();
        assert_eq!(copy.file_name().unwrap().to_str().unwrap(), made);
    }
}

#[test]
fn what_was_put_in_the_vault_by_hand_is_not_handed_out() {
    let desk = Desk::new();
    desk.vault().put_bytes("a.pdf", PDF).unwrap();
    let exe = b"MZ\x90\0\x03";
    let sha = Hash::of(exe).to_string();
    let folder = desk.data.path().join("evidence").join(&sha[..2]);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(&sha), exe).unwrap();
    assert_eq!(desk.vault().copy_out(&sha, "a.pdf").unwrap_err().code(), "file_type_refused");
    assert_eq!(desk.copied(), 0, "no half copy stays");
}

#[test]
fn what_interrupted_copying_left_is_cleared() {
    let desk = Desk::new();
    let incoming = desk.data.path().join("evidence").join("incoming");
    fs::create_dir_all(&incoming).unwrap();
    fs::write(incoming.join("left"), b"half").unwrap();
    let held = File::create(incoming.join("held")).unwrap();
    held.lock().unwrap();
    desk.vault().put_bytes("a.pdf", PDF).unwrap();
    let left: Vec<_> = fs::read_dir(&incoming).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(left, ["held"]);
}

#[test]
fn a_vault_that_cannot_be_written_says_so() {
    let desk = Desk::new();
    fs::write(desk.data.path().join("evidence"), b"a file where the folder should be").unwrap();
    assert_eq!(desk.vault().put_bytes("a.pdf", PDF).unwrap_err().code(), "not_writable");
}

#[test]
fn many_at_once_keep_every_file() {
    let desk = Desk::new();
    let vault = desk.vault();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let vault = &vault;
            scope.spawn(move || {
                for number in 0..10 {
                    // Half of the contents are the same in all threads.
                    let content = format!("{number} {}", if number % 2 == 0 { 0 } else { thread });
                    let stored = vault.put_bytes("a.txt", content.as_bytes()).unwrap();
                    assert_eq!(vault.check(&stored.sha256).unwrap(), content.len() as u64);
                }
            });
        }
    });
    assert_eq!(desk.files().len(), 5 + 5 * 8);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_flipped_bit_is_found(at: prop::sample::Index, bit in 0_u8..8, cut: bool) {
        let desk = Desk::new();
        let stored = desk.vault().put_bytes("a.pdf", PDF).unwrap();
        let mut bytes = PDF.to_vec();
        let at = at.index(bytes.len());
        if cut {
            bytes.truncate(at);
        } else {
            bytes[at] ^= 1 << bit;
        }
        fs::write(desk.stored(&stored), &bytes).unwrap();
        prop_assert_eq!(desk.vault().check(&stored.sha256).unwrap_err().code(), "evidence_damaged");
        prop_assert_eq!(desk.vault().copy_out(&stored.sha256, "a.pdf").unwrap_err().code(), "evidence_damaged");
        prop_assert_eq!(desk.copied(), 0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_damaged_file_brings_the_program_down(
        sample: prop::sample::Index,
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        end in any::<prop::sample::Index>(),
        cut: bool,
    ) {
        let samples = samples();
        let mut bytes = samples[sample.index(samples.len())].1.clone();
        for (at, value) in damage {
            // Where a compound file has its header, damage does most.
            let at = at.index(bytes.len().min(2_048));
            bytes[at] = value;
        }
        if cut {
            bytes.truncate(end.index(bytes.len()));
        }
        let seen = copying::copy(&mut bytes.as_slice(), &mut io::sink(), LARGEST_FILE).unwrap();
        let kinds = kind::of_content(&seen.head, seen.is_text, &mut Cursor::new(&bytes));
        prop_assert!(kinds.len() <= 3);
    }
}

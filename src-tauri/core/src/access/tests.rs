use std::fs;

use chrono::TimeDelta;
use tempfile::TempDir;
use uuid::Uuid;

use super::*;
use crate::journal::Hash;

const RIGHT: &str = "zielona parasolka";

fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

fn noon() -> DateTime<Utc> {
    "2015-03-02T12:00:00Z".parse().unwrap()
}

/// A password as cheap as it can be, so that many can be tried.
fn cheap(password: &str) -> NewPassword {
    hashing::make_with(password, 8, 1, 1).unwrap()
}

fn desk() -> (TempDir, Access, NewPassword) {
    let folder = tempfile::tempdir().unwrap();
    let access = Access::beside(folder.path());
    let kept = cheap(RIGHT);
    access.keep(person(1), &kept).unwrap();
    (folder, access, kept)
}

fn code(answer: Result<(), AccessError>) -> &'static str {
    answer.map_or_else(|error| error.code(), |()| "in")
}

#[test]
fn a_password_is_made_as_strong_as_it_is_meant_to_be() {
    let folder = tempfile::tempdir().unwrap();
    let access = Access::beside(folder.path());
    let made = Access::make(RIGHT).unwrap();
    assert!(made.phc.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"), "{}", made.phc);
    assert_eq!(made.commitment, Hash::of(made.phc.as_bytes()).to_string());
    assert_ne!(Access::make(RIGHT).unwrap().phc, made.phc, "each has a salt of its own");
    access.keep(person(1), &made).unwrap();
    access.check(person(1), &made.commitment, RIGHT, noon()).unwrap();
    assert_eq!(
        code(access.check(person(1), &made.commitment, "zielona parasolkA", noon())),
        "wrong_password"
    );
    assert!(!access.needs_renewal(person(1)).unwrap());
}

#[test]
fn weaker_passwords_are_to_be_renewed() {
    let (_folder, access, _) = desk();
    assert!(access.needs_renewal(person(1)).unwrap());
    for (memory, passes, weak) in [(65_536, 2, true), (65_535, 3, true), (65_536, 4, false)] {
        let made = hashing::make_with(RIGHT, memory, passes, 1).unwrap();
        assert_eq!(hashing::is_weak(&made.phc).unwrap(), weak, "{memory} {passes}");
    }
    assert_eq!(access.needs_renewal(person(2)).unwrap_err().code(), "no_password");
}

#[test]
fn only_the_right_password_of_the_right_person_lets_in() {
    let (_folder, access, kept) = desk();
    let other = cheap("niebieska parasolka");
    access.keep(person(2), &other).unwrap();
    let check = |number, kept: &NewPassword, password| {
        code(access.check(person(number), &kept.commitment, password, noon()))
    };
    assert_eq!(check(1, &kept, RIGHT), "in");
    assert_eq!(check(2, &other, "niebieska parasolka"), "in");
    assert_eq!(check(2, &other, RIGHT), "wrong_password");
    assert_eq!(check(1, &kept, ""), "wrong_password");
    assert_eq!(check(1, &other, RIGHT), "swapped");
    assert_eq!(check(3, &kept, RIGHT), "no_password");
    access.forget(person(1)).unwrap();
    access.forget(person(1)).unwrap();
    assert_eq!(check(1, &kept, RIGHT), "no_password");
    assert_eq!(check(2, &other, "niebieska parasolka"), "in");
}

#[test]
fn letters_with_marks_are_the_same_however_a_keyboard_spells_them() {
    let (_folder, access, _) = desk();
    let made = cheap("z\u{307}ółta parasolka");
    access.keep(person(1), &made).unwrap();
    access.check(person(1), &made.commitment, "żo\u{301}łta parasolka", noon()).unwrap();
}

#[test]
fn failures_make_wait_also_after_a_restart_and_success_forgets_them() {
    let (folder, access, kept) = desk();
    let check = |password: &str, seconds: i64| {
        // Each attempt by another value, as after a restart.
        let access = Access::beside(folder.path());
        access.check(person(1), &kept.commitment, password, noon() + TimeDelta::seconds(seconds))
    };
    for _ in 0..5 {
        assert_eq!(code(check("wrong", 0)), "wrong_password");
    }
    assert!(matches!(check(RIGHT, 0), Err(AccessError::Wait { seconds: 30 })), "the right one waits too");
    assert!(
        matches!(check("wrong", 20), Err(AccessError::Wait { seconds: 10 })),
        "asking makes it no longer"
    );
    assert_eq!(code(check("wrong", 30)), "wrong_password");
    assert!(matches!(check(RIGHT, 30), Err(AccessError::Wait { seconds: 60 })));
    assert_eq!(code(check(RIGHT, 90)), "in");
    for _ in 0..4 {
        assert_eq!(code(check("wrong", 100)), "wrong_password");
    }
    assert_eq!(code(check(RIGHT, 100)), "in", "the count began anew");
    access.keep(person(2), &cheap("other")).unwrap();
    for _ in 0..5 {
        assert_eq!(code(check("wrong", 200)), "wrong_password");
    }
    access.keep(person(1), &kept).unwrap();
    assert_eq!(code(check(RIGHT, 200)), "in", "a new password is not held up by attempts at the former");
}

#[test]
fn a_clock_that_is_set_back_makes_wait_no_longer_than_the_longest() {
    let (_folder, access, kept) = desk();
    let check = |at| access.check(person(1), &kept.commitment, RIGHT, at);
    let year = TimeDelta::days(365);
    for _ in 0..5 {
        access.check(person(1), &kept.commitment, "wrong", noon() + year).unwrap_err();
    }
    assert!(matches!(check(noon()), Err(AccessError::Wait { seconds: 30 })));
    let later = noon() + TimeDelta::seconds(29);
    assert!(matches!(check(later), Err(AccessError::Wait { seconds: 1 })), "it began with the first attempt");
    check(noon() + TimeDelta::seconds(30)).unwrap();
}

#[test]
fn the_file_is_for_its_owner_alone_and_replaced_whole() {
    let (folder, access, kept) = desk();
    let path = folder.path().join("access.json");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(&kept.phc) && !text.contains(RIGHT));
    // What an interrupted writing left open to all must not become the file.
    fs::write(folder.path().join("access.new"), b"half").unwrap();
    access.keep(person(2), &kept).unwrap();
    assert!(!folder.path().join("access.new").exists());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let nested = Access::beside(&folder.path().join("deep").join("data"));
    assert_eq!(code(nested.check(person(1), &kept.commitment, RIGHT, noon())), "no_password");
    assert!(!folder.path().join("deep").exists(), "asking creates nothing");
    nested.keep(person(1), &kept).unwrap();
    nested.check(person(1), &kept.commitment, RIGHT, noon()).unwrap();
}

#[test]
fn a_damaged_file_lets_nobody_in_and_is_not_written_over() {
    let (folder, access, kept) = desk();
    let path = folder.path().join("access.json");
    let good = fs::read_to_string(&path).unwrap();
    let costly = kept.phc.replace("m=8,", "m=4000000,");
    for (damaged, commitment) in [
        (String::new(), kept.commitment.clone()),
        (good[..good.len() / 2].to_owned(), kept.commitment.clone()),
        (good.replace("\"version\": 1", "\"version\": 2"), kept.commitment.clone()),
        (
            good.replace("$argon2id$", "$md5$"),
            Hash::of(kept.phc.replace("$argon2id$", "$md5$").as_bytes()).to_string(),
        ),
        (good.replace(&kept.phc, "plain"), Hash::of(b"plain").to_string()),
        (good.replace(&kept.phc, &costly), Hash::of(costly.as_bytes()).to_string()),
    ] {
        assert_ne!(damaged, good);
        fs::write(&path, &damaged).unwrap();
        let answer = access.check(person(1), &commitment, RIGHT, noon());
        let error = answer.unwrap_err();
        assert!(matches!(error.code(), "unreadable" | "io"), "{error:?} for {damaged}");
        assert!(!format!("{error:?} {error}").contains("m="), "no part of the hash is told");
        assert_eq!(fs::read_to_string(&path).unwrap(), damaged);
    }
    fs::write(&path, "[]").unwrap();
    assert_eq!(access.keep(person(1), &kept).unwrap_err().code(), "unreadable");
    assert_eq!(fs::read_to_string(&path).unwrap(), "[]");
}

#[test]
fn a_failure_that_cannot_be_counted_says_so() {
    let (folder, access, kept) = desk();
    // A folder where the file is written beside first: nothing can be written, even by an administrator.
    fs::create_dir(folder.path().join("access.new")).unwrap();
    let check = |password| code(access.check(person(1), &kept.commitment, password, noon()));
    assert_eq!(check(RIGHT), "in");
    assert_eq!(check("wrong"), "not_writable");
}

#[test]
fn an_unknown_login_changes_nothing_and_creates_nothing() {
    let (folder, access, kept) = desk();
    access.check(person(1), &kept.commitment, "wrong", noon()).unwrap_err();
    let before = fs::read_to_string(folder.path().join("access.json")).unwrap();
    access.check_unknown("wrong");
    assert_eq!(fs::read_to_string(folder.path().join("access.json")).unwrap(), before);
    let empty = tempfile::tempdir().unwrap();
    Access::beside(empty.path()).check_unknown("wrong");
    assert_eq!(fs::read_dir(empty.path()).unwrap().count(), 0);
}

#[test]
fn attempts_at_once_are_all_counted() {
    let (_folder, access, kept) = desk();
    let answers: Vec<&str> = std::thread::scope(|scope| {
        let attempt = || code(access.check(person(1), &kept.commitment, "wrong", noon()));
        let threads: Vec<_> = (0..12).map(|_| scope.spawn(attempt)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(answers.iter().filter(|answer| **answer == "wrong_password").count(), 5);
    assert_eq!(answers.iter().filter(|answer| **answer == "wait").count(), 7);
}

#[test]
fn nothing_that_is_printed_holds_what_is_kept() {
    let made = cheap(RIGHT);
    let printed = format!("{made:?}");
    assert!(printed.contains(&made.commitment) && !printed.contains("argon2") && !printed.contains(RIGHT));
}

#[test]
fn a_power_cut_between_this_file_and_the_book_shuts_nobody_out() {
    let (folder, access, old) = desk();
    let new = cheap("czerwona parasolka");
    access.keep(person(1), &new).unwrap();
    // The book still commits to the old one, as after a power cut.
    assert_eq!(code(access.check(person(1), &old.commitment, RIGHT, noon())), "in");
    assert_eq!(
        code(access.check(person(1), &old.commitment, "czerwona parasolka", noon())),
        "wrong_password"
    );
    // The book commits to the new one: the old one goes with its first use.
    assert_eq!(code(access.check(person(1), &new.commitment, "czerwona parasolka", noon())), "in");
    assert_eq!(code(access.check(person(1), &old.commitment, RIGHT, noon())), "swapped");
    assert!(!fs::read_to_string(folder.path().join(FILE)).unwrap().contains(&old.phc));
}

//! Registers that real offices published. They are read where they lie and never copied.

use std::path::PathBuf;

use capa_core::domain::case::CaseStatus;
use capa_core::domain::change::RecordKind;
use capa_core::import::Field;
use capa_core::register::Register;

use crate::imports::{Counted, carried_out, planned};

const FILES: [&str; 2] =
    ["fac-171944-22-corrective-action-plan.xlsx", "fac-171944-22-audit-findings-text.xlsx"];

/// The files; none where the folder is not there, which is said aloud.
fn files() -> Option<[Vec<u8>; 2]> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/realdata");
    let folder = std::env::var_os("CAPA_REAL_REGISTERS").map_or(beside, PathBuf::from);
    if !folder.is_dir() {
        println!("SKIPPED: no real registers in {} (CAPA_REAL_REGISTERS)", folder.display());
        return None;
    }
    Some(FILES.map(|name| {
        let path = folder.join(name);
        std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }))
}

#[test]
fn each_has_thirty_rows_and_comes_in_once() {
    let Some(files) = files() else { return };
    for bytes in files {
        let (mut register, mut ids) = (Register::default(), Counted(0));
        let plan = planned(&register, &bytes);
        assert_eq!(register, Register::default(), "a plan writes nothing");
        assert_eq!((plan.sheet.as_str(), plan.header_row), ("Form", 1));
        assert_eq!((plan.totals.rows, plan.totals.new, plan.totals.drafts), (30, 30, 30));
        assert!(
            plan.rows.iter().all(|row| row.case.status == CaseStatus::Draft && row.case.number.is_some())
        );
        carried_out(&mut register, &plan, &mut ids).unwrap();
        let before = register.clone();
        let again = planned(&register, &bytes);
        assert_eq!((again.totals.rows, again.totals.new, again.totals.unchanged), (30, 0, 30));
        assert!(carried_out(&mut register, &again, &mut ids).is_none());
        assert_eq!(register, before);
    }
}

#[test]
fn no_letter_of_a_description_is_lost() {
    let Some(files) = files() else { return };
    let mut longest = 0;
    for bytes in files {
        let plan = planned(&Register::default(), &bytes);
        for row in &plan.rows {
            let told = [Field::Finding, Field::Action].map(Field::code);
            let original = &row.case.imported.as_ref().unwrap().original;
            let cell = original
                .iter()
                .find(|cell| told.contains(&cell.field.as_deref().unwrap_or_default()))
                .unwrap();
            let whole = row.case.actions.first().map_or(&row.case.finding.statement, |action| &action.what);
            assert_eq!(*whole, cell.text);
            assert_eq!(row.case.title, cell.text.chars().take(200).collect::<String>());
            longest = longest.max(cell.text.chars().count());
        }
    }
    assert_eq!(longest, 11_071);
}

#[test]
fn both_join_by_their_reference() {
    let Some([plans, findings]) = files() else { return };
    let (mut register, mut ids) = (Register::default(), Counted(0));
    let plan = planned(&register, &plans);
    carried_out(&mut register, &plan, &mut ids).unwrap();
    let plan = planned(&register, &findings);
    assert_eq!((plan.totals.new, plan.totals.changed), (0, 30));
    carried_out(&mut register, &plan, &mut ids).unwrap();
    assert_eq!(register.ids(RecordKind::Case).len(), 30);
    let both = |stood: &capa_core::register::Stood<capa_core::domain::case::Case>| {
        !stood.record.actions[0].what.is_empty() && !stood.record.finding.statement.is_empty()
    };
    assert!(register.cases().all(both));
    assert!(planned(&register, &plans).is_empty() && planned(&register, &findings).is_empty());
}

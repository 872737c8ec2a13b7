//! Registers that come in from spreadsheets: what is read, what is planned, what is written.

mod again;
mod formats;
mod helper;
mod hostile;
mod lines;
mod polish;
mod registers;

use capa_core::domain::case::Case;
use capa_core::domain::change::{Actor, ChangeSet, Moment};
use capa_core::domain::ids::{CommandId, IdSource};
use capa_core::import::{self, Options, Plan};
use capa_core::register::Register;
use capa_core::sheet;
use chrono::{DateTime, NaiveDate};
use uuid::Uuid;

/// Identities in order.
pub(crate) struct Counted(pub u64);

impl IdSource for Counted {
    fn fresh(&mut self) -> Uuid {
        self.0 += 1;
        Uuid::from_u128((u128::from(self.0) << 64) | 0x7000_0000_0000_0000)
    }
}

/// A moment in January 2015.
pub(crate) fn moment(ids: &mut Counted) -> Moment<'_> {
    let command = CommandId(ids.fresh());
    Moment {
        actor: Actor::representative(),
        at: DateTime::from_timestamp(1_421_000_000, 0).unwrap(),
        today: NaiveDate::from_ymd_opt(2015, 1, 12).unwrap(),
        command,
        ids,
    }
}

/// A day.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The planned case of that number.
pub(crate) fn case_of<'a>(plan: &'a Plan, number: &str) -> &'a Case {
    let found = plan.rows.iter().find(|row| row.case.number.as_deref() == Some(number));
    &found.unwrap_or_else(|| panic!("{number} is not planned")).case
}

/// The planned case of that row of the sheet.
pub(crate) fn case_at(plan: &Plan, row: u32) -> &Case {
    &plan.rows.iter().find(|planned| planned.row == row).unwrap_or_else(|| panic!("no row {row}")).case
}

/// Problems as row and kind.
pub(crate) fn told(plan: &Plan) -> Vec<(u32, &str)> {
    plan.problems.iter().map(|problem| (problem.row, problem.kind.as_str())).collect()
}

/// Plans the import of a file's bytes.
pub(crate) fn planned(register: &Register, bytes: &[u8]) -> Plan {
    let workbook = sheet::read_guarded(bytes).unwrap();
    import::plan(register, &workbook, &Options { file_name: "rejestr".into(), ..Options::default() }).unwrap()
}

/// Carries a plan out; `None` when there was nothing to write.
pub(crate) fn carried_out(register: &mut Register, plan: &Plan, ids: &mut Counted) -> Option<ChangeSet> {
    let set = import::to_change_set(plan, register, &mut moment(ids)).unwrap();
    if let Some(set) = &set {
        register.apply(set).unwrap();
    }
    set
}

const PLAIN: &str = "Nr karty;Opis niezgodności;Odpowiedzialny;Termin realizacji;Status
DK/1/2014;Brak podpisu na protokole;Naczelnik Wydziału Organizacyjnego;31.03.2014;w realizacji
DZ/1/2014;Zagrożenie utratą danych;Informatyk;30 czerwca 2014 r.;nowa
;Bez numeru;Informatyk;30.06.2014;nowa
";

#[test]
fn a_plain_register_comes_in_once() {
    let (mut register, mut ids) = (Register::default(), Counted(0));
    let plan = planned(&register, PLAIN.as_bytes());
    assert_eq!((plan.totals.rows, plan.totals.new, plan.totals.drafts), (3, 3, 1));
    assert_eq!(plan.new_posts.len(), 2);
    assert!(carried_out(&mut register, &plan, &mut ids).is_some());
    assert_eq!(register.cases().count(), 3);
    let again = planned(&register, PLAIN.as_bytes());
    assert_eq!((again.totals.rows, again.totals.new, again.totals.unchanged), (3, 0, 3));
    assert!(carried_out(&mut register, &again, &mut ids).is_none());
}

#[test]
fn an_import_is_taken_back_whole() {
    let (mut register, mut ids) = (Register::default(), Counted(0));
    let plan = planned(&register, PLAIN.as_bytes());
    carried_out(&mut register, &plan, &mut ids);
    let batch = register.batches().next().unwrap().record.id;
    let undo = import::undo(&register, batch, &moment(&mut ids)).unwrap();
    register.apply(&undo).unwrap();
    assert_eq!(register.cases().count() + register.posts().count(), 0);
    assert!(import::undo(&register, batch, &moment(&mut ids)).is_err());
    assert_eq!(planned(&register, PLAIN.as_bytes()).totals.new, 3);
}

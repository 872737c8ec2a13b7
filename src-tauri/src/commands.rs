//! Commands: translate, call, translate. Nothing is decided here.

pub mod audits;
pub mod cases;
pub mod certificate;
pub mod evidence;
pub mod exchange;
pub mod inbox;
pub mod life;
pub mod lists;
pub mod office;
pub mod people;
pub mod programme;
pub mod readiness;
pub mod registers;
pub mod session;

use tauri::AppHandle;
use tauri::ipc::Invoke;
use uuid::Uuid;

use crate::desk::Desk;
use crate::error::IpcError;
use crate::events::{self, RegisterChanged};
use crate::ticker;

/// What a command answers.
pub type Answer<T> = Result<T, IpcError>;

/// Every command of the window; `names.txt` lists the same ones for the window's permissions.
pub fn handler() -> impl Fn(Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        session::session,
        session::set_language,
        session::open_sample,
        session::start_office,
        session::retry_open,
        session::accept_history,
        lists::choices,
        lists::dashboard,
        lists::list_cases,
        lists::find,
        cases::case,
        cases::draft_form,
        cases::create_draft,
        cases::save_draft,
        cases::discard_draft,
        cases::restore_draft,
        cases::register_case,
        life::make_move,
        life::write_case,
        life::changes_since,
        life::my_work,
        life::similar_cases,
        life::move_many,
        life::remind_many,
        evidence::pick_evidence,
        evidence::attach_evidence,
        evidence::open_evidence,
        people::sign_in,
        people::sign_out,
        people::keep_awake,
        people::people,
        people::save_person,
        people::set_password,
        people::save_post,
        people::remove_post,
        people::save_process,
        people::remove_process,
        certificate::certificate,
        certificate::record_certificate,
        certificate::certificate_happened,
        certificate::save_audit,
        certificate::remove_audit,
        certificate::restore_audit,
        audits::audits,
        audits::audit,
        audits::save_audit_plan,
        audits::fill_questions,
        audits::save_question,
        audits::remove_question,
        audits::raise_finding,
        audits::conclude_audit,
        audits::save_audit_programme,
        audits::approve_audit_programme,
        audits::save_question_list,
        audits::save_auditor,
        readiness::readiness,
        readiness::confirm_check,
        readiness::take_back_confirmation,
        readiness::save_own_check,
        readiness::keep_run,
        readiness::sign_run,
        readiness::discard_run,
        readiness::compare_runs,
        registers::registers,
        registers::save_complaint,
        registers::save_objective,
        registers::save_survey,
        registers::save_review,
        registers::remove_kept,
        registers::restore_kept,
        registers::raise_kept,
        registers::review_pack,
        registers::plan_kept_import,
        registers::run_kept_import,
        programme::action_programme,
        programme::monitor_actions,
        programme::approve_action_programme,
        programme::report_quarter,
        office::office,
        office::save_office,
        inbox::inbox,
        inbox::mark_read,
        exchange::pick_register,
        exchange::plan_import,
        exchange::run_import,
        exchange::undo_import,
        exchange::export_register,
    ]
}

/// Tells the screens what changed, and looks at once whether something is due now.
fn changed(app: &AppHandle, ids: &[Uuid]) {
    events::tell(app, RegisterChanged { ids: ids.iter().map(Uuid::to_string).collect() });
    ticker::soon(app);
}

/// Where most commands begin: the desk of the window.
type DeskState<'a> = tauri::State<'a, Desk>;

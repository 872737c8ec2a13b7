//! The TypeScript face of the views: one file, one map of commands, so that a wrong name does not compile.
#![cfg(test)]

use std::path::PathBuf;

use capa_core::domain::audit::{Answer, AuditKind};
use capa_core::domain::case::{CaseKind, CaseStatus, Grade, Source};
use capa_core::domain::certificate::{Edition, RuleBase};
use capa_core::domain::complaint::{ComplaintKind, Justified};
use capa_core::domain::confirmation::{CheckResult, Confirmed, Verdict};
use capa_core::domain::cycle::MilestoneKind;
use capa_core::domain::facts::{Late, Missing};
use capa_core::domain::finding::{CauseMethod, IshikawaCategory};
use capa_core::domain::moves::Move;
use capa_core::domain::person::Role;
use capa_core::domain::readiness::{Mend, Mode};
use capa_core::domain::review::ReviewTopic;
use capa_core::domain::write::PARTS;
use capa_core::words::Lang;
use serde::Serialize;
use ts_rs::{Config, TS};

use super::{
    analysis, audits, card, case, certificate, choices, dashboard, import, inbox, life, list, may, office,
    people, programme, readiness, registers, requests, session, similar, summary, wishes,
};
use crate::{error, events};

/// Set to write the file; otherwise a stale one fails the test.
const WRITE: &str = "CAPA_WRITE_BINDINGS";

const HEAD: &str =
    "// This file is generated from the Rust views. Do not edit it by hand: `cargo xtask bindings` writes it.

/** A civil date, `YYYY-MM-DD`. */
export type Day = string;
/** An instant, RFC 3339 in UTC. */
export type Instant = string;
";

fn union<T: Serialize>(name: &str, all: &[T]) -> String {
    let codes: Vec<String> = all.iter().map(|one| serde_json::to_string(one).unwrap()).collect();
    format!("export type {name} = {};\n", codes.join(" | "))
}

fn unions() -> String {
    [
        union("Lang", &[Lang::Pl, Lang::En]),
        union("CaseKind", &CaseKind::ALL),
        union("CaseStatus", &CaseStatus::ALL),
        union("Grade", &[Grade::Major, Grade::Minor, Grade::Observation, Grade::Ofi]),
        union("SourceCode", &Source::ALL),
        union("CauseMethod", &[CauseMethod::FiveWhy, CauseMethod::Ishikawa, CauseMethod::Other]),
        union("Edition", &[Edition::Iso2008, Edition::Iso2015]),
        union("RuleBase", &[RuleBase::Decision, RuleBase::Stage2, RuleBase::Calendar]),
        union("MilestoneKind", &MilestoneKind::ALL),
        union(
            "AuditKind",
            &[
                AuditKind::Certification,
                AuditKind::Surveillance1,
                AuditKind::Surveillance2,
                AuditKind::Recertification,
                AuditKind::Internal,
            ],
        ),
        union("Late", &[Late::Plan, Late::Review, Late::Answer]),
        union("Missing", &Missing::ALL),
        union("Move", &Move::all().map(Move::code).collect::<Vec<_>>()),
        union("Part", &PARTS.iter().map(|row| row.part.code()).collect::<Vec<_>>()),
        union("Role", &Role::ALL),
        union("IshikawaCategory", &IshikawaCategory::ALL),
        union("CheckResult", &CheckResult::ALL),
        union("Verdict", &Verdict::ALL),
        union("Confirmed", &Confirmed::ALL),
        union("CheckMode", &Mode::ALL),
        union(
            "Mend",
            &[
                Mend::Cases,
                Mend::Certificate,
                Mend::Audits,
                Mend::Auditors,
                Mend::Complaints,
                Mend::Objectives,
                Mend::Surveys,
                Mend::Reviews,
                Mend::Programme,
                Mend::Confirm,
                Mend::Nothing,
            ],
        ),
        union("AuditAnswer", &Answer::ALL),
        union("ComplaintKind", &ComplaintKind::ALL),
        union("Justified", &Justified::ALL),
        union("ReviewTopic", &ReviewTopic::ALL),
        union(
            "CertificateState",
            &["valid", "suspended", "suspension_overdue", "expired_restorable", "expired", "withdrawn"],
        ),
        union(
            "PlanWarningCode",
            &[
                "after_latest",
                "after_recommended",
                "before_window",
                "day_off",
                "no_audit_in_calendar_year",
                "after_expiry",
                "recertification_too_late",
                "in_suspension",
                "before_decision",
                "second_of_its_kind",
            ],
        ),
        union("FigureKey", &["overdue", "due_soon", "to_verify", "to_judge", "to_complete"]),
        union("ImportField", &capa_core::import::Field::ALL),
    ]
    .concat()
}

macro_rules! declared {
    ($config:expr, $($ty:ty),+ $(,)?) => {
        [$(format!("export {}\n", <$ty as TS>::decl($config))),+].concat()
    };
}

fn types(config: &Config) -> String {
    let shared = declared!(
        config,
        error::IpcErrorKind,
        error::IpcError,
        choices::Choice,
        choices::SourceChoice,
        choices::ClauseView,
        choices::Choices,
        requests::CaseFilter,
        requests::SortKey,
        requests::ListRequest,
        list::CaseRow,
        list::CasePage,
        list::Found,
        list::Saved,
        list::Moved,
        list::RefusedCase,
        list::ManyMoved,
        choices::PostRef,
        case::ExtensionView,
        case::AskedView,
        case::AskedDecisionView,
        case::FileView,
        case::WithdrawalView,
        card::RecordedForView,
        analysis::WhyForm,
        analysis::FiveWhyForm,
        analysis::BoneCauseForm,
        analysis::BoneForm,
        analysis::IshikawaForm,
        case::EvidenceView,
        case::ActionView,
        case::LinkView,
        card::FieldChangeView,
        card::TrailView,
        life::MoveView,
        life::PartView,
        life::NextStepView,
        life::ProposalView,
        life::OnTimeView,
        life::LifeView,
        case::OriginalView,
        case::CellProblemView,
        case::ImportedView,
        case::CorrectionView,
        case::CauseView,
        case::DecisionView,
        case::VerificationView,
        case::EffectivenessView,
        case::NoActionView,
        case::ExternalView,
        case::ClosureView,
        case::CaseView,
    );
    let rest = declared!(
        config,
        certificate::AuditLine,
        certificate::SuspensionView,
        certificate::TransferView,
        certificate::PlanWarningView,
        certificate::TeamView,
        certificate::TimelineMonth,
        certificate::Milestone,
        certificate::CertificateRecord,
        certificate::CaseRef,
        certificate::AuditView,
        certificate::TimelineMark,
        certificate::Timeline,
        certificate::CertificateView,
        dashboard::Figure,
        dashboard::TodoItem,
        dashboard::MonthFigures,
        dashboard::OnTimeFigures,
        dashboard::Dashboard,
        import::ImportTotals,
        import::ImportColumn,
        import::ImportProblem,
        import::ImportRow,
        import::ImportPlan,
        import::ImportSummary,
        import::Exported,
        office::DepartmentView,
        office::ClosedDayView,
        office::ImportBatchView,
        office::SettingsView,
        office::OfficeView,
        inbox::InboxSubject,
        inbox::InboxEntry,
        inbox::Inbox,
        life::TaskRow,
        life::WorkView,
        similar::SimilarView,
        people::PersonView,
        people::PostView,
        people::ProcessView,
        people::PeopleView,
        people::SignedIn,
        session::FolderState,
        session::Session,
        session::DraftFormView,
        requests::ActionForm,
        requests::CaseForm,
        requests::CreateDraft,
        requests::SaveDraft,
        requests::CertificateForm,
        requests::HappeningForm,
        requests::TeamForm,
        requests::AuditForm,
        requests::NewDepartment,
        requests::OfficeForm,
        requests::DepartmentForm,
        requests::OfficeSettingsForm,
        wishes::JudgementForm,
        wishes::PaperForm,
        wishes::StandingForm,
        wishes::StepForm,
        import::MappedColumn,
        import::PlanImport,
        events::RegisterChanged,
        events::ReminderRaised,
        events::Navigate,
        events::Progress,
        events::PickedFile,
        events::FilesDropped,
        events::FilesDragged,
    );
    let audited = declared!(
        config,
        may::MayView,
        readiness::SubjectRef,
        readiness::ReasonView,
        readiness::ConfirmationView,
        readiness::OwnCheckView,
        readiness::CheckView,
        readiness::CheckGroup,
        summary::ScorePoint,
        readiness::RunRow,
        readiness::SignedView,
        summary::ReadinessSummary,
        readiness::ReadinessView,
        readiness::DifferenceView,
        readiness::ComparisonView,
        audits::ApprovalView,
        audits::ProgrammeRow,
        audits::ProgrammeView,
        audits::AuditRow,
        audits::ListQuestionForm,
        audits::QuestionListView,
        audits::AuditorView,
        audits::AuditsView,
        audits::QuestionView,
        audits::AuditPage,
        audits::Raised,
        audits::ProgrammeLineForm,
        registers::ComplaintForm,
        registers::ComplaintView,
        registers::ObjectiveForm,
        registers::ObjectiveView,
        registers::SurveyForm,
        registers::SurveyView,
        registers::ReviewInputForm,
        registers::ReviewDecisionForm,
        registers::ReviewForm,
        registers::ReviewView,
        registers::TopicView,
        registers::RegistersView,
        registers::KeptKind,
        registers::PackRow,
        registers::PackSection,
        registers::PackView,
        registers::KeptImportRow,
        registers::KeptImportPlan,
        programme::ProgrammeAction,
        programme::ProgressForm,
        programme::MonitoringView,
        programme::QuarterView,
        programme::ActionProgrammeView,
    );
    shared + &rest + &audited
}

macro_rules! commands {
    ($config:expr, $($name:literal: $request:ty => $response:ty),+ $(,)?) => {{
        let rows = [$(format!("  {}: [{}, {}];\n", $name, <$request as TS>::inline($config), <$response as TS>::name($config))),+];
        (vec![$($name),+], rows.concat())
    }};
}

fn commands(config: &Config) -> (Vec<&'static str>, String) {
    commands!(
        config,
        "session": () => session::Session,
        "set_language": requests::SetLanguage => session::Session,
        "open_sample": () => session::Session,
        "start_office": requests::OfficeForm => session::Session,
        "retry_open": () => session::Session,
        "accept_history": () => session::Session,
        "choices": () => choices::Choices,
        "dashboard": requests::DashboardRequest => dashboard::Dashboard,
        "list_cases": requests::ListRequest => list::CasePage,
        "case": requests::ById => case::CaseView,
        "draft_form": requests::ById => session::DraftFormView,
        "create_draft": requests::CreateDraft => list::Saved,
        "save_draft": requests::SaveDraft => list::Saved,
        "discard_draft": requests::AtRevision => list::Saved,
        "restore_draft": requests::ById => list::Saved,
        "register_case": requests::AtRevision => list::Saved,
        "certificate": () => certificate::CertificateView,
        "record_certificate": requests::CertificateForm => certificate::CertificateView,
        "save_audit": requests::AuditForm => certificate::CertificateView,
        "remove_audit": requests::AtRevision => certificate::CertificateView,
        "restore_audit": requests::ById => certificate::CertificateView,
        "certificate_happened": requests::CertificateHappened => certificate::CertificateView,
        "audits": audits::YearRequest => audits::AuditsView,
        "audit": requests::ById => audits::AuditPage,
        "save_audit_plan": requests::AuditForm => audits::AuditPage,
        "fill_questions": audits::FillQuestions => audits::AuditPage,
        "save_question": audits::SaveQuestion => audits::AuditPage,
        "remove_question": audits::OfQuestion => audits::AuditPage,
        "raise_finding": audits::OfQuestion => audits::Raised,
        "conclude_audit": audits::ConcludeAudit => audits::AuditPage,
        "save_audit_programme": audits::SaveAuditProgramme => audits::AuditsView,
        "approve_audit_programme": audits::ApproveAuditProgramme => audits::AuditsView,
        "save_question_list": audits::SaveQuestionList => audits::AuditsView,
        "save_auditor": audits::SaveAuditor => audits::AuditsView,
        "registers": () => registers::RegistersView,
        "save_complaint": registers::SaveComplaint => registers::RegistersView,
        "save_objective": registers::SaveObjective => registers::RegistersView,
        "save_survey": registers::SaveSurvey => registers::RegistersView,
        "save_review": registers::SaveReview => registers::RegistersView,
        "remove_kept": registers::RemoveKept => (),
        "restore_kept": registers::RestoreKept => (),
        "raise_kept": registers::RaiseKept => audits::Raised,
        "review_pack": () => registers::PackView,
        "plan_kept_import": registers::PlanKeptImport => registers::KeptImportPlan,
        "run_kept_import": registers::RunKeptImport => registers::RegistersView,
        "action_programme": audits::YearRequest => programme::ActionProgrammeView,
        "monitor_actions": programme::MonitorActions => programme::ActionProgrammeView,
        "approve_action_programme": programme::ApproveActionProgramme => programme::ActionProgrammeView,
        "report_quarter": programme::ReportQuarter => programme::ActionProgrammeView,
        "readiness": () => readiness::ReadinessView,
        "confirm_check": readiness::ConfirmCheck => readiness::ReadinessView,
        "take_back_confirmation": requests::AtRevision => readiness::ReadinessView,
        "save_own_check": readiness::SaveOwnCheck => readiness::ReadinessView,
        "keep_run": () => readiness::ReadinessView,
        "sign_run": readiness::SignRun => readiness::ReadinessView,
        "discard_run": requests::AtRevision => readiness::ReadinessView,
        "compare_runs": readiness::CompareRuns => readiness::ComparisonView,
        "office": () => office::OfficeView,
        "save_office": requests::OfficeSettingsForm => office::OfficeView,
        "inbox": () => inbox::Inbox,
        "mark_read": requests::MarkRead => inbox::Inbox,
        "pick_register": () => Option<String>,
        "plan_import": import::PlanImport => import::ImportPlan,
        "run_import": import::RunImport => import::ImportSummary,
        "undo_import": import::UndoImport => import::ImportSummary,
        "export_register": import::ExportRegister => Option<import::Exported>,
        "find": requests::FindRequest => Vec<list::Found>,
        "make_move": wishes::MakeMove => list::Moved,
        "write_case": wishes::WriteCase => list::Saved,
        "changes_since": wishes::ChangesSince => Vec<card::TrailView>,
        "my_work": () => life::WorkView,
        "similar_cases": similar::SimilarRequest => Vec<similar::SimilarView>,
        "move_many": wishes::MoveMany => list::ManyMoved,
        "remind_many": wishes::RemindMany => u32,
        "pick_evidence": () => Vec<events::PickedFile>,
        "attach_evidence": wishes::Attach => list::Saved,
        "open_evidence": wishes::OpenEvidence => (),
        "sign_in": people::SignIn => session::Session,
        "sign_out": () => session::Session,
        "keep_awake": () => (),
        "people": () => people::PeopleView,
        "save_person": people::SavePerson => people::PeopleView,
        "set_password": people::SetPassword => session::Session,
        "save_post": people::SavePost => people::PeopleView,
        "remove_post": requests::AtRevision => people::PeopleView,
        "save_process": people::SaveProcess => people::PeopleView,
        "remove_process": requests::AtRevision => people::PeopleView,
    )
}

const EVENTS: &str = "
/** Event name -> what it tells. */
export type Events = {
  \"register-changed\": RegisterChanged;
  \"reminder-raised\": ReminderRaised;
  navigate: Navigate;
  progress: Progress;
  \"files-dropped\": FilesDropped;
  \"files-dragged\": FilesDragged;
};
";

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../ui/src/ipc/bindings.ts")
}

#[test]
fn the_screens_know_the_views_as_they_are() {
    let config = Config::default();
    let (_, map) = commands(&config);
    let map = format!(
        "\n/** Command name -> [request, response]. `null` as request: none. */\nexport type Commands = {{\n{map}}};\n"
    );
    let made = [HEAD, "\n", &unions(), "\n", &types(&config), &map, EVENTS].concat();
    if std::env::var_os(WRITE).is_some() {
        std::fs::write(file(), &made).unwrap();
    }
    let standing = std::fs::read_to_string(file()).unwrap().replace("\r\n", "\n");
    assert!(
        made == standing,
        "the bindings are stale: run `cargo xtask bindings` and look at the difference"
    );
}

#[test]
fn every_command_is_granted_to_the_window_and_known_to_the_screens() {
    let (mut known, _) = commands(&Config::default());
    let mut granted: Vec<&str> = include_str!("../commands/names.txt").lines().collect();
    known.sort_unstable();
    granted.sort_unstable();
    assert_eq!(known, granted);
    let capability = include_str!("../../capabilities/main.json");
    for name in granted {
        assert!(capability.contains(&format!("\"allow-{}\"", name.replace('_', "-"))), "{name}");
    }
    assert!(!capability.contains("fs:") && !capability.contains("shell:") && !capability.contains("http:"));
}

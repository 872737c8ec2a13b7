//! Whether and how somebody may do a task, for screens to show before it is tried.

use capa_core::domain::acting::{self, Acting, May, Task, needs_sign_in};
use capa_core::domain::ids::PostId;
use serde::Serialize;
use ts_rs::TS;

use super::Shown;
use super::choices::PostRef;

/// Whether somebody may do a task: in the own name, or by recording what a post decided on paper.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MayView {
    pub allowed: bool,
    /// Posts whose decision on paper can be recorded; the task is done for one of them.
    pub for_posts: Vec<PostRef>,
    /// The password is asked for again.
    pub sign_off: bool,
}

impl MayView {
    /// Whether and how the one who acts may do a task.
    pub fn of(task: Task, acting: &Acting, shown: &Shown<'_>) -> Self {
        let signed = matches!(task, Task::ApproveProgramme | Task::SignRun) && needs_sign_in(shown.register);
        Self::from(acting::may(shown.register, acting, task), signed, shown)
    }

    /// What the rules answered, as it is shown.
    pub fn from(may: May, sign_off: bool, shown: &Shown<'_>) -> Self {
        let post =
            |id| PostRef { id: PostId::to_string(&id), name: shown.post(Some(id)).unwrap_or_default() };
        match may {
            May::Yes => Self { allowed: true, for_posts: Vec::new(), sign_off },
            May::OnPaper(posts) => {
                Self { allowed: true, for_posts: posts.into_iter().map(post).collect(), sign_off }
            }
            May::No => Self { allowed: false, for_posts: Vec::new(), sign_off: false },
        }
    }
}

//! What only people can tell.

use super::super::{Ground, Outcome};

/// Quality policy, manual and procedures are current.
pub fn r29(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R29")
}

/// Changes since the last audit are listed and reported.
pub fn r32(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R32")
}

/// Certificate and mark are used as allowed.
pub fn r33(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R33")
}

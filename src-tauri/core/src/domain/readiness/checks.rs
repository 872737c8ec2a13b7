//! The rules of the checks, one small function each.

use super::{Ground, Outcome, Reason, Why};
use crate::domain::confirmation::CheckResult;

/// Not written yet.
pub fn r01(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R01")
}
/// Not written yet.
pub fn r02(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R02")
}
/// Not written yet.
pub fn r03(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R03")
}
/// Not written yet.
pub fn r04(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R04")
}
/// Not written yet.
pub fn r05(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R05")
}
/// Not written yet.
pub fn r06(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R06")
}
/// Not written yet.
pub fn r07(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R07")
}
/// Not written yet.
pub fn r08(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R08")
}
/// Not written yet.
pub fn r09(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R09")
}
/// Not written yet.
pub fn r10(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R10")
}
/// Not written yet.
pub fn r11(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R11")
}
/// Not written yet.
pub fn r12(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R12")
}
/// Not written yet.
pub fn r13(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R13")
}
/// Not written yet.
pub fn r14(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R14")
}
/// Not written yet.
pub fn r15(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R15")
}
/// Not written yet.
pub fn r16(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R16")
}
/// Not written yet.
pub fn r17(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R17")
}
/// Not written yet.
pub fn r18(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R18")
}
/// Not written yet.
pub fn r19(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R19")
}
/// Not written yet.
pub fn r20(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R20")
}
/// Not written yet.
pub fn r21(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R21")
}
/// Not written yet.
pub fn r22(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R22")
}
/// Not written yet.
pub fn r23(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R23")
}
/// Not written yet.
pub fn r24(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R24")
}
/// Not written yet.
pub fn r25(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R25")
}
/// Not written yet.
pub fn r26(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R26")
}
/// Not written yet.
pub fn r27(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R27")
}
/// Not written yet.
pub fn r28(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R28")
}
/// Not written yet.
pub fn r29(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R29")
}
/// Not written yet.
pub fn r30(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R30")
}
/// Not written yet.
pub fn r31(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R31")
}
/// Not written yet.
pub fn r32(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R32")
}
/// Not written yet.
pub fn r33(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R33")
}
/// Not written yet.
pub fn r34(ground: &Ground<'_>) -> Outcome {
    ground.confirmed("R34")
}

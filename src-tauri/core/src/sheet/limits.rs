//! How much a file may ask for.

/// The file itself.
pub const FILE_BYTES: u64 = 64 << 20;
/// What a packed file may unpack to.
pub const UNPACKED_BYTES: u64 = 256 << 20;
/// How many times its own size it may unpack to.
pub const RATIO: u64 = 100;
/// Below this the ratio is of no interest: an empty workbook packs well too.
pub const RATIO_FROM_BYTES: u64 = 1 << 20;
/// Parts inside a packed file.
pub const PARTS: usize = 2_000;
/// Sheets of a workbook.
pub const SHEETS: usize = 256;
/// Rows of a sheet.
pub const ROWS: u32 = 100_000;
/// Columns of a sheet.
pub const COLUMNS: u32 = 512;
/// Cells that hold something, over all sheets.
pub const CELLS: usize = 2_000_000;
/// Merged areas of a sheet; more are left alone, for they are decoration.
pub const MERGED: usize = 20_000;
/// Characters in a cell: what a cell of Excel holds.
pub const CELL_CHARS: usize = 32_767;
/// Text in all cells.
pub const TEXT_BYTES: usize = 64 << 20;
/// What the helper process may answer.
pub const ANSWER_BYTES: u64 = 128 << 20;
/// Memory of the helper process.
pub const HELPER_MEMORY_BYTES: u64 = 1 << 30;
/// Processor time of the helper process.
pub const HELPER_CPU_SECONDS: u64 = 30;
/// How long the helper process may take.
pub const HELPER_SECONDS: u64 = 30;

/// Binds this process to the limits of a helper. A process that is over its memory is ended by the system.
///
/// # Errors
/// What the system said.
#[cfg(unix)]
pub fn bind_this_process() -> std::io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let set = |resource, amount| {
        setrlimit(resource, Rlimit { current: Some(amount), maximum: Some(amount) })
            .map_err(std::io::Error::from)
    };
    set(Resource::As, HELPER_MEMORY_BYTES)?;
    set(Resource::Cpu, HELPER_CPU_SECONDS)?;
    set(Resource::Core, 0)
}

/// Elsewhere a process cannot bind itself with safe code alone: the time limit of its parent and the limits on
/// cells and text remain.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn bind_this_process() -> std::io::Result<()> {
    Ok(())
}

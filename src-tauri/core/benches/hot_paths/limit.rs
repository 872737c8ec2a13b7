//! What a durable commit costs at the least on this disk: bytes written in place and synced.

use std::fs::{File, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

/// As much as a change of one case writes in all.
const LEN: usize = 2_300;
/// Written anew from its start when its end is reached; its blocks are there from the beginning.
const ROOM: usize = 16 << 20;

/// A file that takes bytes and syncs them.
pub struct Limit {
    file: File,
    bytes: Vec<u8>,
    offset: usize,
}

impl Limit {
    /// A file in that folder, with its room taken.
    pub fn in_folder(folder: &Path) -> Self {
        let path = folder.join("limit");
        let mut file = OpenOptions::new().create(true).truncate(true).write(true).open(path).unwrap();
        file.write_all(&vec![1; ROOM]).unwrap();
        file.sync_all().unwrap();
        Self { file, bytes: vec![7; LEN], offset: 0 }
    }

    /// Writes and syncs once.
    pub fn write(&mut self) {
        if self.offset + LEN > ROOM {
            self.offset = 0;
        }
        self.file.seek(SeekFrom::Start(self.offset as u64)).unwrap();
        self.file.write_all(&self.bytes).unwrap();
        self.file.sync_data().unwrap();
        self.offset += LEN;
    }
}

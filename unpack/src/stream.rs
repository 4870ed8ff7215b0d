use crate::{Head, Unpacker};

/// Bytes of a stream's room: twice what is put into it at once.
const ROOM: usize = 1 << 16;

/// A packed file that comes in pieces of any size, up to half of [`ROOM`]. What no step could use yet waits for the
/// next piece.
pub struct Stream<'a> {
    room: [u8; ROOM],
    held: usize,
    unpacker: Option<Unpacker<'a>>,
}

impl<'a> Stream<'a> {
    /// A file of which nothing has come.
    pub const fn new() -> Stream<'a> {
        Stream { room: [0; ROOM], held: 0, unpacker: None }
    }

    /// Where the next bytes are to be put.
    pub fn room(&mut self) -> &mut [u8] {
        self.room.get_mut(self.held..).unwrap_or_default()
    }

    /// What has been unpacked so far.
    pub fn unpacked(&self) -> &[u8] {
        self.unpacker.as_ref().map_or(&[], Unpacker::unpacked)
    }

    /// So many bytes more are in the room. `memory` is asked once for as many bytes as the file stands for. None where
    /// this is no such file, or at its end not all of one, and where there is no memory.
    pub fn take(&mut self, count: usize, is_end: bool, memory: impl FnOnce(usize) -> &'a mut [u8]) -> Option<()> {
        let all = self.held + count;
        let mut used = 0;
        if self.unpacker.is_none() && (all >= Head::BYTES || is_end) {
            let head = Head::of(self.room.get(..all)?)?;
            let output = Some(memory(head.length)).filter(|memory| memory.len() == head.length)?;
            self.unpacker = Some(Unpacker::new(head, output));
            used = Head::BYTES;
        }
        if let Some(unpacker) = &mut self.unpacker {
            used += unpacker.take(self.room.get(used..all)?, is_end)?;
        }
        for at in used..all {
            // Without a remainder the compiler would not see that there is such a place, and bring words for a panic.
            self.room[(at - used) % ROOM] = self.room[at % ROOM];
        }
        self.held = all.saturating_sub(used);
        Some(())
    }
}

impl Default for Stream<'_> {
    fn default() -> Self {
        Stream::new()
    }
}

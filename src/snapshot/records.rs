use super::items::{id_of, read_part};
use super::json::Json;
use super::pack::Pack;
use super::problems::Problems;
use super::{Record, Severity};

/// The records of a snapshot, of which there may be a million: each is packed, and made anew
/// when it is asked for. One bad record does not refuse the others: it is left out and told of.
#[derive(Debug, Clone, Default)]
pub struct Records {
    /// Packed records, one after the other. Blocks that are full are never copied, as one long
    /// list would be each time that it grows.
    blocks: Vec<Vec<u8>>,
    rows: Vec<Row>,
    /// Ids of records that could not be read.
    lost: Vec<String>,
}

/// Where a record is: its block and its start there, and its place in the file.
#[derive(Debug, Clone, Copy)]
struct Row {
    block: u32,
    start: u32,
    place: u32,
}

/// Bytes after which a new block is begun.
const FULL: usize = 1 << 20;

impl Records {
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The record at this position.
    pub fn get(&self, row: usize) -> Option<Record> {
        self.packed(row).map(|mut bytes| Record::unpack(&mut bytes))
    }

    /// All of them, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = Record> {
        (0..self.len()).filter_map(|row| self.get(row))
    }

    /// The record of that id: at once where they are sorted, as they should be, and else by
    /// looking at each.
    pub fn find(&self, id: &str) -> Option<Record> {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = from + (to - from) / 2;
            match self.id(middle).as_str().cmp(id) {
                std::cmp::Ordering::Less => from = middle + 1,
                _ => to = middle,
            }
        }
        let sorted = Some(from).filter(|&row| self.id(row) == id);
        self.get(sorted.or_else(|| (0..self.len()).find(|&row| self.id(row) == id))?)
    }

    /// The id of the record at this position; empty where there is none.
    pub(super) fn id(&self, row: usize) -> String {
        // It is packed first.
        self.packed(row).map(|mut bytes| String::unpack(&mut bytes)).unwrap_or_default()
    }

    /// The place in the file of the record at this position.
    pub(super) fn place(&self, row: usize) -> usize {
        self.rows.get(row).map_or(row, |row| row.place as usize)
    }

    /// The ids of records that could not be read: what refers to them is not at fault.
    pub(super) fn lost(&self) -> &[String] {
        &self.lost
    }

    /// Keeps only the records whose position passes.
    pub(super) fn retain(&mut self, keep: impl Fn(usize) -> bool) {
        let mut row = 0;
        self.rows.retain(|_| {
            row += 1;
            keep(row - 1)
        });
    }

    /// Reads a record; one that cannot be read becomes a problem.
    pub(super) fn take(&mut self, place: usize, json: Json, problems: &mut Problems) {
        match read_part(json, &|| format!("records[{place}]"), Severity::Error, problems) {
            Ok(record) => self.push(place, &record),
            Err(problem) => {
                problems.push(problem);
                self.lost.extend(id_of(json));
            }
        }
    }

    fn push(&mut self, place: usize, record: &Record) {
        if self.blocks.last().is_none_or(|block| block.len() >= FULL) {
            self.blocks.push(Vec::new());
        }
        let block = self.blocks.len() - 1;
        let bytes = &mut self.blocks[block];
        self.rows.push(Row { block: block as u32, start: bytes.len() as u32, place: place as u32 });
        record.pack(bytes);
    }

    fn packed(&self, row: usize) -> Option<&[u8]> {
        let row = self.rows.get(row)?;
        self.blocks.get(row.block as usize)?.get(row.start as usize..)
    }
}

#[cfg(not(target_family = "wasm"))]
impl serde::Serialize for Records {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

#[cfg(not(target_family = "wasm"))]
impl schemars::JsonSchema for Records {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        <Vec<Record>>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        <Vec<Record>>::json_schema(generator)
    }
}

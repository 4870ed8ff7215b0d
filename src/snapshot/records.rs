use super::items::{id_of, read_item};
use super::json::Json;
use super::misfit::Shaped;
use super::pack::Pack;
use super::problems::Problems;
use super::{Kind, Record, Scope, Text};

/// The records of a snapshot, of which there may be a million: each is packed, and made anew
/// when it is asked for. One bad record does not refuse the others: it is left out and told of.
#[derive(Debug, Clone, Default)]
pub struct Records {
    /// Packed records, one after the other. A block has its whole room from the start, where one
    /// long list would be copied each time that it grows, into twice the room.
    blocks: Vec<Vec<u8>>,
    /// Where each record is: its block, times [`BLOCK`], and its start there.
    starts: Vec<u32>,
    /// The place in the file of each; none while each is at the place that is its number.
    places: Vec<u32>,
    /// Ids of records that could not be read.
    lost: Vec<String>,
    /// Where the next record is packed before it has its place.
    packed: Vec<u8>,
}

/// Bytes of a block; a record that is longer has one of its own, which it starts.
const BLOCK: usize = 1 << 18;

impl Records {
    /// How many records there are.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there are no records.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The record at this position, unpacked; none beyond the end.
    pub fn get(&self, row: usize) -> Option<Record> {
        self.starts.get(row).map(|start| Record::unpack(&mut self.bytes(*start)))
    }

    /// All of them, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = Record> {
        (0..self.len()).filter_map(|row| self.get(row))
    }

    /// The record of that id: at once where they are sorted, as they should be, and else by
    /// looking at each.
    pub fn find(&self, id: &str) -> Option<Record> {
        let is_it = |row: &usize| self.id(*row) == id;
        let sorted = self.starts.partition_point(|start| *packed_id(self.bytes(*start)) < *id);
        self.get(Some(sorted).filter(is_it).or_else(|| (0..self.len()).find(is_it))?)
    }

    /// The title of the record at this position; empty where there is none.
    pub fn title(&self, row: usize) -> Text {
        self.starts.get(row).map(|start| packed_title(self.bytes(*start))).unwrap_or_default()
    }

    /// The id of the record at this position; empty where there is none.
    pub(super) fn id(&self, row: usize) -> String {
        self.starts.get(row).map(|start| packed_id(self.bytes(*start))).unwrap_or_default()
    }

    /// The place in the file of the record at this position.
    pub(super) fn place(&self, row: usize) -> usize {
        self.places.get(row).map_or(row, |place| *place as usize)
    }

    /// The ids of records that could not be read: what refers to them is not at fault.
    pub(super) fn lost(&self) -> &[String] {
        &self.lost
    }

    /// Keeps only the records whose position passes.
    pub(super) fn retain(&mut self, keep: impl Fn(usize) -> bool) {
        self.number_places();
        for list in [&mut self.starts, &mut self.places] {
            let mut rows = 0..;
            list.retain(|_| rows.next().is_some_and(&keep));
        }
    }

    /// Has each record's place written down, which until then is its number.
    fn number_places(&mut self) {
        if self.places.is_empty() {
            self.places = (0..self.len() as u32).collect();
        }
    }

    /// Reads a record; where it cannot be read, its faults become problems.
    pub(super) fn take(&mut self, place: usize, json: Json, problems: &mut Problems) {
        let mut packed = std::mem::take(&mut self.packed);
        packed.clear();
        let pack = |json: Json| Record::pack(json, &mut packed);
        if read_item("records", place, json, &mut self.lost, problems, pack, Record::misfits).is_some() {
            match self.keep(&packed) {
                Some(start) => self.push(place, start),
                None => self.lost.extend(id_of(json)),
            }
        }
        self.packed = packed;
    }

    /// Keeps a packed record and says where. Four gigabytes fit, which is more than a browser gives.
    fn keep(&mut self, packed: &[u8]) -> Option<u32> {
        if self.blocks.last().is_none_or(|block| block.len() + packed.len() > BLOCK) {
            self.blocks.push(Vec::with_capacity(packed.len().max(BLOCK)));
        }
        let block = self.blocks.len() - 1;
        let bytes = self.blocks.last_mut()?;
        let start = u32::try_from(block * BLOCK + bytes.len()).ok()?;
        bytes.extend_from_slice(packed);
        Some(start)
    }

    fn push(&mut self, place: usize, start: u32) {
        if place != self.len() {
            self.number_places();
        }
        if !self.places.is_empty() || place != self.len() {
            self.places.push(place as u32);
        }
        self.starts.push(start);
    }

    /// The packed record, and what stands behind it.
    fn bytes(&self, start: u32) -> &[u8] {
        let block = self.blocks.get(start as usize / BLOCK);
        block.and_then(|block| block.get(start as usize % BLOCK..)).unwrap_or_default()
    }
}

/// The id of a packed record, in which it stands first.
fn packed_id(mut bytes: &[u8]) -> String {
    String::unpack(&mut bytes)
}

/// The title of a packed record, which stands fourth.
fn packed_title(mut bytes: &[u8]) -> Text {
    let _ = (String::unpack(&mut bytes), Kind::unpack(&mut bytes), Scope::unpack(&mut bytes));
    Text::unpack(&mut bytes)
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

#[cfg(test)]
mod tests {
    use super::super::{read, synth::synth};
    use serde_json::{Value, json};

    /// Without empty lists, and with every number as a fraction: what is left out of a file may be
    /// written as nothing.
    fn plain(value: &Value) -> Value {
        match value {
            Value::Number(number) => json!(number.as_f64()),
            Value::Array(items) => items.iter().map(plain).collect(),
            Value::Object(entries) => {
                let said =
                    entries.iter().filter(|(_, value)| !matches!(value, Value::Array(items) if items.is_empty()));
                Value::Object(said.map(|(key, value)| (key.clone(), plain(value))).collect())
            }
            _ => value.clone(),
        }
    }

    fn check(text: &str, blocks: usize) {
        let records = read(text).0.map(|snapshot| snapshot.records).unwrap_or_default();
        assert_eq!(records.blocks.len(), blocks);
        let json: Value = serde_json::from_str(text).expect("the test's own text is JSON");
        let written = json["records"].as_array().expect("records are a list");
        assert_eq!(records.len(), written.len());
        for (row, written) in written.iter().enumerate() {
            let record = records.get(row).expect("every record is there");
            let mut written = plain(written);
            written.as_object_mut().map(|entries| entries.entry("date").or_insert(json!("undated")));
            assert_eq!(plain(&serde_json::to_value(&record).expect("a record can be written")), written);
            assert_eq!(records.find(&record.id).map(|found| found.id), Some(record.id));
        }
        assert!(records.get(written.len()).is_none() && records.find("zzz").is_none());
    }

    #[test]
    fn records_are_given_as_they_were_read() {
        check(include_str!("../../public/snapshot.json"), 1);
        check(&synth(10_000, 3).collect::<String>(), 3);
    }

    #[test]
    fn places_are_those_of_the_file_whatever_was_left_out() {
        let record = |id: &str| json!({ "id": id, "kind": "event", "scope": "project", "title": { "en": "x" } });
        let lost = json!({ "id": "b" });
        let list = [lost.clone(), record("a"), lost, record("c"), record("d")];
        let small: Value = serde_json::from_str(include_str!("../../tests/small.json")).expect("the small one is JSON");
        let mut whole = small.clone();
        whole["records"] = json!(list);
        let mut records = read(&whole.to_string()).0.map(|snapshot| snapshot.records).unwrap_or_default();
        let places = |records: &super::Records| (0..records.len()).map(|row| records.place(row)).collect::<Vec<_>>();
        assert_eq!(places(&records), [1, 3, 4]);
        records.retain(|row| row != 1);
        assert_eq!(places(&records), [1, 4]);
        assert_eq!(records.find("d").map(|record| record.id).as_deref(), Some("d"));
    }
}

use super::{Correction, Indicator, Record, Snapshot, Value, find};

impl Correction {
    /// The list, the id in it, and the rest of the path: what lies in the item.
    pub(super) fn place(&self) -> Option<(&str, &str, &str)> {
        let (list, rest) = self.value.split_once('/')?;
        let (id, rest) = rest.split_once('/')?;
        Some((list, id, rest))
    }

    /// Whether it is about this number: an item's, at a path within it.
    pub fn is_about(&self, list: &str, id: &str, rest: &str) -> bool {
        self.place() == Some((list, id, rest))
    }

    /// The indicator that it is about.
    pub fn indicator<'a>(&self, snapshot: &'a Snapshot) -> Option<&'a Indicator> {
        self.id_in("indicators").and_then(|id| find(&snapshot.indicators, id))
    }

    /// The record that it is about.
    pub fn record(&self, snapshot: &Snapshot) -> Option<Record> {
        self.id_in("records").and_then(|id| snapshot.records.find(id))
    }

    /// The id of what it is about, where that is an item of the list.
    fn id_in(&self, list: &str) -> Option<&str> {
        self.place().filter(|(of, ..)| *of == list).map(|(_, id, _)| id)
    }
}

impl Snapshot {
    /// What was corrected of a number: an item's, at a path within it.
    pub fn corrections_of(&self, list: &str, id: &str, rest: &str) -> Vec<&Correction> {
        self.corrections.iter().filter(|correction| correction.is_about(list, id, rest)).collect()
    }
}

impl Indicator {
    /// The value at a path within the indicator: `baseline`, `actuals/0`.
    pub(super) fn at(&self, path: &str) -> Option<&Value> {
        if path == "baseline" {
            return self.baseline.as_ref();
        }
        let (list, place) = path.split_once('/')?;
        let values = match list {
            "actuals" => &self.actuals,
            "targets" => &self.targets,
            "planned" => &self.planned,
            _ => return None,
        };
        values.get(number(place)?)
    }
}

impl Record {
    /// The number at a path within the record: `people`, `money/0`.
    pub(super) fn at(&self, path: &str) -> Option<f64> {
        if path == "people" {
            return self.people.as_ref().map(|people| people.value);
        }
        self.money.get(number(path.strip_prefix("money/")?)?).map(|money| money.amount)
    }
}

/// A place in a list, which is spelt in one way only.
fn number(place: &str) -> Option<usize> {
    place.parse().ok().filter(|number: &usize| number.to_string() == place)
}

use super::{Indicator, Scope, Snapshot};

/// How many colours directions have.
pub const HUES: usize = 8;

/// The directions that the colours were chosen for, in the order of the colours.
const CHOSEN_FOR: [&str; HUES] = [
    "sez-aktau",
    "small-business",
    "innovation",
    "tourism",
    "local-self-government",
    "citizen-participation",
    "results-based-budgeting",
    "youth-employment",
];

impl Snapshot {
    /// Which of the colours a direction has, from 0. What no colour was chosen for takes, in the order of the
    /// directions, one that is left, so that no two of up to eight directions have the same.
    pub fn hue(&self, direction: &str) -> u8 {
        chosen(direction).unwrap_or_else(|| self.hue_left(direction)) as u8
    }

    /// Is called of another project only, so that a first visit to this one's pages does without.
    #[inline(never)]
    fn hue_left(&self, direction: &str) -> usize {
        let is_left = |hue: &usize| self.directions.iter().all(|one| chosen(&one.id) != Some(*hue));
        let left: Vec<usize> = (0..HUES).filter(is_left).collect();
        let mut others = self.directions_in_order().into_iter().filter(|one| chosen(&one.id).is_none());
        let place = others.position(|one| one.id == direction).unwrap_or_default();
        left.get(place % left.len().max(1)).copied().unwrap_or(place % HUES)
    }

    /// The colour of an indicator of the project's own: that of its direction.
    pub fn hue_of(&self, indicator: &Indicator) -> Option<u8> {
        indicator.direction.as_deref().filter(|_| indicator.scope() == Scope::Project).map(|id| self.hue(id))
    }
}

/// The colour that was chosen for a direction.
fn chosen(id: &str) -> Option<usize> {
    CHOSEN_FOR.iter().position(|known| *known == id)
}

#[cfg(test)]
mod tests {
    use crate::snapshot::{Items, Snapshot, read};

    /// The colours of directions with these ids, which stand in this order.
    fn check(ids: &[&str], expected: &[u8]) {
        let small = include_str!("../../tests/small.json");
        let snapshot = read(small).0.expect("the small one is sound");
        let one = snapshot.directions.iter().next().expect("it has a direction").clone();
        let directions = ids.iter().enumerate().map(|(place, id)| {
            let mut direction = one.clone();
            (direction.id, direction.order) = ((*id).to_owned(), place as u16);
            direction
        });
        let directions: Items<_> = directions.collect::<Vec<_>>().into();
        let snapshot = Snapshot { directions, ..snapshot };
        let hues: Vec<u8> = ids.iter().map(|id| snapshot.hue(id)).collect();
        assert_eq!(hues, expected, "{ids:?}");
    }

    #[test]
    fn directions_share_no_colour_as_long_as_there_are_enough() {
        check(&["sez-aktau", "tourism", "youth-employment"], &[0, 3, 7]);
        check(&["water", "roads", "schools", "a", "b", "c", "d", "e"], &[0, 1, 2, 3, 4, 5, 6, 7]);
        check(&["water", "tourism", "roads", "sez-aktau", "schools"], &[1, 3, 2, 0, 4]);
        check(&["a", "b", "c", "d", "e", "f", "g", "h", "i"], &[0, 1, 2, 3, 4, 5, 6, 7, 0]);
    }
}

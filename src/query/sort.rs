use super::Facet;

/// The order of a list of records: by what, and whether turned round. Records that say nothing about it
/// come last either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sort {
    pub by: By,
    /// Whether it is turned round, such as the oldest first.
    pub back: bool,
}

/// What records are put in order by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    /// The best matches of the search words first; without search words the newest.
    #[default]
    Best,
    /// The newest first.
    Time,
    /// By title, as the reader's language sorts.
    Title,
    /// The largest first, one currency after the other, since they do not compare.
    Amount,
    /// By the names of a facet's values, as the reader's language sorts them.
    Facet(Facet),
}

/// Stands before the word of an order that is turned round.
const BACK: char = '-';

impl Sort {
    /// Those that readers are offered by name; where they search, the best match is offered too. A column's
    /// heading turns one round.
    pub const ALL: [Sort; 9] = [
        Sort::by(By::Time),
        Sort { by: By::Time, back: true },
        Sort::by(By::Title),
        Sort::by(By::Amount),
        Sort::by(By::Facet(Facet::Kind)),
        Sort::by(By::Facet(Facet::Direction)),
        Sort::by(By::Facet(Facet::Stage)),
        Sort::by(By::Facet(Facet::Area)),
        Sort::by(By::Facet(Facet::Organisation)),
    ];

    /// The order in its own direction, not turned round.
    pub const fn by(by: By) -> Sort {
        Sort { by, back: false }
    }

    /// How it stands in an address: `best`, `newest`, `oldest`, `title`, `-title`, `amount`, `kind`, …
    pub fn word(self) -> String {
        let word = match (self.by, self.back) {
            (By::Best, _) => return "best".to_owned(),
            (By::Time, false) => return "newest".to_owned(),
            (By::Time, true) => return "oldest".to_owned(),
            (By::Title, _) => "title",
            (By::Amount, _) => "amount",
            (By::Facet(facet), _) => facet.key(),
        };
        if self.back { format!("{BACK}{word}") } else { word.to_owned() }
    }

    /// Reads what [`Sort::word`] writes, for the orders offered and the same turned round; none for other words.
    pub fn parse(word: &str) -> Option<Sort> {
        let turned = |sort: Sort| [sort, Sort { back: !sort.back, ..sort }];
        let known = [Sort::default()].into_iter().chain(Sort::ALL.into_iter().flat_map(turned));
        known.into_iter().find(|sort| sort.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, by: By, back: bool) {
        assert_eq!(Sort::parse(word), Some(Sort { by, back }));
        assert_eq!(Sort { by, back }.word(), word);
    }

    #[test]
    fn a_word_each() {
        check("best", By::Best, false);
        check("newest", By::Time, false);
        check("oldest", By::Time, true);
        check("-amount", By::Amount, true);
        check("kind", By::Facet(Facet::Kind), false);
        assert_eq!(Sort::parse("up"), None);
        assert_eq!(Sort::parse("-newest"), None);
    }
}

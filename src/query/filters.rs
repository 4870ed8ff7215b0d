use super::{By, Facet, Sort, Span};
use crate::snapshot::{Scope, visible};
use crate::sort::sort_by;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What a reader has chosen: the values of each facet, search words, the order of the list.
///
/// A query string holds all of it: `Filters::from_query(&f.to_query()).0 == f`, for choices as its methods make them.
/// Facets that the query does not name have no choice. Only the scope opens with `project` chosen;
/// `scope=all` says that the reader wants no choice of scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filters {
    /// The values of each facet, sorted.
    chosen: [Vec<String>; Facet::COUNT],
    /// Search words as typed, but trimmed and cut by [`Filters::search`].
    pub words: String,
    /// A range of amounts: records that have one in it.
    pub amounts: Option<Span>,
    /// The order that the reader asked for; [`Filters::order`] is the one to list in.
    pub sort: Sort,
    /// Another snapshot to show, relative to the bundle's folder.
    pub snapshot: Option<String>,
}

/// The key of each facet, in its order.
const FACET_KEYS: [&str; Facet::COUNT] = ["direction", "kind", "stage", "area", "year", "organisation", "scope"];
/// The value that stands for "no choice of scope".
const ALL_SCOPES: &str = "all";

impl Facet {
    /// Its key in the query and its name in the form.
    pub const fn key(self) -> &'static str {
        FACET_KEYS[self.index()]
    }
}

impl Default for Filters {
    fn default() -> Self {
        Filters {
            chosen: Default::default(),
            words: String::new(),
            amounts: None,
            sort: Sort::default(),
            snapshot: None,
        }
        .with(Facet::Scope, default_scopes())
    }
}

fn default_scopes() -> Vec<String> {
    vec![Scope::Project.word().to_owned()]
}

impl Filters {
    /// The key of the search words.
    pub const WORDS: &str = "q";
    /// Characters of a search at most.
    pub const LONGEST_SEARCH: usize = 200;
    /// The key of the range of amounts.
    pub const AMOUNT: &str = "amount";
    /// The key of the order.
    pub const SORT: &str = "sort";
    /// The query key of another snapshot.
    pub const SNAPSHOT: &str = "snapshot";

    /// Reads a query string, with or without `?`. The second part lists what was not understood, so that the
    /// reader can be told: unknown keys, and as `key=value` known keys with an unknown value. These change nothing.
    pub fn from_query(query: &str) -> (Filters, Vec<String>) {
        let mut filters = Filters::default().with(Facet::Scope, Vec::new());
        let mut unknown = Vec::new();
        let mut scope_given = false;
        for pair in query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty()) {
            scope_given |= filters.take(pair, &mut unknown) == Some(Facet::Scope);
        }
        if !scope_given {
            filters = filters.with(Facet::Scope, default_scopes());
        }
        (filters, unknown)
    }

    /// Takes over one pair of the query; gives the facet that it chooses in, if it does.
    #[inline(never)]
    fn take(&mut self, pair: &str, unknown: &mut Vec<String>) -> Option<Facet> {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (key, value) = (decode(key), decode(value));
        let facet = Facet::ALL.into_iter().find(|facet| facet.key() == key);
        match (facet, key.as_str()) {
            (Some(Facet::Scope), _) if value == ALL_SCOPES => {}
            // There are no other scopes: the pair counts as absent.
            (Some(Facet::Scope), _) if !Scope::ALL.iter().any(|scope| scope.word() == value) => {
                unknown.push(format!("{key}={value}"));
                return None;
            }
            (Some(facet), _) if !value.is_empty() && !self.chosen(facet).contains(&value) => {
                self.toggle(facet, &value);
            }
            (Some(_), _) => {}
            (None, Filters::WORDS) => self.search(&value),
            (None, Filters::SORT) => match Sort::parse(&value) {
                Some(sort) => self.sort = sort,
                None => unknown.push(format!("{key}={value}")),
            },
            (None, Filters::AMOUNT) => match Span::parse(&value) {
                Some(span) => self.amounts = Some(span),
                None => unknown.push(format!("{key}={value}")),
            },
            (None, Filters::SNAPSHOT) => self.snapshot = Some(value).filter(|value| !value.is_empty()),
            (None, _) => unknown.push(key),
        }
        facet
    }

    /// The canonical query string, without `?`; empty when nothing differs from the start.
    pub fn to_query(&self) -> String {
        let mut query = String::new();
        let mut add = |key: &str, value: &str| {
            query.push_str(if query.is_empty() { "" } else { "&" });
            query.push_str(key);
            query.push('=');
            query.extend(utf8_percent_encode(value, PLAIN));
        };
        for facet in Facet::ALL {
            let values = self.chosen(facet);
            match facet {
                Facet::Scope if values.is_empty() => add(facet.key(), ALL_SCOPES),
                Facet::Scope if *values == default_scopes() => {}
                _ => values.iter().for_each(|value| add(facet.key(), value)),
            }
        }
        if !self.words.is_empty() {
            add(Filters::WORDS, &self.words);
        }
        if let Some(span) = &self.amounts {
            add(Filters::AMOUNT, &span.spell());
        }
        if self.sort != Sort::default() {
            add(Filters::SORT, &self.sort.word());
        }
        if let Some(snapshot) = &self.snapshot {
            add(Filters::SNAPSHOT, snapshot);
        }
        query
    }

    /// Searches for these words: without invisible characters, trimmed, and cut to [`Filters::LONGEST_SEARCH`].
    pub fn search(&mut self, words: &str) {
        let kept: String = visible(words.into()).trim().chars().take(Filters::LONGEST_SEARCH).collect();
        kept.trim_end().clone_into(&mut self.words);
    }

    /// Puts the list in an order. One that it has without being asked is not kept, to leave the address short.
    pub fn put_in_order(&mut self, sort: Sort) {
        self.sort = Sort::default();
        if self.order() != sort {
            self.sort = sort;
        }
    }

    /// The order of the list. Without search words there is no best match, and the newest come first.
    pub fn order(&self) -> Sort {
        if self.sort.by == By::Best && self.words.is_empty() { Sort::by(By::Time) } else { self.sort }
    }

    /// The chosen values of a facet, sorted.
    pub fn chosen(&self, facet: Facet) -> &[String] {
        &self.chosen[facet.index()]
    }

    /// The same, but with these values of a facet chosen and no others.
    fn with(mut self, facet: Facet, values: Vec<String>) -> Filters {
        self.chosen[facet.index()] = values;
        self
    }

    /// Chooses a value, or takes the choice back.
    pub fn toggle(&mut self, facet: Facet, key: &str) {
        let values = &mut self.chosen[facet.index()];
        match values.binary_search_by(|value| value.as_str().cmp(key)) {
            Ok(at) => drop(values.remove(at)),
            Err(at) => values.insert(at, key.to_owned()),
        }
    }

    /// Chooses these values of a facet and no others.
    pub fn choose(&mut self, facet: Facet, keys: &[String]) {
        let mut values = keys.to_vec();
        sort_by(&mut values, |a, b| a.cmp(b));
        values.dedup();
        self.chosen[facet.index()] = values;
    }

    /// These directions and no other choice, not even of scope: all that readers can choose from.
    pub fn everything(directions: &[String]) -> Filters {
        Filters::default().with(Facet::Scope, Vec::new()).with(Facet::Direction, directions.to_vec())
    }

    /// The same choices, within one direction only.
    pub fn within(&self, direction: &str) -> Filters {
        self.clone().with(Facet::Direction, vec![direction.to_owned()])
    }

    /// What is left when the reader clears everything: the snapshot stays.
    pub fn cleared(&self) -> Filters {
        Filters { snapshot: self.snapshot.clone(), ..Filters::default() }
    }

    /// Whether nothing but the opening choices is chosen; order and snapshot do not count.
    pub fn is_default(&self) -> bool {
        self.cleared() == Filters { sort: Sort::default(), ..self.clone() }
    }
}

/// What stands in a query as it is: unreserved characters (RFC 3986), and the slash of a path.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// Undoes the encoding, and `+` for space. A `%` that encodes nothing stays; invalid UTF-8 becomes U+FFFD.
fn decode(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(query: &str, canonical: &str, unknown: &[&str]) {
        let (filters, ignored) = Filters::from_query(query);
        assert_eq!(filters.to_query(), canonical, "{query}");
        assert_eq!(ignored, unknown, "{query}");
    }

    #[test]
    fn canonical_form() {
        check("", "", &[]);
        check("?year=2015&kind=training&year=2014", "kind=training&year=2014&year=2015", &[]);
        check("scope=project", "", &[]);
        check("scope=all", "scope=all", &[]);
        check("scope=nonsense", "", &["scope=nonsense"]);
        check("scope=nonsense&scope=context", "scope=context", &["scope=nonsense"]);
        check("scope=context&scope=project", "scope=context&scope=project", &[]);
        check("q=%D1%82%D1%83%D1%80+a", "q=%D1%82%D1%83%D1%80%20a", &[]);
        check("amount=EUR~10~&sort=-amount", "amount=EUR~10~&sort=-amount", &[]);
        check("amount=10", "", &["amount=10"]);
        check("nonsense=1&sort=up&sort=oldest", "sort=oldest", &["nonsense", "sort=up"]);
        check("kind=&&=&%", "", &["", "%"]);
        check("q=100%+free", "q=100%25%20free", &[]);
    }

    #[test]
    fn clearing_keeps_the_snapshot() {
        let (filters, _) = Filters::from_query("kind=event&snapshot=a.json&sort=title");
        assert_eq!(filters.cleared().to_query(), "snapshot=a.json");
        assert!(!filters.is_default());
        assert!(Filters::default().is_default());
    }

    fn any_filters() -> impl Strategy<Value = Filters> {
        let value = "[^\u{0}]{1,8}";
        let chosen = proptest::collection::vec((0..Facet::COUNT, value), 0..8);
        let span = (proptest::option::of(0u64..99), proptest::option::of(0u64..99))
            .prop_map(|(least, below)| Span::new("EUR", least, below));
        let sort = (0usize..9, any::<bool>()).prop_map(|(at, back)| Sort { back, ..Sort::ALL[at] });
        (chosen, "[^\u{0}]{0,12}", span, sort, proptest::option::of("[a-z./]{1,9}")).prop_map(
            |(chosen, words, amounts, sort, snapshot)| {
                let mut filters = Filters { amounts, sort, snapshot, ..Filters::default() };
                filters.search(&words);
                for (facet, value) in chosen {
                    let scope = Scope::ALL[value.len() % Scope::ALL.len()].word();
                    let value = if Facet::ALL[facet] == Facet::Scope { scope } else { &value };
                    filters.toggle(Facet::ALL[facet], value);
                }
                filters
            },
        )
    }

    proptest! {
        #[test]
        fn the_query_is_the_filters(filters in any_filters()) {
            let (read, unknown) = Filters::from_query(&filters.to_query());
            prop_assert_eq!(read, filters);
            prop_assert!(unknown.is_empty());
        }

        #[test]
        fn any_text_is_read(query in "\\PC{0,60}") {
            let (filters, _) = Filters::from_query(&query);
            let (again, _) = Filters::from_query(&filters.to_query());
            prop_assert_eq!(again, filters);
        }
    }
}

use super::{escaped, marked_html, money_html, text_html};
use crate::app::App;
use crate::locale::{found_in, sort_key};
use crate::query::{By, Facet, Filters, folded_words};
use crate::snapshot::{Date, Money, Participation, Record, find};
use leptos::prelude::*;

/// Writes the lines of a long table as HTML; what stands in them is text. A choice makes some
/// twenty of them anew, and as views each costs as much as a chart.
pub struct Lines {
    app: App,
    filters: Filters,
    /// What the reader searches for.
    words: Vec<String>,
    /// The currencies in the order in which amounts are sorted.
    currencies: Vec<&'static str>,
}

impl Lines {
    /// Writes lines for the current page, in which the words of its search are marked.
    pub fn new(app: App) -> Lines {
        let filters = app.address.with_untracked(|address| address.filters.clone());
        Lines { app, words: folded_words(&filters.words), filters, currencies: app.site.columns.currencies() }
    }

    /// The amount that stands for a record: the largest in the first of the currencies that it has any in; where
    /// a range is chosen and the line is not sorted by amount, the largest in that range.
    fn amount_of<'a>(&self, record: &'a Record) -> Option<&'a Money> {
        let chosen = self.filters.amounts.as_ref().filter(|_| self.filters.order().by != By::Amount);
        let larger = |a: &'a Money, b: &'a Money| if b.amount > a.amount { b } else { a };
        if let Some(span) = chosen {
            return record
                .money
                .iter()
                .filter(|money| money.currency == span.currency && span.holds(money.amount))
                .reduce(larger);
        }
        let of = |currency: &&str| {
            let own = record.money.iter().filter(|money| money.currency == **currency);
            own.reduce(larger)
        };
        self.currencies.iter().find_map(of)
    }

    /// The organisation that stands for a record: of several the one that the line is sorted by, else one that is
    /// chosen or searched for.
    fn organisation_of(&self, record: &Record) -> String {
        let (lang, sort) = (self.app.lang(), self.filters.order());
        let name =
            |part: &Participation| lang.facet_value(Facet::Organisation, &part.organisation, &self.app.site.snapshot);
        let names = || record.organisations.iter().map(name);
        let chosen = self.filters.chosen(Facet::Organisation);
        let is_chosen = |part: &&Participation| chosen.contains(&part.organisation);
        let one = match sort.by {
            By::Facet(Facet::Organisation) if sort.back => names().max_by_key(|name| sort_key(lang, name)),
            By::Facet(Facet::Organisation) => names().min_by_key(|name| sort_key(lang, name)),
            _ => {
                let chosen = record.organisations.iter().find(is_chosen).map(name);
                let found = || names().find(|name| !found_in(name, &self.words).is_empty());
                chosen.or_else(found).or_else(|| names().next())
            }
        };
        one.unwrap_or_default()
    }

    /// One record in a line, which is the `at`th of all.
    pub fn line(&self, at: usize, record: &Record, is_current: bool) -> String {
        let (lang, snapshot) = (self.app.lang(), &self.app.site.snapshot);
        let current = if is_current { " class=\"current\"" } else { "" };
        let (number, next) = (at.to_string(), (at + 2).to_string());
        // A row has room for two lines, and the words for no date take three in Kazakh.
        let when = match record.date {
            Date::Undated => [" aria-label=\"", &escaped(lang.undated()), "\"><div>—"].concat(),
            date => ["><div>", &escaped(&lang.date(date))].concat(),
        };
        let stage = record.stage.map_or(String::new(), |stage| ["<small>", lang.stage(stage), "</small>"].concat());
        let direction = |id: &String| {
            let direction = find(&snapshot.directions, id)?;
            Some(["<span>", &text_html(&direction.short, lang, &[]), " </span>"].concat())
        };
        let directions: String = record.directions.iter().filter_map(direction).collect();
        let organisation = marked_html(&self.organisation_of(record), &self.words);
        let amount = self.amount_of(record).map_or(String::new(), |one| money_html(one, lang));
        [
            "<tr id=\"row-",
            &number,
            "\" aria-rowindex=\"",
            &next,
            "\"",
            current,
            " data-record=\"",
            &escaped(&record.id),
            "\" data-scope=\"",
            record.scope.word(),
            "\"><td class=\"when\"",
            &when,
            "</div></td><td class=\"title\"><div>",
            &text_html(&record.title, lang, &self.words),
            "</div></td><td class=\"kind\"><div>",
            lang.kind(record.kind),
            " ",
            &stage,
            "</div></td><td class=\"direction\"><div>",
            &directions,
            "</div></td><td class=\"organisation\"><div>",
            &organisation,
            "</div></td><td class=\"amount\"><div>",
            &amount,
            "</div></td></tr>",
        ]
        .concat()
    }
}

/// The number of the line that an element of the table is in, from the line's id.
pub fn number_of(id: &str) -> Option<usize> {
    id.strip_prefix("row-")?.parse().ok()
}

use super::{escaped, money_html, text_html};
use crate::app::App;
use crate::locale::sort_key;
use crate::query::{By, Facet, Sort, folded_words};
use crate::snapshot::{Date, Money, Participation, Record, find};
use leptos::prelude::*;

/// Writes the lines of a long table as HTML; what stands in them is text. A choice makes some
/// twenty of them anew, and as views each costs as much as a chart.
pub struct Lines {
    app: App,
    /// What the reader searches for.
    words: Vec<String>,
    sort: Sort,
    /// The currencies in the order in which amounts are sorted.
    currencies: Vec<&'static str>,
}

impl Lines {
    /// Writes lines for the current page, in which the words of its search are marked.
    pub fn new(app: App) -> Lines {
        let (words, sort) = app.address.with_untracked(|address| {
            let filters = &address.filters;
            (folded_words(&filters.words), filters.order())
        });
        Lines { app, words, sort, currencies: app.site.columns.currencies() }
    }

    /// The amount that stands for a record: the largest in the first of the currencies that it has any in.
    fn amount_of<'a>(&self, record: &'a Record) -> Option<&'a Money> {
        let of = |currency: &&str| {
            let own = record.money.iter().filter(|money| money.currency == **currency);
            own.reduce(|largest, other| if other.amount > largest.amount { other } else { largest })
        };
        self.currencies.iter().find_map(of)
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
        let name = |part: &Participation| lang.facet_value(Facet::Organisation, &part.organisation, snapshot);
        let names = record.organisations.iter().map(name);
        // Of several a cell shows the one that the line is sorted by.
        let organisation = match self.sort.by {
            By::Facet(Facet::Organisation) if self.sort.back => names.max_by_key(|name| sort_key(lang, name)),
            By::Facet(Facet::Organisation) => names.min_by_key(|name| sort_key(lang, name)),
            _ => names.into_iter().next(),
        };
        let organisation = escaped(&organisation.unwrap_or_default());
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

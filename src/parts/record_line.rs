use super::{escaped, money_html, text_html};
use crate::app::App;
use crate::query::folded_words;
use crate::snapshot::{Date, Record, find};
use leptos::prelude::*;

/// Writes the lines of a long table as HTML; what stands in them is text. A choice makes some
/// twenty of them anew, and as views each costs as much as a chart.
pub struct Lines {
    app: App,
    /// What the reader searches for.
    words: Vec<String>,
}

impl Lines {
    /// Writes lines for the current page, in which the words of its search are marked.
    pub fn new(app: App) -> Lines {
        Lines { app, words: app.address.with_untracked(|address| folded_words(&address.filters.words)) }
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
        let organisation = record.organisations.first().map_or(String::new(), |part| {
            let found = find(&snapshot.organisations, &part.organisation);
            escaped(found.map_or(part.organisation.as_str(), |found| found.brief().plain(lang)))
        });
        let amount = record.money.first().map_or(String::new(), |one| money_html(one, lang));
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

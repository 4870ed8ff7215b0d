use super::still;
use crate::app::App;
use crate::browser::{self, Entry};
use crate::locale::joined;
use crate::query::{Facet, Filters, Hits, Span};
use leptos::ev::Event;
use leptos::html::Div;
use leptos::prelude::*;

/// From where to where, both as whole numbers; either end may be open.
type Ends = (Option<u64>, Option<u64>);

/// A range that readers type. Its two fields stand still, so that they can be those of the page that was there:
/// what they show is told to them, and the element around them listens.
#[derive(Clone, Copy)]
pub struct Range {
    app: App,
    place: NodeRef<Div>,
    shown: Signal<Ends>,
    /// Chooses a range; says whether there is anything in it.
    choose: StoredValue<Box<dyn Fn(Ends) -> bool>, LocalStorage>,
}

/// What the fields of a range are called, in a form and by readers, and which ends the range cannot go beyond.
struct Fields {
    names: [String; 2],
    labels: [&'static str; 2],
    edges: Ends,
}

/// Chooses all years from one to another, for who does not draw over the chart of years.
pub fn years(app: App, base: StoredValue<Hits>, filters: Memo<Filters>) -> (Range, AnyView) {
    let lang = app.lang();
    // Years in which the page has nothing are none to choose.
    let known: Vec<u64> = base.with_value(|base| {
        let counted = app.site.columns.keys(Facet::Year).iter().zip(base.counts(Facet::Year));
        counted.filter(|(_, count)| **count > 0).filter_map(|(key, _)| key.parse().ok()).collect()
    });
    let edges = (known.iter().min().copied(), known.iter().max().copied());
    let years = known.clone();
    let shown = move || filters.with(|filters| run_of(filters.chosen(Facet::Year), &known));
    let choose = move |(from, to): Ends| {
        let within =
            |year: u64| from.or(to).is_some() && from.is_none_or(|f| year >= f) && to.is_none_or(|t| year <= t);
        let chosen: Vec<String> = years.iter().filter(|year| within(**year)).map(u64::to_string).collect();
        // A range in which there is nothing would be none at all, and show everything.
        let is_some = !chosen.is_empty() || from.or(to).is_none();
        if is_some {
            step(app, |filters| filters.choose(Facet::Year, &chosen));
        }
        is_some
    };
    let names = ["year-from", "year-to"].map(str::to_owned);
    let fields = Fields { names, labels: [lang.from_year(), lang.to_year()], edges };
    Range::new(app, fields, Signal::derive(shown), Box::new(choose))
}

/// Chooses a range of amounts of one currency.
#[inline(never)]
pub fn amounts(app: App, currency: String, filters: Memo<Filters>) -> AnyView {
    let lang = app.lang();
    let legend = format!("{}, {currency}", lang.amount_word());
    let id = currency.to_ascii_lowercase();
    let names = [format!("{id}-least"), format!("{id}-below")];
    let of = currency.clone();
    let shown = move || {
        let span = filters.with(|filters| filters.amounts.clone()).filter(|span| span.currency == of);
        span.map_or((None, None), |span| (span.least, span.below))
    };
    let choose = move |(least, below): Ends| {
        // No amount is as large as what cannot be chosen as an end.
        let below = below.filter(|below| *below <= Span::LARGEST);
        let span = Span::new(&currency, least, below);
        let is_some = span.is_some() || least.or(below).is_none();
        if is_some {
            step(app, |filters| filters.amounts = span);
        }
        is_some
    };
    let fields = Fields { names, labels: [lang.at_least(), lang.less_than()], edges: (Some(0), None) };
    let (range, fields) = Range::new(app, fields, Signal::derive(shown), Box::new(choose));
    Effect::new(move |before: Option<()>| {
        filters.track();
        if before.is_some() {
            range.follow();
        }
    });
    view! {
        <fieldset on:change=move |event| range.changed(&event)>
            <legend>{legend}</legend>
            {fields}
        </fieldset>
    }
    .into_any()
}

impl Range {
    fn new(app: App, fields: Fields, shown: Signal<Ends>, choose: Box<dyn Fn(Ends) -> bool>) -> (Range, AnyView) {
        let range = Range { app, place: NodeRef::new(), shown, choose: StoredValue::new_local(choose) };
        let [name, _] = fields.names.clone();
        let inputs = still(app, &name, move || inputs(fields, shown.get_untracked()));
        (range, view! { <div class="range" data-still=name node_ref=range.place>{inputs}</div> }.into_any())
    }

    /// A field has changed, if it is one of these: chooses the range, or tells that nothing is in it.
    #[inline(never)]
    pub fn changed(self, event: &Event) {
        let Some((place, typed)) = browser::typed_into(event, self.place) else { return };
        let before = self.shown.get_untracked();
        let ends = |end| if place == 0 { (end, before.1) } else { (before.0, end) };
        // An empty field is an open end.
        let end = |typed: &String| if typed.is_empty() { Some(None) } else { whole_number(typed).map(Some) };
        let ends = typed.as_ref().and_then(end).map(ends);
        let is_chosen = ends.is_some_and(|ends| self.choose.with_value(|choose| choose(ends)));
        // Without an end a range may still be all that there is, and show it again; who takes one away wants it gone.
        if ends.is_some_and(|ends| ends != before)
            && typed.as_ref().is_some_and(String::is_empty)
            && self.shown.get_untracked() == before
        {
            self.choose.with_value(|choose| choose((None, None)));
        }
        let refused = if is_chosen {
            String::new()
        } else {
            let lang = self.app.lang();
            match ends {
                Some((from, to)) => {
                    let mut ends = [text(from), text(to)];
                    // As it was typed, which may be more than any number is.
                    ends[place as usize] = typed.unwrap_or_default();
                    format!("{}: {}", lang.nothing_between(), ends.join("–"))
                }
                None => joined(&[lang.no_whole_number(), &typed.unwrap_or_default()], ": "),
            }
        };
        // What cannot be chosen does not stay.
        self.show(&refused);
    }

    /// Shows what is chosen now.
    #[inline(never)]
    pub fn follow(self) {
        self.show("");
    }

    fn show(self, words: &str) {
        let (from, to) = self.shown.get_untracked();
        browser::show_typed(self.place, [text(from), text(to)], words);
    }
}

/// Two native inputs for the ends of a range; below them a place to say that nothing is in it.
#[inline(never)]
fn inputs(fields: Fields, (from, to): Ends) -> AnyView {
    let (min, max) = fields.edges;
    let edge = |edge: Option<u64>| edge.map(|edge| edge.to_string());
    // An open end shows in what there is, so that whoever goes on to type has nothing to take away before.
    let input = |(name, label, value, open): (String, &'static str, Option<u64>, Option<u64>)| {
        view! {
            <label>
                <span>{label}</span>
                <input
                    type="number"
                    inputmode="numeric"
                    name=name
                    min=edge(min)
                    max=edge(max)
                    placeholder=edge(open)
                    value=edge(value)
                />
            </label>
        }
        .into_any()
    };
    let ([first, last], [from_label, to_label]) = (fields.names, fields.labels);
    let inputs = [(first, from_label, from, min), (last, to_label, to, max)].map(input);
    view! { {Vec::from(inputs)}<p class="note" role="alert"></p> }.into_any()
}

/// A number as it is typed; one that is too large is the largest.
fn whole_number(typed: &str) -> Option<u64> {
    typed.bytes().all(|byte| byte.is_ascii_digit()).then(|| typed.parse().unwrap_or(u64::MAX))
}

fn text(end: Option<u64>) -> String {
    end.map(|end| end.to_string()).unwrap_or_default()
}

/// Changes the choices; what stays as it is would be no step to go back by.
fn step(app: App, change: impl FnOnce(&mut Filters)) {
    let before = app.address.with_untracked(|address| address.filters.clone());
    let mut now = before.clone();
    change(&mut now);
    if now != before {
        app.choose(Entry::Typed, |filters| *filters = now);
    }
}

/// The first and last of the chosen years; one is open where it is the first or last that there is, and both where one
/// between them was not chosen, or anything else was.
fn run_of(chosen: &[String], known: &[u64]) -> Ends {
    let years = || chosen.iter().filter_map(|key| key.parse::<u64>().ok());
    let (first, last) = (years().min(), years().max());
    let between = known.iter().filter(|year| first <= Some(**year) && Some(**year) <= last).count();
    let edges = (known.iter().min().copied(), known.iter().max().copied());
    // All years are a choice too: without a date there is none of them.
    let is_all = (first, last) == edges;
    let inner = |end: Option<u64>, edge| end.filter(|_| (end != edge || is_all) && between == chosen.len());
    (inner(first, edges.0), inner(last, edges.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(chosen: &[&str], expected: Ends) {
        let chosen: Vec<String> = chosen.iter().map(|key| (*key).to_owned()).collect();
        assert_eq!(run_of(&chosen, &[2015, 2011, 2013, 2014]), expected);
    }

    #[test]
    fn only_years_in_a_row_are_a_range() {
        check(&[], (None, None));
        check(&["2013"], (Some(2013), Some(2013)));
        check(&["2013", "2014", "2015"], (Some(2013), None));
        check(&["2011", "2013", "2014", "2015"], (Some(2011), Some(2015)));
        check(&["2011", "2015"], (None, None));
        check(&["2011", "2013"], (None, Some(2013)));
        check(&["2013", "2014"], (Some(2013), Some(2014)));
        check(&["2013", "2015"], (None, None));
        check(&["2013", "undated"], (None, None));
    }
}

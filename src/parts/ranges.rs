use crate::app::App;
use crate::browser::{self, Entry};
use crate::query::{Facet, Filters, Span};
use leptos::prelude::*;

/// From where to where, both as whole numbers; either end may be open.
type Ends = (Option<u64>, Option<u64>);

/// Chooses all years from one to another, for who does not draw over the chart of years.
pub fn years(app: App, filters: Memo<Filters>) -> AnyView {
    let lang = app.lang();
    let keys = app.site.columns.keys(Facet::Year);
    let known: Vec<u64> = keys.iter().filter_map(|key| key.parse().ok()).collect();
    let bounds = (known.iter().min().copied(), known.iter().max().copied());
    let shown = move || filters.with(|filters| run_of(filters.chosen(Facet::Year), &known));
    let choose = move |(from, to): Ends| {
        let within =
            |year: u64| from.or(to).is_some() && from.is_none_or(|f| year >= f) && to.is_none_or(|t| year <= t);
        let chosen = keys.iter().filter(|key| key.parse().is_ok_and(within));
        let chosen: Vec<String> = chosen.cloned().collect();
        // A range in which there is nothing would be none at all, and show everything.
        if chosen.is_empty() && from.or(to).is_some() {
            return;
        }
        app.choose(Entry::Push, |filters| filters.choose(Facet::Year, &chosen));
    };
    range(["year-from", "year-to"], [lang.from_year(), lang.to_year()], bounds, Signal::derive(shown), choose)
}

/// Chooses a range of amounts of one currency.
#[inline(never)]
pub fn amounts(app: App, currency: String, filters: Memo<Filters>) -> impl IntoView {
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
        let span = Span::new(&currency, least, below);
        if span.is_none() && least.or(below).is_some() {
            return;
        }
        app.choose(Entry::Push, |filters| filters.amounts = span);
    };
    let [least, below] = &names;
    view! {
        <fieldset>
            <legend>{legend}</legend>
            {range([least, below], [lang.at_least(), lang.less_than()], (Some(0), None), Signal::derive(shown), choose)}
        </fieldset>
    }
}

/// Two native inputs for the ends of a range.
fn range(
    names: [&str; 2],
    labels: [&'static str; 2],
    (min, max): Ends,
    shown: Signal<Ends>,
    choose: impl Fn(Ends) + Clone + 'static,
) -> AnyView {
    // An empty field is an open end; what is no whole number is nothing.
    let number = |event: &_| match event_target_value(event).trim() {
        "" => Some(None),
        text => text.parse().ok().map(Some),
    };
    let text = |end: Option<u64>| end.map(|end| end.to_string()).unwrap_or_default();
    let first = choose.clone();
    let input = |name: &str, label: &'static str, value: Signal<Option<u64>>, on_change: Box<dyn Fn(Option<u64>)>| {
        view! {
            <label>
                <span>{label}</span>
                <input
                    type="number"
                    inputmode="numeric"
                    name=name.to_owned()
                    min=min.map(|end| end.to_string())
                    max=max.map(|end| end.to_string())
                    prop:value=move || text(value.get())
                    on:change=move |event| {
                        if let Some(end) = number(&event) {
                            on_change(end);
                        }
                        // What was typed and cannot be chosen does not stay.
                        browser::show_value(&event, &text(value.get_untracked()));
                    }
                />
            </label>
        }
    };
    let [from, to] = names;
    let from_value = Signal::derive(move || shown.get().0);
    let to_value = Signal::derive(move || shown.get().1);
    view! {
        <div class="range">
            {input(from, labels[0], from_value, Box::new(move |end| first((end, to_value.get_untracked()))))}
            {input(to, labels[1], to_value, Box::new(move |end| choose((from_value.get_untracked(), end))))}
        </div>
    }
    .into_any()
}

/// The first and last of the chosen years; open where one between them that there is was not chosen, or anything
/// else was.
fn run_of(chosen: &[String], known: &[u64]) -> Ends {
    let years = || chosen.iter().filter_map(|key| key.parse::<u64>().ok());
    let (first, last) = (years().min(), years().max());
    let between = known.iter().filter(|year| first <= Some(**year) && Some(**year) <= last).count();
    if between == chosen.len() { (first, last) } else { (None, None) }
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
        check(&["2013", "2014", "2015"], (Some(2013), Some(2015)));
        check(&["2011", "2013"], (Some(2011), Some(2013)));
        check(&["2013", "2015"], (None, None));
        check(&["2013", "undated"], (None, None));
    }
}

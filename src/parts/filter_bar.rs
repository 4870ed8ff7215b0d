use super::ranges;
use super::still::still_until;
use super::turns::Turns;
use crate::app::App;
use crate::browser::{self, Entry};
use crate::locale::sort_key;
use crate::query::{Facet, Filters, Hits, Sort};
use crate::sort::sort_by_key;
use leptos::html::Div;
use leptos::prelude::*;

/// Values of a facet that stand open; the rest is one click away.
const OPEN: usize = 8;

/// More values than this are not on the page before they are asked for.
const MANY: usize = 200;

/// The form of all choices: native checkboxes whose names and values are the query's own.
#[component]
pub fn FilterBar(
    facets: &'static [Facet],
    /// Those of which a range of amounts can be chosen.
    currencies: Vec<String>,
    /// What there is to choose from with nothing chosen; values outside it are not offered.
    base: StoredValue<Hits>,
    hits: Memo<Hits>,
    filters: Memo<Filters>,
    turns: Turns,
) -> impl IntoView {
    let app = App::here();
    let lang = app.lang();
    let groups = facets.iter().map(|facet| group(app, *facet, base, hits, filters, turns)).collect_view();
    let amounts = currencies.into_iter().map(|currency| ranges::amounts(app, currency, filters)).collect_view();
    let sort = Memo::new(move |_| filters.with(|f| f.sort));
    let searching = Memo::new(move |_| filters.with(|f| !f.words.is_empty()));
    let sorts = move || {
        // One that a column's heading has turned round is offered as long as it is chosen.
        let turned = Some(sort.get()).filter(|sort| !Sort::ALL.contains(sort));
        let option = |one: Sort| view! { <option value=one.word() selected=one == sort.get()>{lang.sort(one, searching.get())}</option> };
        Sort::ALL.into_iter().chain(turned).map(option).collect_view()
    };
    let typed = move |event| {
        let words = event_target_value(&event);
        // Typing a word is one step back, not one a letter.
        let entry = if filters.with_untracked(|f| f.words.is_empty()) { Entry::Push } else { Entry::Replace };
        app.choose(entry, |filters| filters.search(&words));
    };
    let sorted = move |event| {
        if let Some(sort) = Sort::parse(&event_target_value(&event)) {
            app.choose(Entry::Push, |filters| filters.sort = sort);
        }
    };
    view! {
        <form data-filters class="filters" role="search" aria-label=lang.filters() on:submit=|event| event.prevent_default()>
            <label class="search">
                <span>{lang.search()}</span>
                <input
                    type="search"
                    name=Filters::WORDS
                    maxlength=Filters::LONGEST_SEARCH.to_string()
                    autocomplete="off"
                    placeholder=lang.search_hint()
                    prop:value=move || filters.with(|f| f.words.clone())
                    on:input=typed
                />
            </label>
            <label class="search">
                <span>{lang.sort_by()}</span>
                <select name=Filters::SORT on:change=sorted>{sorts}</select>
            </label>
            <div class="facets">{groups}{amounts}</div>
            <noscript><p class="note">{lang.needs_program()}</p></noscript>
        </form>
    }
}

fn group(
    app: App,
    facet: Facet,
    base: StoredValue<Hits>,
    hits: Memo<Hits>,
    filters: Memo<Filters>,
    turns: Turns,
) -> Option<impl IntoView> {
    let lang = app.lang();
    let keys = app.site.columns.keys(facet);
    let mut values: Vec<(usize, String, String)> = keys
        .iter()
        .enumerate()
        .map(|(code, key)| (code, key.clone(), lang.facet_value(facet, key, &app.site.snapshot)))
        .filter(|(code, key, _)| {
            base.with_value(|base| base.counts(facet).get(*code).is_some_and(|count| *count > 0))
                || filters.with_untracked(|f| f.chosen(facet).contains(key))
        })
        .collect();
    if values.len() < 2 {
        return None;
    }
    let part = turns.part();
    let due = part.due();
    let count_of = |code: usize| hits.with_untracked(|hits| hits.counts(facet).get(code).copied().unwrap_or(0));
    let blank = |key: &str| key == facet.blank();
    match facet {
        Facet::Year => sort_by_key(&mut values, |(_, key, _)| (blank(key), key.clone())),
        Facet::Scope => {}
        _ => sort_by_key(&mut values, |(code, key, name)| {
            (blank(key), std::cmp::Reverse(count_of(*code)), sort_key(lang, name))
        }),
    }
    let rest = values.split_off(if facet == Facet::Year || values.len() <= OPEN + 2 { values.len() } else { OPEN });
    let more = rest.len();
    let open = values.into_iter().map(|value| choice(app, facet, value, due, hits, filters)).collect_view();
    let any_chosen = rest.iter().any(|(_, key, _)| filters.with_untracked(|f| f.chosen(facet).contains(key)));
    // Thousands of boxes that nobody sees would be kept right at each choice.
    let wanted = RwSignal::new(more <= MANY || any_chosen);
    let rest = StoredValue::new(rest);
    let rest = move || {
        let shown = if wanted.get() { rest.get_value() } else { Vec::new() };
        shown.into_iter().map(|value| choice(app, facet, value, due, hits, filters)).collect_view().into_any()
    };
    let rest = (more > 0).then(|| {
        let summary = format!("{}: {more}", lang.more_values());
        let id = format!("more-{}", facet.key());
        let opened = RwSignal::new(false);
        let rest = still_until(app, id.clone(), move || _ = (opened.get(), due.get()), rest);
        let open = move |_| {
            wanted.set(true);
            opened.set(true);
        };
        view! { <details id=id on:toggle=open><summary>{summary}</summary>{rest}</details> }
    });
    // With nothing left to choose the values still show what there is, but take less room.
    let off = move || {
        let none = when_due(due, hits, |hits| hits.counts(facet).iter().all(|count| *count == 0));
        none && filters.with(|f| f.chosen(facet).is_empty())
    };
    let range = (facet == Facet::Year).then(|| ranges::years(app, filters));
    // One listener for all boxes, so that some can be those of the page that was there.
    let changed = move |event| {
        if let Some(key) = browser::box_changed(&event, facet.key()) {
            app.toggle(facet, &key);
        }
    };
    let boxes = NodeRef::<Div>::new();
    browser::watch_view(boxes, part.near);
    Some(view! {
        <fieldset class:off=off on:change=changed>
            <legend>{lang.facet(facet)}</legend>
            {range}
            <div node_ref=boxes>{open}{rest}</div>
        </fieldset>
    })
}

fn choice(
    app: App,
    facet: Facet,
    (code, key, name): (usize, String, String),
    due: Memo<u32>,
    hits: Memo<Hits>,
    filters: Memo<Filters>,
) -> impl IntoView {
    let key = StoredValue::new(key);
    let count = Memo::new(move |_| when_due(due, hits, |hits| hits.counts(facet).get(code).copied().unwrap_or(0)));
    let chosen = Memo::new(move |_| key.with_value(|key| filters.with(|f| f.chosen(facet).contains(key))));
    // Told once for both that ask for it, and only when it changes: there are hundreds of these.
    let off = Memo::new(move |_| count.get() == 0 && !chosen.get());
    view! {
        <label class="choice" class:off=move || off.get()>
            <input
                type="checkbox"
                name=facet.key()
                value=key.get_value()
                checked=chosen.get_untracked()
                prop:checked=move || chosen.get()
                disabled=move || off.get()
            />
            <span>{name}</span>
            <small>{move || app.lang().number(f64::from(count.get()), 0)}</small>
        </label>
    }
}

/// Reads what the choices give, and again when it is the turn of a facet's part of the page.
fn when_due<T>(due: Memo<u32>, hits: Memo<Hits>, read: impl FnOnce(&Hits) -> T) -> T {
    due.get();
    hits.with_untracked(read)
}

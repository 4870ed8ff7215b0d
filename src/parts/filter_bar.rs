use super::escaped;
use super::facet_boxes::{ALL_OPEN, OPEN, Offer, Value, boxes, change, offers, values};
use super::ranges;
use super::still::still_until;
use super::turns::Turns;
use crate::app::App;
use crate::browser::{self, Entry};
use crate::query::{Facet, Filters, Hits, Sort};
use leptos::html::Div;
use leptos::prelude::*;

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
    let sort = Memo::new(move |_| filters.with(Filters::order));
    let searching = Memo::new(move |_| filters.with(|f| !f.words.is_empty()));
    let best = Sort::default();
    // Made anew, the menu shows the order that the list is in: an attribute alone says nothing to one that a reader has
    // used.
    let sorts = move || {
        let chosen = sort.get();
        let option = |one: Sort| {
            let selected = if one == chosen { "\" selected>" } else { "\">" };
            ["<option value=\"", &one.word(), selected, &escaped(&lang.sort(one)), "</option>"].concat()
        };
        // One that a column's heading has turned round is offered as long as it is chosen.
        let turned = Some(chosen).filter(|sort| *sort != best && !Sort::ALL.contains(sort));
        let best = Some(best).filter(|_| searching.get());
        best.into_iter().chain(Sort::ALL).chain(turned).map(option).collect::<String>()
    };
    let raw = StoredValue::new(String::new());
    let typed = move |event| {
        let words = event_target_value(&event);
        raw.set_value(words.clone());
        // Spaces alone search for nothing.
        let same = filters.with_untracked(|f| {
            let mut searched = f.clone();
            searched.search(&words);
            searched.words == f.words
        });
        if same {
            return;
        }
        app.choose(Entry::Typed, |filters| filters.search(&words));
    };
    // What searches for the same stays as it was typed: a space at the end is the beginning of the next word.
    let words = move || {
        let words = filters.with(|f| f.words.clone());
        let raw = raw.get_value();
        if raw.trim() == words { raw } else { words }
    };
    let sorted = move |event| {
        if let Some(sort) = Sort::parse(&event_target_value(&event)) {
            app.choose(Entry::Push, |filters| filters.put_in_order(sort));
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
                    prop:value=words
                    on:input=typed
                />
            </label>
            <label class="search">
                <span>{lang.sort_by()}</span>
                <select name=Filters::SORT on:change=sorted inner_html=sorts></select>
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
    let values = base.with_value(|base| {
        hits.with_untracked(|hits| filters.with_untracked(|filters| values(app.site, facet, base, hits, filters, lang)))
    });
    if values.len() < 2 {
        return None;
    }
    let part = turns.part();
    let due = part.due();
    let open = if facet == Facet::Year || values.len() <= ALL_OPEN { values.len() } else { OPEN };
    let more = values.len() - open;
    let chosen = |value: &Value| filters.with_untracked(|f| f.chosen(facet).contains(&value.key));
    // Thousands of boxes that nobody sees would be kept right at each choice.
    let wanted = RwSignal::new(more <= MANY || values.iter().skip(open).any(chosen));
    let values = StoredValue::new(values);
    let told = move |values: &[Value]| {
        hits.with_untracked(|hits| filters.with_untracked(|filters| offers(values, facet, hits, filters)))
    };
    let made = move |from: usize, to: usize| {
        values.with_value(|values| {
            let told = told(values);
            boxes(facet, values.iter().zip(&told).take(to).skip(from), lang)
        })
    };
    let rest = (more > 0).then(|| {
        let summary = format!("{}: {}", lang.more_values(), lang.number(more as f64, 0));
        let id = format!("more-{}", facet.key());
        let rest = move || if wanted.get() { made(open, usize::MAX) } else { ().into_any() };
        let rest = still_until(app, id.clone(), move || _ = wanted.get(), rest);
        let opened = move |_| {
            if !wanted.get_untracked() {
                wanted.set(true);
            }
        };
        view! { <details id=id on:toggle=opened><summary>{summary}</summary>{rest}</details> }
    });
    let open = still_until(app, format!("open-{}", facet.key()), || (), move || made(0, open));
    let (range, fields) = (facet == Facet::Year).then(|| ranges::years(app, base, filters)).unzip();
    let place = NodeRef::<Div>::new();
    Effect::new(move |before: Option<Vec<Offer>>| {
        due.get();
        let now = values.with_value(|values| told(values));
        if let Some(before) = before {
            change(place, &before, &now, lang);
            if let Some(range) = range {
                range.follow();
            }
        }
        now
    });
    // With nothing left to choose the values still show what there is, but take less room.
    let off = move || {
        let none = when_due(due, hits, |hits| hits.counts(facet).iter().all(|count| *count == 0));
        none && filters.with(|f| f.chosen(facet).is_empty())
    };
    // One listener for all boxes, so that some can be those of the page that was there.
    let changed = move |event| {
        if let Some(key) = browser::box_changed(&event, facet.key()) {
            app.toggle(facet, &key);
        } else if let Some(range) = range {
            range.changed(&event);
        }
    };
    browser::watch_view(place, part.near);
    Some(view! {
        <fieldset class:off=off on:change=changed>
            <legend>{lang.facet(facet)}</legend>
            {fields}
            <div node_ref=place>{open}{rest}</div>
        </fieldset>
    })
}

/// Reads what the choices give, and again when it is the turn of a facet's part of the page.
fn when_due<T>(due: Memo<u32>, hits: Memo<Hits>, read: impl FnOnce(&Hits) -> T) -> T {
    due.get();
    hits.with_untracked(read)
}

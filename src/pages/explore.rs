use crate::app::App;
use crate::parts::{Choosing, Counted, Records, heading, shell};
use crate::query::Facet;
use crate::route::Route;
use leptos::prelude::*;

const CHARTS: &[Counted] = &[
    Counted::By(Facet::Direction),
    Counted::By(Facet::Kind),
    Counted::By(Facet::Year),
    Counted::Amounts,
    Counted::Both(Facet::Kind, Facet::Stage),
    Counted::By(Facet::Area),
    Counted::By(Facet::Organisation),
    Counted::Both(Facet::Year, Facet::Direction),
];

/// What readers ask for most stands first.
const FACETS: &[Facet] =
    &[Facet::Kind, Facet::Year, Facet::Direction, Facet::Stage, Facet::Area, Facet::Organisation, Facet::Scope];

/// All records of all directions, with every facet.
#[inline(never)]
pub fn explore(app: App) -> AnyView {
    let lang = app.lang();
    let trail = vec![(Some(Route::Overview), lang.overview().to_owned()), (None, lang.explore().to_owned())];
    let content = view! {
        {heading(app, lang.explore(), || ())}
        <Records choosing=Choosing::new(app, None) facets=FACETS charts=CHARTS/>
    };
    shell(app, trail, content.into_any())
}

use crate::app::App;
use crate::locale::Lang;
use crate::parts::{heading, shell, text, tone};
use crate::route::{Place, Route};
use leptos::prelude::*;

/// There is no such page; this is what there is, in each language: without the program nobody
/// knows which one the reader came in.
#[inline(never)]
pub fn not_found(app: App) -> AnyView {
    let lang = app.lang();
    let links = app.site.snapshot.directions_in_order().into_iter().map(|direction| {
        let href = app.link(&Place::new(lang, Route::Direction(direction.id.clone())));
        view! { <li><a href=href data-tone=tone(app, &direction.id)>{text(&direction.title, lang)}</a></li> }
    });
    let languages = Lang::ALL.map(|lang| {
        let href = app.link(&Place::new(lang, Route::Overview));
        view! { <li><a href=href lang=lang.code() hreflang=lang.code()>{lang.own_name()}": "{lang.overview()}</a></li> }
    });
    let trail = vec![(Some(Route::Overview), lang.overview().to_owned()), (None, lang.not_found_title().to_owned())];
    let content = view! {
        {heading(app, lang.not_found_title(), move || lang.not_found_text())}
        <ul data-not-found>{links.collect_view()}</ul>
        <ul class="sources">{languages}</ul>
    };
    shell(app, trail, content.into_any())
}

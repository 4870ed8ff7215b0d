use super::breath::{self, Breath};
use super::fetch::{Answer, fetch};
use super::focus::{focus, focus_on};
use super::take_over::{Left, still_parts, take_over};
use super::turns::next_task;
use super::{
    carried_snapshot, choices, here, links, once_drawn, scroll, seen_from, set_document, set_state, show_part,
};
use super::{switch_theme, told, wanted_theme, worker};
use crate::app::{App, Notice};
use crate::pages::{Failure, Root, failure};
use crate::query::Filters;
use crate::route::{Address, IN_FILE};
use crate::site::{Arrival, Site};
use crate::snapshot::Severity;
use leptos::prelude::*;
use std::pin::Pin;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

/// Fetches the snapshot, checks it, and puts the app in the place of the page that is there.
pub fn start() {
    // In a release a panic has no message (`xtask/src/tools/wasm_std.rs`).
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    switch_theme(wanted_theme());
    let root = root_url();
    let address = links::current(&root).map_or_else(links::opening, |(address, _)| address);
    spawn_local(load(root, address, false));
    // After that has asked for the snapshot.
    spawn_local(async { scroll::wake() });
}

/// `is_again` after a fault: then the host is asked, and not what the browser keeps.
async fn load(root: String, address: Address, is_again: bool) {
    set_state("loading");
    let found = find_site(&root, &address, is_again).await;
    breath::fall_silent();
    match found {
        Ok((site, notice)) => {
            take_notice_away();
            // What was read last may have taken most of this task.
            next_task().await;
            show(site.keep(), notice, root, address).await;
        }
        Err(failed) => tell_failure(failed, root, address).await,
    }
    if is_again {
        focus_again();
    }
}

/// Who has asked for another try finds the keyboard at what came of it: the button to try again, or the page.
#[inline(never)]
fn focus_again() {
    if document().active_element().is_none_or(|active| active.tag_name() == "BODY") {
        let retry = document().query_selector("[data-retry]").ok().flatten().and_then(|e| e.dyn_into().ok());
        retry.map_or_else(|| focus("heading"), |retry| focus_on(&retry));
    }
}

/// Says what went wrong, with another try: at the head of the page that is there, else as a page.
#[inline(never)]
fn tell_failure(failed: Failure, root: String, address: Address) -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(async move {
        let lang = address.place.lang;
        let (prefix, asked) = (root.clone(), address.filters.snapshot.is_some());
        let again = move || spawn_local(load(root.clone(), address.clone(), true));
        // A page that the bundle holds stays: its numbers were good when it was made.
        if is_page_shown() && !asked {
            give_notice(move || failure(lang, failed, prefix, true, again));
        } else {
            set_document(lang.error_title(), lang);
            take_over(Box::new(move || failure(lang, failed, prefix, false, again)), None, &[]).await;
        }
        set_state("error");
    })
}

/// What `data-query` says where the page that is there is of another snapshot than the address: it is hidden.
const ANOTHER: &str = "another";

/// Whether there is a page to read, and not only an account of why there is none.
fn is_page_shown() -> bool {
    document().query_selector("#app main #heading:not(.failure *)").is_ok_and(|found| found.is_some())
}

/// The element at the head of the page that says what became of its data.
const NOTICE: &str = "failure";

/// Says something at the head of the page that is there, in the place of what was said before.
fn give_notice(view: impl FnOnce() -> AnyView + 'static) {
    take_notice_away();
    let Some(page) = document().get_element_by_id("main") else { return };
    let Some(place) = document().create_element("div").ok().and_then(|e| e.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    place.set_id(NOTICE);
    page.prepend_with_node_1(&place).ok();
    leptos::mount::mount_to(place, view).forget();
}

fn take_notice_away() {
    if let Some(place) = document().get_element_by_id(NOTICE) {
        place.remove();
    }
}

/// The snapshot that the address names, else the last good one that the reader's device keeps.
async fn find_site(root: &str, address: &Address, is_again: bool) -> Result<(Site, Option<Notice>), Failure> {
    if let Some(text) = carried_snapshot() {
        return carried(text).await;
    }
    let asked = address.filters.snapshot.as_deref();
    let name = asked.unwrap_or("snapshot.json");
    let base = web_sys::Url::new(root).map_err(|_| Failure::Network(root.to_owned()))?;
    let url = web_sys::Url::new_with_base(name, root).map_err(|_| Failure::Network(name.to_owned()))?;
    // Where pages are files, all origins are alike and none.
    if url.origin() != base.origin() || url.protocol() != base.protocol() {
        return Err(Failure::Origin(url.href()));
    }
    // What a page preloads is taken as it comes.
    let answer = fetch(url.href(), is_again || asked.is_some()).await.map_err(Failure::Network)?;
    if asked.is_some() {
        let site = receive(&answer, Arrival::of_a_named_file(), None, None, true).await?;
        return Ok((site, answer.is_kept.then_some(Notice::Kept)));
    }
    let pieces = js_sys::Array::new();
    // Where the check found nothing when the page was made, it would find nothing now.
    let sound = told("sound").and_then(|_| told("snapshot"));
    match receive(&answer, Arrival::default(), Some(&pieces), sound.as_deref(), false).await {
        Ok(site) if answer.is_kept => Ok((site, Some(Notice::Kept))),
        Ok(site) => {
            // One with items left out is better than none, and does not replace one that is kept.
            if !worker::is_controlled() || site.problems.iter().all(|one| one.severity == Severity::Warning) {
                worker::keep_snapshot(&pieces);
            }
            let changed = told("snapshot").is_some_and(|digest| site.digest != Some(digest));
            Ok((site, changed.then_some(Notice::Changed)))
        }
        Err(failed) if !answer.is_kept && worker::is_controlled() => kept(url, failed).await,
        Err(failed) => Err(failed),
    }
}

/// What few visits come to, in a box of its own, so that it is no part of what the others run.
type Found = Pin<Box<dyn Future<Output = Result<(Site, Option<Notice>), Failure>>>>;

/// The snapshot that the one file carries.
#[inline(never)]
fn carried(text: String) -> Found {
    Box::pin(async move {
        let site = Site::read_in_parts(&text, &Breath::new(false)).await;
        site.map(|site| (site, None)).map_err(Failure::Content)
    })
}

/// The last good snapshot, in the place of one that has faults or broke off.
#[inline(never)]
fn kept(url: web_sys::Url, failed: Failure) -> Found {
    Box::pin(async move {
        let kept = match fetch(format!("{}?kept", url.href()), false).await {
            Ok(kept) if kept.is_kept => receive(&kept, Arrival::default(), None, None, false).await.ok(),
            _ => None,
        };
        match (kept, failed) {
            (Some(site), Failure::Content(problems)) => Ok((site, Some(Notice::Refused(problems)))),
            (Some(site), _) => Ok((site, Some(Notice::Kept))),
            (None, failed) => Err(failed),
        }
    })
}

/// Reads a snapshot while it comes; its pieces are kept where asked.
/// `sound` is the digest of one that need not be checked, and `is_named` one that the address asks for.
async fn receive(
    answer: &Answer,
    mut arrival: Arrival,
    kept: Option<&js_sys::Array>,
    sound: Option<&str>,
    is_named: bool,
) -> Result<Site, Failure> {
    // Who asked for this file can do without it; nobody can do without the site's own.
    let breath = Breath::new(is_named);
    let mut take = |piece: &[u8], come| {
        arrival.take(piece);
        // What comes quickly is not told piece by piece; the first of a large file is, should it stall.
        if come < LARGE || breath.tells() {
            show_progress(come, answer.total, is_named);
        }
    };
    answer.read(&breath, kept, &mut take).await.map_err(Failure::Network)?;
    arrival.finish(sound, &breath).await.map_err(Failure::Content)
}

async fn show(site: &'static Site, notice: Option<Notice>, root: String, address: Address) {
    let app = App::new(site, address, root.clone());
    app.theme.set(wanted_theme());
    app.notice.set_value(notice);
    // The page counts as undrawn until it has taken its place.
    app.undrawn.set(1);
    let part = links::current(&root).map(|(_, part)| part).filter(|part| !part.is_empty());
    // A reader who is at that part already, or has gone on from it, is not to be moved.
    let is_hidden = told("query").is_some_and(|shown| shown == ANOTHER);
    let part = part.filter(|part| is_hidden || document().get_element_by_id(part).is_none());
    // Lists look there for how far they were read.
    scroll::find_entry();
    let was_empty = document().get_element_by_id("heading").is_none();
    // With choices the page comes to differ from its file.
    let is_plain = app.address.with_untracked(|address| address.filters == Filters::default());
    let still = if is_plain { still_parts(&app.place(), site.digest.as_deref()) } else { Vec::new() };
    app.still.set_value(still.clone());
    super::media::watch(app);
    let Left { choices, height } =
        take_over(Box::new(move || view! { <Root app/> }.into_any()), Some(app), &still).await;
    app.still.set_value(Vec::new());
    breath::forget_loading();
    scroll::take_over(height);
    // A link to a part may have been followed meanwhile.
    scroll::find_entry();
    let part = part.filter(|part| links::current(&root).is_some_and(|(_, now)| now == *part));
    if let Some(part) = part {
        once_drawn(app, move || _ = show_part(&part));
    } else if let Some(height) = scroll::remembered().filter(|_| was_empty || !is_plain) {
        scroll::to(height);
    }
    worker::register(app, &root);
    links::listen(app, root);
    choices::make_again(&choices);
}

/// What stands before every path of the site: the bundle's folder as a whole address, of which
/// each page says how far up it is; where all is one file, that file and [`IN_FILE`].
fn root_url() -> String {
    let page = here();
    if carried_snapshot().is_some() {
        return format!("{}{IN_FILE}", page.split('#').next().unwrap_or_default());
    }
    let root = told("root").unwrap_or_else(|| "./".into());
    seen_from(&page, &root).unwrap_or(page)
}

/// Bytes above which a load is told in words too.
const LARGE: usize = 100_000;

/// Shows on the bar of the loading page how much has come.
///
/// Where the host compresses, its answer does not tell the size; the page itself then does, of its own snapshot.
fn show_progress(bytes: usize, total: Option<usize>, is_named: bool) {
    let expected = || document().get_element_by_id("progress")?.get_attribute("data-bytes")?.parse().ok();
    let total = total.or_else(|| if is_named { None } else { expected() });
    if let Some(total) = total.filter(|total| *total >= bytes) {
        breath::show_progress(bytes, total);
    }
    if bytes > LARGE && is_named {
        tell_bytes(bytes, total);
    }
}

#[inline(never)]
fn tell_bytes(bytes: usize, total: Option<usize>) {
    breath::tell(|lang| lang.loading(bytes, total));
}

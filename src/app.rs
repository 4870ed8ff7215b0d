//! The state of the app, and what is shown for it: a function of a snapshot and an address.

use crate::browser::{self, Entry};
use crate::chart::Theme;
use crate::locale::Lang;
use crate::query::{Facet, Filters};
use crate::route::{Address, IN_FILE, Place, href};
use crate::site::Site;
use crate::snapshot::Problem;
use leptos::prelude::*;

/// What every view can reach. The address is the only state; the rest says how to show it.
#[derive(Clone, Copy)]
pub struct App {
    pub site: &'static Site,
    /// The page shown and the choices on it.
    pub address: RwSignal<Address>,
    /// What stands before every path inside the site: the way to the bundle's folder.
    pub prefix: StoredValue<String>,
    /// The theme that charts are drawn in.
    pub theme: RwSignal<Theme>,
    /// Changes with the size or the pixel ratio of the window; charts redraw after it. They are not drawn before
    /// it has changed from [`App::UNMEASURED`].
    pub viewport: RwSignal<u32>,
    /// Whether all parts of the page that is shown have followed a choice and were laid out so, in a window of the
    /// size that it has. A signal of the page's own, so that nothing of it outlives it.
    pub settled: StoredValue<Option<RwSignal<bool>>>,
    /// Charts that are on the page but not drawn yet.
    pub undrawn: RwSignal<usize>,
    /// What is to be said of the snapshot shown.
    pub notice: StoredValue<Option<Notice>>,
    /// Counts the steps back and forward in the history, of which some change nothing in the address.
    pub steps: RwSignal<u32>,
    /// Whether a newer version of the site waits on the reader's device.
    pub newer: RwSignal<bool>,
    /// The names of what stands still in the page that is there, while the same page takes its place.
    pub still: StoredValue<Vec<String>>,
}

/// Why the snapshot shown is not the one that a reader would expect.
#[derive(Debug, Clone)]
pub enum Notice {
    /// It is the copy kept on the reader's device: the file did not come.
    Kept,
    /// It is that copy because the file was refused, for these problems.
    Refused(Vec<Problem>),
    /// It is not the one that the bundle's pages were made from.
    Changed,
}

impl App {
    /// What [`App::viewport`] is while the first page is being made.
    pub const UNMEASURED: u32 = 0;

    /// The app that shows a site at an address, in the light theme and without a notice. `prefix` stands before
    /// every path inside the site.
    pub fn new(site: &'static Site, address: Address, prefix: String) -> App {
        App {
            site,
            address: RwSignal::new(address),
            prefix: StoredValue::new(prefix),
            theme: RwSignal::new(Theme::Light),
            viewport: RwSignal::new(App::UNMEASURED),
            settled: StoredValue::new(None),
            undrawn: RwSignal::new(0),
            notice: StoredValue::new(None),
            steps: RwSignal::new(0),
            newer: RwSignal::new(false),
            still: StoredValue::new(Vec::new()),
        }
    }

    /// The app that the current view belongs to.
    pub fn here() -> App {
        expect_context()
    }

    /// The page shown, without a subscription: a page is rendered anew when it changes.
    pub fn place(self) -> Place {
        self.address.with_untracked(|address| address.place.clone())
    }

    /// The language of the page shown, without a subscription.
    pub fn lang(self) -> Lang {
        self.address.with_untracked(|address| address.place.lang)
    }

    /// The reader's choices, as a signal.
    pub fn filters(self) -> Memo<Filters> {
        Memo::new(move |_| self.address.with(|address| address.filters.clone()))
    }

    /// The address of a page for a link, with the chosen snapshot but no other choices.
    pub fn link(self, place: &Place) -> String {
        let filters = self.address.with_untracked(|address| address.filters.cleared());
        self.link_with(place, &filters)
    }

    /// The address of a page with choices.
    pub fn link_with(self, place: &Place, filters: &Filters) -> String {
        self.prefix.with_value(|prefix| format!("{prefix}{}", href(place, filters)))
    }

    /// The address of a part of the page shown, with the reader's choices.
    pub fn address_of_part(self, part: &str) -> String {
        let address = self.address.with_untracked(|address| address.href_of(part));
        self.prefix.with_value(|prefix| format!("{prefix}{address}"))
    }

    /// Whether the whole site is one file, without any other beside it.
    pub fn is_one_file(self) -> bool {
        self.prefix.with_value(|prefix| prefix.ends_with(IN_FILE))
    }

    /// The address of a file of the bundle.
    pub fn file(self, name: &str) -> String {
        self.prefix.with_value(|prefix| format!("{prefix}{name}"))
    }

    /// Whether that part of the page is there and will be carried over (`parts::still`).
    pub fn has_still(self, name: &str) -> bool {
        self.still.with_value(|names| names.iter().any(|there| there == name))
    }

    /// Has charts measure their places and draw anew.
    pub fn redraw(self) {
        self.viewport.update(|n| *n += 1);
    }

    /// Changes the choices on this page.
    pub fn choose(self, entry: Entry, change: impl FnOnce(&mut Filters)) {
        let mut address = self.address.get_untracked();
        change(&mut address.filters);
        address.unknown.clear();
        browser::go(self, address, entry);
    }

    /// Shows what other choices would give, without an entry in the history: for what is still moving.
    pub fn preview(self, filters: Filters) {
        browser::begin_preview();
        self.address.update(|address| address.filters = filters);
    }

    /// Shows again what was shown `before`; a choice that follows at once is all that readers see.
    pub fn end_preview(self, before: Filters) {
        browser::end_preview();
        self.address.update(|address| address.filters = before);
    }

    /// Chooses a value of a facet, or takes the choice back.
    pub fn toggle(self, facet: Facet, key: &str) {
        self.choose(Entry::Push, |filters| filters.toggle(facet, key));
    }
}

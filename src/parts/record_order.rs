use crate::app::App;
use crate::browser::{self, Next};
use crate::query::{Sort, sorting};
use leptos::prelude::*;

/// The order that the records can be listed in: the one chosen, or the one before, as long as the chosen one takes
/// longer to make than a frame lasts. It is made in parts between the frames; a newer choice drops it. Until then the
/// page counts as not drawn.
pub fn order_made(app: App, sort: Memo<Sort>) -> Memo<Sort> {
    let left = move |sort| sorting(&app.site.columns, &app.site.snapshot, sort, app.lang());
    let finished = RwSignal::new(0_u32);
    let made = Memo::new(move |before: Option<&Sort>| {
        finished.track();
        let wanted = sort.get();
        if left(wanted).is_none() { wanted } else { before.copied().unwrap_or_default() }
    });
    let number = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let wanted = sort.get();
        number.update_value(|number| *number += 1);
        let this = number.get_value();
        let mut rest = left(wanted);
        if rest.is_none() {
            return;
        }
        app.undrawn.update(|n| *n += 1);
        browser::in_turns(move || {
            // The page may be gone.
            let is_wanted = number.try_get_value() == Some(this);
            rest = rest.take().filter(|_| is_wanted).and_then(|steps| steps.step().err());
            if rest.is_some() {
                return Next::Part;
            }
            if is_wanted {
                finished.update(|n| *n += 1);
            }
            app.undrawn.update(|n| *n = n.saturating_sub(1));
            Next::Done
        });
    });
    made
}

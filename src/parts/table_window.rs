/// The height of each row in pixels, as are all lengths here; the style sheet says the same. Where the reader's
/// letters are larger than usual so is each of these (`browser/list.rs`).
pub const ROW: f64 = 48.0;

/// Rows in the document: the thirteen in view, as the style sheet limits them, and some around them.
const ROWS: usize = 22;
/// Rows above the first one in view.
const BEFORE: usize = 4;
/// Rows by which the window moves, so that not each pixel scrolled makes it anew.
const STEP: usize = 4;

/// The height of the view, as the style sheet limits it: thirteen rows.
const VIEW: f64 = 13.0 * ROW;

/// How often it is looked whether a row is in view.
const TRIES: usize = 8;

/// No engine lays out more than some seventeen million pixels, and readers have letters of up to twice the size.
const TALLEST: f64 = 8_000_000.0;

/// Which rows of a long table are in the document, and the room of those that are not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// The first row that is in the document.
    pub first: usize,
    /// How many rows are in the document.
    pub rows: usize,
    /// Pixels above and below.
    pub above: f64,
    pub below: f64,
}

impl Window {
    /// The window of a table that is scrolled so far. Where it would be taller than engines lay
    /// out, a pixel scrolled stands for more than one, and rows are placed where they are seen.
    pub fn at(scrolled: f64, count: usize) -> Window {
        let height = Window::height(count);
        let scrolled = scrolled.clamp(0.0, height);
        let seen = Window::seen(scrolled, count);
        let first = ((seen / ROW) as usize).saturating_sub(BEFORE) / STEP * STEP;
        // Above and below what is seen there is room for no more rows than pixels that are left.
        let first = first.min(count.saturating_sub(ROWS)).max(((seen - scrolled) / ROW) as usize);
        let above = scrolled - seen + first as f64 * ROW;
        let rows = ROWS.min(count - first).min(((height - above) / ROW).ceil() as usize);
        let above = above.clamp(0.0, (height - rows as f64 * ROW).max(0.0));
        Window { first, rows, above, below: (height - above - rows as f64 * ROW).max(0.0) }
    }

    /// Whether a row is in the document.
    pub fn has(&self, row: usize) -> bool {
        (self.first..self.first + self.rows).contains(&row)
    }

    /// How far to scroll so that a row is within `view` pixels: as little as possible.
    pub fn top_of(row: usize, count: usize, scrolled: f64, view: f64) -> f64 {
        let top = row as f64 * ROW;
        let now = Window::seen(scrolled, count);
        let to = if top < now { top } else { now.max(top + ROW - view) };
        let end = count as f64 * ROW - Window::height(count);
        // Upwards, since a pixel too little leaves the row cut off.
        let mut top = (to / Window::factor(count)).max(to - end).ceil();
        // Where a pixel scrolled stands for several, the first rows lie lower than they would.
        for _ in 0..TRIES {
            let from_top = Window::at(top, count).y_of(row) - top;
            let beyond = (from_top + ROW - view).max(0.0) + from_top.min(0.0);
            if beyond == 0.0 {
                break;
            }
            top = (top + (beyond / Window::factor(count)).ceil()).max(0.0);
        }
        top
    }

    /// How many pixels below the beginning of the table a row lies.
    fn y_of(&self, row: usize) -> f64 {
        self.above + (row as f64 - self.first as f64) * ROW
    }

    /// The first row that is whole in view.
    pub fn first_whole(scrolled: f64, count: usize) -> usize {
        ((Window::seen(scrolled, count) / ROW).ceil() as usize).min(count.saturating_sub(1))
    }

    /// Which pixel of all rows is at the top. The last view is scrolled as any other table, so that
    /// its end is that of the rows.
    fn seen(scrolled: f64, count: usize) -> f64 {
        (scrolled * Window::factor(count)).min(scrolled + count as f64 * ROW - Window::height(count))
    }

    /// The height of all rows, as far as engines lay out.
    fn height(count: usize) -> f64 {
        (count as f64 * ROW).min(TALLEST)
    }

    /// How many pixels of rows one pixel scrolled stands for.
    fn factor(count: usize) -> f64 {
        ((count as f64 * ROW - VIEW) / (TALLEST - VIEW)).max(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(scrolled: f64, count: usize, first: usize, rows: usize, above: f64, below: f64) {
        assert_eq!(Window::at(scrolled, count), Window { first, rows, above, below });
    }

    #[test]
    fn the_rest_is_room() {
        check(0.0, 0, 0, 0, 0.0, 0.0);
        check(0.0, 7, 0, 7, 0.0, 0.0);
        check(0.0, 1000, 0, 22, 0.0, 46_944.0);
        check(4800.0, 1000, 96, 22, 4608.0, 42_336.0);
        check(47_000.0, 1000, 972, 22, 46_656.0, 288.0);
        assert_eq!(Window::top_of(3, 1000, 480.0, 480.0), 144.0);
        assert_eq!(Window::top_of(12, 1000, 144.0, 480.0), 144.0);
        assert_eq!(Window::top_of(13, 1000, 144.0, 480.0), 192.0);
    }

    #[test]
    fn rows_and_view_are_as_the_style_sheet_has_them() {
        const STYLE: &str = include_str!("../style.css");
        let (row, view) = (ROW / 16.0, VIEW / 16.0);
        assert!(STYLE.contains(&format!(".many tr:not(.space) td {{ height: {row}rem;")));
        assert!(STYLE.contains(&format!(".scroller {{ margin-top: 1.6rem; max-height: min(66vh, {view}rem);")));
    }

    proptest! {
        /// What the reader looks at is in the document, wherever they have scrolled to.
        #[test]
        fn rows_in_view_are_there(count in 1usize..3_000_000, share in 0.0..1.0f64, view in 200.0..624.0f64) {
            let height = Window::height(count);
            let scrolled = (height - view).max(0.0) * share;
            let Window { first, rows, above, below } = Window::at(scrolled, count);
            prop_assert!((above + rows as f64 * ROW + below - height).abs() < 1.0);
            prop_assert!(above <= scrolled + 0.01, "rows begin at {above}, the reader is at {scrolled}");
            prop_assert!(above + rows as f64 * ROW >= (scrolled + view).min(height) - 0.01);
            let last = ((Window::seen(scrolled, count) + view) / ROW) as usize;
            prop_assert!(first + rows >= last.min(count), "{last} is not in {first}..+{rows}");
        }

        /// A row that is gone to is whole in view, and its number is that of its place.
        #[test]
        fn a_row_is_reached(
            count in 1usize..3_000_000,
            // Beginning and end are where it may go wrong.
            at in prop_oneof![(0usize..200).prop_map(Ok), (0usize..200).prop_map(Err), (0usize..3_000_000).prop_map(Ok)],
            from in 0.0..1.0f64,
            view in 300.0..624.0f64,
        ) {
            let row = at.map_or_else(|end| count.saturating_sub(end + 1), |at| at % count);
            let height = Window::height(count);
            let most = (height - view).max(0.0);
            let top = Window::top_of(row, count, most * from, view).min(most);
            let window = Window::at(top, count);
            let Window { first, rows, .. } = window;
            prop_assert!(row >= first && row < first + rows, "{row} is not in {first}..+{rows}");
            let y = window.y_of(row) - top;
            // No further than the one pixel scrolled that would be too many.
            let pixel = Window::factor(count);
            prop_assert!(y > -pixel && y + ROW < view + pixel, "row {row} lies at {y} of {view}");
        }
    }
}

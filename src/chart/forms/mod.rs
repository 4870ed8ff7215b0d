//! A layout for each form: series → marks in CSS pixels.

mod axis;
mod bars;
mod change;
mod grid;
mod history;
mod names;
mod panels;
mod sizes;
mod stacked;
mod timeline;
mod years;

use super::Scene;
use crate::locale::Lang;
use crate::series::{Form, Series};

/// Lines that can still be told apart in one frame; where there are more, each gets a frame of its own.
const MOST_LINES: usize = 3;

/// The layout of the form that the series has; `width` is in CSS pixels.
pub(super) fn layout(series: &Series, width: f64, lang: Lang) -> Scene {
    let groups = series.groups.len();
    match series.form {
        Form::Change => change::layout(series, width, lang),
        Form::Bars if groups == 0 => bars::layout(series, width, lang),
        Form::Bars => stacked::layout(series, width, lang),
        Form::Sizes => sizes::layout(series, width, lang),
        Form::Years if groups > 1 => panels::of_years(series, width, lang),
        Form::Years => years::layout(series, width, lang),
        Form::History if groups > MOST_LINES => panels::of_lines(series, width, lang),
        Form::History => history::layout(series, width, lang),
        Form::Timeline => timeline::layout(series, width),
        Form::Grid => grid::layout(series, width, lang),
    }
}

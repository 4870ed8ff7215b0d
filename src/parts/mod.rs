//! What pages are put together from. Components here are thin: they show what `series` and
//! `query` have worked out.

mod chart_brush;
mod chart_card;
mod chart_files;
mod chart_table;
mod chart_walk;
mod choosing;
mod corrections;
mod evidence;
mod facet_boxes;
mod filter_bar;
mod indicator_card;
mod indicator_cards;
mod indicator_rows;
mod markup;
mod notices;
mod number;
mod printed;
mod ranges;
mod record_charts;
mod record_line;
mod record_list;
mod record_table;
mod records;
mod section;
mod shell;
mod still;
mod table_window;
mod text;
mod turns;

pub use chart_card::{ChartCard, Room};
pub use choosing::Choosing;
pub use corrections::{all_corrections, corrections_of_record, corrections_of_value};
pub use evidence::evidence;
pub use indicator_card::{IndicatorCard, differing, is_comparable, is_series, sum};
pub use indicator_cards::{change_column, indicator_cards};
pub use indicator_rows::indicator_rows;
pub use markup::escaped;
pub use number::{bounded, money, money_html, number, number_html, sentence};
pub use record_charts::Counted;
pub use record_list::record_item;
pub use records::Records;
pub use section::{section, still_section};
pub use shell::{heading, shell, tone};
pub use still::still;
pub use text::{found, text, text_html};

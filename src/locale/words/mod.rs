//! The word list: one row a term, in Kazakh, Russian and English. A missing language does not compile.

mod about;
mod accessibility;
mod charts;
mod pages;
mod shell;
mod terms;
mod values;

/// Makes one method of [`Lang`](super::Lang) a row.
macro_rules! words {
    ($($name:ident: $kk:literal, $ru:literal, $en:literal;)+) => {
        impl crate::locale::Lang {
            $(pub const fn $name(self) -> &'static str { self.choose($kk, $ru, $en) })+
        }
    };
}
use words;

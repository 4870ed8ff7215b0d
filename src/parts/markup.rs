/// Text as HTML and XML want it, also in an attribute: what would be markup is shown.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            _ => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn nothing_is_markup_and_nothing_lost(text in "[a-z<>&\"';/ә]{0,30}") {
            let safe = escaped(&text);
            prop_assert!(!safe.contains(['<', '>', '"']));
            let read = safe.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
            prop_assert_eq!(read, text);
        }
    }
}

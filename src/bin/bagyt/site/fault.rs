use super::not_once;
use bagyt::locale::Lang;
use bagyt::parts::escaped;

/// Where Trunk's page has the place for it.
const PLACE: &str = "role=\"alert\" hidden></aside>";

/// Trunk's page with what is to be said where the program fails: then nothing else can find the
/// words. They are there in all languages, because the program changes the language of a page; the
/// script that shows them picks.
pub fn told(trunk: &str) -> Result<String, String> {
    if trunk.matches(PLACE).count() != 1 {
        return Err(not_once(PLACE));
    }
    let words = Lang::ALL.map(|lang| {
        format!(
            "<p lang=\"{0}\">{1} <code></code> <a href=\"\">{2}</a> <a href=\"/{0}/\">{3}</a></p>",
            lang.code(),
            escaped(lang.program_failed()),
            escaped(lang.reload_page()),
            escaped(lang.default_snapshot())
        )
    });
    Ok(trunk.replace(PLACE, &PLACE.replace("></", &format!(">{}</", words.concat()))))
}

/// What the one file takes over of Trunk's page, where [`told`] has been: the script of the head, which
/// shows the words, and the words, whose addresses stand after `#`.
pub fn kept(trunk: &str) -> Result<(&str, String), String> {
    let between = |start: &str, end: &str| trunk.split_once(start)?.1.split_once(end).map(|(inner, _)| inner);
    let script = between("<script>", "</script>").ok_or("index.html has no script of its own")?;
    let words = between("<aside id=\"fault\"", "</aside>").ok_or("index.html has no place for faults")?;
    Ok((script, format!("<aside id=\"fault\"{}</aside>", words.replace("href=\"/", "href=\"#/"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_every_language_and_once() {
        let page = told("<aside role=\"alert\" hidden></aside>").expect("the place is there");
        for lang in Lang::ALL {
            assert_eq!(page.matches(&format!("<p lang=\"{}\">", lang.code())).count(), 1, "{page}");
        }
        assert!(told("<aside>").is_err());
    }

    #[test]
    fn the_one_file_has_script_and_words() {
        let page = told("<script>a</script><aside id=\"fault\" role=\"alert\" hidden></aside><p>").expect("a page");
        let (script, words) = kept(&page).expect("both are there");
        assert_eq!(script, "a");
        assert!(words.contains("href=\"#/ru/\"") && words.ends_with("</aside>"), "{words}");
        assert!(kept("<script>a</script>").is_err());
    }
}

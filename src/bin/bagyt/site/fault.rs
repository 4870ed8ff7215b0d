use super::escape;
use bagyt::locale::Lang;

/// Where Trunk's page has the place for it.
const PLACE: &str = "role=\"alert\" hidden></aside>";

/// Trunk's page with what is to be said where the program fails: then nothing else can find the
/// words. They are there in all languages, because the program changes the language of a page; the
/// script that shows them picks.
pub fn told(trunk: &str) -> Result<String, String> {
    if trunk.matches(PLACE).count() != 1 {
        return Err(format!("index.html must have `{PLACE}` once"));
    }
    let words = Lang::ALL.map(|lang| {
        format!(
            "<p lang=\"{}\">{} <code></code> <a href=\"\" rel=\"external\">{}</a></p>",
            lang.code(),
            escape(lang.program_failed()),
            escape(lang.reload_page())
        )
    });
    Ok(trunk.replace(PLACE, &PLACE.replace("></", &format!(">{}</", words.concat()))))
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
}

use super::pack::from_json_and_pack;
use crate::locale::Lang;

/// One text in the languages it exists in; at least one of them.
///
/// `original` names the language that the others were translated from, where that is not the
/// one that the snapshot's head names for all texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Text {
    /// In Kazakh.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub kk: Option<String>,
    /// In Russian.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub ru: Option<String>,
    /// In English.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub en: Option<String>,
    /// The language that the others were translated from.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub original: Option<Lang>,
}

from_json_and_pack!(Text {; kk, ru, en, original });

impl Text {
    /// The text in that language, if it was written or translated.
    pub fn get(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::Kk => self.kk.as_deref(),
            Lang::Ru => self.ru.as_deref(),
            Lang::En => self.en.as_deref(),
        }
    }

    /// The text to show to a reader of `lang`, with the language it is really in:
    /// their own, else the original, else whichever exists.
    pub fn shown(&self, lang: Lang) -> (Lang, &str) {
        [Some(lang), self.original, Some(Lang::En), Some(Lang::Ru), Some(Lang::Kk)]
            .into_iter()
            .flatten()
            .find_map(|l| self.get(l).map(|text| (l, text)))
            .unwrap_or((lang, ""))
    }

    /// Only the words of [`Text::shown`]: for names, titles and labels, which have no room to say the language.
    pub fn plain(&self, lang: Lang) -> &str {
        self.shown(lang).1
    }

    /// Every language version, for search and checks.
    pub fn versions(&self) -> impl Iterator<Item = (Lang, &str)> {
        Lang::ALL.into_iter().filter_map(|lang| self.get(lang).map(|text| (lang, text)))
    }

    /// Whether it exists in every language of the site.
    pub fn is_complete(&self) -> bool {
        self.versions().count() == Lang::ALL.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_translation_is_shown_in_the_original_with_its_language() {
        let text = Text { ru: Some("туризм".into()), original: Some(Lang::Ru), ..Text::default() };
        assert_eq!(text.shown(Lang::Kk), (Lang::Ru, "туризм"));
        assert_eq!(text.shown(Lang::Ru), (Lang::Ru, "туризм"));
        assert!(!text.is_complete());
    }

    #[test]
    fn an_empty_text_shows_nothing() {
        assert_eq!(Text::default().shown(Lang::Kk), (Lang::Kk, ""));
    }
}

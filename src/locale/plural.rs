use super::Lang;

/// Plural categories of whole numbers in our languages, after CLDR.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plural {
    /// 1 in all three languages; in Russian also 21, 31 and so on, but not 11.
    One,
    /// Russian only: 2 to 4, 22 to 24 and so on, but not 12 to 14.
    Few,
    /// Russian only: all other whole numbers.
    Many,
    /// Fractions; also everything but one in Kazakh and English.
    Other,
}

impl Lang {
    /// The category of a number as it is shown.
    pub fn plural(self, value: f64) -> Plural {
        if value.fract() != 0.0 {
            return Plural::Other;
        }
        // A snapshot has no numbers that a u64 could not hold (see `Expected::Magnitude`).
        let n = value.abs() as u64 % 100;
        match self {
            Lang::Kk | Lang::En if value.abs() == 1.0 => Plural::One,
            Lang::Kk | Lang::En => Plural::Other,
            Lang::Ru if n % 10 == 1 && n != 11 => Plural::One,
            Lang::Ru if (2..=4).contains(&(n % 10)) && !(12..=14).contains(&n) => Plural::Few,
            Lang::Ru => Plural::Many,
        }
    }
}

/// The form that goes with the number, out of one (never varies), two (one, other) or
/// three (one, few, many; fractions take few, as Russian does: 2,5 проекта).
pub fn pick<'a>(lang: Lang, value: f64, forms: &[&'a str]) -> &'a str {
    let index = match lang.plural(value) {
        Plural::One => 0,
        Plural::Few => 1,
        Plural::Many => 2,
        Plural::Other => 1,
    };
    forms.get(index.min(forms.len().saturating_sub(1))).copied().unwrap_or_default()
}

/// The same out of forms with bars between them, as a snapshot writes them. After a word such as "over"
/// or "of" Russian takes the genitive, which is the form of few for one and the form of many for others:
/// 21 проект, 22 проекта, but более 21 проекта, более 22 проектов.
pub fn agree(lang: Lang, value: f64, forms: &str, after_word: bool) -> &str {
    let forms: Vec<&str> = forms.split('|').map(str::trim).collect();
    match (forms.as_slice(), lang.plural(value)) {
        ([_, few, _], Plural::One) if after_word => few,
        ([_, _, many], Plural::Few) if after_word => many,
        (forms, _) => pick(lang, value, forms),
    }
}

/// How many forms a language's word has beside numbers.
pub const fn forms(lang: Lang) -> usize {
    match lang {
        Lang::Kk => 1,
        Lang::Ru => 3,
        Lang::En => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn russian_has_three_forms() {
        let form = |n| pick(Lang::Ru, n, &["запись", "записи", "записей"]);
        for (n, expected) in [
            (0.0, "записей"),
            (1.0, "запись"),
            (2.0, "записи"),
            (4.0, "записи"),
            (5.0, "записей"),
            (11.0, "записей"),
            (12.0, "записей"),
            (14.0, "записей"),
            (21.0, "запись"),
            (22.0, "записи"),
            (111.0, "записей"),
            (121.0, "запись"),
            (1.5, "записи"),
        ] {
            assert_eq!(form(n), expected, "{n}");
        }
    }

    #[test]
    fn russian_has_the_genitive_after_a_word() {
        let form = |n, after_word| agree(Lang::Ru, n, "проект|проекта | проектов", after_word);
        for (n, alone, after) in [
            (1.0, "проект", "проекта"),
            (3.0, "проекта", "проектов"),
            (5.0, "проектов", "проектов"),
            (21.0, "проект", "проекта"),
            (1.5, "проекта", "проекта"),
        ] {
            assert_eq!((form(n, false), form(n, true)), (alone, after), "{n}");
        }
        assert_eq!(agree(Lang::En, 1.0, "project|projects", true), "project");
        assert_eq!(agree(Lang::Ru, 21.0, "чел.", true), "чел.");
    }

    #[test]
    fn english_has_two_and_kazakh_needs_one() {
        assert_eq!(pick(Lang::En, 1.0, &["record", "records"]), "record");
        assert_eq!(pick(Lang::En, 0.0, &["record", "records"]), "records");
        assert_eq!(pick(Lang::Kk, 5.0, &["жазба"]), "жазба");
    }
}

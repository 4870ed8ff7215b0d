//! What is said of shapes in a snapshot: an object, a list, a text that ends too soon.

use super::Lang;
use crate::snapshot::{Expected, Found, Shape};
use engine::json::Wanted;

impl Lang {
    /// What stands in a place of the snapshot.
    pub(super) fn found(self, found: &Found) -> String {
        let key = |key: &str| match self {
            Lang::Kk => format!("белгісіз «{key}» кілті"),
            Lang::Ru => format!("неизвестный ключ «{key}»"),
            Lang::En => format!("the unknown key “{key}”"),
        };
        let again = |name: &str| match self {
            Lang::Kk => format!("қайталанған «{name}»"),
            Lang::Ru => format!("повтор «{name}»"),
            Lang::En => format!("“{name}” again"),
        };
        match found {
            Found::Text(text) => match text.strip_prefix('“').and_then(|text| text.strip_suffix('”')) {
                Some(quoted) => self.quoted(quoted),
                None => text.clone(),
            },
            Found::Nothing => self.choose("ештеңе жоқ", "ничего", "nothing").to_owned(),
            Found::Object => self.object().to_owned(),
            Found::List => self.list().to_owned(),
            Found::End => self.choose("файлдың соңы", "конец файла", "the end of the file").to_owned(),
            Found::LineEnd => self.choose("жолдың соңы", "конец строки", "the end of the line").to_owned(),
            Found::Key(name) => key(name),
            Found::Again(name) => again(name),
        }
    }

    /// What JSON goes on with.
    pub(super) fn json(self, wanted: Wanted) -> String {
        let fixed = |kk, ru, en| self.choose(kk, ru, en).to_owned();
        match wanted {
            Wanted::Value => [
                self.choose(
                    "\" белгілерінің арасындағы мәтін, сан, ",
                    "текст между знаками \", число, ",
                    "a text between \" and \", a number, ",
                ),
                "true, false, null, ",
                self.list(),
                self.choose(" не ", " или ", " or "),
                self.object(),
            ]
            .concat(),
            Wanted::Key => fixed("\" белгілерінің арасындағы кілт", "ключ между знаками \"", "a key between \" and \""),
            Wanted::Colon => fixed("«:»", "«:»", "“:”"),
            Wanted::EntryOrEnd => fixed("үтір не «}»", "запятая или «}»", "a comma or “}”"),
            Wanted::ItemOrEnd => fixed("үтір не «]»", "запятая или «]»", "a comma or “]”"),
            Wanted::NoComma => {
                fixed("алдында үтір болмауы", "отсутствие запятой перед этим знаком", "no comma before it")
            }
            Wanted::LetterOrQuote => fixed(
                "мәтін соңындағы тырнақша; мәтін ішінде жол үзілімі \\n деп жазылады",
                "кавычка в конце текста; перевод строки в нём пишется \\n",
                "the quote at the end of the text; a line break in it is written \\n",
            ),
            Wanted::Escaped => fixed(
                "бұл таңбаның орнына \\t не \\u0001",
                "\\t или \\u0001 вместо этого знака",
                "\\t or \\u0001 in its place",
            ),
            Wanted::Escape => {
                ["\\\" \\\\ \\/ \\b \\f \\n \\r \\t", self.choose(" не ", " или ", " or "), "\\u04d9, \\ud83d\\ude00"]
                    .concat()
            }
            Wanted::Digit => fixed("цифр", "цифра", "a digit"),
            Wanted::Utf8 => fixed("UTF-8 кодындағы файл", "файл в кодировке UTF-8", "a file in UTF-8"),
            Wanted::LessDeep => fixed(
                "бірінің ішіне бірі салынған тізім мен объект азырақ",
                "меньше списков и объектов друг в друге",
                "fewer lists and objects within each other",
            ),
            Wanted::End => fixed("файлдың соңы", "конец файла", "the end of the file"),
        }
    }

    /// What people write who know other ways to write numbers and texts, where it is no JSON.
    pub(super) fn hint(self, found: &Found, expected: &Expected) -> Option<&'static str> {
        let (Found::Text(found), Expected::Json { wanted, .. }) = (found, expected) else { return None };
        let found = found.strip_prefix('“')?;
        let is_after_number = matches!(wanted, Wanted::Key | Wanted::EntryOrEnd | Wanted::ItemOrEnd);
        if found.starts_with(['“', '”', '„', '«', '»', '‘', '’', '\'']) {
            Some(self.choose(
                "тырнақша түзу болады: \"",
                "кавычки бывают только прямые: \"",
                "quotes are straight ones: \"",
            ))
        } else if is_after_number && found.starts_with(|c: char| c.is_ascii_digit()) {
            Some(self.choose(
                "санда ондық нүкте болады, бос орын, үтір не басында нөл болмайды: 1234.5",
                "в числе десятичная точка, без пробелов, запятых и нулей впереди: 1234.5",
                "a number has a decimal point, no spaces, no commas and no zero before it: 1234.5",
            ))
        } else if found.starts_with("PK") {
            Some(self.choose(
                "бұл Excel кітабы не мұрағат, ал мұнда мәтін керек",
                "это книга Excel или архив, а нужен текст",
                "this is a workbook or an archive, where a text is needed",
            ))
        } else {
            None
        }
    }

    /// A shape that the schema gives to a value.
    pub(super) fn shape(self, shape: &Shape) -> String {
        let fixed = |kk, ru, en| self.choose(kk, ru, en).to_owned();
        match shape {
            Shape::Object => self.object().to_owned(),
            Shape::List => self.list().to_owned(),
            Shape::Text => fixed("мәтін", "текст", "a text"),
            Shape::Bool => "true / false".to_owned(),
            Shape::Number => fixed("сан", "число", "a number"),
            Shape::Whole(most) => match self {
                Lang::Kk => format!("0 мен {most} аралығындағы бүтін сан"),
                Lang::Ru => format!("целое число от 0 до {most}"),
                Lang::En => format!("a whole number from 0 to {most}"),
            },
            Shape::Date => {
                let forms = r#""2016", "2016-03", "2016-03-05", "A/B" (A ≤ B), "A/..", "../B", "undated"; 1800…2199"#;
                let date = self.choose(
                    "күнтізбеде бар күн, тырнақшамен",
                    "дата в кавычках, которая есть в календаре",
                    "a date of the calendar, in quotes",
                );
                format!("{date}: {forms}")
            }
            Shape::Key(name) => match self {
                Lang::Kk => format!("«{name}» кілті"),
                Lang::Ru => format!("ключ «{name}»"),
                Lang::En => format!("the key “{name}”"),
            },
            Shape::OneOf(words) => {
                format!("{}: {}", self.choose("мыналардың бірі", "одно из", "one of"), words.join(", "))
            }
            Shape::Once => fixed(
                "пішімдегі кілттер, әрқайсысы бір рет",
                "ключи формата, каждый один раз",
                "keys of the format, each once",
            ),
        }
    }

    const fn object(self) -> &'static str {
        self.choose("объект", "объект", "an object")
    }

    const fn list(self) -> &'static str {
        self.choose("тізім", "список", "a list")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(found: Found, shape: Shape, kk: &str, en: &str) {
        let said = |lang: Lang| format!("{}; {}", lang.found(&found), lang.shape(&shape));
        assert_eq!((said(Lang::Kk).as_str(), said(Lang::En).as_str()), (kk, en));
    }

    #[test]
    fn no_english_for_others() {
        check(Found::Object, Shape::Key("id"), "объект; «id» кілті", "an object; the key “id”");
        check(Found::Nothing, Shape::OneOf(&["a", "b"]), "ештеңе жоқ; мыналардың бірі: a, b", "nothing; one of: a, b");
        check(
            Found::Again("x".into()),
            Shape::Whole(9),
            "қайталанған «x»; 0 мен 9 аралығындағы бүтін сан",
            "“x” again; a whole number from 0 to 9",
        );
    }
}

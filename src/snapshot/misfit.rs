//! Why a value of the file is not of its type. Reading only says that it is not; this is asked then, and
//! tells all that is wrong with the value at once.

use super::json::Json;
use super::problems::Problems;
use super::{Expected, Found, Problem, Severity, Shape};
use engine::json::Kind;

/// A type that can tell what keeps a value from being of it.
pub(super) trait Shaped {
    /// Tells nothing of a value that is of the type.
    fn misfits(json: Json, told: &mut Misfits);
}

/// How a type tells it.
pub(super) type Telling = fn(Json, &mut Misfits);

/// Where what does not fit is told, with its place.
pub(super) struct Misfits<'a> {
    /// Where the value that is looked at stands, such as `indicators[3].actuals[0].value`.
    path: String,
    severity: Severity,
    problems: &'a mut Problems,
}

impl<'a> Misfits<'a> {
    /// Tells of the value at this path; what refuses it has this severity.
    pub fn at(path: String, severity: Severity, problems: &'a mut Problems) -> Misfits<'a> {
        Misfits { path, severity, problems }
    }

    /// Here stands what is not of the type.
    pub fn tell(&mut self, found: impl Into<Found>, expected: Shape) {
        self.note(self.severity, found, Expected::Shape(expected));
    }

    /// Here stands something else than should, and it is left out for that, as what is not of its type.
    pub fn refuse(&mut self, found: impl Into<Found>, expected: Expected) {
        self.note(self.severity, found, expected);
    }

    /// The same, though it is kept.
    pub fn warn(&mut self, found: impl Into<Found>, expected: Expected) {
        self.note(Severity::Warning, found, expected);
    }

    fn note(&mut self, severity: Severity, found: impl Into<Found>, expected: Expected) {
        self.problems.push(Problem::new(severity, &*self.path, found, expected));
    }

    /// Tells of a part of the value; `step` is `key` or `[place]`.
    pub fn within(&mut self, step: &str, tell: impl FnOnce(&mut Self)) {
        let here = self.path.len();
        if !self.path.is_empty() && !step.starts_with('[') {
            self.path.push('.');
        }
        self.path.push_str(step);
        tell(self);
        self.path.truncate(here);
    }
}

impl<T: Shaped> Shaped for Option<T> {
    fn misfits(json: Json, told: &mut Misfits) {
        if json.kind() != Kind::Null {
            T::misfits(json, told);
        }
    }
}

impl<T: Shaped> Shaped for Vec<T> {
    fn misfits(json: Json, told: &mut Misfits) {
        let Some(items) = json.items() else { return told.tell(json, Shape::List) };
        for (place, item) in items.enumerate() {
            told.within(&format!("[{place}]"), |told| T::misfits(item, told));
        }
    }
}

/// A type with no inner structure: the value fits or it does not.
macro_rules! shaped_whole {
    ($($type:ty = $shape:expr),+) => {
        $(impl crate::snapshot::misfit::Shaped for $type {
            fn misfits(json: crate::snapshot::json::Json, told: &mut crate::snapshot::misfit::Misfits) {
                if <$type as crate::snapshot::from_json::FromJson>::from_json(json).is_none() {
                    told.tell(json, $shape);
                }
            }
        })+
    };
}
pub(super) use shaped_whole;

shaped_whole!(
    String = Shape::Text,
    bool = Shape::Bool,
    f64 = Shape::Number,
    u8 = Shape::Whole(u8::MAX as u16),
    u16 = Shape::Whole(u16::MAX)
);

#[cfg(test)]
mod tests {
    use super::super::{
        Area, Correction, Direction, Evidence, Indicator, Meta, Organisation, Project, Record, Source, Text, Value,
    };
    use super::{Misfits, Severity, Shaped, Telling};
    use crate::snapshot::from_json::FromJson;
    use crate::snapshot::json::with_json;
    use crate::snapshot::pack::Pack;
    use crate::snapshot::problems::Problems;
    use serde_json::{Value as Json, json};

    /// All that keeps the text from being of a type.
    fn misfits(text: &str, tell: Telling) -> Vec<String> {
        let mut problems = Problems::default();
        with_json(text, |json| tell(json, &mut Misfits::at("x".into(), Severity::Error, &mut problems)));
        problems.listed().iter().map(ToString::to_string).collect()
    }

    fn check<T: Shaped>(text: &str, expected: &[&str]) {
        let expected: Vec<_> = expected.iter().map(|line| format!("error x{line}")).collect();
        assert_eq!(misfits(text, T::misfits), expected, "{text}");
    }

    #[test]
    fn places_and_reasons() {
        check::<Text>("[]", &[": found a list, expected an object"]);
        check::<Text>(r#"{"kk": 1.5}"#, &[".kk: found 1.5, expected a text"]);
        check::<Text>(r#"{"kk": "", "kk": ""}"#, &[".kk: found “kk” again, expected keys of the format, each once"]);
        check::<Evidence>("{}", &[": found nothing, expected the key “source”"]);
        check::<Vec<Evidence>>(
            r#"[{"source": "a", "locator": {"page": 1}}]"#,
            &["[0].locator.page: found 1, expected a text"],
        );
        check::<Evidence>(
            r#"{"source": "a", "locator": {}}"#,
            &[".locator: found an object, expected one of: paragraph, page, file"],
        );
        check::<Evidence>(r#"{"source": "a", "locator": "page"}"#, &[".locator: found “page”, expected an object"]);
        check::<Evidence>(
            r#"{"source": "a", "locator": {"chapter": "3", "page": 4}}"#,
            &[
                ".locator.chapter: found the unknown key “chapter”, expected one of: paragraph, page, file",
                ".locator.page: found 4, expected a text",
            ],
        );
        check::<Value>(
            r#"{"period": "2015", "area": "a", "scope": "own"}"#,
            &[".scope: found “own”, expected one of: project, context, related"],
        );
        check::<Value>(
            r#"{"period": "2015", "area": "a", "scope": "project", "value": null}"#,
            &[".value: found null, expected a number"],
        );
        check::<u8>("300", &[": found 300, expected a whole number from 0 to 255"]);
        check::<u8>("0.5", &[": found 0.5, expected a whole number from 0 to 255"]);
        check::<Indicator>("true", &[": found true, expected an object"]);
    }

    #[test]
    fn all_is_told_at_once() {
        check::<Text>(
            r#"{"de": "", "kk": 1, "ru": [], "fr": ""}"#,
            &[
                ".de: found the unknown key “de”, expected one of: kk, ru, en, original",
                ".kk: found 1, expected a text",
                ".ru: found a list, expected a text",
                ".fr: found the unknown key “fr”, expected one of: kk, ru, en, original",
            ],
        );
        check::<Record>(
            r#"{"id": "a", "scope": "own", "money": [{"kind": "spent", "amount": "5"}], "areas": ["b", 2]}"#,
            &[
                ".scope: found “own”, expected one of: project, context, related",
                ".money[0].kind: found “spent”, expected one of: budget, proposed, requested, committed, disbursed, invested",
                ".money[0].amount: found “5”, expected a number",
                ".money[0]: found nothing, expected the key “currency”",
                ".areas[1]: found 2, expected a text",
                ": found nothing, expected the key “kind”",
                ": found nothing, expected the key “title”",
            ],
        );
    }

    /// How a type tells, and whether it reads.
    type Both = (Telling, fn(super::Json) -> bool);

    fn both<T: Shaped + FromJson>() -> Both {
        (T::misfits, |json| T::from_json(json).is_some())
    }

    /// Whatever is changed in the small snapshot: what is read has no misfits, and all else has.
    #[test]
    fn what_cannot_be_read_is_told_of() {
        let small: Json = serde_json::from_str(include_str!("../../tests/small.json")).expect("the small one is JSON");
        let record: Both = (Record::misfits, |json| Record::pack(json, &mut Vec::new()).is_some());
        let types = [
            ("snapshot", both::<Meta>()),
            ("project", both::<Project>()),
            ("areas", both::<Area>()),
            ("directions", both::<Direction>()),
            ("organisations", both::<Organisation>()),
            ("sources", both::<Source>()),
            ("indicators", both::<Indicator>()),
            ("records", record),
            ("corrections", both::<Correction>()),
        ];
        let (mut read, mut told) = (0, 0);
        for (key, (tell, reads)) in types {
            let items = small[key].as_array().cloned().unwrap_or_else(|| vec![small[key].clone()]);
            for item in items.iter().filter(|item| !item.is_null()) {
                for pointer in pointers(item, String::new()) {
                    for other in
                        [json!(null), json!(true), json!(-1), json!("x"), json!([]), json!({}), json!({"x": 1})]
                    {
                        let mut changed = item.clone();
                        *changed.pointer_mut(&pointer).expect("it is there") = other;
                        let is_read = with_json(&changed.to_string(), reads);
                        assert_eq!(misfits(&changed.to_string(), tell).is_empty(), is_read, "{changed}");
                        *(if is_read { &mut read } else { &mut told }) += 1;
                    }
                }
            }
        }
        assert!(read > 200 && told > 1_500, "{read} read, {told} told of");
    }

    /// The places of all values within one.
    fn pointers(json: &Json, here: String) -> Vec<String> {
        let inner: Vec<_> = match json {
            Json::Array(items) => items.iter().enumerate().map(|(place, item)| (place.to_string(), item)).collect(),
            Json::Object(entries) => entries.iter().map(|(key, value)| (key.clone(), value)).collect(),
            _ => Vec::new(),
        };
        let below = inner.iter().flat_map(|(key, value)| pointers(value, format!("{here}/{key}")));
        below.chain([here.clone()]).collect()
    }
}

use super::{Sentence, Unit};
use crate::locale::Lang;
use crate::snapshot::{Bound, Direction, Indicator, Snapshot, Value};

/// The lead sentence of a direction, and the language it is in.
///
/// The publisher's `finding` is a template over the best indicator: `{baseline}`, `{actual}`,
/// `{planned}`, `{target}` and `{added}` (planned − actual) print the number, with its bound;
/// `{actual|предприятие|предприятия|предприятий}` prints it with the plural form it takes.
/// Without a template, or where a number that it names is not there, the sentence is put
/// together from the indicator's title and numbers.
pub fn finding(direction: &Direction, snapshot: &Snapshot, lang: Lang) -> Option<(Lang, Sentence)> {
    let indicator = snapshot.best(direction)?;
    let template = direction.finding.as_ref().map(|text| text.shown(lang));
    template
        .and_then(|(language, template)| Some((language, fill(template, indicator, language)?)))
        .or_else(|| Some((lang, generic(indicator, lang)?)))
}

fn fill(template: &str, indicator: &Indicator, lang: Lang) -> Option<Sentence> {
    let unit = Unit::of(indicator, lang);
    let mut sentence = Sentence::default();
    let mut rest = template;
    while let Some((words, after)) = rest.split_once('{') {
        let (placeholder, after) = after.split_once('}')?;
        let (name, forms) = placeholder.split_once('|').unwrap_or((placeholder, ""));
        let (value, bound) = number(name.trim(), indicator)?;
        sentence.push(words.into());
        // What is worked out is no number of the snapshot.
        let is_worked_out = name.trim() == "added";
        sentence.push(if is_worked_out { unit.shown(lang, value).into() } else { unit.sentence(lang, value, bound) });
        if !forms.is_empty() {
            sentence.push(format!("\u{a0}{}", unit.agreeing(lang, value, bound, forms)).into());
        }
        rest = after;
    }
    sentence.push(rest.into());
    Some(sentence)
}

/// The number that a placeholder stands for, and its bound; what is added to a bound is no number.
fn number(name: &str, indicator: &Indicator) -> Option<(f64, Option<Bound>)> {
    let known = |value: Option<&Value>| value.and_then(|value| Some((value.value?, value.bound)));
    match name {
        "baseline" => known(indicator.before()),
        "actual" => known(indicator.latest()),
        "planned" => known(indicator.plan()),
        "target" => known(indicator.target()),
        "added" => match (known(indicator.plan())?, known(indicator.latest())?) {
            ((planned, None), (actual, None)) => Some((planned - actual, None)),
            _ => None,
        },
        _ => None,
    }
}

fn generic(indicator: &Indicator, lang: Lang) -> Option<Sentence> {
    let unit = Unit::of(indicator, lang);
    let number = |value: &Value| Some(unit.sentence(lang, value.value?, value.bound));
    let title = Sentence::text(&indicator.title, lang);
    let to = indicator.latest().and_then(number)?;
    Some(match indicator.before().and_then(number) {
        Some(from) => Sentence::filled("{}: {} → {}", vec![title, from, to]),
        None => Sentence::filled("{}: {}", vec![title, to]),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::series::Piece;

    const PROJECTS: &str = r#"{"id":"i","title":{"en":"Projects"},"unit":{"en":"projects"},"measure":"unit",
        "type":"output","ascending":true,"accumulation":"point","progress":{"method":"none"},
        "baseline":{"period":"2013","area":"a","value":5,"scope":"project"},
        "actuals":[{"period":"undated","area":"a","value":12,"scope":"project"}],
        "planned":[{"period":"undated","area":"a","value":15,"scope":"project","status":"planned"}]}"#;

    fn check(template: &str, lang: Lang, expected: Option<&str>) {
        let indicator = crate::snapshot::indicator(PROJECTS);
        assert_eq!(fill(template, &indicator, lang).map(|sentence| sentence.to_string()).as_deref(), expected);
    }

    #[test]
    fn what_is_worked_out_is_no_number_of_the_snapshot() {
        let numbers = |template: &str| {
            let sentence = fill(template, &crate::snapshot::indicator(PROJECTS), Lang::En).expect("it has the numbers");
            sentence.iter().filter(|piece| matches!(piece, Piece::Number { .. })).count()
        };
        assert_eq!(["{planned}", "{added}"].map(numbers), [1, 0]);
    }

    #[test]
    fn templates() {
        check("from {baseline} to {actual}", Lang::En, Some("from 5 to 12"));
        check("{actual|project|projects}; {added} more", Lang::En, Some("12\u{a0}projects; 3 more"));
        check("{baseline|проект|проекта|проектов}", Lang::Ru, Some("5\u{a0}проектов"));
        check("{actual|жоба}", Lang::Kk, Some("12\u{a0}жоба"));
        check("no numbers", Lang::En, Some("no numbers"));
        check("{target}", Lang::En, None);
        check("{nonsense}", Lang::En, None);
        check("{actual", Lang::En, None);
    }

    #[test]
    fn a_bound_is_said() {
        let json = r#"{"id":"i","title":{"en":"Houses"},"unit":{"en":"houses"},"measure":"unit","type":"output",
            "ascending":true,"accumulation":"point","progress":{"method":"none"},
            "actuals":[{"period":"2023","area":"a","value":21,"bound":"over","scope":"project"}],
            "planned":[{"period":"2025","area":"a","value":40,"scope":"project","status":"planned"}]}"#;
        let indicator = crate::snapshot::indicator(json);
        let filled = |template, lang| fill(template, &indicator, lang).map(|sentence| sentence.to_string());
        assert_eq!(filled("{actual} done", Lang::En).as_deref(), Some("over 21 done"));
        assert_eq!(filled("{actual|дом|дома|домов}", Lang::Ru).as_deref(), Some("более 21\u{a0}дома"));
        assert_eq!(filled("{added} more", Lang::En), None);
    }

    #[test]
    fn numbers_of_other_areas_and_of_parts_are_left_out() {
        let json = r#"{"id":"i","title":{"en":"Wells"},"unit":{"en":"wells"},"measure":"unit","type":"output",
            "ascending":true,"accumulation":"point","progress":{"method":"none"},
            "parts":[{"id":"p","title":{"en":"Deep ones"}}],
            "baseline":{"period":"2013","area":"a","value":5,"scope":"project"},
            "actuals":[{"period":"2014","area":"b","value":12,"scope":"project"}],
            "planned":[{"period":"2015","area":"a","value":9,"scope":"project","status":"planned"}],
            "targets":[{"period":"2015","area":"b","value":20,"scope":"project"},
                {"period":"2016","area":"b","part":"p","value":3,"scope":"project"}]}"#;
        let indicator = crate::snapshot::indicator(json);
        assert_eq!(generic(&indicator, Lang::En).map(|sentence| sentence.to_string()).as_deref(), Some("Wells: 12"));
        let filled = ["{baseline}", "{planned}", "{target}"]
            .map(|template| fill(template, &indicator, Lang::En).map(|sentence| sentence.to_string()));
        assert_eq!(filled, [None, None, Some("20".to_owned())]);
    }
}

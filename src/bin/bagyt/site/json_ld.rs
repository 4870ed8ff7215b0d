use super::Bundle;
use bagyt::locale::Lang;
use bagyt::route::{Place, Route};
use bagyt::snapshot::{Indicator, Source, find};
use serde_json::{Value, json};

/// The page as data, for search engines of data sets: a schema.org `Dataset`, what it is based on,
/// and the file to download. A page of an indicator describes that indicator as a part of the whole.
pub fn json_ld(bundle: &Bundle, place: &Place, root: &str, title: &str, description: &str) -> String {
    let (snapshot, lang) = (&bundle.site.snapshot, place.lang);
    let (meta, project) = (&snapshot.snapshot, &snapshot.project);
    let of = |path: &str| bundle.url.as_ref().map_or_else(|| format!("{root}{path}"), |url| url.of(path));
    let organisation = |id: &str| find(&snapshot.organisations, id).map(|found| body(found.name.plain(lang)));
    let areas = project.areas.iter().filter_map(|id| find(&snapshot.areas, id));
    let (whole, home) = (project.title.plain(lang), of(&Place::new(lang, Route::Overview).path()));
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": whole,
        "description": project.summary.plain(lang),
        "url": home,
        "inLanguage": Lang::ALL.map(Lang::code),
        "isAccessibleForFree": true,
        "license": licence(&meta.licence),
        "version": meta.version,
        "dateModified": meta.created.to_string(),
        "creator": body(meta.publisher.plain(lang)),
        "funder": organisation(&project.funder),
        "temporalCoverage": project.period.date.to_string(),
        "spatialCoverage": areas.map(|area| json!({ "@type": "Place", "name": area.name.plain(lang) })).collect::<Vec<_>>(),
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "application/json",
            "contentUrl": of("snapshot.json"),
            "sha256": bundle.digest,
        },
    });
    let mut set = |name: &str, value: Value| data[name] = value;
    match &place.route {
        Route::Overview | Route::Sources => set("isBasedOn", snapshot.sources.iter().map(|s| work(s, lang)).collect()),
        Route::Indicator(id) => {
            if let Some(indicator) = find(&snapshot.indicators, id) {
                set("isPartOf", json!({ "@type": "Dataset", "name": whole, "url": home }));
                set("name", json!(indicator.title.plain(lang)));
                set("variableMeasured", measured(indicator, lang));
                set("isBasedOn", bases(bundle, indicator).map(|source| work(source, lang)).collect());
                set("description", json!(description));
                set("url", json!(of(&place.path())));
            }
        }
        _ => set("mainEntityOfPage", json!({ "@type": "WebPage", "name": title, "description": description })),
    }
    // A text may hold what would end the element.
    format!("<script type=\"application/ld+json\">{}</script>", data.to_string().replace('<', "\\u003c"))
}

fn body(name: &str) -> Value {
    json!({ "@type": "Organization", "name": name })
}

fn measured(indicator: &Indicator, lang: Lang) -> Value {
    json!({ "@type": "PropertyValue", "name": indicator.title.plain(lang), "unitText": indicator.unit.plain(lang) })
}

/// A source as the work that it is.
fn work(source: &Source, lang: Lang) -> Value {
    let mut work = json!({
        "@type": "CreativeWork",
        "name": source.title.plain(lang),
        "publisher": body(source.publisher.plain(lang)),
        "inLanguage": source.language,
    });
    if let Some(url) = &source.url {
        work["url"] = json!(url);
    }
    work
}

/// The sources of an indicator's values, each once.
fn bases<'a>(bundle: &'a Bundle, indicator: &'a Indicator) -> impl Iterator<Item = &'a Source> {
    let cites = |source: &&Source| {
        indicator.values().any(|value| indicator.evidence_of(value).iter().any(|one| one.source == source.id))
    };
    bundle.site.snapshot.sources.iter().filter(cites)
}

/// The address of a licence by its SPDX identifier; an expression of several stays as it is.
fn licence(spdx: &str) -> String {
    let single = spdx.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c));
    if single { format!("https://spdx.org/licenses/{spdx}.html") } else { spdx.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(spdx: &str, expected: &str) {
        assert_eq!(licence(spdx), expected);
    }

    #[test]
    fn licences() {
        check("CC-BY-4.0", "https://spdx.org/licenses/CC-BY-4.0.html");
        check("MIT OR Apache-2.0", "MIT OR Apache-2.0");
    }
}

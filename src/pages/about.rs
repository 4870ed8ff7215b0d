use crate::app::{App, Notice};
use crate::browser;
use crate::locale::Lang;
use crate::parts::{all_corrections, heading, problem_line, section, text};
use crate::snapshot::Problem;
use leptos::prelude::*;

/// What this is, how numbers are made, which snapshot it is, what is wrong with it.
#[inline(never)]
pub fn about(app: App) -> AnyView {
    let lang = app.lang();
    view! {
        {heading(app, lang.about(), move || lang.about_text())}
        {section("numbers", lang.how_numbers(), "", how(lang))}
        {section("snapshot", lang.snapshot_word(), "", meta(app))}
        {section("problems", lang.problems(), "", problems(app))}
        {section("corrections", lang.corrections(), "", all_corrections(app))}
        {section("report", lang.report_error(), "", report(app))}
    }
    .into_any()
}

fn how(lang: Lang) -> AnyView {
    view! {
        <ul>
            <li>{lang.how_numbers_1()}</li>
            <li>{lang.how_numbers_2()}</li>
            <li>{lang.how_numbers_3()}</li>
            <li>{lang.how_numbers_4()}</li>
            <li>{lang.counts_note()}</li>
        </ul>
    }
    .into_any()
}

fn meta(app: App) -> AnyView {
    let lang = app.lang();
    let snapshot = &app.site.snapshot;
    let meta = &snapshot.snapshot;
    let named = app.address.with_untracked(|address| address.filters.snapshot.clone());
    let named = named.and_then(|name| app.prefix.with_value(|prefix| browser::seen_from(prefix, &name)));
    // The one file was made of the snapshot that the pages were made of, and has no other.
    let is_built = named.is_none() && app.notice.with_value(|notice| !matches!(notice, Some(Notice::Changed)));
    let file = named.unwrap_or_else(|| app.file("snapshot.json"));
    let name = file.rsplit('/').next().unwrap_or_default().to_owned();
    // In the one file nothing lies beside the page; it gives what it carries.
    let given = move |event: leptos::ev::MouseEvent| {
        if let Some(text) = browser::carried_snapshot() {
            event.prevent_default();
            browser::save("snapshot.json", "application/json", &text);
        }
    };
    let beside = (!app.is_one_file()).then(|| {
        let whole = is_built.then(|| view! { <p><a href=app.file("bagyt.html") download>{lang.one_file()}</a></p> });
        view! { <p><a href=app.file("snapshot.schema.json")>{lang.schema_word()}</a></p> {whole} }
    });
    let languages = meta.languages.iter().enumerate().map(|(at, language)| {
        let (before, code) = (if at == 0 { "" } else { "; " }, language.code);
        let by = language.by.as_ref().filter(|by| !by.is_empty()).map(|by| format!(" ({by})"));
        view! { {before}<span lang=code.code()>{code.own_name()}</span>": "{lang.review(language.review)}{by} }
    });
    let original = meta.original.map(|original| {
        view! { <dt>{lang.capital(lang.original_language())}</dt><dd lang=original.code()>{original.own_name()}</dd> }
    });
    let links = snapshot.project.links.iter().enumerate().map(|(at, link)| {
        let words = link.title.as_ref().map_or(link.url.clone().into_any(), |title| text(title, lang));
        view! { {(at > 0).then_some("; ")}<a href=link.url.clone() rel="noopener">{words}</a> }
    });
    let links = (links.len() > 0).then(|| view! { <dt>{lang.project_links()}</dt><dd>{links.collect_view()}</dd> });
    let unproven: usize = snapshot
        .indicators
        .iter()
        .map(|i| i.values().filter(|v| i.evidence_of(v).is_empty() && v.derived.is_none()).count())
        .sum();
    let contents = [
        (lang.indicators(), snapshot.indicators.len()),
        (lang.all_values(), snapshot.indicators.iter().map(|i| i.values().count()).sum()),
        (lang.explore(), snapshot.records.len()),
        (lang.sources(), snapshot.sources.len()),
        (lang.without_evidence(), unproven),
    ];
    let contents = contents.map(|(name, count)| view! { <dt>{name}</dt><dd>{lang.number(count as f64, 0)}</dd> });
    view! {
        <dl class="facts">
            <dt>{lang.version()}</dt><dd>{meta.version.clone()}</dd>
            <dt>{lang.created()}</dt><dd>{lang.date(meta.created)}</dd>
            <dt>{lang.publisher()}</dt><dd>{text(&meta.publisher, lang)}</dd>
            <dt>{lang.licence()}</dt><dd>{meta.licence.clone()}</dd>
            <dt>{lang.fingerprint()}</dt><dd>{fingerprint(app, &file)}</dd>
            <dt>{lang.languages_word()}</dt><dd>{languages.collect_view()}</dd>
            {original}
            {links}
            {contents}
        </dl>
        <p><a href=file download=name on:click=given>{lang.download_snapshot()}</a></p>
        {beside}
        <p>{lang.code_licence()}</p>
    }
    .into_any()
}

/// The SHA-256 of the snapshot's file, of one that comes compressed as it is unpacked; or why it is not told.
fn fingerprint(app: App, file: &str) -> AnyView {
    const COMING: &str = "…";
    let digest = RwSignal::new(app.site.digest.clone().ok_or(COMING));
    if app.site.digest.is_none() {
        // The file was read without it. One of another length is another file.
        browser::fingerprint(file, move |read| {
            let read = read.filter(|&(_, bytes)| bytes == app.site.bytes).map(|(digest, _)| digest);
            digest.try_set(read.ok_or(app.lang().file_is_another()));
        });
    }
    let told = move || match digest.get() {
        Ok(digest) => view! { <code>{digest}</code> }.into_any(),
        Err(words) => words.into_any(),
    };
    view! { <span data-digest>{told}</span> }.into_any()
}

fn problems(app: App) -> AnyView {
    if app.site.problems.is_empty() {
        return view! { <p>{app.lang().no_problems()}</p> }.into_any();
    }
    const OPEN: usize = 30;
    let lines = |problems: &[Problem]| problems.iter().map(|problem| problem_line(app.lang(), problem)).collect_view();
    let (first, rest) = app.site.problems.split_at(app.site.problems.len().min(OPEN));
    let rest = (!rest.is_empty()).then(|| {
        let words = format!("{}: {}", app.lang().more_values(), app.lang().number(rest.len() as f64, 0));
        view! { <details id="more-problems"><summary>{words}</summary><ul class="problems">{lines(rest)}</ul></details> }
    });
    view! { <ul class="problems">{lines(first)}</ul>{rest} }.into_any()
}

fn report(app: App) -> AnyView {
    let lang = app.lang();
    match app.site.snapshot.snapshot.contact.clone() {
        Some(href) => {
            view! { <p>{lang.report_error_text()}</p><p><a href=href>{lang.write_to_us()}</a></p> }.into_any()
        }
        None => view! { <p>{lang.no_contact()}</p> }.into_any(),
    }
}

//! Explore: each choice is in the address, and the address is the whole choice.

use browser_tests::{Site, bundle, filters::FACETS, page::Page};

const EXPLORE: &str = "kk/explore/";

#[tokio::test(flavor = "multi_thread")]
async fn each_facet_filters_and_survives_reload_history_and_sending() {
    let site = Site::start().await;
    for facet in FACETS {
        a_choice_lives_in_the_address(&site.page, facet).await;
    }
}

async fn a_choice_lives_in_the_address(page: &Page, facet: &str) {
    page.open(EXPLORE).await;
    page.ready().await;
    let (chosen_before, count_before, query_before) = (page.chosen().await, page.count().await, page.query().await);
    let key = page.first_free(facet).await;
    assert!(key.is_some(), "the facet {facet} has no choice that can be made");
    let key = key.unwrap_or_default();

    page.choose(facet, &key).await;
    page.wait_for_query(facet, &key, true).await;
    page.ready().await;
    let (chosen, count) = (page.chosen().await, page.count().await);
    assert!(chosen.contains(&format!("{facet}={key}")), "{facet}={key} is not checked: {chosen:?}");
    assert!(count > 0, "{facet}={key} was offered and gives nothing");
    // A first choice narrows; one more of a facet that had one already (scope) widens.
    let had_one = chosen_before.iter().any(|choice| choice.starts_with(&format!("{facet}=")));
    let fits = if had_one { count >= count_before } else { count <= count_before };
    assert!(fits, "{facet}={key} took the count from {count_before} to {count}");

    page.reload().await;
    page.ready().await;
    assert_eq!((page.chosen().await, page.count().await), (chosen.clone(), count), "{facet}={key} after reload");
    page.back().await;
    page.wait("back leads to the former query", &format!("location.search === {query_before:?}")).await;
    page.ready().await;
    assert_eq!((page.chosen().await, page.count().await), (chosen_before, count_before), "back from {facet}={key}");
    page.forward().await;
    page.wait_for_query(facet, &key, true).await;
    page.ready().await;
    assert_eq!((page.chosen().await, page.count().await), (chosen.clone(), count), "forward to {facet}={key}");

    let link = format!("{EXPLORE}{}", page.query().await);
    let friend = page.in_new_tab(async || page.view_of(&link).await).await;
    assert_eq!(friend, (chosen, count), "a friend who was sent {link}");
}

/// A space at either end is where another word begins.
#[tokio::test(flavor = "multi_thread")]
async fn words_stay_as_they_are_typed() {
    const BACKSPACE: &str = "\u{e003}";
    const HOME: &str = "\u{e011}";
    const DELETE: &str = "\u{e017}";
    const FIELD: &str = "document.querySelector('input[name=q]')";
    let site = Site::start().await;
    let page = &site.page;
    page.open("en/explore/").await;
    page.ready().await;
    page.ask(&format!("{FIELD}.focus() ?? true")).await;
    let check = async |keys: String, field: &str, searched: &str| {
        page.press(keys).await;
        page.wait("the field has it", &format!("{FIELD}.value === {field:?}")).await;
        page.wait_for_query("q", searched, true).await;
        page.ready().await;
        assert_eq!(page.text(&format!("{FIELD}.value")).await, field, "and keeps it");
    };
    check("port area".into(), "port area", "port area").await;
    check(BACKSPACE.repeat(4), "port ", "port").await;
    check("town".into(), "port town", "port town").await;
    check(format!("{HOME}{}", DELETE.repeat(4)), " town", "town").await;
    check("sea".into(), "sea town", "sea town").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn search_words_live_in_the_address() {
    let site = Site::start().await;
    let page = &site.page;
    let word = bundle::rare_word();
    let (_, all) = page.view_of(EXPLORE).await;

    page.search(&word).await;
    page.wait_for_query("q", &word, true).await;
    page.ready().await;
    let found = page.count().await;
    assert!(found > 0 && found <= all, "“{word}” finds {found} of {all}, though a title has it");
    page.reload().await;
    page.ready().await;
    assert_eq!((page.searched().await, page.count().await), (word.clone(), found), "after reload");
    // The word is one step of the history, not each of its letters.
    page.back().await;
    page.wait("back leads to the page without words", "!new URLSearchParams(location.search).has('q')").await;
    page.ready().await;
    assert_eq!((page.searched().await, page.count().await), (String::new(), all), "back from the words");
    page.forward().await;
    page.wait_for_query("q", &word, true).await;
    page.ready().await;
    assert_eq!((page.searched().await, page.count().await), (word, found), "forward to the words");

    let link = format!("{EXPLORE}{}", page.query().await);
    let (_, friend) = page.in_new_tab(async || page.view_of(&link).await).await;
    assert_eq!(friend, found, "a friend who was sent {link}");
    // The words stand in the quotation marks of the language.
    for (language, quoted) in [("kk", "«тур» ×"), ("ru", "«тур» ×"), ("en", "“тур” ×")] {
        page.view_of(&format!("{language}/explore/?q=тур")).await;
        assert_eq!(page.text("[...document.querySelectorAll('[data-chip]')].at(-1).textContent").await, quoted);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_query_does_not_know_breaks_nothing() {
    let site = Site::start().await;
    let page = &site.page;
    let plain = page.view_of(EXPLORE).await;
    assert!(!page.holds("document.querySelector('[data-note]')").await, "a note without a reason");
    assert_eq!(page.view_of(&format!("{EXPLORE}?nonsense=1&kind=nonsense")).await, plain);
    page.wait("a note says so", "Boolean(document.querySelector('[data-note]')?.innerText.trim())").await;
    // A page of a direction has no other.
    page.view_of("en/directions/tourism/?direction=innovation").await;
    page.wait("a note says so", "document.querySelector('[data-note]')?.innerText.includes('direction=innovation')")
        .await;
}

/// A menu that a reader has used does not listen to its options' attributes any more.
#[tokio::test(flavor = "multi_thread")]
async fn the_menu_of_orders_shows_the_one_in_force() {
    let site = Site::start().await;
    let page = &site.page;
    page.view_of(EXPLORE).await;
    let shows = |order: &str| format!("document.querySelector('select[name=sort]').value === '{order}'");
    for order in ["title", "oldest"] {
        let select = format!(
            "(() => {{ const menu = document.querySelector('select[name=sort]'); menu.value = '{order}';
                menu.dispatchEvent(new Event('change', {{ bubbles: true }})); return true; }})()"
        );
        page.ask(&select).await;
        page.wait_for_query("sort", order, true).await;
    }
    page.back().await;
    page.wait("the order before is shown", &shows("title")).await;
    page.back().await;
    page.wait("the first order is shown", &shows("newest")).await;
    page.forward().await;
    page.wait("the order after it is shown", &shows("title")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn spaces_alone_search_for_nothing() {
    let site = Site::start().await;
    let page = &site.page;
    let plain = page.view_of(EXPLORE).await;
    let length = page.ask("history.length").await;
    page.search("   ").await;
    page.ready().await;
    assert_eq!(((page.chosen().await, page.count().await), page.ask("history.length").await), (plain, length));
}

/// The option of the best matches comes and goes with the words.
#[tokio::test(flavor = "multi_thread")]
async fn the_menu_shows_the_order_that_the_list_is_in() {
    let site = Site::start().await;
    let page = &site.page;
    page.open("en/explore/?sort=title").await;
    page.ready().await;
    let shown = |order: &str| format!("document.querySelector('select[name=sort]').value === '{order}'");
    for words in ["a", ""] {
        page.search(words).await;
        page.ready().await;
        page.wait("the menu shows it", &shown("title")).await;
    }
}

/// A box that is taken back, and then gives nothing.
#[tokio::test(flavor = "multi_thread")]
async fn a_box_keeps_the_keyboard() {
    let site = Site::start().await;
    let page = &site.page;
    page.open("en/explore/?scope=all&kind=person&q=zzzz").await;
    page.ready().await;
    assert_eq!(page.count().await, 0);
    page.ask("document.querySelector('input[name=kind][value=person]').focus() ?? true").await;
    page.press(" ").await;
    page.wait_for_query("kind", "person", false).await;
    page.ready().await;
    assert!(page.holds("document.activeElement.matches('input[name=kind][value=person]')").await, "it is lost");
}

/// A step can leave nothing to a box that has the keyboard; turned off, it would lose it.
#[tokio::test(flavor = "multi_thread")]
async fn a_box_that_has_the_keyboard_keeps_it() {
    let site = Site::start().await;
    let page = &site.page;
    page.view_of("en/explore/?scope=all").await;
    page.search("xyzzy").await;
    page.wait_for_query("q", "xyzzy", true).await;
    page.ready().await;
    page.back().await;
    page.wait_for_query("q", "xyzzy", false).await;
    page.ready().await;
    page.ask("document.querySelector('input[name=kind]').focus() ?? true").await;
    page.forward().await;
    page.wait("nothing is found", "document.querySelector('output').dataset.count === '0'").await;
    page.ready().await;
    let has_it = "document.activeElement === document.querySelector('input[name=kind]')";
    assert!(page.holds(&format!("{has_it} && !document.activeElement.closest('.choice.off')")).await);
    assert!(page.holds("[...document.querySelectorAll('input[name=kind]')].slice(1).every(box => box.disabled)").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_chosen_stands_open() {
    let site = Site::start().await;
    let page = &site.page;
    page.view_of("en/explore/?scope=all").await;
    let hidden = page.text("[...document.querySelectorAll('details input[name=organisation]')].pop().value").await;
    page.view_of(&format!("en/explore/?scope=all&organisation={hidden}")).await;
    let field = format!("document.querySelector('input[name=organisation][value=\"{hidden}\"]')");
    assert!(page.holds(&format!("{field}.checked && !{field}.closest('details')")).await);
}

/// An address is anybody's text: it neither fills the page nor hides itself.
#[tokio::test(flavor = "multi_thread")]
async fn of_what_means_nothing_little_is_told() {
    let site = Site::start().await;
    let page = &site.page;
    page.view_of(&format!("en/explore/?%E2%80%AE{}=1", "z".repeat(2000))).await;
    let told = page.text("document.querySelector('[data-note]').textContent").await;
    assert!(told.contains("zzz") && told.chars().count() < 450 && !told.contains('\u{202e}'), "{told}");
}

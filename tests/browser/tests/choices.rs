//! Explore: taking choices back, taking them along, and the choices that lead nowhere.

use browser_tests::held::{before_the_program, taken_over};
use browser_tests::{Site, bundle, filters::Choice};

const EXPLORE: &str = "kk/explore/";

#[tokio::test(flavor = "multi_thread")]
async fn choices_can_be_taken_back_one_by_one_and_all_at_once() {
    let site = Site::start().await;
    let page = &site.page;
    let chips = "[...document.querySelectorAll('[data-chip]')]";
    let plain = page.view_of(EXPLORE).await;
    let chips_before = page.ask(&format!("{chips}.map(chip => chip.innerText)")).await;
    let key = page.first_free("kind").await.expect("some kind can be chosen");

    page.choose("kind", &key).await;
    page.wait_for_query("kind", &key, true).await;
    page.ready().await;
    let new = format!("{chips}.filter(chip => !{chips_before}.includes(chip.innerText))");
    page.wait("the choice has a chip of its own", &format!("{new}.length === 1")).await;
    page.click_one_of(&format!("{new}.map(chip => chip.querySelector('a, button') ?? chip)")).await;
    page.wait_for_query("kind", &key, false).await;
    page.ready().await;
    assert_eq!((page.chosen().await, page.count().await), plain, "after the chip was clicked");

    page.view_of(&format!("{EXPLORE}?kind={key}&q={}", bundle::rare_word())).await;
    page.click("[data-clear]").await;
    page.wait("the query is empty", "location.search === ''").await;
    page.ready().await;
    assert_eq!((page.chosen().await, page.count().await), plain, "after all was cleared");
    assert_eq!(page.searched().await, "", "the search words are gone");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_language_switch_keeps_the_choices() {
    let site = Site::start().await;
    let page = &site.page;
    page.view_of(EXPLORE).await;
    let key = page.first_free("kind").await.expect("some kind can be chosen");
    let before = page.view_of(&format!("{EXPLORE}?kind={key}")).await;

    page.click("header a[hreflang=ru]").await;
    page.wait("the page is Russian", "document.documentElement.lang === 'ru'").await;
    page.wait_for_query("kind", &key, true).await;
    page.ready().await;
    assert_eq!(page.path().await, "ru/explore/", "the switch left the page");
    assert_eq!((page.chosen().await, page.count().await), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_language_switch_keeps_the_part_of_the_page() {
    let site = Site::start().await;
    let page = &site.page;
    let source =
        bundle::snapshot()["sources"].as_array().and_then(|all| all.last().cloned()).expect("there are sources");
    let part = format!("source-{}", source["id"].as_str().unwrap_or_default());
    page.open(&format!("en/sources/#{part}")).await;
    page.ready().await;
    page.click("header a[hreflang=ru]").await;
    page.wait("the page is Russian", "document.documentElement.lang === 'ru'").await;
    page.wait("the address names the part", &format!("location.hash === '#{part}'")).await;
    let seen = format!(
        "(box => box.top >= 0 && box.top < innerHeight)(document.getElementById('{part}').getBoundingClientRect())"
    );
    page.wait("the part is in view", &seen).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_value_that_would_give_nothing_is_disabled_but_there() {
    let site = Site::start().await;
    let page = &site.page;
    let offered = |choices: Vec<Choice>| -> Vec<(String, String)> {
        choices.into_iter().map(|choice| (choice.facet, choice.key)).collect()
    };
    page.view_of(EXPLORE).await;
    let mut all = offered(page.choices().await);
    let searched = format!("{EXPLORE}?q={}", bundle::rare_word());
    let (chosen, _) = page.view_of(&searched).await;
    let choices = page.choices().await;
    let mut still = offered(choices.clone());
    all.sort();
    still.sort();
    assert_eq!(still, all, "a search takes no choice away");

    let is_untouched = |facet: &str| !chosen.iter().any(|choice| choice.starts_with(&format!("{facet}=")));
    let empty = choices.iter().find(|choice| choice.disabled && is_untouched(&choice.facet));
    let empty = empty.expect("a rare word leaves some choice without a record");
    let (chosen, count) = page.view_of(&format!("{searched}&{}={}", empty.facet, empty.key)).await;
    assert_eq!(count, 0, "{empty:?} is disabled though it gives something");
    // What is chosen stays free to be unchosen.
    assert!(chosen.contains(&format!("{}={}", empty.facet, empty.key)), "a sent choice is not shown: {chosen:?}");
    let stuck: Vec<_> = page.choices().await.into_iter().filter(|choice| choice.checked && choice.disabled).collect();
    assert!(stuck.is_empty(), "cannot be unchosen: {stuck:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_is_announced_once_and_politely() {
    let site = Site::start().await;
    let page = &site.page;
    page.view_of(EXPLORE).await;
    let watch = "(() => { window.said = []; const status = document.querySelector('[role=status]');
        new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
        return status.ariaLive; })()";
    assert_eq!(page.text(watch).await, "polite");
    let key = page.first_free("kind").await.expect("some kind can be chosen");
    page.choose("kind", &key).await;
    page.wait_for_query("kind", &key, true).await;
    page.ready().await;
    let count = page.count().await.to_string();
    assert_eq!(page.ask("window.said.length").await, 1, "{}", page.ask("window.said").await);
    assert!(page.text("window.said[0]").await.contains(&count));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_chosen_before_the_program_counts() {
    let site = before_the_program(EXPLORE, 1280).await;
    let page = &site.page;
    let menu = "document.querySelector('form[data-filters] [name=sort]')";
    let first = "document.querySelector('[data-record]').dataset.record";
    let newest = page.text(first).await;
    page.ask(&format!("{menu}.value = 'title'")).await;
    taken_over(&site).await;
    page.wait("the address has the order", "location.search === '?sort=title'").await;
    page.ready().await;
    assert_eq!(page.text(&format!("{menu}.value")).await, "title");
    assert_ne!(page.text(first).await, newest, "the records are in the order that they were in");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_year_typed_before_the_program_counts() {
    let site = before_the_program(EXPLORE, 1280).await;
    let page = &site.page;
    page.ask("document.querySelector('[name=year-from]').value = '2015'").await;
    taken_over(&site).await;
    let years = "new URLSearchParams(location.search).getAll('year')";
    page.wait("years are chosen", &format!("{years}.length > 1 && {years}[0] === '2015'")).await;
    page.ready().await;
    assert_eq!(page.text("document.querySelector('[name=year-from]').value").await, "2015");
}

/// The program's page is made in several tasks, between which a reader does something else each time, with their
/// number.
async fn used_meanwhile(used: &str) -> Site {
    let site = before_the_program(EXPLORE, 1280).await;
    let script = format!(
        "(() => {{
            const form = document.querySelector('form[data-filters]'), {{ postMessage }} = MessagePort.prototype;
            const used = {used};
            window.times = 0;
            MessagePort.prototype.postMessage = function (...all) {{
                if (form.isConnected) used(form, ++times);
                return postMessage.apply(this, all);
            }};
        }})() ?? true"
    );
    site.page.ask(&script).await;
    taken_over(&site).await;
    assert!(site.page.holds("times > 1").await, "the program never let the browser do anything else");
    site
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_while_the_page_is_made_counts() {
    let site = used_meanwhile("(form, time) => form.querySelector('[name=q]').value = `s${time}`").await;
    let page = &site.page;
    page.wait("the address has what was typed last", "location.search === `?q=s${times}`").await;
    page.ready().await;
    assert!(page.holds(&format!("`s${{times}}` === '{}'", page.searched().await)).await);
}

/// Boxes and the fields of a range stand still: the program's page takes them over as they are.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_ticked_while_the_page_is_made_counts() {
    let tick = "(form, time) => {
        const boxes = [...form.querySelectorAll('[name=kind]:not(:disabled)')];
        boxes.forEach((box, place) => box.checked = place === time % boxes.length);
        window.ticked = boxes.find((box) => box.checked).value;
    }";
    let site = used_meanwhile(tick).await;
    let page = &site.page;
    page.wait("the address has the last box", "location.search === `?kind=${ticked}`").await;
    page.ready().await;
    let ticked = "[...document.querySelectorAll('[name=kind]:checked')].map(box => box.value).join() === ticked";
    assert!(page.holds(ticked).await, "another box is ticked");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_year_typed_while_the_page_is_made_counts() {
    let typed = "(form, time) => form.querySelector('[name=year-from]').value = 2014 + time % 3";
    let site = used_meanwhile(typed).await;
    let page = &site.page;
    let first = "new URLSearchParams(location.search).getAll('year')[0] === `${2014 + times % 3}`";
    page.wait("years are chosen from the last one on", first).await;
    page.ready().await;
    assert!(page.holds("document.querySelector('[name=year-from]').value === `${2014 + times % 3}`").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_hint_of_the_search_is_read_whole() {
    let site = Site::start().await;
    let page = &site.page;
    for width in [320, 768, 1440] {
        page.set_width(width).await;
        for language in browser_tests::LANGUAGES {
            page.view_of(&format!("{language}/explore/")).await;
            // Written into the field the hint may be scrolled, if it is wider.
            let fits = "(field => { field.value = field.placeholder; return field.scrollWidth <= field.clientWidth })";
            let field = "document.querySelector('form[data-filters] [name=q]')";
            assert!(page.holds(&format!("{fits}({field})")).await, "{language} at {width}");
        }
    }
}

/// What there is to choose from is the page's, and not that of the choices with which it was opened.
#[tokio::test(flavor = "multi_thread")]
async fn what_there_is_does_not_depend_on_the_way_in() {
    let site = Site::start().await;
    let page = &site.page;
    const TOLD: &str = "document.querySelector('.count').textContent";
    page.view_of(EXPLORE).await;
    let (told, offered) = (page.text(TOLD).await, page.choices().await.len());
    page.view_of(&format!("{EXPLORE}?direction=tourism")).await;
    page.click("[data-clear]").await;
    page.wait("all is cleared", "location.search === ''").await;
    page.ready().await;
    assert_eq!((page.text(TOLD).await, page.choices().await.len()), (told, offered));
}

/// Where a direction has no record of the project's own, its box of the scope stays with that of the others.
#[tokio::test(flavor = "multi_thread")]
async fn the_scope_is_offered_whatever_is_chosen() {
    let site = Site::start().await;
    let page = &site.page;
    let scopes = async || {
        let all = page.choices().await.into_iter().filter(|choice| choice.facet == "scope");
        all.map(|choice| choice.key).collect::<Vec<_>>()
    };
    page.view_of("ru/directions/sez-aktau/").await;
    let offered = scopes().await;
    assert!(offered.len() > 1, "{offered:?}");
    page.view_of("ru/directions/sez-aktau/?scope=all").await;
    assert_eq!(scopes().await, offered);
}

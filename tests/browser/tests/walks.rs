//! The address is the only state: a page is the same however a reader has come to it.

use browser_tests::{Site, page::Page};

/// What a reader does next.
#[derive(Debug)]
enum Step {
    /// Follows a link to a page.
    Follow(&'static str),
    /// Ticks the first box of a facet that is free.
    Choose(&'static str),
    /// Reads the same in another language.
    Read(&'static str),
    Search(&'static str),
    Back,
    Forward,
}

use Step::{Back, Choose, Follow, Forward, Read, Search};

/// From a page of the bundle, which the program takes over, to others of its sort and of all others.
const WAY: [Step; 20] = [
    Choose("scope"),
    Back,
    Choose("kind"),
    Follow("kk/directions/small-business/"),
    Choose("kind"),
    Read("ru"),
    Back,
    Back,
    Forward,
    Follow("kk/explore/"),
    Choose("organisation"),
    Choose("area"),
    Read("en"),
    Search("tour"),
    Follow("en/indicators/official-unemployment-rate/"),
    Follow("en/sources/"),
    Back,
    Follow("en/about/"),
    Follow("en/"),
    Back,
];

/// What is shown, as text without printed charts and what is spoken, the boxes of a facet in any order: they
/// stay where they are while a reader ticks them, and stand by their counts where a page opens.
const SHOWN: &str = "(() => {
    const app = document.querySelector('#app').cloneNode(true);
    app.querySelectorAll('svg, noscript, [role=status]').forEach(one => one.remove());
    const boxes = [...app.querySelectorAll('.choice')].map(one => one.remove() ?? one.textContent).sort();
    const chosen = [...document.querySelectorAll('#app input:checked')].map(box => box.name + '=' + box.value).sort();
    return [document.title, document.documentElement.lang, app.textContent, ...boxes, ...chosen]
        .join(' | ').replace(/\\s+/g, '');
})()";

#[tokio::test(flavor = "multi_thread")]
async fn a_page_is_the_same_however_it_is_reached() {
    let site = Site::start().await;
    let page = &site.page;
    page.open("kk/directions/tourism/").await;
    page.ready().await;
    for (number, step) in WAY.iter().enumerate() {
        take(page, step).await;
        page.ready().await;
        let (address, walked) = (page.address().await, page.text(SHOWN).await);
        let opened = page.in_new_tab(async || {
            page.visit(&address).await;
            page.ready().await;
            page.text(SHOWN).await
        });
        assert_eq!(walked, opened.await, "step {number}, {step:?}, to {address}");
    }
}

async fn take(page: &Page, step: &Step) {
    let before = page.address().await;
    match step {
        Follow(path) => page.follow(path).await,
        Choose(facet) => {
            let key = page.first_free(facet).await.expect("something can be chosen");
            page.choose(facet, &key).await;
        }
        Read(language) => page.click(&format!(".languages a[hreflang={language}]")).await,
        Search(word) => {
            page.search(word).await;
            page.wait_for_query("q", word, true).await;
        }
        Back => page.back().await,
        Forward => page.forward().await,
    }
    page.wait(&format!("{step:?} leads on"), &format!("location.href !== {}", serde_json::Value::from(before))).await;
}

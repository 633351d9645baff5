//! The picture of objects.

use fantoccini::Client;
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::browser::{Block, Setup, assert_clean_console, cdp, press_key, with_browser};
use crate::site::Site;

/// The first session of the scenario with neither keyword.
const NEITHER: &str = "With neither of the two";

async fn session(browser: &Client, heading: &str) -> String {
    let script = "const heading = [...document.querySelectorAll('h2')].find(h => h.textContent.includes(arguments[0])); \
                  return [...document.querySelectorAll('figure[data-kind=transcript]')].find(figure => \
                  heading.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_FOLLOWING).dataset.example";
    let id = browser.execute(script, vec![json!(heading)]).await;
    id.expect("a session").as_str().expect("its id").to_owned()
}

/// What the built page shows is what a run shows, and the engine's own bytes survive the way into the page.
#[test]
fn a_run_draws_what_the_page_recorded() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("faq/")).await.expect("the page");
        for block in Block::all(&browser).await {
            let recorded = drawn(&browser, &block).await;
            block.run().await;
            assert_eq!(drawn(&browser, &block).await, recorded, "{}", block.id);
        }
        assert_clean_console(&browser, "the FAQ").await;
    });
}

async fn drawn(browser: &Client, block: &Block<'_>) -> Value {
    let script = "const frame = document.querySelector(`figure[data-example='${arguments[0]}'] .example-graph`); \
                  return [frame.hidden, frame.querySelector('.graph-place').innerHTML.replaceAll(' xmlns=\"http://www.w3.org/2000/svg\"', '')]";
    let drawn = browser.execute(script, vec![json!(block.id)]).await;
    drawn.expect("the picture")
}

/// One-sided references are marked in words and by dashes, and screen readers hear of them.
#[test]
fn a_one_sided_reference_is_told_in_words_and_form() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("faq/")).await.expect("the page");
        let block = Block::new(&browser, &session(&browser, NEITHER).await);
        block.run().await;
        let script = "const figure = document.querySelector(`figure[data-example='${arguments[0]}']`); \
                      const line = figure.querySelector('.graph-one-sided'); \
                      return [line.querySelector('text').textContent, line.querySelector('path').getAttribute('stroke-dasharray')]";
        let marks = browser.execute(script, vec![json!(block.id)]).await;
        assert_eq!(marks.expect("the line"), json!(["one-sided", "6 4"]));
        let tree = cdp(&browser, "Accessibility.getFullAXTree", json!({})).await;
        let told: Vec<&str> = tree["nodes"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|node| node["role"]["value"] == "image" || node["role"]["value"] == "img")
            .filter_map(|node| node["description"]["value"].as_str())
            .collect();
        let sentence =
            "One-sided: child.parent refers to parent, but parent.children does not refer back.";
        assert!(
            told.iter().any(|words| words.contains(sentence)),
            "{told:#?}"
        );
    });
}

/// Opened and closed by keyboard; the focus comes back to where it was.
#[test]
fn the_picture_opens_large_by_keyboard() {
    for width in [1280, 500] {
        let setup = Setup {
            width,
            ..Setup::default()
        };
        with_browser(setup, async |browser| {
            let site = Site::build();
            browser.goto(&site.url("faq/")).await.expect("the page");
            let block = Block::new(&browser, &session(&browser, NEITHER).await);
            block.run().await;
            let button = block.find(".graph-open").await;
            browser
                .execute(
                    "arguments[0].focus()",
                    vec![serde_json::to_value(&button).expect("a reference")],
                )
                .await
                .expect("the focus");
            press_key(&browser, Key::Enter).await;
            let script = "const dialog = document.querySelector('dialog[open]'); return dialog && \
                          [dialog.contains(document.activeElement), dialog.querySelectorAll('svg.graph').length, \
                          [...dialog.querySelectorAll('li')].at(-1).textContent, \
                          dialog.scrollWidth <= dialog.clientWidth]";
            assert_eq!(
                browser.execute(script, vec![]).await.expect("the dialog"),
                json!([
                    true,
                    1,
                    "One-sided: child.parent refers to parent, but parent.children does not refer back.",
                    true
                ])
            );
            press_key(&browser, Key::Escape).await;
            let back = "return document.activeElement.className";
            assert_eq!(
                browser.execute(back, vec![]).await.expect("the focus"),
                "graph-open"
            );
        });
    }
}

/// Names, classes and values of a program cannot become a part of the page.
#[test]
fn hostile_names_and_values_insert_nothing() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("")).await.expect("the page");
        let block = &Block::all(&browser).await[0];
        let markup = "</text></svg><img src=x onerror=alert(1)><script>alert(2)</script>";
        let program = format!(
            "class Parent(Base):\n    __tablename__ = 'parent'\n    id = Column(Integer, primary_key=True)\n    \
             name = Column(String)\n\nclass Odd(str):\n    def __repr__(self):\n        return {markup:?}\n\n\
             Parent.__name__ = '<b onclick=alert(3)>'\nparent = Parent(name={markup:?})\n\
             other = Parent(name=Odd())\nglobals()['<i>x</i>'] = Parent(name='&lt;')\n"
        );
        block.write(&program).await;
        block.run().await;
        assert_eq!(block.state().await, "done", "{}", block.output().await);
        let script = "const frame = document.querySelector('.example-graph'); \
                      const foreign = [...document.querySelectorAll('.graph-place *')].filter(element => \
                      !['svg', 'title', 'desc', 'g', 'rect', 'line', 'path', 'text'].includes(element.localName) || \
                      element.namespaceURI !== 'http://www.w3.org/2000/svg'); \
                      return [frame.hidden, foreign.length, document.querySelectorAll('main img, main b, main i, main script:not([type])').length, \
                      frame.textContent.includes('<')]";
        assert_eq!(
            browser.execute(script, vec![]).await.expect("the picture"),
            json!([false, 0, 0, true])
        );
        assert_clean_console(&browser, "hostile names").await;
    });
}

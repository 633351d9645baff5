//! The site is for everyone: at any width, in light and dark, with forced colours and right-to-left text.

use serde_json::json;

use crate::browser::{Block, Setup, cdp, resize, with_browser};
use crate::site::{Site, repository};

const WIDTHS: [u32; 5] = [320, 390, 768, 1280, 1920];

/// axe knows the rules of WCAG that a program can check. Blocks are edited and fail before it looks again.
#[test]
fn axe_finds_nothing() {
    let axe = repository().join("node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(axe).expect("axe-core is needed for this test: npm ci");
    with_browser(Setup::default(), async move |browser| {
        let site = Site::build();
        for scheme in ["light", "dark"] {
            let media =
                json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
            cdp(&browser, "Emulation.setEmulatedMedia", media).await;
            for page in site.pages().into_iter().chain(["404.html".to_owned()]) {
                browser.goto(&site.url(&page)).await.expect("the page");
                if let Some(block) = Block::all(&browser).await.first() {
                    block
                        .write("import warnings\nwarnings.warn('x')\nprint('y')\nnowhere")
                        .await;
                    block.run().await;
                }
                browser
                    .execute(&format!("{axe}; window.axe = axe;"), vec![])
                    .await
                    .expect("axe");
                for width in WIDTHS {
                    resize(&browser, width, 900).await;
                    let look = "const done = arguments[0]; axe.run(document, { resultTypes: ['violations'] }).then( \
                        ({ violations }) => done(violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)])), \
                        error => done(String(error)))";
                    let found = browser
                        .execute_async(look, vec![])
                        .await
                        .expect("axe's answer");
                    assert_eq!(found, json!([]), "{page}, {scheme}, {width}");
                }
            }
        }
    });
}

/// 320 pixels are what is left of 1280 at 400%.
#[test]
fn no_page_scrolls_sideways_at_any_width() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        for page in site.pages() {
            browser.goto(&site.url(&page)).await.expect("the page");
            for width in WIDTHS {
                resize(&browser, width, 600).await;
                let beyond = "return document.documentElement.scrollWidth - innerWidth";
                let beyond = browser.execute(beyond, vec![]).await.expect("a width");
                assert!(
                    beyond.as_i64().is_some_and(|n| n <= 0),
                    "{page} at {width}: {beyond}"
                );
            }
        }
    });
}

/// With forced colours the textarea's own letters are seen: the drawing's colours would be gone.
#[test]
fn forced_colours_show_the_text_once() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        let media = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
        cdp(&browser, "Emulation.setEmulatedMedia", media).await;
        browser.goto(&site.url("")).await.expect("the page");
        let script = "const area = document.querySelector('.editor textarea'), style = getComputedStyle(area); \
                      return style.color !== style.backgroundColor && !/rgba\\(.*, 0\\)/.test(style.color + style.backgroundColor)";
        assert_eq!(
            browser.execute(script, vec![]).await.expect("colours"),
            true
        );
    });
}

/// Each line of an output runs in its own direction, and none turns the lines around it.
#[test]
fn output_from_right_to_left() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("")).await.expect("the page");
        let block = &Block::all(&browser).await[0];
        block.write("print('abc')\nprint('שלום עולם')").await;
        block.run().await;
        let script = "const range = document.createRange(), text = document.querySelector('output .stdout').firstChild; \
                      const left = at => { range.setStart(text, at); range.setEnd(text, at + 1); \
                      return range.getBoundingClientRect().left; }; \
                      return [left(0) < left(1), left(4) > left(5), left(4) > left(0) + 200]";
        assert_eq!(
            browser.execute(script, vec![]).await.expect("places"),
            json!([true, true, true])
        );
    });
}

/// On paper there are the code and its outputs, and no controls.
#[test]
fn printing_leaves_the_controls_out() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        cdp(
            &browser,
            "Emulation.setEmulatedMedia",
            json!({ "media": "print" }),
        )
        .await;
        browser.goto(&site.url("faq/")).await.expect("the page");
        let script = "const shown = selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).length; \
                      return [shown('header button, figure button, figure textarea, nav, .live'), \
                      shown('figure[data-example] .editor pre') === shown('figure[data-example]')]";
        assert_eq!(
            browser
                .execute(script, vec![])
                .await
                .expect("what is shown"),
            json!([0, true])
        );
    });
}

//! Pages are read, with scripts and without, wide and narrow.

use fantoccini::Locator;
use serde_json::{Value, json};

use crate::browser::{Block, Setup, assert_clean_console, cdp, resize, wait_until, with_browser};
use crate::site::Site;

#[test]
fn no_page_writes_errors_to_the_console() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        for page in site.pages() {
            browser.goto(&site.url(&page)).await.expect("the page");
            // The engine is loaded without being asked for: a violation would show by now.
            let loaded = "!document.querySelector('figure[data-example]') || \
                          performance.getEntriesByType('resource').some(entry => entry.name.endsWith('.wasm'))";
            wait_until(
                &browser,
                "the engine is loaded when the page is idle",
                loaded,
                &[],
            )
            .await;
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
            assert_clean_console(&browser, &page).await;
        }
    });
}

#[test]
fn the_policy_forbids_inline_code() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        for page in site.pages() {
            browser.goto(&site.url(&page)).await.expect("the page");
            let script = "const policy = document.querySelector('meta[http-equiv=Content-Security-Policy]').content; \
                          const inline = [...document.scripts].filter(s => !s.src && s.type !== 'application/json'); \
                          return [policy, inline.length, document.querySelectorAll('[style], style').length]";
            let found = browser.execute(script, vec![]).await.expect("the policy");
            let policy = found[0].as_str().expect("a policy");
            assert!(policy.starts_with("default-src 'none'"), "{policy}");
            assert!(!policy.contains("'unsafe-"), "{policy}");
            // The editor's marks set a property of their own; nothing else has a style.
            assert_eq!((&found[1], &found[2]), (&json!(0), &json!(0)), "{page}");
        }
    });
}

#[test]
fn without_scripts_nothing_is_missing() {
    with_browser(
        Setup {
            scripts: false,
            ..Setup::default()
        },
        async |browser| {
            let site = Site::build();
            browser.goto(&site.url("faq/")).await.expect("the page");
            let outputs = browser
                .find_all(Locator::Css("figure[data-example] output"))
                .await
                .expect("outputs");
            let mut texts = Vec::new();
            for output in outputs {
                texts.push(output.text().await.expect("its text"));
            }
            let all = texts.join("\n");
            assert!(
                all.contains("SAWarning: relationship 'Child.parent' will copy column"),
                "{all}"
            );
            assert!(all.contains("[<__main__.Child object at 0x"), "{all}");
            let code = browser
                .find(Locator::Css("figure[data-example] .editor"))
                .await
                .expect("code");
            assert!(
                code.text()
                    .await
                    .expect("its text")
                    .starts_with("class Parent(Base):")
            );
            // What would do nothing is not shown.
            for control in ["figure button", "figure textarea", "#theme-switch"] {
                for element in browser
                    .find_all(Locator::Css(control))
                    .await
                    .expect("controls")
                {
                    assert!(
                        !element.is_displayed().await.expect("whether it is shown"),
                        "{control}"
                    );
                }
            }
            // The prelude unfolds.
            let prelude = browser
                .find(Locator::Css(".prelude > summary"))
                .await
                .expect("the prelude");
            prelude.click().await.expect("it unfolds");
            let text = browser
                .find(Locator::Css(".prelude pre"))
                .await
                .expect("its code")
                .text()
                .await
                .expect("text");
            assert!(text.contains("Base = declarative_base()"), "{text}");
        },
    );
}

#[test]
fn on_a_phone_the_lists_are_opened_by_buttons() {
    with_browser(
        Setup {
            width: 500,
            height: 844,
            scripts: true,
        },
        async |browser| {
            let site = Site::build();
            browser.goto(&site.url("faq/")).await.expect("the page");
            let width = browser
                .execute(
                    "return document.documentElement.scrollWidth <= innerWidth",
                    vec![],
                )
                .await;
            assert_eq!(width.expect("a width"), true, "the page scrolls sideways");
            let nav = browser
                .find(Locator::Css("#site-nav"))
                .await
                .expect("the pages");
            assert!(!nav.is_displayed().await.expect("whether it is shown"));
            browser
                .find(Locator::Css(".menu-button"))
                .await
                .expect("the button")
                .click()
                .await
                .expect("a click");
            assert!(nav.is_displayed().await.expect("whether it is shown"));
            let link = nav
                .find(Locator::LinkText("How this site works"))
                .await
                .expect("the link");
            link.click().await.expect("a click");
            wait_until(
                &browser,
                "the other page",
                "location.pathname.endsWith('how-it-works/')",
                &[],
            )
            .await;
        },
    );
}

/// Nothing moves when scripts take over, and nothing when the first block runs and prints the same.
#[test]
fn nothing_jumps() {
    for width in [1280, 500, 390] {
        with_browser(
            Setup {
                width,
                ..Setup::default()
            },
            async move |browser| {
                let site = Site::build();
                resize(&browser, width, 900).await;
                // What moves within half a second of a press is no shift: a slow machine shows what would move.
                let slow = json!({ "rate": 4 });
                cdp(&browser, "Emulation.setCPUThrottlingRate", slow).await;
                for page in site.pages() {
                    browser.goto(&site.url(&page)).await.expect("the page");
                    for block in Block::all(&browser).await.iter().take(2) {
                        block.run().await;
                    }
                    let script = "const done = arguments[0], shifts = []; new PerformanceObserver(list => { \
                              for (const { value, hadRecentInput, sources } of list.getEntries()) if (!hadRecentInput) \
                                  shifts.push([value, sources.map(({ node }) => node?.outerHTML ?? node?.textContent)]); }) \
                              .observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(shifts), 100);";
                    let shifts: Value = browser
                        .execute_async(script, vec![])
                        .await
                        .expect("the shift");
                    assert_eq!(shifts, json!([]), "{page} at {width}");
                }
            },
        );
    }
}

#[test]
fn the_chosen_colours_are_kept() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        let ground = "return getComputedStyle(document.body).backgroundColor";
        browser.goto(&site.url("")).await.expect("the page");
        let mut seen = Vec::new();
        for _ in 0..3 {
            seen.push(browser.execute(ground, vec![]).await.expect("a colour"));
            browser
                .find(Locator::Id("theme-switch"))
                .await
                .expect("the switch")
                .click()
                .await
                .expect("a click");
        }
        // As the system (light, headless), light, dark.
        assert_eq!(seen[0], seen[1]);
        assert_ne!(seen[1], seen[2]);
        browser
            .find(Locator::Id("theme-switch"))
            .await
            .expect("the switch")
            .click()
            .await
            .expect("a click");
        browser
            .find(Locator::Id("theme-switch"))
            .await
            .expect("the switch")
            .click()
            .await
            .expect("a click");
        browser.goto(&site.url("faq/")).await.expect("another page");
        assert_eq!(
            browser.execute(ground, vec![]).await.expect("a colour"),
            seen[2]
        );
    });
}

/// What a reader waits for before reading: the page, its style, its colours, its script.
#[test]
fn a_page_is_few_requests() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        for page in site.pages() {
            browser.goto(&site.url(&page)).await.expect("the page");
            let script = "return performance.getEntriesByType('resource').map(entry => entry.name) \
                          .filter(name => !/engine|worker|icon/.test(name))";
            let resources = browser.execute(script, vec![]).await.expect("the requests");
            // The playground is read before its program and the list of examples are there.
            let most = if page == "playground/" { 5 } else { 3 };
            assert!(
                resources.as_array().expect("a list").len() <= most,
                "{page}: {resources}"
            );
        }
    });
}

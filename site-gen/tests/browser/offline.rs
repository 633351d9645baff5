//! The site is read and run without a network once it was visited, and never shows anything older than the server.

use fantoccini::Client;

use crate::browser::{Block, Setup, wait_until, with_browser};
use crate::site::Site;

#[test]
fn a_visited_page_runs_without_a_network() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::alone();
        browser.goto(&site.url("faq/")).await.expect("the page");
        kept(&browser).await;
        site.stop();

        browser.refresh().await.expect("the page again");
        let block = &Block::all(&browser).await[0];
        block.write("print(6 * 7)").await;
        block.run().await;
        assert_eq!(block.output().await, "42\n");
        // A page that was never visited says that it is not there.
        browser
            .goto(&site.url("how-it-works/"))
            .await
            .expect("an answer");
        assert_eq!(
            browser.title().await.expect("a title"),
            "Page not found · Relationships, both ways"
        );
    });
}

#[test]
fn a_new_build_is_shown_at_once() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::alone();
        browser.goto(&site.url("faq/")).await.expect("the page");
        kept(&browser).await;
        site.replace(
            "faq/index.html",
            "backref, back_populates, or neither?",
            "Another title",
        );
        browser.refresh().await.expect("the page again");
        assert!(
            browser
                .title()
                .await
                .expect("a title")
                .starts_with("Another title")
        );

        // The new build's worker takes over what was kept, and leaves nothing of the old one behind.
        site.replace("service-worker.js", "\"version\":\"", "\"version\":\"new");
        browser.refresh().await.expect("the page again");
        let taken =
            "(window.names = undefined, caches.keys().then(names => window.names = names), true)";
        for _ in 0..100 {
            wait_until(&browser, "the caches", taken, &[]).await;
            wait_until(&browser, "their names", "window.names", &[]).await;
            let names = browser
                .execute("return names", vec![])
                .await
                .expect("names");
            let names = names.as_array().expect("a list").clone();
            if names.len() == 1 && names[0].as_str().is_some_and(|name| name.contains(" new")) {
                site.stop();
                browser.refresh().await.expect("the page again");
                assert!(
                    browser
                        .title()
                        .await
                        .expect("a title")
                        .starts_with("Another title")
                );
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("the old build's cache is still there");
    });
}

/// Waits until the page is answered for by its worker, and is kept.
async fn kept(browser: &Client) {
    wait_until(
        browser,
        "the worker",
        "navigator.serviceWorker.controller",
        &[],
    )
    .await;
}

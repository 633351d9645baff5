//! A block asks what it will print.

use fantoccini::Locator;
use serde_json::json;

use crate::browser::{Setup, assert_clean_console, wait_until, with_browser};
use crate::site::Site;

#[test]
fn what_the_reader_said_and_what_is_printed_stand_side_by_side() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("faq/")).await.expect("the page");
        let answer = browser
            .find(Locator::Css(".predict-answer output"))
            .await
            .expect("the answer");
        assert!(!answer.is_displayed().await.expect("whether it is shown"));
        let guess = browser
            .find(Locator::Css(".predict textarea"))
            .await
            .expect("the question");
        guess.send_keys("[<Child>]").await.expect("keys");
        let compare = browser
            .find(Locator::Css(".predict button"))
            .await
            .expect("the button");
        compare.click().await.expect("a click");
        assert!(answer.is_displayed().await.expect("whether it is shown"));
        let rows = "return [...document.querySelectorAll('.predict-outcome li')].map(row => row.textContent)";
        assert_eq!(
            browser.execute(rows, vec![]).await.expect("rows"),
            json!(["you said [<Child>]", "it prints []"])
        );

        guess.clear().await.expect("it is emptied");
        guess.send_keys(" []").await.expect("keys");
        compare.click().await.expect("a click");
        let yes = "document.querySelector('.predict-outcome').textContent === 'Yes, that is what it prints.'";
        wait_until(&browser, "the answer is the same", yes, &[]).await;
        let kept = "return Object.keys(localStorage).length";
        assert_eq!(browser.execute(kept, vec![]).await.expect("a number"), 0);
        assert_clean_console(&browser, "a prediction").await;
    });
}

/// Whoever presses Run wants to see it.
#[test]
fn run_shows_the_answer() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("faq/")).await.expect("the page");
        let find = "return document.querySelector('.predict').closest('figure').dataset.example";
        let id = browser.execute(find, vec![]).await.expect("the block");
        let block = crate::browser::Block::new(&browser, id.as_str().expect("an id"));
        block.run().await;
        let answer = block.find("output").await;
        assert!(answer.is_displayed().await.expect("whether it is shown"));
    });
}

#[test]
fn without_scripts_the_answer_unfolds() {
    let setup = Setup {
        scripts: false,
        ..Setup::default()
    };
    with_browser(setup, async |browser| {
        let site = Site::build();
        browser.goto(&site.url("faq/")).await.expect("the page");
        let form = browser
            .find(Locator::Css(".predict"))
            .await
            .expect("the question");
        assert!(!form.is_displayed().await.expect("whether it is shown"));
        let summary = browser
            .find(Locator::Css(".predict-answer summary"))
            .await
            .expect("the summary");
        summary.click().await.expect("a click");
        let answer = browser
            .find(Locator::Css(".predict-answer output"))
            .await
            .expect("the answer");
        assert_eq!(answer.text().await.expect("text"), "[]");
    });
}

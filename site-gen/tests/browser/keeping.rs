//! Edits outlast the page.

use serde_json::json;

use crate::browser::{Block, Setup, assert_clean_console, cdp, with_browser};
use crate::site::Site;

#[test]
fn edits_are_kept_until_they_are_reset() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("faq/")).await.expect("the page");
        let blocks = Block::all(&browser).await;
        let (block, other) = (&blocks[0], &blocks[1]);
        let (original, others) = (block.text().await, other.text().await);
        block.write("print('kept')").await;

        browser.refresh().await.expect("the page again");
        assert_eq!(block.text().await, "print('kept')");
        assert_eq!(block.drawing().await, "print('kept')\n");
        assert_eq!(other.text().await, others);
        let edited = "return document.querySelectorAll('figure[data-edited]').length";
        assert_eq!(browser.execute(edited, vec![]).await.expect("a number"), 1);
        // The recorded output is not this program's, and says so.
        let outdated = "return document.querySelector('output').hasAttribute('data-outdated')";
        assert_eq!(
            browser.execute(outdated, vec![]).await.expect("whether"),
            true
        );

        block.press("Reset").await;
        browser.refresh().await.expect("the page again");
        assert_eq!(block.text().await, original);
        assert_eq!(browser.execute(edited, vec![]).await.expect("a number"), 0);
    });
}

/// An edit belongs to a text: where the author has changed that, the edit is not brought back.
#[test]
fn an_edit_of_an_older_page_is_dropped() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("faq/")).await.expect("the page");
        let block = &Block::all(&browser).await[0];
        let original = block.text().await;
        block.write("print('of another time')").await;
        let age = "for (const key of Object.keys(localStorage)) if (key.startsWith('edit ')) \
                   localStorage[key] = localStorage[key].replace(/^\\w+/, '7x7');";
        browser.execute(age, vec![]).await.expect("the storage");
        browser.refresh().await.expect("the page again");
        assert_eq!(block.text().await, original);
        let left = "return Object.keys(localStorage).filter(key => key.startsWith('edit ')).length";
        assert_eq!(browser.execute(left, vec![]).await.expect("a number"), 0);
    });
}

/// Private windows refuse storage, and a full one refuses more.
#[test]
fn without_storage_everything_else_works() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        let source = "for (const name of ['getItem', 'setItem', 'removeItem']) \
                      Storage.prototype[name] = () => { throw new DOMException('full', 'QuotaExceededError'); };";
        let refuse = json!({ "source": source });
        cdp(&browser, "Page.addScriptToEvaluateOnNewDocument", refuse).await;
        browser.goto(&site.url("")).await.expect("the page");
        let block = &Block::all(&browser).await[0];
        block.write("print(6 * 7)").await;
        block.run().await;
        assert_eq!(block.output().await, "42\n");
        assert_clean_console(&browser, "a page without storage").await;
    });
}

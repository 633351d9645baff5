//! A second language, and tabs.

use serde_json::json;

use crate::browser::{Block, Setup, assert_clean_console, with_browser};
use crate::site::Site;

/// A language of numbers, one a line, whose programs print their sum: all that a module must export is `run`.
const SUMS: &str = r#"export function run(program) {
  const { sources } = JSON.parse(program);
  const numbers = sources.flatMap(({ text }) => text.split("\n")).map(Number);
  const sum = numbers.reduce((sum, number) => sum + number, 0);
  const chunk = { stream: "stdout", source: sources.length - 1, statement: null, line: 1, text: `${sum}\n` };
  return JSON.stringify({ outcome: "finished", chunks: [chunk], failures: [], graphs: [], explanations: [], trace: null, fuel: 1 });
}
"#;

fn site() -> Site {
    Site::made_of(&[
        (
            "site.toml",
            "title = 'Languages'\n[runners.sums]\nwasm = 'js/sums.js'\n[runners.shown]\ncommand = ['cat']\n",
        ),
        ("static/js/sums.js", SUMS),
        (
            "content/index.md",
            "# Two languages\n\n```sums\n1\n2\n```\n\n```sums\n39\n```\n\n```python\nprint('Python')\n```\n\n```shown\nof the build\n```\n\n\
             ```output\nof the build\n```\n",
        ),
        (
            "content/tabs.md",
            "# Tabs\n\n```toml {tab=\"one\"}\na = 1\n```\n\n```python {tab=\"two\"}\nprint(2)\n```\n\nText.\n\n```toml {tab=\"two\"}\nb = 2\n```\n\n```toml {tab=\"three\"}\nc = 3\n```\n",
        ),
    ])
}

#[test]
fn blocks_of_another_language_run_in_its_module() {
    with_browser(Setup::default(), async |browser| {
        let site = site();
        browser.goto(&site.url("")).await.expect("the page");
        let blocks = Block::all(&browser).await;
        assert_eq!(
            blocks.len(),
            3,
            "a language without a module runs at build time only"
        );
        for (block, printed) in blocks.iter().zip(["3\n", "42\n", "Python\n"]) {
            block.run().await;
            assert_eq!(block.output().await, printed);
        }
        assert_clean_console(&browser, "").await;
    });
}

#[test]
fn tabs_show_one_block_at_a_time_and_follow_each_other() {
    with_browser(Setup::default(), async |browser| {
        let site = site();
        browser.goto(&site.url("tabs/")).await.expect("the page");
        let visible =
            "return [...document.querySelectorAll('.tab')].map(tab => tab.checkVisibility())";
        let shown = async || browser.execute(visible, vec![]).await.expect("the tabs");
        assert_eq!(shown().await, json!([true, false, true, false]));
        let press = "document.querySelector('[role=tab]').focus();
            document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
            return document.activeElement.textContent";
        let focused = browser.execute(press, vec![]).await.expect("a tab");
        assert_eq!(focused, json!("two"));
        assert_eq!(shown().await, json!([false, true, true, false]));
        // A block in a tab runs as any other.
        let blocks = Block::all(&browser).await;
        blocks[0].run().await;
        assert_eq!(blocks[0].output().await, "2\n");
        let press =
            "document.querySelectorAll('.tabs')[1].querySelectorAll('[role=tab]')[1].click()";
        browser.execute(press, vec![]).await.expect("a tab");
        assert_eq!(shown().await, json!([false, true, false, true]));
        assert_clean_console(&browser, "tabs/").await;
    });
}

#[test]
fn without_scripts_all_tabs_are_there() {
    let setup = Setup {
        scripts: false,
        ..Setup::default()
    };
    with_browser(setup, async |browser| {
        let site = site();
        browser.goto(&site.url("tabs/")).await.expect("the page");
        let labels = browser
            .find_all(fantoccini::Locator::Css(".tab-label"))
            .await
            .expect("labels");
        for label in labels {
            assert!(label.is_displayed().await.expect("a label"));
        }
    });
}

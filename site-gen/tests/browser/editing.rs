//! Blocks are edited.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use fantoccini::{Client, Locator};

use crate::browser::{Block, Setup, press_key, with_browser};
use crate::site::Site;

const CLASSES: &str = "faq-1";
const SESSION: &str = "faq-2";

#[test]
fn an_edited_block_prints_something_else_until_it_is_reset() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("")).await.expect("the page");
        let block = &Block::all(&browser).await[0];
        let (text, recorded) = (block.text().await, block.output().await);
        block.write(&text.replace("Byron", "Allegra")).await;
        block.run().await;
        assert_eq!(block.output().await, recorded.replace("Byron", "Allegra"));
        block.press("Reset").await;
        assert_eq!(block.text().await, text);
        assert_eq!(block.output().await, recorded);
        assert_eq!(block.state().await, "idle");
        block.run().await;
        assert_eq!(block.output().await, recorded);
    });
}

/// An edit of a block changes what the later ones of its scenario start from.
#[test]
fn later_blocks_run_with_the_edits_of_earlier_ones() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("faq/")).await.expect("the page");
        let (classes, session) = (Block::new(&browser, CLASSES), Block::new(&browser, SESSION));
        session.run().await;
        assert!(session.output().await.contains("\n[]\n"));
        let linked = classes
            .text()
            .await
            .replace("\"Child\"", "\"Child\", back_populates='parent'")
            .replace("\"Parent\"", "\"Parent\", back_populates='children'");
        classes.write(&linked).await;
        session.run().await;
        let output = session.output().await;
        assert!(
            output.starts_with("[<__main__.Child object at 0x"),
            "{output}"
        );
        // A mistake in the earlier block is told where the run was asked for.
        classes.write("class Parent(Base:\n    pass\n").await;
        session.run().await;
        let output = session.output().await;
        assert!(
            output.contains("An earlier block") && output.contains("SyntaxError"),
            "{output}"
        );
    });
}

/// The drawing behind the textarea is the same text at the same place.
#[test]
fn the_drawing_follows_the_text() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("")).await.expect("the page");
        let block = &Block::all(&browser).await[0];
        block.run().await;
        let text = "class A:\n\tx = 'a long line, for which the editor has to scroll, since no page is as wide as that'\n\n\n";
        block.write(text).await;
        assert_eq!(block.drawing().await, format!("{text}\n"));
        let sizes = "const area = document.querySelector('.editor textarea'), pre = document.querySelector('.editor pre'); \
                     return area.scrollHeight <= area.clientHeight && area.scrollWidth <= area.clientWidth && \
                     area.offsetHeight === pre.offsetHeight && area.offsetWidth >= pre.offsetWidth && \
                     pre.querySelector('.k').textContent === 'class'";
        assert_eq!(browser.execute(sizes, vec![]).await.expect("sizes"), true);
    });
}

#[test]
fn a_keyboard_is_enough() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("")).await.expect("the page");
        press_key(&browser, Key::Tab).await;
        assert_eq!(focused(&browser).await, "Skip to the content");
        press_key(&browser, Key::Enter).await;
        // From the content on, the first stops are the block's own.
        let block = &Block::all(&browser).await[0];
        let mut stops = Vec::new();
        while !stops.contains(&"TEXTAREA".to_owned()) {
            press_key(&browser, Key::Tab).await;
            stops.push(focused(&browser).await);
            assert!(stops.len() < 10, "{stops:?}");
        }
        assert_eq!(stops, ["Run as I type", "More", "Step", "Run", "TEXTAREA"]);

        let area = block.find("textarea").await;
        block.write("if True:").await;
        area.send_keys(&format!("{}print(1)", char::from(Key::Enter)))
            .await
            .expect("keys");
        assert_eq!(block.text().await, "if True:\n    print(1)");
        area.send_keys(&char::from(Key::Tab).to_string())
            .await
            .expect("keys");
        assert_eq!(block.text().await, "if True:\n    print(1)    ");
        chord(&browser, Key::Control, Key::Enter).await;
        block.finished().await;
        assert_eq!(block.output().await, "1\n");
        // The program has not taken the focus away; Escape, then Tab, leaves.
        assert_eq!(focused(&browser).await, "TEXTAREA");
        press_key(&browser, Key::Escape).await;
        chord(&browser, Key::Shift, Key::Tab).await;
        assert_eq!(focused(&browser).await, "Run");
    });
}

pub async fn chord(browser: &Client, held: Key, key: Key) {
    let (held, key) = (held.into(), key.into());
    let keys = KeyActions::new("keyboard".into())
        .then(KeyAction::Down { value: held })
        .then(KeyAction::Down { value: key })
        .then(KeyAction::Up { value: key })
        .then(KeyAction::Up { value: held });
    browser.perform_actions(keys).await.expect("keys");
}

/// The words of the element that has the focus, or what kind of element it is.
async fn focused(browser: &Client) -> String {
    let element = browser
        .find(Locator::Css(":focus"))
        .await
        .expect("an element with the focus");
    match element.tag_name().await.expect("its kind").as_str() {
        "textarea" => "TEXTAREA".into(),
        "summary" => (element.attr("aria-label").await.expect("its name")).unwrap_or_default(),
        _ => element.text().await.expect("its words"),
    }
}

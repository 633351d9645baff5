//! Blocks answer while they are written, and the editor helps with writing.

use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::browser::press_key as press;
use crate::browser::{Block, Setup, assert_clean_console, cdp, wait_until, with_browser};
use crate::editing::chord;
use crate::site::Site;

const OUTPUT: &str = "document.querySelector('figure[data-example] output').textContent";

#[test]
fn blocks_run_as_the_reader_types_or_on_demand() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("")).await.expect("the page");
        let block = &Block::all(&browser).await[0];
        block.write("print(6 * 7)").await;
        wait_until(
            &browser,
            "the output",
            &format!("{OUTPUT} === '42\\n'"),
            &[],
        )
        .await;
        // Nobody is interrupted by it.
        let status = block.find("[role=status]").await;
        assert_eq!(
            status
                .attr("aria-live")
                .await
                .expect("an attribute")
                .as_deref(),
            Some("off")
        );

        let switch = browser
            .find(Locator::Css("[role=switch]"))
            .await
            .expect("the switch");
        switch.click().await.expect("a click");
        browser.refresh().await.expect("the page again");
        let switch = browser
            .find(Locator::Css("[role=switch]"))
            .await
            .expect("the switch");
        assert_eq!(
            switch
                .attr("aria-checked")
                .await
                .expect("an attribute")
                .as_deref(),
            Some("false")
        );
        block.run().await;
        block.write("print(6 * 8)").await;
        tokio::time::sleep(std::time::Duration::from_millis(800)).await;
        assert_eq!(
            (block.state().await, block.output().await),
            ("idle".into(), "42\n".into())
        );
        let output = block.find("output").await;
        let label = output.attr("aria-label").await.expect("an attribute");
        assert_eq!(label.as_deref(), Some("Output, from before the edit"));
        block.run().await;
        assert_eq!(block.output().await, "48\n");
        let label = output.attr("aria-label").await.expect("an attribute");
        assert_eq!(label.as_deref(), Some("Output"));
    });
}

/// What an edit of the classes changes further down is shown there at once.
#[test]
fn later_blocks_follow_an_edit() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("faq/")).await.expect("the page");
        let blocks = Block::all(&browser).await;
        assert!(blocks[1].output().await.contains("\n[]\n"));
        let linked = blocks[0]
            .text()
            .await
            .replace("\"Child\"", "\"Child\", backref='parent'");
        let linked = linked.replace("    parent = relationship(\"Parent\")", "");
        blocks[0].write(&linked).await;
        blocks[1].finished().await;
        let output = blocks[1].output().await;
        assert!(
            output.starts_with("[<__main__.Child object at 0x"),
            "{output}"
        );
    });
}

#[test]
fn what_does_not_parse_is_marked_and_not_run() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("")).await.expect("the page");
        let block = &Block::all(&browser).await[0];
        block.run().await;
        block.write("print('ran')\nprint(1 +)").await;
        wait_until(
            &browser,
            "the mark",
            "document.querySelector('.fault')",
            &[],
        )
        .await;
        assert_eq!(block.state().await, "idle");
        assert!(!block.output().await.contains("ran"));
        let about = "const area = document.querySelector('[data-example] .editor textarea'); \
                     return document.getElementById(area.getAttribute('aria-describedby')).textContent";
        let about = browser
            .execute(about, vec![])
            .await
            .expect("the description");
        assert_eq!(about, "Line 2: SyntaxError: invalid syntax");

        // The pointer is told what is wrong, and so is the caret that comes to rest there.
        let shown = "document.querySelector('.tip:popover-open')?.textContent === 'SyntaxError: invalid syntax'";
        press(&browser, Key::Left).await;
        wait_until(&browser, "the message at the caret", shown, &[]).await;
        press(&browser, Key::Escape).await;
        wait_until(
            &browser,
            "Escape hides it",
            "!document.querySelector('.tip:popover-open')",
            &[],
        )
        .await;
    });
}

#[test]
fn warnings_and_errors_stand_at_their_lines() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("")).await.expect("the page");
        let block = &Block::all(&browser).await[0];
        block
            .write("import warnings\nwarnings.warn('careful')\nnowhere\n")
            .await;
        block.run().await;
        let marks = "return [...document.querySelectorAll('.editor-mark')].map(bar => \
                     [bar.className, bar.style.getPropertyValue('--line-number')])";
        assert_eq!(
            browser.execute(marks, vec![]).await.expect("marks"),
            json!([["editor-mark warning", "2"], ["editor-mark error", "3"]])
        );
        let drawn = "return ['.doubt', '.fault'].map(name => [...document.querySelectorAll(name)] \
                     .map(part => part.textContent).join(''))";
        assert_eq!(
            browser.execute(drawn, vec![]).await.expect("the drawing"),
            json!(["warnings.warn('careful')", "nowhere"])
        );
    });
}

#[test]
fn an_endless_loop_while_typing_is_no_failure() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("")).await.expect("the page");
        let block = &Block::all(&browser).await[0];
        block.write("while True:\n    pass").await;
        let told = "document.querySelector('figure [role=status]').textContent === 'Takes longer: press Run'";
        wait_until(&browser, "the words", told, &[]).await;
        assert_eq!(block.state().await, "idle");
    });
}

/// 200 letters at speed: all of them arrive once, and whenever the output changes it is that of the text that
/// stands there in that moment.
#[test]
fn fast_typing_loses_nothing_and_shows_nothing_stale() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("")).await.expect("the page");
        let block = &Block::all(&browser).await[0];
        block.write("").await;
        let watch = "window.seen = []; const output = document.querySelector('figure output'), \
                     area = document.querySelector('[data-example] .editor textarea'); \
                     new MutationObserver(() => seen.push([area.value, output.textContent, output.hasAttribute('data-outdated')])) \
                     .observe(output, { childList: true });";
        browser.execute(watch, vec![]).await.expect("an observer");
        let letters: String = ('a'..='z').cycle().take(186).collect();
        let typed = format!("print(len('{letters}'))\n");
        assert_eq!(typed.trim_end().len(), 200);
        let area = block.find(".editor textarea").await;
        for part in typed.trim_end().as_bytes().chunks(40) {
            area.send_keys(std::str::from_utf8(part).expect("ASCII"))
                .await
                .expect("keys");
            tokio::time::sleep(std::time::Duration::from_millis(400)).await;
        }
        assert_eq!(block.text().await, typed.trim_end());
        assert_eq!(block.drawing().await, typed);
        wait_until(
            &browser,
            "the last output",
            &format!("{OUTPUT} === '186\\n'"),
            &[],
        )
        .await;
        let seen = browser
            .execute("return seen", vec![])
            .await
            .expect("what was seen");
        let seen = seen.as_array().expect("a list");
        assert!(seen.len() >= 4, "only {} outputs were seen", seen.len());
        for moment in seen {
            let text = moment[0].as_str().expect("the text");
            let letters = text
                .strip_prefix("print(len('")
                .and_then(|rest| rest.strip_suffix("'))"));
            let letters = letters.unwrap_or_else(|| panic!("ran: {text}"));
            assert_eq!(
                (&moment[1], &moment[2]),
                (&json!(format!("{}\n", letters.len())), &json!(false))
            );
        }
        assert_clean_console(&browser, "typing").await;
    });
}

/// Texts with `|` for the caret or around the selection, before and after keys.
#[test]
fn brackets_quotes_and_depth_are_written_along() {
    let (enter, back) = (char::from(Key::Enter), char::from(Key::Backspace));
    let cases = [
        ("|", "f(".to_owned(), "f(|)"),
        ("f(|)", ")".to_owned(), "f()|"),
        ("f(|)", back.to_string(), "f|"),
        ("x = |", "\"a\"".to_owned(), "x = \"a\"|"),
        ("|", "\"\"\"".to_owned(), "\"\"\"|\"\"\""),
        ("# it|", "'s (".to_owned(), "# it's (|"),
        ("x = 'it|'", "(".to_owned(), "x = 'it(|'"),
        ("f|x", "(".to_owned(), "f(|x"),
        ("say |a b|", "(".to_owned(), "say (|a b|)"),
        ("say |a b|", "'".to_owned(), "say '|a b|'"),
        ("if x:|", enter.to_string(), "if x:\n    |"),
        (
            "def f():\n    return 1|",
            enter.to_string(),
            "def f():\n    return 1\n|",
        ),
        ("f(|)", enter.to_string(), "f(\n    |\n)"),
        ("if x:\n    |", back.to_string(), "if x:\n|"),
        (
            ">>> for a in b:|",
            enter.to_string(),
            ">>> for a in b:\n...     |",
        ),
        ("x = f|", "'{".to_owned(), "x = f'{|'"),
    ];
    with_browser(Setup::default(), async move |browser| {
        let site = Site::build();
        browser.goto(&site.url("")).await.expect("the page");
        let loaded =
            "performance.getEntriesByType('resource').some(entry => entry.name.endsWith('.wasm'))";
        wait_until(&browser, "the engine", loaded, &[]).await;
        let block = &Block::all(&browser).await[0];
        let area = block.find(".editor textarea").await;
        for (before, keys, after) in cases {
            put(&browser, block, before).await;
            area.send_keys(&keys).await.expect("keys");
            assert_eq!(standing(&browser).await, after, "{before:?} and {keys:?}");
        }
    });
}

#[test]
fn lines_are_shifted_and_commented_and_undo_knows_of_it() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("")).await.expect("the page");
        let block = &Block::all(&browser).await[0];
        let text = "|if x:\n    y\n\nz|";
        put(&browser, block, text).await;
        press(&browser, Key::Tab).await;
        assert_eq!(standing(&browser).await, "|    if x:\n        y\n\n    z|");
        chord(&browser, Key::Shift, Key::Tab).await;
        assert_eq!(standing(&browser).await, text);
        slash(&browser).await;
        assert_eq!(standing(&browser).await, "|# if x:\n#     y\n\n# z|");
        slash(&browser).await;
        assert_eq!(standing(&browser).await, text);
        // Four steps, four times undone: with the first one what was put there goes, too.
        for expected in [
            "# if x:\n#     y\n\n# z",
            "if x:\n    y\n\nz",
            "    if x:\n        y\n\n    z",
            "if x:\n    y\n\nz",
        ] {
            undo(&browser).await;
            assert_eq!(block.text().await, expected);
        }
        put(&browser, block, "f|").await;
        block
            .find(".editor textarea")
            .await
            .send_keys("(")
            .await
            .expect("keys");
        assert_eq!(block.text().await, "f()");
        undo(&browser).await;
        assert_eq!(block.text().await, "f");
    });
}

/// What an input method composes reaches the text as it is, and is drawn as it comes.
#[test]
fn composed_words_are_left_alone() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("")).await.expect("the page");
        let block = &Block::all(&browser).await[0];
        put(&browser, block, "x = '|'").await;
        for part in ["k", "か", "かn", "かん", "漢"] {
            let compose = json!({ "text": part, "selectionStart": part.chars().count(), "selectionEnd": part.chars().count() });
            cdp(&browser, "Input.imeSetComposition", compose).await;
            assert_eq!(block.text().await, format!("x = '{part}'"));
            assert_eq!(block.drawing().await, format!("x = '{part}'\n"));
        }
        cdp(&browser, "Input.insertText", json!({ "text": "漢字" })).await;
        assert_eq!(block.text().await, "x = '漢字'");
        assert_eq!(block.drawing().await, "x = '漢字'\n");
    });
}

/// The colours are there with the letter, even before the engine is.
#[test]
fn colours_do_not_wait_for_the_engine() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        cdp(&browser, "Network.enable", json!({})).await;
        cdp(
            &browser,
            "Network.setBlockedURLs",
            json!({ "urls": ["*.wasm"] }),
        )
        .await;
        browser.goto(&site.url("faq/")).await.expect("the page");
        let block = &Block::all(&browser).await[0];
        put_caret(&browser, 0).await;
        block
            .find(".editor textarea")
            .await
            .send_keys("x")
            .await
            .expect("keys");
        // The textarea's own caret is at its end once keys are sent; what stands before keeps its colours.
        let script = "const code = document.querySelector('[data-example] .editor code'); return [code.textContent.trimEnd() === \
                      document.querySelector('[data-example] .editor textarea').value, code.querySelector('.k').textContent]";
        assert_eq!(
            browser.execute(script, vec![]).await.expect("the drawing"),
            json!([true, "class"])
        );
    });
}

/// Writes a text with `|` for the caret, or around what is selected.
async fn put(browser: &Client, block: &Block<'_>, marked: &str) {
    block.write(&marked.replace('|', "")).await;
    let units = |text: &str| text.encode_utf16().count();
    let start = units(&marked[..marked.find('|').expect("a caret")]);
    let end = units(&marked[..marked.rfind('|').expect("a caret")]);
    let end = if end > start { end - 1 } else { start };
    let select = "document.querySelector('[data-example] .editor textarea').setSelectionRange(arguments[0], arguments[1])";
    browser
        .execute(select, vec![json!(start), json!(end)])
        .await
        .expect("a selection");
}

async fn put_caret(browser: &Client, at: usize) {
    let script = "const area = document.querySelector('[data-example] .editor textarea'); area.focus(); area.setSelectionRange(arguments[0], arguments[0])";
    browser
        .execute(script, vec![json!(at)])
        .await
        .expect("a caret");
}

/// The first block's text, with `|` for the caret or around what is selected.
async fn standing(browser: &Client) -> String {
    let script = "const { value, selectionStart: from, selectionEnd: to } = document.querySelector('[data-example] .editor textarea'); \
                  return value.slice(0, from) + '|' + (from < to ? value.slice(from, to) + '|' : '') + value.slice(to)";
    match browser.execute(script, vec![]).await.expect("the text") {
        Value::String(text) => text,
        other => panic!("{other}"),
    }
}

async fn slash(browser: &Client) {
    keys(browser, '/').await;
}

async fn undo(browser: &Client) {
    keys(browser, 'z').await;
}

/// A letter with Control held.
async fn keys(browser: &Client, letter: char) {
    use fantoccini::actions::{InputSource, KeyAction, KeyActions};
    let control = Key::Control.into();
    let actions = KeyActions::new("keyboard".into())
        .then(KeyAction::Down { value: control })
        .then(KeyAction::Down { value: letter })
        .then(KeyAction::Up { value: letter })
        .then(KeyAction::Up { value: control });
    browser.perform_actions(actions).await.expect("keys");
}

/// The list offers what the engine knows, takes no key that was not meant for it, and can be left.
#[test]
fn completion_offers_names_attributes_and_arguments() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("faq/")).await.expect("the page");
        let block = &Block::all(&browser).await[0];
        block.run().await;
        let area = block.find(".editor textarea").await;
        let shown = "document.querySelector('.completion:popover-open')";
        let first =
            "document.querySelector('.completion:popover-open [role=option] code')?.textContent";

        put(&browser, block, "x = relationship('Child'|)").await;
        area.send_keys(", back").await.expect("keys");
        wait_until(
            &browser,
            "the arguments",
            &format!("{first} === 'back_populates='"),
            &[],
        )
        .await;
        // Nothing is chosen yet: Enter is a new line, as ever.
        area.send_keys(&char::from(Key::Enter).to_string())
            .await
            .expect("keys");
        assert_eq!(
            standing(&browser).await,
            "x = relationship('Child', back\n|)"
        );
        undo(&browser).await;
        chord(&browser, Key::Control, Key::Space).await;
        wait_until(&browser, "the list", shown, &[]).await;
        let active = "const area = document.activeElement; return [area.tagName, \
                      document.getElementById(area.getAttribute('aria-activedescendant')).getAttribute('aria-selected'), \
                      document.querySelector('.completion p').textContent]";
        assert_eq!(
            browser
                .execute(active, vec![])
                .await
                .expect("the active option"),
            json!([
                "TEXTAREA",
                "true",
                "The attribute of the other class that is the other end of this one."
            ])
        );
        press(&browser, Key::Down).await;
        press(&browser, Key::Enter).await;
        assert_eq!(
            standing(&browser).await,
            "x = relationship('Child', backref=|)"
        );
        wait_until(&browser, "the list is closed", &format!("!{shown}"), &[]).await;

        put(&browser, block, "words = []\n|").await;
        area.send_keys("words.app").await.expect("keys");
        wait_until(
            &browser,
            "the attributes",
            &format!("{first} === 'append'"),
            &[],
        )
        .await;
        press(&browser, Key::Escape).await;
        wait_until(&browser, "the list is closed", &format!("!{shown}"), &[]).await;
        // Escape was the list's: Tab does not leave yet.
        area.send_keys("e").await.expect("keys");
        wait_until(&browser, "the list again", shown, &[]).await;
        press(&browser, Key::Tab).await;
        assert_eq!(standing(&browser).await, "words = []\nwords.append|");

        put(&browser, block, "rel|").await;
        chord(&browser, Key::Control, Key::Space).await;
        let offered = format!("{first} === 'relationship'");
        wait_until(&browser, "the new list", &offered, &[]).await;
        let option = browser
            .find(Locator::Css(".completion [role=option]"))
            .await
            .expect("an option");
        option.click().await.expect("a click");
        assert_eq!(standing(&browser).await, "relationship|");
        assert_clean_console(&browser, "completion").await;
    });
}

#[test]
fn the_pointer_is_told_what_a_name_is() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("faq/")).await.expect("the page");
        let block = &Block::all(&browser).await[0];
        block.run().await;
        block.write("x = relationship('Child')").await;
        let middle = "const range = document.createRange(), code = document.querySelector('[data-example] .editor code'); \
                      const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT); let node; \
                      while ((node = walker.nextNode())) if (node.textContent.includes('relationship')) break; \
                      const at = node.textContent.indexOf('relationship'); range.setStart(node, at + 3); range.setEnd(node, at + 4); \
                      const { left, top, width, height } = range.getBoundingClientRect(); \
                      return [Math.round(left + width / 2), Math.round(top + height / 2)]";
        let place = browser.execute(middle, vec![]).await.expect("a place");
        let moved = json!({ "type": "mouseMoved", "x": place[0], "y": place[1] });
        cdp(&browser, "Input.dispatchMouseEvent", moved).await;
        let told = "document.querySelector('.tip:popover-open')?.textContent.endsWith( \
                    'Leads from one mapped class to another, along a foreign key.')";
        wait_until(&browser, "the text", told, &[]).await;
    });
}

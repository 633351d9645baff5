//! Steps, comparisons and shared programs, by keyboard alone, on a desk and on a phone.

use fantoccini::Client;
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::browser::{Block, Setup, assert_clean_console, press_key, wait_until, with_browser};
use crate::site::Site;

const WIDTHS: [u32; 2] = [1280, 500];

fn setup(width: u32) -> Setup {
    Setup {
        width,
        ..Setup::default()
    }
}

/// Answers a script's result.
async fn ask(browser: &Client, script: &str) -> Value {
    let answer = browser.execute(script, vec![]).await;
    answer.unwrap_or_else(|error| panic!("{script}: {error}"))
}

/// Gives the focus to the first element of a selector, where Tab would bring it.
async fn focus(browser: &Client, selector: &str) {
    let script = format!(
        "const found = document.querySelector({selector:?}); found.focus(); return document.activeElement === found"
    );
    assert_eq!(
        ask(browser, &script).await,
        true,
        "{selector} takes the focus"
    );
}

const SESSION: &str = "figure[data-scenario=neither][data-kind=transcript]";

async fn open_steps(browser: &Client) {
    focus(browser, &format!("{SESSION} [data-action=step]")).await;
    press_key(browser, Key::Enter).await;
    wait_until(
        browser,
        "the steps are there",
        "document.querySelector('.stepper-slider')",
        &[],
    )
    .await;
}

/// The lines that are marked, where the stepper stands, what it says, what is printed and what is drawn.
async fn state(browser: &Client) -> Value {
    let script = "const mark = name => { const mark = document.querySelector(`.step-mark.${name}`); \
                  return mark.hidden ? null : Number(mark.style.getPropertyValue('--line-number')); }; \
                  const figure = document.querySelector('.stepping'); \
                  return [mark('ran'), mark('next'), document.querySelector('.stepper-count').textContent, \
                  figure.querySelector('output .stdout')?.textContent ?? '', \
                  figure.querySelectorAll('.example-result .graph-object').length, figure.querySelectorAll('.example-result .graph-one-sided').length, \
                  [...document.querySelectorAll('.stepper-list .changed dt')].map(name => name.textContent)]";
    ask(browser, script).await
}

#[test]
fn steps_go_back_and_forth_by_keyboard() {
    for width in WIDTHS {
        with_browser(setup(width), async |browser| {
            let site = Site::build();
            browser.goto(&site.url("faq/")).await.expect("the page");
            open_steps(&browser).await;
            let mut seen = vec![state(&browser).await];
            for _ in 0..4 {
                press_key(&browser, Key::Right).await;
                seen.push(state(&browser).await);
            }
            let expected = json!([
                [null, 1, "0 of 4", "", 0, 0, []],
                [1, 2, "1 of 4", "", 1, 0, ["parent"]],
                [2, 3, "2 of 4", "", 2, 0, ["child"]],
                [3, 4, "3 of 4", "", 2, 1, []],
                [4, null, "4 of 4", "[]\n", 2, 1, []],
            ]);
            assert_eq!(json!(seen), expected);
            // Back again, the same is there; Home and End are the slider's own.
            for step in (0..4).rev() {
                press_key(&browser, Key::Left).await;
                assert_eq!(state(&browser).await, expected[step]);
            }
            press_key(&browser, Key::End).await;
            assert_eq!(state(&browser).await, expected[4]);
            let fits = ask(
                &browser,
                "return document.documentElement.scrollWidth <= innerWidth",
            )
            .await;
            assert_eq!(fits, true, "the page scrolls sideways");
            // Escape leaves, and the block is as a run leaves it.
            press_key(&browser, Key::Escape).await;
            let left = "return [document.querySelectorAll('.stepper, .step-mark').length, document.activeElement.textContent]";
            assert_eq!(ask(&browser, left).await, json!([0, "Step"]));
            assert_clean_console(&browser, "steps").await;
        });
    }
}

/// What a screen reader is told of a step, and why nothing changed on the other side.
#[test]
fn steps_are_told_in_words() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("faq/")).await.expect("the page");
        open_steps(&browser).await;
        for _ in 0..3 {
            press_key(&browser, Key::Right).await;
        }
        let script = "const said = document.querySelector('.stepper [aria-live=polite]').textContent; \
                      const slider = document.querySelector('.stepper-slider').getAttribute('aria-valuetext'); \
                      const why = [...document.querySelectorAll('.stepper .stepper-why li')].map(item => item.textContent); \
                      return [said, slider, why]";
        let told = ask(&browser, script).await;
        let said = told[0].as_str().expect("words");
        assert!(
            said.starts_with("Line 3 has run: child.parent = parent."),
            "{told}"
        );
        assert_eq!(
            told[1],
            "3 of 4. Line 3 has run: child.parent = parent. Next is line 4."
        );
        assert!(said.contains("parent.children does not change"), "{told}");
        let why = told[2].as_array().expect("reasons");
        assert!(
            !why.is_empty()
                && why
                    .iter()
                    .all(|reason| said.contains(reason.as_str().unwrap_or("?"))),
            "{told}"
        );
    });
}

/// A recorded run is of the text that was recorded.
#[test]
fn an_edit_leaves_the_steps() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("")).await.expect("the page");
        let block = &Block::all(&browser).await[0];
        block.press("Step").await;
        wait_until(
            &browser,
            "the steps",
            "document.querySelector('.stepper')",
            &[],
        )
        .await;
        block.write("for n in range(3):\n    print(n)\n").await;
        assert_eq!(
            ask(
                &browser,
                "return document.querySelectorAll('.stepper').length"
            )
            .await,
            0
        );
        block.press("Step").await;
        wait_until(
            &browser,
            "the steps",
            "document.querySelector('.stepper')",
            &[],
        )
        .await;
        press_key(&browser, Key::End).await;
        assert_eq!(block.output().await, "0\n1\n2\n");
        assert_eq!(
            ask(
                &browser,
                "return document.querySelector('.stepper-count').textContent"
            )
            .await,
            "4 of 4"
        );
    });
}

/// The rows of a comparison as they are shown.
const ROWS: &str = "return [...document.querySelectorAll('.compare-row:not([hidden])')].map(row => \
    [row.getAttribute('aria-label'), ...[...row.querySelectorAll('.compare-cell')].map(cell => \
    (cell.classList.contains('odd') ? '! ' : '') + cell.innerHTML.replaceAll(' hidden=\"\"', '').replaceAll(' xmlns=\"http://www.w3.org/2000/svg\"', ''))])";

#[test]
fn a_comparison_shows_live_what_the_page_recorded() {
    for width in WIDTHS {
        with_browser(setup(width), async |browser| {
            let site = Site::build();
            browser.goto(&site.url("faq/")).await.expect("the page");
            wait_until(
                &browser,
                "it can be run",
                "!document.querySelector('.compare [data-action=run]').hidden",
                &[],
            )
            .await;
            let recorded = ask(&browser, ROWS).await;
            assert_eq!(recorded.as_array().map(Vec::len), Some(4), "{recorded:#}");
            focus(&browser, ".compare [data-action=run]").await;
            press_key(&browser, Key::Enter).await;
            let ended = "document.querySelector('.compare').dataset.state === 'done'";
            wait_until(&browser, "all have run", ended, &[]).await;
            assert_eq!(ask(&browser, ROWS).await, recorded);
            let labels: Vec<&str> = recorded
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|row| row[0].as_str())
                .collect();
            assert_eq!(
                labels,
                [
                    "parent = Parent(): neither differs",
                    "print(child.parent is parent): the same",
                    "print(len(parent.children)): neither differs",
                    "The objects at the end: neither differs",
                ]
            );
            let fits = ask(
                &browser,
                "return document.documentElement.scrollWidth <= innerWidth",
            )
            .await;
            assert_eq!(fits, true, "the page scrolls sideways");
            assert_clean_console(&browser, "a comparison").await;
        });
    }
}

/// The program of a comparison is edited once and runs on all.
#[test]
fn an_edited_program_runs_under_all_models() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("faq/")).await.expect("the page");
        let write = "const area = document.querySelector('.compare textarea'); area.focus(); area.select(); \
                     document.execCommand('insertText', false, 'print(1)\\nprint(hasattr(Child, \"parent\"))\\n')";
        ask(&browser, write).await;
        focus(&browser, ".compare [data-action=run]").await;
        press_key(&browser, Key::Enter).await;
        let ended = "document.querySelector('.compare').dataset.state === 'done'";
        wait_until(&browser, "all have run", ended, &[]).await;
        let script = "return [...document.querySelectorAll('.compare-row:not([hidden])')].map(row => \
                      row.getAttribute('aria-label') + ' / ' + [...row.querySelectorAll('.stdout')].map(text => text.textContent.trim()).join(' '))";
        assert_eq!(
            ask(&browser, script).await,
            json!([
                "print(1): the same / 1 1 1",
                "print(hasattr(Child, \"parent\")): backref differs / True True False"
            ])
        );
    });
}

/// *Open in playground* takes the block, as the reader has it, with what runs before it; nothing runs by itself.
#[test]
fn a_block_opens_in_the_playground() {
    for width in WIDTHS {
        with_browser(setup(width), async |browser| {
            let site = Site::build();
            browser.goto(&site.url("faq/")).await.expect("the page");
            wait_until(
                &browser,
                "it can be run",
                &format!("!document.querySelector('{SESSION} [data-action=run]').hidden"),
                &[],
            )
            .await;
            let recorded = ask(
                &browser,
                &format!("return document.querySelector('{SESSION} output').textContent"),
            )
            .await;
            focus(&browser, &format!("{SESSION} .more summary")).await;
            press_key(&browser, Key::Enter).await;
            focus(&browser, &format!("{SESSION} [data-action=open]")).await;
            press_key(&browser, Key::Enter).await;
            wait_until(
                &browser,
                "the playground",
                "location.pathname.endsWith('/playground/')",
                &[],
            )
            .await;
            let ready = "[...document.querySelectorAll('figure[data-example]')].length === 2 && \
                         !document.querySelector('#program-2-title').closest('figure').querySelector('[data-action=run]').hidden";
            wait_until(&browser, "its blocks", ready, &[]).await;
            let block = Block::new(&browser, "program-2");
            assert_eq!(
                (block.state().await, block.output().await),
                ("idle".into(), String::new())
            );
            assert!(block.text().await.starts_with(">>> parent = Parent()"));
            block.run().await;
            assert_eq!(json!(block.output().await), recorded);
            let fits = ask(
                &browser,
                "return document.documentElement.scrollWidth <= innerWidth",
            )
            .await;
            assert_eq!(fits, true, "the page scrolls sideways");
            assert_clean_console(&browser, "the playground").await;
        });
    }
}

/// The menu holds every block of the site that is shown.
#[test]
fn the_playground_offers_every_example() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser
            .goto(&site.url("playground/"))
            .await
            .expect("the page");
        let filled = "!document.getElementById('workbench-chooser').disabled";
        wait_until(&browser, "the menu is filled", filled, &[]).await;
        let script = "const chooser = document.getElementById('workbench-chooser'); \
                      chooser.value = 'faq/faq-2'; chooser.dispatchEvent(new Event('change')); return chooser.options.length";
        let count = ask(&browser, script).await;
        assert!(count.as_u64().is_some_and(|count| count > 15), "{count}");
        let there = "document.querySelector('#program-2-title')?.textContent === 'The parent does not know'";
        wait_until(&browser, "the example", there, &[]).await;
    });
}

/// Makes a link as `share.js` does, of whatever bytes.
const LINK: &str = "const done = arguments[1]; const stream = new Blob([arguments[0]]).stream().pipeThrough(new CompressionStream('deflate-raw')); \
    new Response(stream).arrayBuffer().then(bytes => done('#1.' + btoa(Array.from(new Uint8Array(bytes), byte => String.fromCharCode(byte)).join('')) \
    .replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')))";

async fn link(browser: &Client, text: &str) -> String {
    let made = browser
        .execute_async(LINK, vec![json!(text)])
        .await
        .expect("a link");
    made.as_str().expect("a link").to_owned()
}

/// Links that hold no program say so; nothing is run and nothing inserted.
#[test]
fn hostile_links_do_nothing() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        let page = site.url("playground/");
        browser.goto(&page).await.expect("the page");
        let good = link(
            &browser,
            "{\"blocks\":[{\"title\":\"t\",\"text\":\"print(1)\",\"go_on\":false}]}",
        )
        .await;
        let bomb = link(
            &browser,
            &format!(
                "{{\"blocks\":[{{\"title\":\"t\",\"go_on\":false,\"text\":\"{}\"}}]}}",
                "a".repeat(8_000_000)
            ),
        )
        .await;
        let shapeless = link(
            &browser,
            "{\"blocks\":[{\"title\":{},\"text\":[],\"go_on\":1}]}",
        )
        .await;
        let empty = link(&browser, "{\"blocks\":[]}").await;
        let no_json = link(&browser, "<script>alert(1)</script>").await;
        let hostile = [
            (good[..good.len() - 6].to_owned(), "cut short"),
            (format!("#1.{}", "A".repeat(200_000)), "too long"),
            (bomb, "unpacks to more"),
            ("#1.<img src=x onerror=alert(1)>".into(), "letters"),
            ("#1.AAAA".into(), "damaged"),
            ("#2.AAAA".into(), "form"),
            ("#javascript:alert(1)".into(), "form"),
            ("#example=%3Cscript%3E".into(), "no example"),
            ("#example=%".into(), "Sorry"),
            (shapeless, "no program"),
            (empty, "no program"),
            (no_json, "no program"),
        ];
        for (fragment, why) in hostile {
            browser.goto("about:blank").await.expect("an empty page");
            browser
                .goto(&format!("{page}{fragment}"))
                .await
                .expect("the page");
            let told = "!document.getElementById('workbench-notice').hidden";
            wait_until(&browser, "it is told", told, &[]).await;
            let script = "const [figure, ...more] = document.querySelectorAll('figure[data-example]'); \
                          return [document.getElementById('workbench-notice').textContent, more.length, figure.dataset.state, \
                          document.querySelectorAll('main img, main script:not([type])').length]";
            let seen = ask(&browser, script).await;
            let words = seen[0].as_str().expect("words");
            assert!(words.contains(why), "{why}: {words}");
            assert_eq!(
                [&seen[1], &seen[2], &seen[3]],
                [&json!(0), &json!("idle"), &json!(0)],
                "{why}"
            );
        }
    });
}

/// A program that came with a link is text until Run is pressed, whatever it is.
#[test]
fn a_shared_program_waits_for_run() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        let page = site.url("playground/");
        browser.goto(&page).await.expect("the page");
        let markup = "<img src=x onerror=alert(1)>";
        let text = json!({ "blocks": [{ "title": markup, "text": format!("print('{markup}')\n"), "go_on": false }] });
        let fragment = link(&browser, &text.to_string()).await;
        browser.goto("about:blank").await.expect("an empty page");
        browser
            .goto(&format!("{page}{fragment}"))
            .await
            .expect("the page");
        let loaded =
            "performance.getEntriesByType('resource').some(entry => entry.name.endsWith('.wasm'))";
        wait_until(&browser, "the engine is there", loaded, &[]).await;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let block = Block::new(&browser, "program-1");
        assert_eq!(
            (block.state().await, block.output().await),
            ("idle".into(), String::new())
        );
        assert_eq!(
            ask(
                &browser,
                "return document.querySelector('.example-title').textContent"
            )
            .await,
            markup
        );
        block.run().await;
        assert_eq!(block.output().await, format!("{markup}\n"));
        assert_eq!(
            ask(
                &browser,
                "return document.querySelectorAll('main img').length"
            )
            .await,
            0
        );
        assert_clean_console(&browser, "a shared program").await;
    });
}

/// With scripts off, the recorded steps unfold and comparisons stand whole.
#[test]
fn without_scripts_steps_and_comparisons_are_there() {
    let setup = Setup {
        scripts: false,
        ..Setup::default()
    };
    with_browser(setup, async |browser| {
        let site = Site::build();
        browser.goto(&site.url("faq/")).await.expect("the page");
        let page = browser.source().await.expect("its HTML");
        for part in [
            "<summary>Step by step</summary>",
            "class=\"stepper-why\"",
            "class=\"compare-row differs\"",
            "neither differs",
        ] {
            assert!(page.contains(part), "{part}");
        }
        let summary = browser
            .find(fantoccini::Locator::Css(".steps > summary"))
            .await
            .expect("the steps");
        summary.click().await.expect("they unfold");
        let steps = browser
            .find(fantoccini::Locator::Css(".steps > ol"))
            .await
            .expect("the steps");
        let text = steps.text().await.expect("their text");
        assert!(text.contains("Line 3 child.parent = parent"), "{text}");
        for control in [".compare button", ".workbench-bar"] {
            for element in browser
                .find_all(fantoccini::Locator::Css(control))
                .await
                .expect("controls")
            {
                assert!(
                    !element.is_displayed().await.expect("whether it is shown"),
                    "{control}"
                );
            }
        }
    });
}

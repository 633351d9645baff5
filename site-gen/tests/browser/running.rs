//! Blocks are run.

use serde_json::json;

use crate::browser::{Block, Setup, assert_clean_console, with_browser};
use crate::site::{Site, unhurried};

/// What a build recorded is what a reader's browser prints.
#[test]
fn every_block_prints_what_its_page_recorded() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        let mut blocks = 0;
        for page in site.pages() {
            browser.goto(&site.url(&page)).await.expect("the page");
            for block in Block::all(&browser).await {
                let recorded = block.output().await;
                assert_eq!(block.state().await, "idle");
                block.run().await;
                assert_eq!(block.output().await, recorded, "{page}, {}", block.id);
                blocks += 1;
            }
            assert_clean_console(&browser, &page).await;
        }
        assert!(blocks >= 10, "only {blocks} blocks were found");
    });
}

#[test]
fn the_three_scenarios_end_as_the_faq_says() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("faq/")).await.expect("the page");
        let outcome = async |scenario: &str| {
            // The first session of the scenario follows its classes.
            let script = "return document.querySelector(arguments[0]).dataset.example";
            let session = format!("figure[data-scenario='{scenario}'][data-kind='transcript']");
            let id = browser
                .execute(script, vec![json!(session)])
                .await
                .expect("the block");
            let block = Block::new(&browser, id.as_str().expect("an id"));
            block.run().await;
            block.output().await
        };
        let neither = outcome("neither").await;
        assert!(
            neither.starts_with("SAWarning: relationship 'Child.parent' will copy column"),
            "{neither}"
        );
        assert!(neither.contains("\n[]\n"), "{neither}");
        let back_populates = outcome("back-populates").await;
        assert!(
            back_populates.contains("[<__main__.Child object at 0x"),
            "{back_populates}"
        );
        let backref = outcome("backref").await;
        assert_eq!(backref, "True\nTrue\n");
    });
}

#[test]
fn an_endless_loop_ends_by_itself_and_the_page_stays_responsive() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("")).await.expect("the page");
        let block = &Block::all(&browser).await[0];
        block.run().await;
        block
            .write("print('before')\nwhile True:\n    pass\n")
            .await;
        block.press("Run").await;
        // The page keeps drawing while the loop runs.
        let frames = "const done = arguments[0]; let frames = 0; const begin = performance.now(); let longest = 0, last = begin; \
                      requestAnimationFrame(function frame(now) { longest = Math.max(longest, now - last); last = now; \
                      ++frames < 10 ? requestAnimationFrame(frame) : done(longest); })";
        let longest = browser.execute_async(frames, vec![]).await.expect("frames");
        assert!(
            longest.as_f64().expect("milliseconds") < 1000.0,
            "a frame took {longest} ms"
        );
        block.finished().await;
        assert_eq!(block.state().await, "failed");
        let output = block.output().await;
        assert!(output.starts_with("before\n"), "{output}");
        assert!(
            output.contains("line 2") || output.contains("line 3"),
            "{output}"
        );
        // The next run has nothing of it.
        block.write("print('after')").await;
        block.run().await;
        assert_eq!(
            (block.state().await, block.output().await),
            ("done".into(), "after\n".into())
        );
    });
}

#[test]
fn stop_ends_a_program_and_the_next_one_runs() {
    with_browser(Setup::default(), async |browser| {
        let site = unhurried();
        browser.goto(&site.url("")).await.expect("the page");
        let block = &Block::all(&browser).await[0];
        block.write("while True:\n    pass").await;
        block.press("Run").await;
        block.reaches(&["running"]).await;
        tokio::time::sleep(std::time::Duration::from_millis(600)).await;
        block.press("Stop").await;
        block.reaches(&["idle"]).await;
        block.write("print(6 * 7)").await;
        block.run().await;
        assert_eq!(block.output().await, "42\n");
        assert_clean_console(&browser, "a stopped program").await;
    });
}

#[test]
fn an_error_is_marked_at_its_line() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("")).await.expect("the page");
        let block = &Block::all(&browser).await[0];
        block.write("x = 1\nprint(nowhere)\n").await;
        block.run().await;
        assert_eq!(block.state().await, "failed");
        assert!(
            block
                .output()
                .await
                .ends_with("NameError: name 'nowhere' is not defined\n")
        );
        let script = "const bar = document.querySelector('.editor-mark.error'); \
                      return [getComputedStyle(bar).getPropertyValue('--line-number').trim(), \
                      document.querySelector('.fault')?.textContent]";
        let mark = browser.execute(script, vec![]).await.expect("the mark");
        assert_eq!(mark, json!(["2", "nowhere"]));
        let spoken = "const area = document.querySelector('textarea'); \
                      return document.getElementById(area.getAttribute('aria-describedby')).textContent";
        let spoken = browser
            .execute(spoken, vec![])
            .await
            .expect("the description");
        assert_eq!(spoken, "Line 2: NameError: name 'nowhere' is not defined");
    });
}

/// The output of a program cannot become a part of the page.
#[test]
fn what_a_program_prints_is_text() {
    with_browser(Setup::default(), async |browser| {
        let site = Site::build();
        browser.goto(&site.url("")).await.expect("the page");
        let block = &Block::all(&browser).await[0];
        let markup = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        block.write(&format!("print({markup:?})  # {markup}")).await;
        block.run().await;
        assert_eq!(block.output().await, format!("{markup}\n"));
        assert!(block.drawing().await.contains(markup));
        let inserted = "return document.querySelectorAll('figure img, figure script').length";
        assert_eq!(
            browser.execute(inserted, vec![]).await.expect("a number"),
            0
        );
        assert_clean_console(&browser, "printed markup").await;
    });
}

//! The main path in Firefox: read, run, edit, run again, reset.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use crate::browser::{Block, wait_until};
use crate::site::{Site, repository};

#[test]
fn the_faq_works_in_firefox() {
    let Some(program) = geckodriver() else {
        println!("skipped: there is no geckodriver (`.ci/setup browser` installs it)");
        return;
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(async {
        let (_driver, port) = Driver::start(&program);
        let options =
            json!({ "browserName": "firefox", "moz:firefoxOptions": { "args": ["-headless"] } });
        let browser = ClientBuilder::new(HttpConnector::new())
            .capabilities(options.as_object().cloned().unwrap_or_default())
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("a session of Firefox");
        let site = Site::build();
        browser.goto(&site.url("faq/")).await.expect("the page");
        let blocks = Block::all(&browser).await;
        for block in &blocks {
            let recorded = block.output().await;
            block.run().await;
            assert_eq!(block.output().await, recorded, "{}", block.id);
        }
        let block = &blocks[0];
        let (text, recorded) = (block.text().await, block.output().await);
        block.write("print(6 * 7)").await;
        let live = "document.querySelector('figure output').textContent === '42\\n'";
        wait_until(&browser, "the output while typing", live, &[]).await;
        block
            .find(".editor textarea")
            .await
            .send_keys(&format!("{}f(", char::from(fantoccini::key::Key::Enter)))
            .await
            .expect("keys");
        assert_eq!(block.text().await, "print(6 * 7)\nf()");
        assert_eq!(block.drawing().await, "print(6 * 7)\nf()\n");
        block.press("Reset").await;
        assert_eq!((block.text().await, block.output().await), (text, recorded));
        browser.close().await.expect("the session ends");
    });
}

/// Where `.ci/setup` puts it, or where the system has it.
fn geckodriver() -> Option<PathBuf> {
    let own = repository().join(".cache/geckodriver/bin/geckodriver");
    let found = |path: &PathBuf| Command::new(path).arg("--version").output().is_ok();
    [own, PathBuf::from("geckodriver")].into_iter().find(found)
}

/// The driver's process; it ends with the test.
struct Driver(Child);

impl Driver {
    fn start(program: &PathBuf) -> (Driver, u16) {
        let mut process = Command::new(program)
            .args(["--port", "0", "--log", "info"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("geckodriver starts");
        let mut lines = BufReader::new(process.stdout.take().expect("its output is piped")).lines();
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| {
                line.split_once("Listening on 127.0.0.1:")?
                    .1
                    .trim()
                    .parse()
                    .ok()
            })
            .expect("geckodriver says on which port it listens");
        // It must not get stuck on a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        (Driver(process), port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Nothing can be done about a process that has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

//! What "Copy as script" gives.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::browser::{Block, Setup, allow_clipboard, wait_until, with_browser};
use crate::site::{Site, repository};

/// CPython with SQLAlchemy prints of a copied script what the page shows of its blocks.
#[test]
fn a_copied_script_runs_under_cpython() {
    let Some(python) = python() else {
        println!("skipped: there is no .venv with SQLAlchemy (`make test` makes it)");
        return;
    };
    with_browser(Setup::default(), async move |browser| {
        let site = Site::build();
        for page in site.pages() {
            browser.goto(&site.url(&page)).await.expect("the page");
            allow_clipboard(&browser).await;
            for block in Block::all(&browser).await {
                let script = copy(&browser, &block).await;
                let (out, shown) = (run(&python, &script), block.output().await);
                // Earlier blocks print too; this one comes last. Addresses are as they come.
                let own: Vec<&str> = shown
                    .lines()
                    .filter(|line| !line.contains("Warning: "))
                    .collect();
                if shown.contains("Traceback") {
                    assert!(
                        out.contains(own.last().copied().unwrap_or_default()),
                        "{script}\n{out}"
                    );
                } else if !shown.contains(" at 0x") && !shown.contains("SAWarning") {
                    assert!(
                        out.ends_with(&shown),
                        "{script}\n--- printed\n{out}\n--- shown\n{shown}"
                    );
                }
                assert_eq!(
                    shown.contains("Traceback"),
                    out.contains("Traceback"),
                    "{script}\n{out}"
                );
            }
        }
    });
}

/// The Python that has SQLAlchemy.
fn python() -> Option<PathBuf> {
    let named = std::env::var_os("ORACLE_PYTHON").map(PathBuf::from);
    named.or_else(|| Some(repository().join(".venv/bin/python")).filter(|path| path.is_file()))
}

async fn copy(browser: &fantoccini::Client, block: &Block<'_>) -> String {
    block.press("Copy as script").await;
    let copied = "document.querySelector(arguments[0]).textContent === 'Copied'";
    let status = format!("figure[data-example='{}'] [role=status]", block.id);
    wait_until(browser, "the script is copied", copied, &[status.into()]).await;
    let read = "const done = arguments[0]; navigator.clipboard.readText().then(done, error => done(String(error)));";
    let text = browser
        .execute_async(read, vec![])
        .await
        .expect("the clipboard");
    text.as_str().expect("text").to_owned()
}

/// Standard output, then standard error.
fn run(python: &Path, script: &str) -> String {
    let mut process = Command::new(python)
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("Python");
    let mut input = process.stdin.take().expect("its input is piped");
    input
        .write_all(script.as_bytes())
        .expect("Python reads the script");
    drop(input);
    let output = process.wait_with_output().expect("Python ends");
    let errors = String::from_utf8_lossy(&output.stderr);
    let printed = String::from_utf8_lossy(&output.stdout);
    if errors.contains("Traceback") {
        format!("{printed}{errors}")
    } else {
        printed.into_owned()
    }
}

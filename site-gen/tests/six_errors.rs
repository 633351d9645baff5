//! The six mistakes that authors make most, all told at once, in each form.

mod common;

use std::process::Command;

use common::Site;
use insta::assert_snapshot;

fn site() -> Site {
    Site::new(&[
        (
            "content/index.md",
            "# Home\n\nA [page](gude.md), an [anchor](guide.md#strat), an ![image](tree.pgn).\n\n```pyhton\nx = 1\n```\n\n```python {include=\"exmaple.py\"}\n```\n",
        ),
        ("content/guide.md", "# Guide\n\n## Start\n"),
        (
            "content/broken.md",
            "+++\ntitle = \"Broken\nweight = 1\n+++\n\n# Broken\n",
        ),
        ("content/tree.png", ""),
        ("content/example.py", "x = 1\n"),
    ])
}

fn check(site: &Site, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_site-gen"))
        .args(["check", "--root"])
        .arg(site.root())
        .args(arguments)
        .output()
        .expect("site-gen starts");
    assert!(
        output.stderr.iter().all(|byte| *byte != 0x1b),
        "colours without a terminal"
    );
    format!(
        "status {}\n{}{}",
        output.status.code().unwrap_or(-1),
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

#[test]
fn for_people() {
    assert_snapshot!(check(&site(), &[]));
}

#[test]
fn for_machines() {
    assert_snapshot!(check(&site(), &["--format", "json"]));
}

#[test]
fn for_github() {
    assert_snapshot!(check(&site(), &["--format", "github"]));
}

#[test]
fn warnings_can_be_denied() {
    let site = Site::new(&[("content/index.md", "```pyhton\nx\n```\n")]);
    assert!(check(&site, &[]).starts_with("status 0\n"));
    assert_snapshot!(check(&site, &["--deny-warnings"]));
}

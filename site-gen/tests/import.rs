//! Sites that were written for other generators, built as they are.

mod common;

use std::fs;
use std::path::Path;

use common::Site;
use insta::assert_snapshot;
use site_gen::diagnostic::Printer;
use site_gen::pipeline::{self, Assembled, Options};

fn fixture(name: &str) -> Assembled {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name);
    pipeline::assemble(&Options {
        root,
        ..Options::default()
    })
}

/// What is told, and what there is of every page: from its first heading to the end of its text.
fn shown(assembled: &Assembled) -> String {
    let mut text = Printer::plain().render_all(&assembled.diagnostics);
    for (path, file) in assembled.output.iter() {
        if !path.ends_with("index.html") {
            continue;
        }
        let html = String::from_utf8(file.bytes.to_vec()).expect("text");
        let from = html.find("<nav class=\"site-nav\"").unwrap_or(0);
        let nav_end = html.find("</nav>").map_or(from, |at| at + 6).max(from);
        let article = html.find("<article").unwrap_or(nav_end);
        let end = html.find("</article>").unwrap_or(html.len());
        text.push_str(&format!(
            "==== {path}\n{}\n{}\n",
            &html[from..nav_end],
            &html[article.min(end)..end]
        ));
    }
    text
}

#[test]
fn a_book_of_mdbook() {
    assert_snapshot!(shown(&fixture("mdbook")));
}

#[test]
fn a_site_of_zola() {
    let assembled = fixture("zola");
    assert_snapshot!(shown(&assembled));
    let feed = assembled.output.get("atom.xml").expect("a feed");
    assert_snapshot!("feed", String::from_utf8_lossy(&feed.bytes));
}

#[test]
fn mistakes_in_a_book() {
    let site = Site::new(&[
        (
            "book.toml",
            "[book]\ntitel = \"x\"\n[preprocessor.mermaid]\ncommand = \"m\"\n[output.html]\nadditional-css = [\"a.css\"]\n",
        ),
        (
            "src/SUMMARY.md",
            "# Summary\n\n- [One](one.md)\n- [Gone](gnoe.md)\n",
        ),
        (
            "src/one.md",
            "# One\n\nText.\n\n{{#include part.md}}\n\n[a](nowhere.md) {{#include missing.md}}\n",
        ),
        ("src/part.md", "Included [b](x.md).\n"),
    ]);
    site.remove("site.toml");
    assert_snapshot!(site.told());
}

#[test]
fn an_included_file_changes_the_book() {
    let site = Site::new(&[
        ("book.toml", ""),
        ("src/SUMMARY.md", "- [One](one.md)\n"),
        ("src/one.md", "# One\n\n{{#include part.md}}\n"),
        ("src/part.md", "before\n"),
    ]);
    site.remove("site.toml");
    assert!(site.file("one/index.html").contains("before"));
    fs::write(site.root().join("src/part.md"), "after\n").unwrap();
    assert!(site.file("one/index.html").contains("after"));
}

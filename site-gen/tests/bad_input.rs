//! Bad input is told at its place, and loses nothing.

mod common;

use common::Site;
use insta::assert_snapshot;
use site_gen::pipeline;

fn page(text: &str) -> Site {
    Site::new(&[("content/index.md", text)])
}

#[test]
fn broken_front_matter() {
    assert_snapshot!(page("+++\ntitle = \"Home\nweight = 1\n+++\n\n# Home\n").told());
}

#[test]
fn front_matter_that_is_not_closed() {
    assert_snapshot!(page("+++\ntitle = \"Home\"\n\nText.\n").told());
}

#[test]
fn front_matter_with_wrong_values() {
    assert_snapshot!(
        page("+++\ntitel = \"Home\"\nweight = \"heavy\"\nupdated = \"soon\"\ncontributors = [1]\nslug = \"a/b\"\nauthors = [\"x\"]\n+++\n").told()
    );
}

#[test]
fn no_utf_8() {
    let site = page("");
    site.write("content/index.md", b"# Caf\xe9\n");
    assert_snapshot!(site.told());
}

#[test]
fn utf_16() {
    let site = page("");
    site.write("content/index.md", b"\xff\xfe#\0 \0H\0");
    assert_snapshot!(site.told());
}

#[test]
fn a_binary_file() {
    assert_snapshot!(page("# A\0B\n").told());
}

#[test]
fn a_template_that_does_not_parse() {
    let site = page("# Home\n");
    site.write("templates/page.html", "<h1>{{ page.title }</h1>\n");
    assert_snapshot!(site.told());
}

#[test]
fn a_template_that_fails() {
    let site = page("# Home\n");
    site.write("templates/page.html", "<h1>\n{{ page.titel }}\n</h1>\n");
    assert_snapshot!(site.told());
}

#[test]
fn a_template_that_asks_for_a_missing_file() {
    let site = page("# Home\n");
    site.write("static/css/own.css", "");
    site.write("templates/page.html", "{{ asset(path=\"css/owm.css\") }}");
    assert_snapshot!(site.told());
}

#[test]
fn a_template_that_includes_itself() {
    let site = page("# Home\n");
    site.write("templates/page.html", "{% include \"page.html\" %}");
    assert_snapshot!(site.told());
}

#[test]
fn a_template_that_does_not_end() {
    let site = page("# Home\n");
    let endless = "{% for a in range(end=99999) %}{% for b in range(end=99999) %}A long line of text.\
                   {% endfor %}{% endfor %}";
    site.write("templates/section.html", endless);
    assert_snapshot!(site.told());
}

#[test]
fn a_template_that_is_not_there() {
    assert_snapshot!(page("+++\ntemplate = \"pag.html\"\n+++\n").told());
}

#[test]
fn a_missing_page_in_the_navigation() {
    let site = page("# Home\n");
    site.write(
        "site.toml",
        "nav = [\n  \"index.md\",\n  { title = \"More\", children = [\"indx.md\"] },\n]\n",
    );
    assert_snapshot!(site.told());
}

#[test]
fn two_pages_with_one_address() {
    let site = page("# Home\n");
    site.write("content/faq.md", "");
    site.write("content/questions.md", "+++\nslug = \"faq\"\n+++\n");
    assert_snapshot!(site.told());
}

#[test]
fn a_page_and_a_static_file_with_one_address() {
    let site = page("# Home\n");
    site.write("content/faq.md", "");
    site.write("static/faq", "");
    assert_snapshot!(site.told());
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_that_leads_back() {
    let site = page("# Home\n");
    site.write("content/guide/index.md", "");
    std::os::unix::fs::symlink("..", site.root().join("content/guide/again")).unwrap();
    assert_snapshot!(site.told());
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_that_leads_nowhere() {
    let site = page("# Home\n");
    std::os::unix::fs::symlink("gone.md", site.root().join("content/x.md")).unwrap();
    assert_snapshot!(site.told());
}

#[test]
fn unknown_attributes_of_fences() {
    assert_snapshot!(
        page("> A quotation:\n>\n> ```python {scenario=\"a\" noruns}\n> x = 1\n> ```\n\n```rust {raises=\"X\"}\n```\n").told()
    );
}

#[test]
fn outputs_in_the_wrong_place() {
    assert_snapshot!(
        page("```output\nx\n```\n\n```python {norun}\n```\n\n```output\nx\n```\n").told()
    );
}

#[test]
fn comparisons_that_compare_nothing() {
    assert_snapshot!(
        page(
            "```python {model=\"a\"}\nx = 1\n```\n\nText between.\n\n```python {compare}\nprint(x)\n```\n\n\
             ```python {model=\"a\"}\nx = 1\n```\n\n```python {model=\"a\"}\nx = 2\n```\n\n\
             ```pycon {model=\"b\" scenario=\"s\"}\n>>> x = 2\n```\n\n```python {compare raises=\"X\"}\nprint(x)\n```\n\n\
             ```output\n1\n```\n\n```output {model=\"c\"}\n1\n```\n\n```output {model=\"a\"}\n1\n```\n\n```output {model=\"a\"}\n1\n```\n\n\
             ```python {hidden steps}\nx = 1\n```\n\n```output {model=\"a\"}\n```\n"
        )
        .told()
    );
}

#[test]
fn links_that_lead_nowhere() {
    let site = page(
        "# Home\n\n[a](fag.md), [b](faq.md#wy), [c](#hom), ![d](x.png), [e](../x.md), [f][g]\n\n[g]: nothing.md\n",
    );
    site.write("content/faq.md", "## Why\n");
    assert_snapshot!(site.told());
}

#[test]
fn a_language_that_nobody_knows() {
    assert_snapshot!(page("```pyhton\nx\n```\n").told());
}

#[test]
fn everything_is_told_at_once() {
    let site = page("+++\nx = 1\n+++\n[a](b.md)\n");
    site.write("content/other.md", "```python {x}\n```\n");
    site.write("content/third.md", b"\xff");
    site.write("site.toml", "nav = [\"gone.md\"]\n");
    assert_snapshot!(site.told());
}

#[test]
fn no_site_at_all() {
    let site = page("");
    site.remove("site.toml");
    assert_snapshot!(site.told());
    site.write("site.toml", "");
    std::fs::remove_dir_all(site.root().join("content")).unwrap();
    assert_snapshot!("no_content", site.told());
}

#[test]
fn a_failed_build_leaves_the_last_good_site() {
    let site = page("# Good\n");
    assert!(
        pipeline::build(&site.options(), &site.public())
            .written
            .is_some()
    );
    let before = std::fs::read(site.public().join("index.html")).unwrap();
    site.write("content/index.md", "[a](gone.md)\n");
    site.write("content/more.md", "# More\n");
    let built = pipeline::build(&site.options(), &site.public());
    assert!(built.written.is_none() && built.diagnostics.have_errors());
    assert_eq!(
        std::fs::read(site.public().join("index.html")).unwrap(),
        before
    );
    assert!(!site.public().join("more").exists());
}

/// Input that is odd but no mistake, or a mistake of a kind that must not bring anything down.
#[test]
fn hostile_pages_are_built_or_refused() {
    let site = page("");
    let headings: String = (0..5000).map(|n| format!("# h {}\n", n % 3)).collect();
    let footnotes: String = (0..2000)
        .map(|n| format!("[^{n}]: x [^{}]\n", n + 1))
        .collect();
    for text in [
        format!("{} x\n", ">".repeat(5000)),
        "[".repeat(20_000),
        format!("{}x\n", "* ".repeat(2000)),
        "a".repeat(1_000_000),
        format!("```python {{norun}}\nx = {}\n", "(".repeat(20_000)),
        format!("```toml\nx = {}\n", "[".repeat(20_000)),
        format!("+++\nextra = {}\n+++\n", "[".repeat(20_000)),
        format!("+++\n[extra]\n{}x = 1\n+++\n", "a.".repeat(5000)),
        headings,
        footnotes,
        "{{ x(".repeat(100_000),
        "{% x() %}\n\n".repeat(5000),
        "{".repeat(500_000),
        format!("`{}`", "{{ x() }} ".repeat(20_000)),
        format!("{}\n", "[a](term:b) ".repeat(20_000)),
        format!("Term\n: {}x\n", "> ".repeat(1000)),
        (0..2000)
            .map(|n| format!("```toml {{tab=\"{n}\"}}\nx = 1\n```\n"))
            .collect(),
        "```toml {hl=\"1-18446744073709551615\" linenos=\"18446744073709551615\"}\nx = 1\n```\n"
            .into(),
        "```python {include=\"index.md\"}\n```\n".into(),
        "```".into(),
        "+++\n+++".into(),
        "<script>\n\n</scrip".into(),
        "\r\n\r\r\n# x\r".into(),
    ] {
        site.write("content/index.md", &text);
        let assembled = site.assemble();
        let is_built = assembled.output.get("index.html").is_some();
        assert_ne!(
            is_built,
            assembled.diagnostics.have_errors(),
            "{:.40}",
            text
        );
    }
}

//! Examples: what they print stands in the page, and what a page claims is checked.

mod common;

use common::Site;
use insta::assert_snapshot;
use site_gen::diagnostic::Printer;
use site_gen::pipeline::Assembled;

/// A template that shows of an example what a page is made from.
const EXAMPLE: &str = "[{{ example.id }} {{ example.scenario }} {{ example.kind }}\
    {% if example.failed %} failed{% endif %}]\n\
    {% for chunk in example.recorded %}{{ chunk.stream }}: {{ chunk.text }}\n{% endfor %}";

fn page(text: &str) -> Site {
    let site = Site::new(&[("content/index.md", text)]);
    site.write("templates/example.html", EXAMPLE);
    site
}

fn told(assembled: &Assembled) -> String {
    Printer::plain().render_all(&assembled.diagnostics)
}

#[test]
fn sections_are_scenarios_and_blocks_share_them() {
    let site = page(
        "## One\n\n```python\nx = 1\n```\n\n```python {hidden}\nx += 1\n```\n\n```pycon\n>>> x\n2\n>>> print('é')\né\n```\n\n\
         ## Two\n\n```python {raises=\"NameError\"}\nx\n```\n\n```python\nprint('goes on')\n```\n\n```output\ngoes on\n```\n\n\
         ```python {scenario=\"one\"}\nprint(x)\n```\n",
    );
    assert_snapshot!(site.file("index.html"));
}

#[test]
fn the_prelude_runs_before_every_scenario() {
    let site = page("```python\nprint(base)\n```\n\n## Two\n\n```python\nprint(base)\n```\n");
    site.write(
        "site.toml",
        "[playground]\nprelude = '''\nbase = 'from the prelude'\n'''\n",
    );
    let html = site.file("index.html");
    assert_eq!(
        html.matches("stdout: from the prelude").count(),
        2,
        "{html}"
    );
    site.write(
        "site.toml",
        "[playground]\nprelude = '''\nbase = 1\nbase.x\n'''\n",
    );
    assert_snapshot!("broken_prelude", site.told());
}

#[test]
fn claims_that_are_true() {
    let site = page(
        "```pycon\n>>> class A:\n...     pass\n...\n>>> A()\n<__main__.A object at 0x...>\n>>> 1 / 0\nTraceback (most recent call last):\n  ...\nZeroDivisionError: division by zero\n>>> None\n```\n\n\
         ```python\nprint(1)\nprint(2)\n```\n\n```output\n1\n2\n```\n",
    );
    let assembled = site.assemble();
    assert!(assembled.diagnostics.is_empty(), "{}", told(&assembled));
}

#[test]
fn claims_that_are_not_true() {
    assert_snapshot!(
        page(
            "> ```pycon\n> >>> 1 + 1\n> 3\n> >>> 'silent'\n> >>> x = 1\n> 1\n> ```\n\n\
             ```python\nprint('a')\nprint('b')\nprint('c')\n```\n\n```output\na\nB\nc\nd\n```\n"
        )
        .told()
    );
}

#[test]
fn exceptions_that_nobody_expects() {
    assert_snapshot!(
        page(
            "## One\n\n```python\ndef f(x):\n    return x.parent\n\nf(None)\n```\n\n```python\nprint('not reached')\n```\n\n```output\nx\n```\n\n\
             ## Two\n\n```python {raises=\"KeyError\"}\n{}.parent\n```\n\n## Three\n\n```python {raises=\"KeyError\"}\npass\n```\n\n\
             ## Four\n\n```python\nx = = 1\n```\n"
        )
        .told()
    );
}

#[test]
fn a_run_ends_at_its_limits() {
    let site = page("```python\nwhile True:\n    pass\n```\n");
    site.write("site.toml", "[playground.limits]\nfuel = 10000\n");
    assert_snapshot!(site.told());
}

#[test]
fn what_the_scripts_of_a_page_are_told() {
    let site =
        page("## One\n\n```python {hidden}\nprint('</script>')\n```\n\n```pycon\n>>> 1\n1\n```\n");
    site.write("templates/section.html", "{{ playground.data | safe }}");
    let data = site.file("index.html");
    assert!(!data.contains('<'), "{data}");
    let data: serde_json::Value = serde_json::from_str(&data).unwrap();
    assert_snapshot!(serde_json::to_string_pretty(&data).unwrap());
}

//! What authors write beyond CommonMark.

mod common;

use common::Site;
use insta::assert_snapshot;

fn page(text: &str) -> Site {
    Site::new(&[("content/index.md", text)])
}

#[test]
fn figures_and_footnotes() {
    let site = page(
        "![A tree](tree.png \"Figure 1: *not* markup & more\")\n\nInline ![a *b* c](tree.png \"title\") stays.\n\n\
         One[^a], two[^a], three[^b].\n\n[^a]: Twice.\n[^b]: Once.\n",
    );
    site.write("content/tree.png", "");
    assert_snapshot!(site.file("index.html"));
}

#[test]
fn mathematics() {
    let text = "Inline $a^2$, and\n\n$$\\frac{1}{2}$$\n\nIt costs $5 and $6.\n";
    let site = page(text);
    assert!(site.file("index.html").contains("$a^2$"));
    site.write("site.toml", "[markdown]\nmath = true\n");
    assert_snapshot!(site.file("index.html"));
    site.write(
        "content/index.md",
        "Text $a + \\unknown$.\n\n> $$\n> \\frac{1}\n> $$\n",
    );
    assert_snapshot!("wrong_mathematics", site.told());
}

#[test]
fn listings() {
    let site = page(
        "```toml {hl=\"2\" linenos=\"7\" title=\"site.toml\"}\na = 1\nb = '''\nx\n'''\n```\n\n```sh {hide=\"1\"}\nset -e\nmake\n```\n",
    );
    assert_snapshot!(site.file("index.html"));
}

#[test]
fn lines_that_run_unseen() {
    let site = page(
        "```python {hide=\"1-2\" hl=\"3\" linenos}\nx = 1\ny = 2\nprint(x + y)\n```\n\n```output\n3\n```\n",
    );
    site.write(
        "templates/example.html",
        "[{{ example.id }} {{ example.lines }}]\n{{ example.code_html | safe }}{% for chunk in example.recorded %}{{ chunk.text }}{% endfor %}",
    );
    assert_snapshot!(site.file("index.html"));
    site.write(
        "content/index.md",
        "```python {hide=\"2\"}\nx = 1\ny = 2\nz = 3\n```\n\n```toml {hl=\"9\"}\na = 1\n```\n",
    );
    assert_snapshot!("lines_that_cannot_be_hidden", site.told());
}

#[test]
fn includes() {
    let site = page(
        "> ```python {include=\"../examples/a.py#greet\"}\n> ```\n>\n> ```output\n> hello\n> ```\n\n```toml {include=\"/site.toml\"}\n```\n",
    );
    site.write(
        "examples/a.py",
        "import os\n\nif True:\n    # ANCHOR: greet\n    def greet():\n        return 'hello'\n\n    print(greet())\n    # ANCHOR_END: greet\n",
    );
    assert_snapshot!(site.file("index.html"));
    // What is wrong in an included file is told there.
    site.write(
        "examples/a.py",
        "# ANCHOR: greet\nprint('x')\n1 / 0\n# ANCHOR_END: greet\n",
    );
    assert_snapshot!("a_mistake_in_an_included_file", site.told());
}

#[test]
fn includes_that_fail() {
    let site = page(
        "```python {include=\"../examples/b.py\"}\n```\n\n```python {include=\"../examples/a.py#other\"}\n```\n\n\
         ```python {include=\"../../secret.py\"}\n```\n\n```python {include=\"a.py\"}\nx = 1\n```\n\n```python {include=\"../examples\"}\n```\n",
    );
    site.write("examples/a.py", "# ANCHOR: one\nx = 1\n# ANCHOR_END: one\n");
    assert_snapshot!(site.told());
}

#[test]
fn tabs() {
    let site = page(
        "## Both\n\n```python {tab=\"neither\"}\nx = 1\nprint(x)\n```\n\n```output\n1\n```\n\n```python {tab=\"back_populates\"}\nprint('x' in globals())\n```\n\n\
         ```output\nFalse\n```\n\n```toml {tab=\"<TOML>\"}\na = 1\n```\n\nText.\n\n- ```sh {tab=\"a\"}\n  x\n  ```\n  ```sh {tab=\"b\"}\n  y\n  ```\n\n```sh {tab=\"a\"}\nz\n```\n\n```sh {tab=\"a\"}\nz\n```\n",
    );
    assert_snapshot!(site.told());
    site.write(
        "content/index.md",
        std::fs::read_to_string(site.root().join("content/index.md"))
            .unwrap()
            .trim_end_matches("\n\n```sh {tab=\"a\"}\nz\n```\n"),
    );
    site.write(
        "templates/example.html",
        "[{{ example.id }} {{ example.scenario }}]",
    );
    assert_snapshot!("tabs_as_html", site.file("index.html"));
}

#[test]
fn a_glossary() {
    let site = Site::new(&[
        (
            "content/index.md",
            "Of [identity map](term:), [states](term:Instance-State \"T\") and [x](term:idntity%20map).\n",
        ),
        (
            "content/session.md",
            "+++\nglossary = true\n+++\n\nIdentity map\n: Holds *one* object for each row.\n: [More](index.md).\n\nInstance state\n: What is known of an object.\n",
        ),
        (
            "content/glossary.md",
            "+++\ntemplate = \"glossary.html\"\n+++\n\n# Glossary\n\nAlpha\n: First.\n",
        ),
        ("content/other.md", "Option\n: No term.\n"),
    ]);
    site.write("templates/glossary.html", "{{ page.content | safe }}{% for term in terms %}{{ term.name }} {{ term.url }} {{ term.page.title }} {{ term.html | safe }}\n{% endfor %}");
    assert_snapshot!(site.told());
    site.write(
        "content/index.md",
        "Of [identity map](term:), [states](term:Instance-State \"T\").\n",
    );
    assert_snapshot!("terms_linked", site.file("index.html"));
    assert_snapshot!("glossary", site.file("glossary/index.html"));
    assert_snapshot!("terms_explained", site.file("session/index.html"));
}

#[test]
fn shortcodes() {
    let site = page(
        "Press {{ key(name=\"Ctrl & C\") }} *now*.\n\n{{ key(name='<b>') }}\n\n{% box(kind=\"note\") %}\n\nSome **text**.\n\n```python\nprint(1)\n```\n\n{% end %}\n\n\
         `{{ key(name=\"code\") }}` and\n\n```text\n{% box() %}\n```\n\n- {% box(kind=\"in a list\") %}\n\n  item\n\n  {% end %}\n",
    );
    site.write("templates/shortcodes/key.html", "<kbd>{{ name }}</kbd>\n");
    site.write(
        "templates/shortcodes/box.html",
        "<aside class=\"{{ kind }}\" title=\"{{ page.title }}\">\n{{ body }}</aside>\n",
    );
    site.write("templates/example.html", "[{{ example.id }}]\n");
    assert_snapshot!(site.file("index.html"));
}

#[test]
fn shortcodes_that_fail() {
    let site = page(
        "{{ kye(name=1) }} {{ fails() }} {{ key(name=) }}\n\n{% box() %}\n\ntext {% end %} text\n\n- {% end %}\n\n{% end %}\n\n{% box() %}\n",
    );
    site.write("templates/shortcodes/key.html", "<kbd>{{ name }}</kbd>\n");
    site.write("templates/shortcodes/box.html", "{{ body }}\n");
    site.write(
        "templates/shortcodes/fails.html",
        "\n{{ nothing.at_all }}\n",
    );
    assert_snapshot!(site.told());
    site.write("content/index.md", "Text {{ fails() }}.\n");
    assert_snapshot!("a_shortcode_whose_template_fails", site.told());
}

#[test]
fn remarks_on_structure() {
    let site = page(
        "# Home\n\n### Deep\n\n## Fine\n\n![](x.png)\n\n[a][refrence] and [b][] and rows[0][1] and [c][ref].\n\n[reference]: x.png\n[ref]: x.png\n",
    );
    site.write("content/x.png", "");
    assert_snapshot!(site.told());
}

#[test]
fn zola_s_links_and_folders() {
    let site = Site::new(&[
        (
            "content/_index.md",
            "# Home\n\n[a](@/guide/a.md#x), [g](@/guide/_index.md)\n",
        ),
        ("content/guide/_index.md", "# Guide\n"),
        ("content/guide/a.md", "# A\n\n## X\n"),
    ]);
    assert_snapshot!(site.file("index.html"));
    assert!(site.assemble().output.get("guide/index.html").is_some());
}

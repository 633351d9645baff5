//! Finished pages of small sites.

mod common;

use common::Site;
use insta::assert_snapshot;
use site_gen::pipeline;

#[test]
fn markdown() {
    let site = Site::new(&[
        (
            "content/index.md",
            r#"# The *page's* own heading

Text with `code`, ~~deleted~~ words, a [page](guide/start.md#first-steps "Title"),
a [place](#tables), [elsewhere](https://example.org/?a=1&b=2) and a note[^1].

[^1]: The note.

> [!WARNING]
> Careful.

## Tables

| Left | Right |
|:-----|------:|
| `a`  |     1 |

- [x] done
- [ ] open

## Tables

### With an id {#own .wide}

Term
: What it means.

![A picture](guide/picture.png)

```toml {title="site.toml"}
title = "<x>" # comment
```

```python {norun}
print("shown only")
```

    indented
"#,
        ),
        (
            "content/guide/start.md",
            "# Start\n\n## First steps\n\nBack [home](../index.md).\n",
        ),
        ("content/guide/picture.png", "PNG"),
    ]);
    assert_snapshot!(site.file("index.html"));
    assert_snapshot!("start", site.file("guide/start/index.html"));
    assert_eq!(site.file("guide/picture.png"), "PNG");
}

const DUMP: &str = r#"{{ site.title }}|{{ site.base_url }}|{{ site.base_path }}
nav:
{% for entry in site.nav %}{{ entry.title }} {{ entry.url }}{% if entry.active %} active{% endif %}
{% for child in entry.children %}  {{ child.title }} {{ child.url }}{% if child.active %} active{% endif %}
{% endfor %}{% endfor %}page: {{ page.title }}|{{ page.url }}|{{ page.canonical }}|{{ page.source }}
previous: {% if page.previous %}{{ page.previous.title }} {{ page.previous.url }}{% endif %}
next: {% if page.next %}{{ page.next.title }} {{ page.next.url }}{% endif %}
toc: {% for entry in page.toc %}{{ entry.level }} {{ entry.id }} {{ entry.title }}{% for child in entry.children %} > {{ child.id }}{% endfor %};{% endfor %}
updated: {% if page.updated %}{{ page.updated }}{% endif %} by {% for name in page.contributors %}{{ name }},{% endfor %}
asset: {{ asset(path="css/own.css") }} url: {{ url(path="guide/a.md") }} extra: {{ page.extra.colour | default(value="none") }}
"#;

fn structured() -> Site {
    let site = Site::new(&[
        (
            "content/index.md",
            "+++\ntitle = \"Home & Co\"\n[extra]\ncolour = \"red\"\n+++\n\n## A `b` <c>\n\n### D\n",
        ),
        ("content/about.md", "# About\n"),
        (
            "content/guide/index.md",
            "+++\ntitle = \"Guide\"\nweight = -1\n+++\n",
        ),
        (
            "content/guide/a.md",
            "+++\nweight = 2\nupdated = 2026-01-31\ncontributors = [\"Ada\", \"Grace\"]\n+++\n\n# A\n",
        ),
        ("content/guide/b.md", "+++\nweight = 1\n+++\n\n# B\n"),
        ("content/draft.md", "+++\ndraft = true\n+++\n"),
        ("static/css/own.css", ""),
    ]);
    site.write("templates/page.html", DUMP);
    let section = format!(
        "{DUMP}pages: {{% for page in pages %}}{{{{ page.title }}}} {{{{ page.url }}}},{{% endfor %}}\n"
    );
    site.write("templates/section.html", section);
    site
}

#[test]
fn what_templates_see() {
    let site = structured();
    assert_snapshot!("home", site.file("index.html"));
    assert_snapshot!("section", site.file("guide/index.html"));
    assert_snapshot!("page", site.file("guide/a/index.html"));
    let output = site.assemble().output;
    assert!(output.get("draft/index.html").is_none());
}

#[test]
fn below_a_sub_path() {
    let site = structured();
    site.write(
        "site.toml",
        "nav = [\"guide/a.md\", { title = \"More\", children = [\"index.md\"] }]\n",
    );
    let options = pipeline::Options {
        base_url: Some("https://example.org/sub/path".into()),
        ..site.options()
    };
    let assembled = pipeline::assemble(&options);
    let text =
        |path: &str| String::from_utf8(assembled.output.get(path).unwrap().bytes.to_vec()).unwrap();
    assert_snapshot!("sub_path", text("guide/a/index.html"));
    assert_snapshot!("sitemap", text("sitemap.xml"));
    assert_snapshot!("robots", text("robots.txt"));
}

#[test]
fn a_site_s_own_files_replace_the_built_in_ones() {
    let site = Site::new(&[
        ("content/index.md", "# Hi\n"),
        ("static/robots.txt", "mine\n"),
    ]);
    assert_eq!(site.file("robots.txt"), "mine\n");
    site.write("templates/404.html", "gone from {{ site.title }}");
    assert_eq!(site.file("404.html"), "gone from Test");
}

#[test]
fn the_same_bytes_every_time() {
    let site = structured();
    assert_eq!(site.assemble().output, site.assemble().output);
}

#[test]
fn old_addresses_lead_to_the_new_one() {
    let site = Site::new(&[(
        "content/guide/new.md",
        "+++\naliases = [\"old\", \"/older/one/\"]\n+++\n",
    )]);
    assert_snapshot!("redirect", site.file("old/index.html"));
    assert_eq!(
        site.file("older/one/index.html"),
        site.file("old/index.html")
    );
    site.write("content/old.md", "");
    site.write(
        "content/bad.md",
        "+++\naliases = [\"../x\", \"https://example.org\", \"\"]\n+++\n",
    );
    assert_snapshot!("bad_aliases", site.told());
    site.remove("content/bad.md");
    assert_snapshot!("taken_alias", site.told());
}

#[test]
fn the_way_up_and_the_way_to_the_source() {
    let site = Site::new(&[
        ("content/index.md", "# Home\n"),
        ("content/a/index.md", "# A\n"),
        ("content/a/b/c.md", "# C\n"),
        ("content/a/b/index.md", "# B\n"),
        ("site.toml", "edit_url = \"https://example.org/edit/\"\n"),
    ]);
    let template = "{% for page in page.ancestors %}{{ page.title }} {{ page.url }} > {% endfor %}{{ page.edit_url }}";
    site.write("templates/page.html", template);
    assert_eq!(site.file("index.html"), "https://example.org/edit/index.md");
    assert_eq!(
        site.file("a/b/index.html"),
        "Home / &gt; A /a/ &gt; https://example.org/edit/a/b/index.md".replace("&gt;", ">")
    );
    assert_eq!(
        site.file("a/b/c/index.html"),
        "Home / > A /a/ > B /a/b/ > https://example.org/edit/a/b/c.md"
    );
}

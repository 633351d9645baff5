//! What lies beside the pages.

mod common;

use std::process::Command;

use common::Site;
use insta::assert_snapshot;

fn site() -> Site {
    Site::new(&[
        (
            "site.toml",
            "title = \"Tools & more\"\ndescription = \"All of them.\"\nbase_url = \"https://example.org/docs/\"\nimage = \"pictures/all.png\"\n[extras]\nprint = true\n",
        ),
        ("static/pictures/all.png", ""),
        (
            "content/index.md",
            "+++\ntitle = \"Home\"\n+++\n\nSee [the guide](guide/index.md#part), [a file](guide/x.txt) and [this](#here).\n\n## Here\n\nNote[^n].\n\n[^n]: Text.\n",
        ),
        (
            "content/guide/index.md",
            "+++\ntitle = \"Guide\"\ndescription = \"How to.\"\ndate = 2026-01-31\nimage = \"tree.png\"\n+++\n\n## Part\n\nBack [home](../index.md).\n",
        ),
        (
            "content/guide/deep/page.md",
            "# Deep\n\n## Here\n\n[Up](#here)\n",
        ),
        ("content/guide/deep/index.md", "# Folder\n"),
        ("content/guide/x.txt", "x"),
        ("content/guide/tree.png", ""),
    ])
}

#[test]
fn text_for_machines() {
    let site = site();
    assert_snapshot!(site.file("llms.txt"));
    assert_snapshot!("markdown", site.file("index.md"));
    assert_eq!(
        site.file("guide/deep/page/index.md"),
        "# Deep\n\n## Here\n\n[Up](#here)\n"
    );
    site.write("site.toml", "[extras]\nmarkdown = false\n");
    let output = site.assemble().output;
    assert!(output.get("llms.txt").is_none() && output.get("index.md").is_none());
}

#[test]
fn the_whole_site_on_one_page() {
    let site = site();
    let html = site.file("print/index.html");
    let main = &html[html.find("<main").unwrap()..html.find("</main>").unwrap()];
    assert_snapshot!(main);
    // Every id once, and every link within the page leads to one.
    let values = |name: &str| -> Vec<String> {
        let pattern = format!(" {name}=\"");
        main.split(&pattern)
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap().to_owned())
            .collect()
    };
    let ids = values("id");
    let mut unique = ids.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), ids.len(), "{ids:?}");
    for link in values("href")
        .iter()
        .filter_map(|href| href.strip_prefix('#'))
    {
        assert!(ids.iter().any(|id| id == link), "{link} in {ids:?}");
    }
}

#[test]
fn what_others_show_of_a_page() {
    let site = site();
    site.remove("templates/page.html");
    site.remove("templates/section.html");
    let head = |path: &str| {
        let html = site.file(path);
        let from = html.find("<title>").unwrap();
        html[from..html.find("<link rel=\"icon\"").unwrap()].to_owned()
    };
    assert_snapshot!(head("guide/index.html"));
    let home = head("index.html");
    assert!(
        home.contains("og:image\" content=\"https://example.org/docs/pictures/all.png\""),
        "{home}"
    );
    let deep = site.file("guide/deep/page/index.html");
    let from = deep
        .find("<nav class=\"breadcrumbs\"")
        .expect("breadcrumbs");
    assert_snapshot!(
        "breadcrumbs",
        &deep[from..from + deep[from..].find("</nav>").unwrap()]
    );
}

#[test]
fn dates_from_git() {
    let site = Site::new(&[
        ("site.toml", "updated_from = \"git\"\n"),
        ("content/index.md", "# Home\n"),
        ("content/own.md", "+++\nupdated = 2020-02-02\n+++\n"),
        ("content/new.md", "# New\n"),
    ]);
    site.write(
        "templates/page.html",
        "{% if page.updated %}{{ page.updated }}{% else %}none{% endif %}",
    );
    // Without git there are no dates.
    assert_eq!(site.file("index.html"), "none");
    let git = |arguments: &[&str]| {
        let status = Command::new("git")
            .arg("-C")
            .arg(site.root())
            .args([
                "-c",
                "user.name=x",
                "-c",
                "user.email=x@example.org",
                "-c",
                "init.defaultBranch=main",
            ])
            .args(arguments)
            .env("GIT_COMMITTER_DATE", "2026-03-04T12:00:00Z")
            .env("GIT_AUTHOR_DATE", "2026-03-04T12:00:00Z")
            .output()
            .expect("git");
        assert!(
            status.status.success(),
            "{}",
            String::from_utf8_lossy(&status.stderr)
        );
    };
    git(&["init", "-q"]);
    git(&["add", "content/index.md", "content/own.md"]);
    git(&["commit", "-q", "-m", "pages"]);
    assert_eq!(site.file("index.html"), "2026-03-04");
    assert_eq!(site.file("own/index.html"), "2020-02-02");
    assert_eq!(site.file("new/index.html"), "none");
}

#[test]
fn folders_are_sorted_as_they_say() {
    let site = Site::new(&[
        ("content/index.md", "+++\nsort_by = \"date\"\n+++\n"),
        (
            "content/a.md",
            "+++\ntitle = \"Z\"\ndate = 2026-01-01\n+++\n",
        ),
        (
            "content/b.md",
            "+++\ntitle = \"y\"\ndate = 2026-02-01\n+++\n",
        ),
        ("content/c.md", "+++\ntitle = \"X\"\nweight = -1\n+++\n"),
    ]);
    let list = "{% for page in pages %}{{ page.title }}{% endfor %} {% for entry in site.nav %}{{ entry.title }}{% endfor %}";
    site.write("templates/section.html", list);
    assert_eq!(site.file("index.html"), "yZX indexyZX");
    site.write("content/index.md", "+++\nsort_by = \"title\"\n+++\n");
    assert_eq!(site.file("index.html"), "XyZ indexXyZ");
    site.write("content/index.md", "");
    assert_eq!(site.file("index.html"), "XZy indexXZy");
    site.write("content/index.md", "+++\nsort_by = \"colour\"\n+++\n");
    assert!(site.told().contains("pages cannot be sorted by `colour`"));
}

//! `site-gen test`: the list, the filter, the update, the oracle.

mod common;

use std::process::{Command, Output, Stdio};

use common::Site;
use insta::assert_snapshot;

fn test(site: &Site, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_site-gen"))
        .args(["test", "--root"])
        .arg(site.root())
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .expect("site-gen starts")
}

/// Both streams, times left out.
fn shown(output: &Output) -> String {
    let text = format!(
        "status {}\n{}--- stderr\n{}",
        output.status.code().unwrap_or(-1),
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    let times =
        regex::Regex::new(r"\d+(\.\d+)?( ms|s\b)|[\d.]+(?:e-?\d+)?(,\x22scenario)").unwrap();
    let ms = regex::Regex::new(r#""milliseconds":[\d.e-]+"#).unwrap();
    let text = ms.replace_all(&text, "\"milliseconds\":0").into_owned();
    times.replace_all(&text, "0$2$3").into_owned()
}

const MIXED: &str = "## One\n\n```python\nx = 1\nprint(x)\n```\n\n```output\n1\n```\n\n```pycon\n>>> x + 1\n3\n```\n\n\
                     ## Two\n\n```python\n1 / 0\n```\n\n```python\nprint('behind it')\n```\n\n\
                     ## Three\n\n```python {raises=\"KeyError\"}\n{}['a']\n```\n";

#[test]
fn the_list_is_as_cargo_s() {
    let site = Site::new(&[("content/index.md", "# Home\n"), ("content/faq.md", MIXED)]);
    let output = test(&site, &[]);
    assert_snapshot!(shown(&output));
    let output = test(&site, &["faq.md:19"]);
    assert_snapshot!("filtered", shown(&output));
    let output = test(&site, &["three"]);
    assert_eq!(output.status.code(), Some(0));
    let output = test(&site, &["--format", "json"]);
    assert_snapshot!("as_json", shown(&output));
}

#[test]
fn what_concerns_no_example_is_not_told_here() {
    let site = Site::new(&[(
        "content/index.md",
        "[x](gone.md)\n\n```python {norn}\nx = 1\n```\n",
    )]);
    assert_snapshot!(shown(&test(&site, &[])));
}

fn updated(text: &str) -> (Output, String) {
    let site = Site::new(&[]);
    site.write("content/index.md", text);
    let output = test(&site, &["--update", "--yes"]);
    let after = std::fs::read_to_string(site.root().join("content/index.md")).unwrap();
    if output.status.success() {
        let again = test(&site, &["--update", "--yes"]);
        assert!(String::from_utf8_lossy(&again.stderr).contains("every output is up to date"));
        assert_eq!(
            std::fs::read_to_string(site.root().join("content/index.md")).unwrap(),
            after
        );
    }
    (output, after)
}

#[test]
fn an_output_fence_is_brought_up_to_date() {
    let (output, after) = updated(
        "Text with blanks   \n\n```python\nprint('a')\nprint('b')\n```\n\n```output\na\nB\n```\n\nMore.  \n\n\
         ```python\nprint('no fence')\n```\n\n```python\npass\n```\n\n```output\nold\n```\n\n\
         ```python\nprint('new')\n```\n\n```output\n```",
    );
    assert_eq!(
        after,
        "Text with blanks   \n\n```python\nprint('a')\nprint('b')\n```\n\n```output\na\nb\n```\n\nMore.  \n\n\
         ```python\nprint('no fence')\n```\n\n```python\npass\n```\n\n```output\n```\n\n\
         ```python\nprint('new')\n```\n\n```output\nnew\n```"
    );
    assert_snapshot!(shown(&output));
}

#[test]
fn line_ends_lists_quotations_and_indentation_are_kept() {
    let (_, after) = updated(
        "1. In a list:\r\n\r\n   ```pycon\r\n   >>> 1 + 1\r\n   3\r\n   >>> x = 1\r\n   >>> print('a\\n\\nb')\r\n   ```\r\n\r\n\
         > Quoted  \r\n>\r\n> ```python\r\n> print('a\\n\\nb')\r\n> ```\r\n>\r\n> ```output\r\n> ```\r\n\r\n\
         > - both\r\n>\r\n>   ~~~python\r\n>   print(1)\r\n>   ~~~\r\n>   ~~~output\r\n>   2 \r\n>   ~~~\r\n",
    );
    assert_eq!(
        after,
        "1. In a list:\r\n\r\n   ```pycon\r\n   >>> 1 + 1\r\n   2\r\n   >>> x = 1\r\n   >>> print('a\\n\\nb')\r\n   a\r\n\r\n   b\r\n   ```\r\n\r\n\
         > Quoted  \r\n>\r\n> ```python\r\n> print('a\\n\\nb')\r\n> ```\r\n>\r\n> ```output\r\n> a\r\n>\r\n> b\r\n> ```\r\n\r\n\
         > - both\r\n>\r\n>   ~~~python\r\n>   print(1)\r\n>   ~~~\r\n>   ~~~output\r\n>   1\r\n>   ~~~\r\n"
    );
}

#[test]
fn a_session_keeps_what_still_holds() {
    let (_, after) = updated(
        "```pycon\n>>> class A: pass\n...\n>>> [A(), 1]\n[<__main__.A object at 0x...>, 2]\n\n>>> {}['a']\nTraceback (most recent call last):\n  ...\nKeyError: 'b'\n>>> None\nNone\n>>> 5\n```\n",
    );
    assert_eq!(
        after,
        "```pycon\n>>> class A: pass\n...\n>>> [A(), 1]\n[<__main__.A object at 0x...>, 1]\n\n>>> {}['a']\nTraceback (most recent call last):\n  ...\nKeyError: 'a'\n>>> None\n>>> 5\n5\n```\n"
    );
}

#[test]
fn a_page_whose_example_raised_is_left_alone() {
    let text = "```python\nprint(1)\n```\n\n```output\n2\n```\n\n## Two\n\n```python\n1 / 0\n```\n";
    let (output, after) = updated(text);
    assert_eq!(after, text);
    assert_snapshot!(shown(&output));
}

#[test]
fn what_cannot_stand_in_a_page_is_refused() {
    let text = "```python\nprint('```')\n```\n\n```output\nx\n```\n";
    let (output, after) = updated(text);
    assert_eq!(after, text);
    assert_snapshot!(shown(&output));
    let (_, after) = updated("```python\nprint('```')\n```\n\n````output\nx\n````\n");
    assert_eq!(
        after,
        "```python\nprint('```')\n```\n\n````output\n```\n````\n"
    );
}

#[test]
fn nothing_is_written_unasked() {
    let text = "```python\nprint(1)\n```\n\n```output\n2\n```\n";
    let site = Site::new(&[("content/index.md", text)]);
    let output = test(&site, &["--update"]);
    assert_eq!(
        std::fs::read_to_string(site.root().join("content/index.md")).unwrap(),
        text
    );
    assert_snapshot!(shown(&output));
}

/// Stands for a Python that differs from the engine.
#[cfg(unix)]
#[test]
fn the_oracle_s_difference_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::new(&[(
        "content/index.md",
        "## Same\n\n```python\nprint('a')\n```\n\n## Other\n\n```python\nprint('b')\n{}['x']\n```\n\n\
         ## Endless\n\n```python\nwhile True: pass\n```\n",
    )]);
    site.write(
        "python",
        "#!/bin/sh\nif [ \"$3\" = --versions ]; then echo 'a Python'; exit; fi\ncase \"$(cat)\" in\n*\"'a'\"*) printf '%s\\n' '{\"stdout\": \"a\\n\", \"stderr\": \"\", \"warnings\": []}';;\n*) printf '%s\\n' '{\"stdout\": \"B\\n\", \"stderr\": \"Traceback (most recent call last):\\n  x\\nKeyError: 1\\n\", \"warnings\": [\"W: w\"]}';;\nesac\n",
    );
    let python = site.root().join("python");
    std::fs::set_permissions(&python, std::fs::Permissions::from_mode(0o755)).unwrap();
    let output = test(&site, &["--oracle", python.to_str().unwrap()]);
    assert_snapshot!(shown(&output));
    let output = test(&site, &["--oracle", "/no/such/python"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("/no/such/python cannot be run"));
}

/// The pages of this repository on real SQLAlchemy, where there is one.
#[test]
fn the_engine_agrees_with_sqlalchemy_on_this_site() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap();
    let named = std::env::var_os("ORACLE_PYTHON").map(std::path::PathBuf::from);
    let Some(python) =
        named.or_else(|| Some(root.join(".venv/bin/python")).filter(|p| p.is_file()))
    else {
        println!("skipped: there is no .venv with SQLAlchemy (`make test` makes it)");
        return;
    };
    let output = Command::new(env!("CARGO_BIN_EXE_site-gen"))
        .args(["test", "--root"])
        .arg(root)
        .arg("--oracle")
        .arg(python)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", shown(&output));
}

//! Every entry of `LIMITS.md` is a program with what it prints; both stand there.

use super::support;
use recorded::Case;
use std::path::PathBuf;

/// An entry of the list.
struct Entry<'t> {
    name: &'t str,
    program: &'t str,
    printed: &'t str,
}

/// The text between a fence and its end.
fn fenced<'t>(section: &'t str, language: &str) -> Option<&'t str> {
    let (_, rest) = section.split_once(&format!("```{language}\n"))?;
    Some(rest.split_once("```")?.0)
}

#[test]
fn what_is_listed_behaves_as_listed() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("LIMITS.md");
    let text = std::fs::read_to_string(&path).expect("LIMITS.md can be read");
    let entries: Vec<Entry> = text
        .split("\n### ")
        .skip(1)
        .map(|section| {
            let name = section.lines().next().unwrap_or_default();
            let part = |language| {
                fenced(section, language)
                    .unwrap_or_else(|| panic!("'{name}' has no fence of {language}"))
            };
            Entry {
                name,
                program: part("python"),
                printed: part("text"),
            }
        })
        .collect();
    assert!(!entries.is_empty(), "no entries in {}", path.display());
    let mut differences = String::new();
    for entry in entries {
        let case = Case {
            name: "example.py".to_owned(),
            path: path.clone(),
            text: entry.program.to_owned(),
            expected: entry.printed.to_owned(),
        };
        let printed = support::output(&case);
        if printed != entry.printed {
            differences += &format!("=== {}\n{printed}", entry.name);
        }
    }
    assert!(differences.is_empty(), "\n{differences}");
}

/// What is left out is an error that names it, not something that happens to go wrong.
#[test]
fn what_is_left_out_says_so() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("LIMITS.md");
    let text = std::fs::read_to_string(path).expect("LIMITS.md can be read");
    let left_out = text
        .split("\n## ")
        .find(|part| part.starts_with("Left out"))
        .expect("a part on what is left out");
    for section in left_out.split("\n### ").skip(1) {
        let printed = fenced(section, "text").unwrap_or_default();
        let last = printed.lines().last().unwrap_or_default();
        let clear = last.starts_with("NotImplementedError: ")
            && last.ends_with(" not supported in the playground");
        let module = last.starts_with("ModuleNotFoundError: ");
        assert!(clear || module, "{}", section.lines().next().unwrap_or(""));
    }
}

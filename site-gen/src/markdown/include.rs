//! Files that pages include, whole or a marked region of them. No path leads out of the site's folder.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::nearest;
use crate::source::{SourceFile, Span};

/// A part of a file.
#[derive(Debug)]
pub struct Included {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The lines of the part, each with its line break.
    pub lines: Vec<Span>,
}

/// What is wrong with an include, and what to try.
#[derive(Debug, PartialEq, Eq)]
pub struct Refused {
    /// What is wrong.
    pub message: String,
    /// What to try.
    pub help: Option<String>,
}

impl Refused {
    fn new(message: impl Into<String>) -> Self {
        Refused {
            message: message.into(),
            help: None,
        }
    }
}

/// Which part of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part<'t> {
    /// All of it.
    All,
    /// What stands between the marks of a region.
    Region(&'t str),
    /// The same, where a region that nothing ends goes to the end of the file.
    OpenRegion(&'t str),
    /// These lines, counted from one.
    Lines(Range<usize>),
}

/// `path#region` or `path`, as fences have it.
pub fn target(text: &str) -> (&str, Part<'_>) {
    match text.split_once('#') {
        Some((path, region)) => (path, Part::Region(region)),
        None => (text, Part::All),
    }
}

/// `path`, `path:region`, `path:line`, `path:from:to`, as mdBook has it.
pub fn mdbook_target(text: &str) -> (&str, Part<'_>) {
    let mut parts = text.splitn(3, ':');
    let path = parts.next().unwrap_or_default();
    let part = match (parts.next(), parts.next()) {
        (None, _) => Part::All,
        (Some(from), to) => match (from.parse::<usize>(), to.map(str::parse::<usize>)) {
            (Ok(line), None) => Part::Lines(line..line.saturating_add(1)),
            (Ok(from), Some(Ok(to))) => Part::Lines(from..to.saturating_add(1)),
            (Ok(from), Some(Err(_))) => Part::Lines(from..usize::MAX),
            (Err(_), Some(Ok(to))) if from.is_empty() => Part::Lines(1..to.saturating_add(1)),
            (Err(_), _) => Part::OpenRegion(from),
        },
    };
    (path, part)
}

/// Reads a part of a file. `written` is relative to `folder`, a folder of the site; with a slash before it, to
/// `root` itself. Also answers the file's path below `root`, which the page depends on from now on, found or not.
pub fn include(
    root: &Path,
    folder: &Path,
    written: &str,
    part: &Part<'_>,
) -> (PathBuf, Result<Included, Refused>) {
    let path = match written.strip_prefix('/') {
        Some(path) => PathBuf::from(path),
        None => normal(&folder.join(written)),
    };
    let included = read(root, &path, written).and_then(|file| {
        let lines = lines_of(&file.text, part)?;
        Ok(Included { file, lines })
    });
    (path, included)
}

fn read(root: &Path, path: &Path, written: &str) -> Result<Arc<SourceFile>, Refused> {
    let outside = || Refused {
        message: format!("the include `{written}` leads out of the site's folder"),
        help: Some("copy the file into the site".into()),
    };
    if path.is_absolute() || path.starts_with("..") {
        return Err(outside());
    }
    let whole = root.join(path);
    let Ok(real) = whole.canonicalize() else {
        return Err(missing(&whole, written));
    };
    // A symbolic link may lead anywhere: where it leads to is what counts.
    if !root.canonicalize().is_ok_and(|root| real.starts_with(root)) {
        return Err(outside());
    }
    if !real.is_file() {
        return Err(Refused::new(format!(
            "missing include: `{written}` is no file"
        )));
    }
    SourceFile::read(root, path)
        .map_err(|error| Refused::new(format!("the include `{written}`: {}", error.message)))
}

fn missing(whole: &Path, written: &str) -> Refused {
    let mut refused = Refused::new(format!("missing include: there is no file `{written}`"));
    let names = whole.parent().and_then(|folder| folder.read_dir().ok());
    let names: Vec<String> = names
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    let name = whole.file_name().unwrap_or_default().to_string_lossy();
    if let Some(near) = nearest(&name, names.iter().map(String::as_str)) {
        let folder = written.rfind('/').map_or("", |at| &written[..=at]);
        refused.help = Some(format!("did you mean `{folder}{near}`?"));
    }
    refused
}

/// A path without `.` and, where possible, without `..`.
fn normal(path: &Path) -> PathBuf {
    use std::path::Component;
    let mut parts: Vec<Component<'_>> = Vec::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if matches!(parts.last(), Some(Component::Normal(_))) => {
                parts.pop();
            }
            other => parts.push(other),
        }
    }
    parts.iter().collect()
}

fn lines_of(text: &str, part: &Part<'_>) -> Result<Vec<Span>, Refused> {
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        start += line.len();
        start - line.len()..start
    });
    match part {
        Part::All => Ok(lines.collect()),
        Part::Lines(range) => {
            let count = range.len().min(usize::MAX - 1);
            let lines: Vec<Span> = lines
                .skip(range.start.saturating_sub(1))
                .take(count)
                .collect();
            match lines.is_empty() {
                true => Err(Refused::new(format!(
                    "the file has no line {}",
                    range.start
                ))),
                false => Ok(lines),
            }
        }
        Part::Region(name) => region(text, &lines.collect::<Vec<_>>(), name, false),
        Part::OpenRegion(name) => region(text, &lines.collect::<Vec<_>>(), name, true),
    }
}

/// The lines between `ANCHOR: name` and `ANCHOR_END: name`, or between `#region name` and `#endregion`. Other
/// marks between them are left out.
fn region(text: &str, lines: &[Span], name: &str, may_be_open: bool) -> Result<Vec<Span>, Refused> {
    let mut found = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    // How many regions deep the place is, since the wanted one began.
    let mut depth: Option<usize> = None;
    let mut is_closed = false;
    for span in lines {
        match mark(&text[span.clone()]) {
            Some(Mark::Begin(begun)) => {
                names.push(begun);
                if let Some(depth) = &mut depth {
                    *depth += usize::from(text[span.clone()].contains("#region"));
                } else if begun == name && !is_closed {
                    depth = Some(0);
                }
            }
            Some(Mark::End(Some(ended))) if ended == name && depth.is_some() => {
                (depth, is_closed) = (None, true);
            }
            Some(Mark::End(None)) => match depth {
                Some(0) => (depth, is_closed) = (None, true),
                Some(n) => depth = Some(n - 1),
                None => {}
            },
            Some(Mark::End(Some(_))) => {}
            None if depth.is_some() => found.push(span.clone()),
            None => {}
        }
    }
    if is_closed || (may_be_open && depth.is_some()) {
        return Ok(found);
    }
    if depth.is_some() {
        return Err(Refused {
            message: format!("the region `{name}` has no end"),
            help: Some(format!(
                "mark it with a line `ANCHOR_END: {name}` in a comment"
            )),
        });
    }
    let near = nearest(name, names.iter().copied());
    Err(Refused {
        message: format!("the file has no region `{name}`"),
        help: Some(match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!(
                "begin it with a line `ANCHOR: {name}` in a comment and end it with `ANCHOR_END: {name}`"
            ),
        }),
    })
}

enum Mark<'t> {
    Begin(&'t str),
    End(Option<&'t str>),
}

fn mark(line: &str) -> Option<Mark<'_>> {
    let name = |rest: &'_ str| -> usize {
        let rest = rest.trim_start();
        rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.')))
            .unwrap_or(rest.len())
    };
    let word = |rest: &'_ str| -> Option<(usize, usize)> {
        let blank = rest.len() - rest.trim_start().len();
        let length = name(rest);
        (length > 0).then_some((blank, blank + length))
    };
    if let Some((_, rest)) = line.split_once("ANCHOR_END:") {
        let (from, to) = word(rest)?;
        return Some(Mark::End(Some(&rest[from..to])));
    }
    if let Some((_, rest)) = line.split_once("ANCHOR:") {
        let (from, to) = word(rest)?;
        return Some(Mark::Begin(&rest[from..to]));
    }
    if line.contains("#endregion") {
        return Some(Mark::End(None));
    }
    let (_, rest) = line.split_once("#region")?;
    let (from, to) = word(rest)?;
    Some(Mark::Begin(&rest[from..to]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "a\n# ANCHOR: one\nb\n# ANCHOR: two\nc\n# ANCHOR_END: two\n# ANCHOR_END: one\n// #region three\nd\n// #endregion\n# ANCHOR: four\n";

    fn part(text: &str, part: Part<'_>) -> Result<String, String> {
        let lines = lines_of(text, &part).map_err(|refused| refused.message)?;
        Ok(lines.into_iter().map(|span| &text[span]).collect())
    }

    #[test]
    fn regions() {
        let named = |name| part(FILE, Part::Region(name));
        assert_eq!(named("one").unwrap(), "b\nc\n");
        assert_eq!(named("two").unwrap(), "c\n");
        assert_eq!(named("three").unwrap(), "d\n");
        assert_eq!(named("four").unwrap_err(), "the region `four` has no end");
        assert_eq!(part(FILE, Part::OpenRegion("four")).unwrap(), "");
        assert_eq!(named("five").unwrap_err(), "the file has no region `five`");
        assert_eq!(part("a\nb\nc\n", Part::Lines(2..3)).unwrap(), "b\n");
        assert!(part("a\n", Part::Lines(2..9)).is_err());
    }

    #[test]
    fn targets() {
        assert_eq!(target("a.py#x"), ("a.py", Part::Region("x")));
        assert_eq!(mdbook_target("a.rs"), ("a.rs", Part::All));
        assert_eq!(
            mdbook_target("a.rs:main"),
            ("a.rs", Part::OpenRegion("main"))
        );
        assert_eq!(mdbook_target("a.rs:2"), ("a.rs", Part::Lines(2..3)));
        assert_eq!(mdbook_target("a.rs:2:5"), ("a.rs", Part::Lines(2..6)));
        assert_eq!(mdbook_target("a.rs::5"), ("a.rs", Part::Lines(1..6)));
        assert_eq!(
            mdbook_target("a.rs:5:"),
            ("a.rs", Part::Lines(5..usize::MAX))
        );
    }

    #[cfg(unix)]
    #[test]
    fn nothing_outside_is_read() {
        let outside = tempfile::tempdir().unwrap();
        std::fs::write(outside.path().join("secret"), "x").unwrap();
        let site = outside.path().join("site");
        std::fs::create_dir_all(site.join("content")).unwrap();
        std::fs::write(site.join("inside.py"), "x").unwrap();
        std::os::unix::fs::symlink("../../secret", site.join("content/link")).unwrap();
        std::os::unix::fs::symlink("../..", site.join("content/up")).unwrap();
        let get = |written: &str| include(&site, Path::new("content"), written, &Part::All).1;
        assert!(get("../inside.py").is_ok());
        assert!(get("/inside.py").is_ok());
        for written in [
            "../../secret",
            "link",
            "up/secret",
            "/../secret",
            "//etc/passwd",
            "../..",
        ] {
            let refused = get(written).unwrap_err();
            assert!(
                refused.message.contains("leads out of the site"),
                "{written}: {refused:?}"
            );
        }
        let missing = get("../insde.py").unwrap_err();
        assert_eq!(
            missing.help.as_deref(),
            Some("did you mean `../inside.py`?")
        );
        assert!(get("").unwrap_err().message.contains("is no file"));
    }
}

//! What stylesheets and scripts say of other files, found and replaced by the paths that those have.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use bytes::Bytes;

use super::Source;
use crate::bundle::resolve;

/// The names of the assets that a file refers to, itself aside.
pub(super) fn of<'s>(
    name: &str,
    text: Option<&str>,
    sources: &'s BTreeMap<String, Source>,
) -> BTreeSet<&'s str> {
    let found = find(name, text.unwrap_or_default());
    found
        .into_iter()
        .filter_map(|(_, target)| sources.get_key_value(&target))
        .map(|(name, _)| name.as_str())
        .filter(|target| *target != name)
        .collect()
}

/// The text with the paths of the assets that it refers to. What it refers to lies in the folder that it says: only
/// the last component is another one.
pub(super) fn rewrite(name: &str, text: &str, paths: &BTreeMap<&str, String>) -> Bytes {
    let mut out = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for (span, target) in find(name, text) {
        let Some(path) = paths.get(target.as_str()) else {
            continue;
        };
        let written = &text[span.clone()];
        let folder = written.rfind('/').map_or(0, |slash| slash + 1);
        out.push_str(&text[at..span.start + folder]);
        out.push_str(path.rsplit('/').next().unwrap_or(path));
        at = span.end;
    }
    out.push_str(&text[at..]);
    out.into()
}

/// The places of everything that may be the relative address of a file, with the names that it stands for.
fn find(name: &str, text: &str) -> Vec<(Range<usize>, String)> {
    let spans = match name.rsplit('.').next() {
        Some("css") => in_stylesheet(text),
        Some("js" | "mjs") => in_script(text),
        _ => Vec::new(),
    };
    let target = |span: Range<usize>| {
        let target = resolve(name, &text[span.clone()])?;
        Some((span, target))
    };
    spans.into_iter().filter_map(target).collect()
}

/// `url(x)`, quoted or not.
fn in_stylesheet(text: &str) -> Vec<Range<usize>> {
    let opened = text.match_indices("url(");
    let inside = |(at, open): (usize, &str)| {
        let start = at + open.len();
        let end = start + text[start..].find(')')?;
        let inner = text[start..end].trim().trim_matches(['"', '\'']);
        let start = start + text[start..end].find(inner)?;
        Some(start..start + inner.len())
    };
    opened.filter_map(inside).collect()
}

/// Strings that begin as a relative address does, and the argument of `new URL(x, import.meta.url)`.
fn in_script(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    for (at, quote) in text.match_indices(['"', '\'']) {
        let start = at + 1;
        let rest = &text[start..];
        let is_module = rest.starts_with("./") || rest.starts_with("../");
        let is_beside = text[..at].ends_with("new URL(");
        if !is_module && !is_beside {
            continue;
        }
        let line = rest.lines().next().unwrap_or_default();
        if let Some(end) = line.find(quote)
            && (is_module || line[end + 1..].starts_with(", import.meta.url"))
        {
            spans.push(start..start + end);
        }
    }
    spans
}

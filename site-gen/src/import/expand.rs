//! mdBook's `{{#include file:anchor}}` and its relatives: text put into a page before it is read. What is told about
//! the page afterwards is told at its author's place.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::content::Content;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::markdown::include::{include, mdbook_target};
use crate::source::SourceFile;

/// As deep as mdBook goes.
const MOST_LEVELS: usize = 10;

/// A page's text with what it includes.
#[derive(Clone, Debug)]
pub struct Expansion {
    /// The file as its author wrote it.
    pub original: Arc<SourceFile>,
    /// What it includes, below the site's folder.
    pub included: BTreeSet<PathBuf>,
    /// The title that `{{#title ...}}` gives it.
    pub title: Option<String>,
    /// Where the pieces of the new text come from: a piece, and its place in the original. The length of the place
    /// is the piece's own where it was taken over.
    pieces: Vec<(Range<usize>, Range<usize>)>,
}

/// The page's file with everything put into it; `None` if there is nothing to put in.
pub fn expand(
    root: &Path,
    file: &Arc<SourceFile>,
    diagnostics: &mut Diagnostics,
) -> Option<(Arc<SourceFile>, Expansion)> {
    if !file.text.contains("{{#") {
        return None;
    }
    let mut expander = Expander {
        root,
        included: BTreeSet::new(),
        title: None,
        diagnostics,
    };
    let mut text = String::with_capacity(file.text.len() * 2);
    let mut pieces = Vec::new();
    let mut at = 0;
    let take = |text: &mut String, from: usize, to: usize| {
        let start = text.len();
        text.push_str(&file.text[from..to]);
        (start..text.len(), from..to)
    };
    for call in calls(&file.text) {
        pieces.push(take(&mut text, at, call.span.start));
        at = call.span.end;
        let start = text.len();
        text.push_str(&expander.call(file, &call, 0));
        pieces.push((start..text.len(), call.span.clone()));
    }
    pieces.push(take(&mut text, at, file.text.len()));
    let expansion = Expansion {
        original: Arc::clone(file),
        included: expander.included,
        title: expander.title,
        pieces,
    };
    Some((SourceFile::new(&file.path, text), expansion))
}

impl Expansion {
    /// The place in the author's file of a place in the page's text.
    fn place(&self, span: &Range<usize>) -> Range<usize> {
        let of = |offset: usize| {
            let after = self
                .pieces
                .partition_point(|(piece, _)| piece.start <= offset);
            let (piece, origin) = &self.pieces[after.max(1) - 1];
            let is_own = piece.len() == origin.len();
            (is_own, origin.clone(), offset.saturating_sub(piece.start))
        };
        match of(span.start) {
            // What stands in an included text is told where that is included.
            (false, origin, _) => origin,
            (true, origin, within) => {
                let start = origin.start + within;
                start..(start + span.len()).min(origin.end).max(start)
            }
        }
    }
}

/// Leads what was told about expanded pages back to the files as they are.
pub fn restore(content: &Content, diagnostics: &mut Diagnostics) {
    let expanded: Vec<_> = (content.pages.iter())
        .filter_map(|page| Some((&page.file, page.expansion.as_ref()?)))
        .collect();
    if expanded.is_empty() {
        return;
    }
    for diagnostic in diagnostics.iter_mut() {
        let Some((file, span)) = &mut diagnostic.place else {
            continue;
        };
        if let Some((_, expansion)) = expanded.iter().find(|(of, _)| Arc::ptr_eq(of, file)) {
            *span = expansion.place(span);
            *file = Arc::clone(&expansion.original);
        }
    }
}

/// `{{#name arguments}}`.
struct Call<'t> {
    span: Range<usize>,
    name: &'t str,
    arguments: &'t str,
    /// Whether a backslash before it says that it is meant as text.
    escaped: bool,
}

fn calls(text: &str) -> Vec<Call<'_>> {
    let mut calls = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find("{{#").map(|n| at + n) {
        at = start + 3;
        let line_end = text[at..].find('\n').map_or(text.len(), |n| at + n);
        let Some(end) = text[at..line_end].find("}}").map(|n| at + n) else {
            continue;
        };
        let inner = text[at..end].trim();
        let (name, arguments) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
        let escaped = text[..start].ends_with('\\');
        calls.push(Call {
            span: start - usize::from(escaped)..end + 2,
            name,
            arguments: arguments.trim(),
            escaped,
        });
        at = end + 2;
    }
    calls
}

struct Expander<'e> {
    root: &'e Path,
    included: BTreeSet<PathBuf>,
    title: Option<String>,
    diagnostics: &'e mut Diagnostics,
}

impl Expander<'_> {
    /// What is to stand in the place of a call.
    fn call(&mut self, file: &Arc<SourceFile>, call: &Call<'_>, level: usize) -> String {
        let as_it_is = &file.text[call.span.clone()];
        if call.escaped {
            return as_it_is[1..].to_owned();
        }
        match call.name {
            "include" | "rustdoc_include" => self.include(file, call, call.arguments, level),
            "playground" | "playpen" => {
                let (path, words) = call
                    .arguments
                    .split_once(char::is_whitespace)
                    .unwrap_or((call.arguments, ""));
                let words: String = words
                    .split_whitespace()
                    .map(|word| format!(",{word}"))
                    .collect();
                let code = self.include(file, call, path, level);
                format!("```rust{words}\n{code}\n```")
            }
            "title" => {
                self.title = Some(call.arguments.to_owned());
                String::new()
            }
            name => {
                let warning =
                    Diagnostic::warning("mdbook", format!("`{{{{#{name}}}}}` is not understood"))
                        .at(file, call.span.clone())
                        .label("it is left as it is");
                self.diagnostics.push(warning);
                as_it_is.to_owned()
            }
        }
    }

    fn include(
        &mut self,
        file: &Arc<SourceFile>,
        call: &Call<'_>,
        target: &str,
        level: usize,
    ) -> String {
        let (written, part) = mdbook_target(target);
        let folder = file.path.parent().unwrap_or(Path::new("")).to_owned();
        let (path, included) = include(self.root, &folder, written, &part);
        self.included.insert(path);
        let included = match included {
            Ok(included) if level < MOST_LEVELS => included,
            Ok(_) => {
                let error = Diagnostic::error("include", "the includes are nested too deeply")
                    .at(file, call.span.clone())
                    .help("does a file include itself?");
                self.diagnostics.push(error);
                return String::new();
            }
            Err(refused) => {
                let mut error =
                    Diagnostic::error("include", refused.message).at(file, call.span.clone());
                error.help = refused.help;
                self.diagnostics.push(error);
                return String::new();
            }
        };
        let lines = included
            .lines
            .iter()
            .map(|line| &included.file.text[line.clone()]);
        let text: String = lines.collect();
        let text = text.strip_suffix('\n').unwrap_or(&text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        if !text.contains("{{#") {
            return text.to_owned();
        }
        // Its own includes are relative to itself.
        let inner = SourceFile::new(&included.file.path, text);
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for call in calls(&inner.text) {
            out.push_str(&inner.text[at..call.span.start]);
            out.push_str(&self.call(&inner, &call, level + 1));
            at = call.span.end;
        }
        out + &inner.text[at..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_put_in_and_places_lead_back() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(root.path().join("src/parts")).unwrap();
        let write = |path: &str, text: &str| std::fs::write(root.path().join(path), text).unwrap();
        write("src/parts/a.md", "from a\n{{#include b.md:x}}\n");
        write("src/parts/b.md", "no\nANCHOR: x\nfrom b\nANCHOR_END: x\n");
        write("src/self.md", "{{#include self.md}}\n");
        let page = |text: &str| {
            let file = SourceFile::new("src/page.md", text);
            let mut told = Diagnostics::new();
            let (new, expansion) = expand(root.path(), &file, &mut told).unwrap();
            (new, expansion, told)
        };
        let (file, expansion, told) =
            page("one {{#include parts/a.md}} two\n\\{{#include x}} {{#title T}}\n");
        assert!(told.is_empty(), "{told:?}");
        assert_eq!(file.text, "one from a\nfrom b two\n{{#include x}} \n");
        assert_eq!(expansion.title.as_deref(), Some("T"));
        let find = |what: &str| {
            let at = file.text.find(what).unwrap();
            &expansion.original.text[expansion.place(&(at..at + what.len()))]
        };
        assert_eq!((find("one"), find("two")), ("one", "two"));
        assert_eq!(find("from b"), "{{#include parts/a.md}}");
        let included: Vec<_> = expansion
            .included
            .iter()
            .map(|path| path.to_string_lossy())
            .collect();
        assert_eq!(included, ["src/parts/a.md", "src/parts/b.md"]);

        let (_, _, told) =
            page("{{#include self.md}} {{#include gone.md}} {{#include ../../x}} {{#if}}\n");
        let messages: Vec<_> = told.iter().map(|d| d.message.as_str()).collect();
        assert_eq!(
            messages,
            [
                "the includes are nested too deeply",
                "missing include: there is no file `gone.md`",
                "the include `../../x` leads out of the site's folder",
                "`{{#if}}` is not understood",
            ]
        );
    }
}

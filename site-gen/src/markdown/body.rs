//! What a page's Markdown comes to, and the way there: events of the parser become pieces of HTML and examples.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag};

use super::links::Targets;
use super::raw::with_sizes;
use super::reader::Reader;
use super::shortcode::{Calls, Shortcode};
use super::terms::{Term, TermLink};
use super::toc::{TocEntry, nest};
use crate::content::Page;
use crate::diagnostic::{Diagnostic, Diagnostics, nearest};
use crate::examples::{Comparison, Example};
use crate::source::{SourceFile, Span};

/// What a page's Markdown came to.
#[derive(Debug, Default)]
pub struct Body {
    /// The page's own heading of level 1, as plain text; it is not part of `pieces`.
    pub heading: Option<String>,
    /// The content in order.
    pub pieces: Vec<Piece>,
    /// The blocks that run, hidden ones included.
    pub examples: Vec<Example>,
    /// The programs that run under several models.
    pub comparisons: Vec<Comparison>,
    /// The headings.
    pub toc: Vec<TocEntry>,
    /// Every id that a link can lead to.
    pub ids: HashSet<String>,
    /// The links whose anchors are still to be checked.
    pub anchors: Vec<AnchorLink>,
    /// The terms that its definition lists explain.
    pub terms: Vec<Term>,
    /// The links to terms, wherever these are explained.
    pub term_links: Vec<TermLink>,
    /// The calls of shortcodes.
    pub shortcodes: Vec<Shortcode>,
    /// The address of the picture that stands for the page.
    pub image: Option<String>,
    /// Where the page's file names something of this site, and the address that it has.
    pub resolved: Vec<(Span, String)>,
    /// The links that leave the site.
    pub external: Vec<ExternalLink>,
    /// The files that the page includes, below the site's folder: it changes when one of them does.
    pub included: BTreeSet<PathBuf>,
}

impl Body {
    /// Whether anything on the page runs.
    pub fn runs(&self) -> bool {
        !self.examples.is_empty() || !self.comparisons.is_empty()
    }
}

/// A piece of content.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    /// Finished HTML.
    Html(String),
    /// The place of an example, by its index in [`Body::examples`].
    Example(usize),
    /// The place of a comparison, by its index in [`Body::comparisons`].
    Comparison(usize),
    /// The address of a term, by the index of its link in [`Body::term_links`].
    Term(usize),
    /// What the template of a shortcode makes of its arguments and of the content that it stands around.
    Shortcode {
        /// The index in [`Body::shortcodes`].
        call: usize,
        /// The content between `{% name() %}` and `{% end %}`.
        body: Vec<Piece>,
    },
}

/// A link to an anchor on a page of this site.
#[derive(Debug)]
pub struct AnchorLink {
    /// The index of the page that it leads to.
    pub page: usize,
    /// The anchor there.
    pub anchor: String,
    /// The file in which the link stands.
    pub file: Arc<SourceFile>,
    /// Where in it.
    pub span: Span,
}

/// A link that leaves the site.
#[derive(Clone, Debug)]
pub struct ExternalLink {
    /// Where it leads.
    pub url: String,
    /// The file in which the link stands.
    pub file: Arc<SourceFile>,
    /// Where in it.
    pub span: Span,
}

const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST);

/// Stands on both sides of a piece's name in the HTML until that is cut into pieces. No source
/// file contains it ([`crate::source::SourceFile::read`]), and a character reference cannot make it.
pub(super) const MARK: char = '\0';

/// Reads a page's Markdown.
pub fn parse(page: &Page, targets: &Targets<'_>, diagnostics: &mut Diagnostics) -> Body {
    let text = &page.file.text[page.body..];
    let options = match targets.reading.math {
        true => EXTENSIONS.union(Options::ENABLE_MATH),
        false => EXTENSIONS,
    };
    let calls = shortcodes(text, options, targets);
    let masked = match calls.calls.is_empty() {
        true => Cow::Borrowed(text),
        false => Cow::Owned(calls.masked(text)),
    };
    for (span, message) in &calls.wrong {
        let span = span.start + page.body..span.end + page.body;
        diagnostics.push(Diagnostic::error("shortcode", message).at(&page.file, span));
    }
    let events = events(&masked, page.body, options, &page.file, diagnostics);
    let mut reader = Reader::new(page, targets, calls, diagnostics);
    if let Some((image, span)) = &page.front.image {
        let url = reader
            .resolve(&image.as_str().into(), span, "image")
            .to_string();
        reader.body.image = Some(url);
        reader.body.resolved.clear();
    }
    if let Some(expansion) = &page.expansion {
        reader
            .body
            .included
            .extend(expansion.included.iter().cloned());
    }
    reader.claim_ids(&events);
    reader.read(&events);
    reader.finish()
}

/// The calls of shortcodes outside of code. A page without any is read only once.
fn shortcodes(text: &str, options: Options, targets: &Targets<'_>) -> Calls {
    if targets.reading.mdbook || !(text.contains("{{") || text.contains("{%")) {
        return Calls::default();
    }
    let code: Vec<Range<usize>> = Parser::new_ext(text, options)
        .into_offset_iter()
        .filter(|(event, _)| {
            matches!(event, Event::Start(Tag::CodeBlock(_)) | Event::Code(_))
                || matches!(event, Event::InlineMath(_) | Event::DisplayMath(_))
        })
        .map(|(_, range)| range)
        .collect();
    Calls::find(text, &code)
}

/// The parser's events with their places in the file, in which the text stands at `offset`. References to
/// labels that nothing defines are told.
pub(super) fn events<'t>(
    text: &'t str,
    offset: usize,
    options: Options,
    file: &Arc<SourceFile>,
    diagnostics: &mut Diagnostics,
) -> Vec<(Event<'t>, Range<usize>)> {
    let mut unknown: Vec<(String, Range<usize>)> = Vec::new();
    let mut labels: Vec<String> = Vec::new();
    let mut callback = |link: BrokenLink<'t>| -> Option<(CowStr<'t>, CowStr<'t>)> {
        let is_written = matches!(link.link_type, LinkType::Reference | LinkType::Collapsed);
        // `rows[0][1]` is no link.
        let is_index = text[..link.span.start]
            .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ')' | ']'));
        if is_written && !is_index {
            unknown.push((link.reference.to_string(), link.span));
        }
        None
    };
    let parser = Parser::new_with_broken_link_callback(text, options, Some(&mut callback));
    labels.extend(
        parser
            .reference_definitions()
            .iter()
            .map(|(label, _)| label.to_owned()),
    );
    let events = parser
        .into_offset_iter()
        .map(|(event, range)| (event, range.start + offset..range.end + offset))
        .collect();
    for (label, span) in unknown {
        let mut warning = Diagnostic::warning(
            "reference",
            format!("nothing defines the reference `{label}`"),
        )
        .at(file, span.start + offset..span.end + offset);
        warning.help = Some(match nearest(&label, labels.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("write a line `[{label}]: address`, or `\\[` for a bracket"),
        });
        diagnostics.push(warning);
    }
    events
}

impl Reader<'_, '_> {
    pub(super) fn finish(mut self) -> Body {
        self.close_tabs();
        self.close_shortcodes();
        self.end_models();
        self.name_examples();
        self.name_comparisons();
        let mut html = String::with_capacity(self.file.text.len() * 2);
        pulldown_cmark::html::push_html(&mut html, self.html.into_iter());
        let html = without_inline_styles(html);
        let pictures = &self.pictures;
        let html = with_sizes(html, |address| {
            let pixels = pictures.get(address)?;
            Some((pixels.width, pixels.height))
        });
        self.body.pieces = pieces(&html);
        self.body.resolved.sort_by_key(|(span, _)| span.start);
        self.body.toc = nest(self.headings);
        self.body.ids = self.ids.iter().map(str::to_owned).collect();
        self.body
    }
}

/// The mark of a piece: `name` is an example's index, `M` and a comparison's, `T` and a term link's, `S` and a shortcode's, `O` and that
/// of a shortcode that stands around what follows, up to `C`.
pub(super) fn mark(name: impl std::fmt::Display) -> String {
    format!("{MARK}{name}{MARK}")
}

/// HTML cut at its marks.
fn pieces(html: &str) -> Vec<Piece> {
    let mut open: Vec<(usize, Vec<Piece>)> = Vec::new();
    let mut pieces: Vec<Piece> = Vec::new();
    for (n, part) in html.split(MARK).enumerate() {
        if part.is_empty() {
            continue;
        }
        let (kind, index) = part.split_at(part.chars().next().map_or(0, char::len_utf8));
        let index: usize = index.parse().unwrap_or_default();
        match (n % 2, kind) {
            (0, _) => pieces.push(Piece::Html(part.to_owned())),
            (_, "M") => pieces.push(Piece::Comparison(index)),
            (_, "T") => pieces.push(Piece::Term(index)),
            (_, "S") => pieces.push(Piece::Shortcode {
                call: index,
                body: Vec::new(),
            }),
            (_, "O") => open.push((index, std::mem::take(&mut pieces))),
            (_, "C") => {
                if let Some((call, outer)) = open.pop() {
                    let body = std::mem::replace(&mut pieces, outer);
                    pieces.push(Piece::Shortcode { call, body });
                }
            }
            _ => pieces.extend(part.parse().map(Piece::Example)),
        }
    }
    pieces
}

/// Cells of tables with their alignment as a class: a page's policy forbids style attributes.
fn without_inline_styles(html: String) -> String {
    const STYLE: &str = " style=\"text-align: ";
    if !html.contains(STYLE) {
        return html;
    }
    let html = html.replace(&format!("<th{STYLE}"), "<th class=\"");
    html.replace(&format!("<td{STYLE}"), "<td class=\"")
}

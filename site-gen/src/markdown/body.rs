//! One page's Markdown, read once: events of the parser become pieces of HTML and examples.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::code::Before;
use super::footnotes::Footnotes;
use super::html::escape_attribute;
use super::links::Targets;
use super::raw::{addresses, with_sizes};
use super::slug::Ids;
use super::toc::{TocEntry, nest};
use crate::assets::Pixels;
use crate::content::Page;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::examples::Example;
use crate::source::Span;

/// What a page's Markdown came to.
#[derive(Debug, Default)]
pub struct Body {
    /// The page's own heading of level 1, as plain text; it is not part of `pieces`.
    pub heading: Option<String>,
    /// The content in order.
    pub pieces: Vec<Piece>,
    /// The blocks that run, hidden ones included.
    pub examples: Vec<Example>,
    /// The headings.
    pub toc: Vec<TocEntry>,
    /// Every id that a link can lead to.
    pub ids: HashSet<String>,
    /// The links whose anchors are still to be checked.
    pub anchors: Vec<AnchorLink>,
}

/// A piece of content.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    /// Finished HTML.
    Html(String),
    /// The place of an example, by its index in [`Body::examples`].
    Example(usize),
}

/// A link to an anchor on a page of this site.
#[derive(Debug)]
pub struct AnchorLink {
    /// The index of the page that it leads to.
    pub page: usize,
    /// The anchor there.
    pub anchor: String,
    /// Where the link stands.
    pub span: Span,
}

const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST);

/// Stands on both sides of an example's index in the HTML until that is cut into pieces. No source
/// file contains it ([`crate::source::SourceFile::read`]), and a character reference cannot make it.
pub(super) const MARK: char = '\0';

/// Reads a page's Markdown.
pub fn parse(page: &Page, targets: &Targets<'_>, diagnostics: &mut Diagnostics) -> Body {
    let text = &page.file.text[page.body..];
    let events: Vec<(Event<'_>, Range<usize>)> = Parser::new_ext(text, EXTENSIONS)
        .into_offset_iter()
        .map(|(event, range)| (event, range.start + page.body..range.end + page.body))
        .collect();
    let mut reader = Reader {
        page,
        targets,
        diagnostics,
        body: Body::default(),
        html: Vec::with_capacity(events.len()),
        ids: Ids::default(),
        headings: Vec::new(),
        footnotes: Footnotes::default(),
        scenario: page.slug().to_owned(),
        before: None,
        pictures: HashMap::new(),
        at_start: true,
    };
    reader.claim_ids(&events);
    reader.read(&events);
    reader.finish()
}

/// Reads the events of one page.
pub(super) struct Reader<'p, 'd> {
    pub(super) page: &'p Page,
    pub(super) targets: &'p Targets<'p>,
    pub(super) diagnostics: &'d mut Diagnostics,
    pub(super) body: Body,
    pub(super) html: Vec<Event<'p>>,
    pub(super) ids: Ids,
    pub(super) headings: Vec<TocEntry>,
    pub(super) footnotes: Footnotes,
    /// The scenario of blocks that name none.
    pub(super) scenario: String,
    /// The block just before this place, if it was code.
    pub(super) before: Option<Before>,
    /// The sizes of the pictures, by their addresses.
    pictures: HashMap<String, Pixels>,
    /// Whether nothing was met yet.
    pub(super) at_start: bool,
}

impl<'p> Reader<'p, '_> {
    pub(super) fn complain(&mut self, diagnostic: Diagnostic, span: Span) {
        self.diagnostics.push(diagnostic.at(&self.page.file, span));
    }

    /// Ids that the author chose are taken first: no generated one may collide with them.
    fn claim_ids(&mut self, events: &[(Event<'p>, Range<usize>)]) {
        for (event, span) in events {
            match event {
                Event::Start(Tag::Heading { id: Some(id), .. }) if !self.ids.claim(id) => {
                    let message = format!("the id `{id}` is taken already");
                    self.complain(Diagnostic::warning("heading", message), span.clone());
                }
                Event::Html(html) | Event::InlineHtml(html) => {
                    for id in html_ids(html) {
                        self.ids.claim(id);
                    }
                }
                _ => {}
            }
        }
    }

    fn read(&mut self, events: &[(Event<'p>, Range<usize>)]) {
        let mut at = 0;
        while let Some((event, span)) = events.get(at) {
            at += 1;
            match event {
                Event::Start(Tag::Heading { level, id, .. }) => {
                    let end = closing(events, at, |tag| matches!(tag, TagEnd::Heading(_)));
                    let lifted = self.heading(*level, id.as_ref(), &events[at..end]);
                    self.before = None;
                    if lifted {
                        at = end + 1;
                    } else {
                        let generated = self.headings.last().map(|entry| entry.id.clone());
                        self.html.push(with_id(event, generated));
                    }
                }
                Event::Start(Tag::CodeBlock(kind)) => {
                    let end = closing(events, at, |tag| matches!(tag, TagEnd::CodeBlock));
                    self.code_block(kind, span, &events[at..end]);
                    at = end + 1;
                }
                Event::Start(Tag::Link {
                    link_type,
                    dest_url,
                    title,
                    id,
                }) => {
                    let dest_url = self.resolve(dest_url, span, "link");
                    self.html.push(Event::Start(Tag::Link {
                        link_type: *link_type,
                        dest_url,
                        title: title.clone(),
                        id: id.clone(),
                    }));
                }
                Event::Start(Tag::Image {
                    link_type,
                    dest_url,
                    title,
                    id,
                }) => {
                    let dest_url = self.resolve(dest_url, span, "image");
                    self.html.push(Event::Start(Tag::Image {
                        link_type: *link_type,
                        dest_url,
                        title: title.clone(),
                        id: id.clone(),
                    }));
                }
                Event::Html(text) => {
                    let text = self.raw(text, span);
                    self.html.push(Event::Html(text));
                }
                Event::InlineHtml(text) => {
                    let text = self.raw(text, span);
                    self.html.push(Event::InlineHtml(text));
                }
                other => {
                    if matches!(other, Event::Start(_) | Event::Rule) {
                        self.before = None;
                    }
                    self.block(other);
                }
            }
            self.at_start = false;
        }
    }

    /// Everything that stays as the parser has it, but for what the renderer of the parser leaves out.
    fn block(&mut self, event: &Event<'p>) {
        let html = |html: String| Event::Html(html.into());
        match event {
            Event::Start(Tag::Table(_)) => {
                // A wide table scrolls by itself, and what scrolls must be reachable by keyboard.
                let frame =
                    "<div class=\"table\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">\n";
                self.html.push(Event::Html(frame.into()));
                self.html.push(event.clone());
            }
            Event::End(TagEnd::Table) => {
                self.html.push(event.clone());
                self.html.push(Event::Html("</div>\n".into()));
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some(entry) = self.headings.last() {
                    let id = escape_attribute(&entry.id);
                    let anchor = Event::InlineHtml(
                        format!(
                            " <a class=\"heading-anchor\" href=\"#{id}\" \
                             aria-label=\"Link to this section\">#</a>"
                        )
                        .into(),
                    );
                    self.html.push(anchor);
                }
                self.html.push(event.clone());
            }
            Event::TaskListMarker(done) => {
                // The box stands without a label of its own.
                let (checked, label) = if *done {
                    (" checked", "done")
                } else {
                    ("", "open")
                };
                let marker =
                    format!("<input disabled type=\"checkbox\"{checked} aria-label=\"{label}\">\n");
                self.html.push(Event::InlineHtml(marker.into()));
            }
            Event::FootnoteReference(name) => {
                let footnote = self.footnotes.reference(name);
                self.html.push(Event::InlineHtml(footnote.into()));
            }
            Event::Start(Tag::FootnoteDefinition(name)) => {
                let opening = self.footnotes.open(name);
                self.html.push(html(opening));
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                let closing = self.footnotes.close();
                self.html.push(html(closing));
            }
            other => self.html.push(other.clone()),
        }
    }

    /// Notes a heading. `true` if it is the page's own, which the template shows.
    fn heading(
        &mut self,
        level: HeadingLevel,
        id: Option<&CowStr<'p>>,
        inside: &[(Event<'p>, Range<usize>)],
    ) -> bool {
        let title = plain_text(inside);
        if level == HeadingLevel::H1 && self.at_start {
            self.body.heading = Some(title);
            return true;
        }
        let id = match id {
            Some(id) => id.to_string(),
            None => self.ids.unique(&title),
        };
        if level == HeadingLevel::H2 {
            self.scenario.clone_from(&id);
        }
        self.headings.push(TocEntry {
            id,
            title,
            level: level as u8,
            children: Vec::new(),
        });
        false
    }

    fn resolve(&mut self, destination: &CowStr<'p>, span: &Span, what: &'static str) -> CowStr<'p> {
        match self.targets.resolve(self.page, destination) {
            Ok(resolved) => {
                let span = self.place_of(destination, span);
                if let Some((page, anchor)) = resolved.anchor {
                    self.body.anchors.push(AnchorLink { page, anchor, span });
                }
                if let Some(pixels) = resolved.pixels {
                    self.pictures.insert(resolved.url.clone(), pixels);
                }
                resolved.url.into()
            }
            Err(broken) => {
                let message = match what {
                    "image" => format!("missing image: {}", broken.message),
                    _ => format!("broken link: {}", broken.message),
                };
                let mut error = Diagnostic::error(what, message);
                error.help = broken.help;
                let span = self.place_of(destination, span);
                self.complain(error, span);
                destination.clone()
            }
        }
    }

    /// HTML with the addresses of files of this site resolved; any other address is the author's own affair.
    fn raw(&mut self, html: &CowStr<'p>, span: &Span) -> CowStr<'p> {
        let mut out = String::new();
        let mut at = 0;
        for range in addresses(html) {
            let written = &html[range.clone()];
            if written.is_empty() || written.starts_with('#') {
                continue;
            }
            let Ok(resolved) = self.targets.resolve(self.page, written) else {
                continue;
            };
            if resolved.url == written {
                continue;
            }
            if let Some((page, anchor)) = resolved.anchor {
                let span = self.place_of(written, span);
                self.body.anchors.push(AnchorLink { page, anchor, span });
            }
            if let Some(pixels) = resolved.pixels {
                self.pictures.insert(resolved.url.clone(), pixels);
            }
            out.push_str(&html[at..range.start]);
            out.push_str(&escape_attribute(&resolved.url));
            at = range.end;
        }
        match at {
            0 => html.clone(),
            _ => (out + &html[at..]).into(),
        }
    }

    /// The span of a destination inside the span of its link, where it stands there.
    fn place_of(&self, destination: &str, link: &Span) -> Span {
        match self.page.file.text[link.clone()].rfind(destination) {
            Some(at) if !destination.is_empty() => {
                link.start + at..link.start + at + destination.len()
            }
            _ => link.clone(),
        }
    }

    fn finish(mut self) -> Body {
        self.name_examples();
        let mut html = String::with_capacity(self.page.file.text.len() * 2);
        pulldown_cmark::html::push_html(&mut html, self.html.into_iter());
        let html = without_inline_styles(html);
        let pictures = &self.pictures;
        let html = with_sizes(html, |address| {
            let pixels = pictures.get(address)?;
            Some((pixels.width, pixels.height))
        });
        for (n, part) in html.split(MARK).enumerate() {
            match part.parse() {
                Ok(index) if n % 2 == 1 => self.body.pieces.push(Piece::Example(index)),
                _ if part.is_empty() => {}
                _ => self.body.pieces.push(Piece::Html(part.to_owned())),
            }
        }
        self.body.toc = nest(self.headings);
        self.body.ids = self.ids.iter().map(str::to_owned).collect();
        self.body
    }
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

/// The index of the event that closes what was opened before `from`.
fn closing(
    events: &[(Event<'_>, Range<usize>)],
    from: usize,
    closes: impl Fn(&TagEnd) -> bool,
) -> usize {
    events[from..]
        .iter()
        .position(|(event, _)| matches!(event, Event::End(tag) if closes(tag)))
        .map_or(events.len(), |n| from + n)
}

fn with_id<'p>(event: &Event<'p>, generated: Option<String>) -> Event<'p> {
    match event.clone() {
        Event::Start(Tag::Heading {
            level,
            classes,
            attrs,
            ..
        }) => Event::Start(Tag::Heading {
            level,
            id: generated.map(CowStr::from),
            classes,
            attrs,
        }),
        other => other,
    }
}

fn plain_text(events: &[(Event<'_>, Range<usize>)]) -> String {
    let mut text = String::new();
    for (event, _) in events {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(part),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text
}

/// The values of `id` attributes in raw HTML.
fn html_ids(html: &str) -> impl Iterator<Item = &str> {
    html.split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
}

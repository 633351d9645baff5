//! The reader of a page: goes through the parser's events once and decides what becomes of each.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd};

use super::body::{AnchorLink, Body, ExternalLink, mark};
use super::code::Before;
use super::footnotes::Footnotes;
use super::html::escape_attribute;
use super::links::{Targets, is_external};
use super::raw::addresses;
use super::shortcode::{Call, Calls};
use super::slug::Ids;
use super::tabs::Tabs;
use super::toc::TocEntry;
use crate::assets::Pixels;
use crate::content::Page;
use crate::diagnostic::{Diagnostic, Diagnostics, nearest};
use crate::examples::Model;
use crate::source::{SourceFile, Span};

/// An event with its place in the file.
pub(super) type Placed<'p> = (Event<'p>, Range<usize>);

/// Reads the events of one page.
pub(super) struct Reader<'p, 'd> {
    pub(super) page: &'p Page,
    /// The file that is being read: the page's, or one that it includes.
    pub(super) file: Arc<SourceFile>,
    pub(super) targets: &'p Targets<'p>,
    pub(super) diagnostics: &'d mut Diagnostics,
    pub(super) body: Body,
    pub(super) html: Vec<Event<'p>>,
    pub(super) ids: Ids,
    pub(super) headings: Vec<TocEntry>,
    pub(super) footnotes: Footnotes,
    pub(super) tabs: Tabs,
    calls: Calls,
    /// The shortcodes that are open, and how deep in lists and quotations each was opened.
    open_calls: Vec<(Span, usize)>,
    /// How many containers are open.
    depth: usize,
    /// The terms whose explanation is being read or comes next, by their indices.
    pub(super) open_terms: Vec<usize>,
    /// Where the HTML of the explanation begins.
    pub(super) explanation: Option<usize>,
    /// The level of the last heading.
    level: u8,
    /// The scenario of blocks that name none.
    pub(super) scenario: String,
    /// The block just before this place, if it was code.
    pub(super) before: Option<Before>,
    /// Whether it was told that blocks of a book cannot be edited.
    pub(super) told_of_editing: bool,
    /// The models that the next comparison is for.
    pub(super) models: Vec<Model>,
    /// The sizes of the pictures, by their addresses.
    pub(super) pictures: HashMap<String, Pixels>,
    /// Whether nothing was met yet.
    pub(super) at_start: bool,
}

impl<'p, 'd> Reader<'p, 'd> {
    pub(super) fn new(
        page: &'p Page,
        targets: &'p Targets<'p>,
        calls: Calls,
        diagnostics: &'d mut Diagnostics,
    ) -> Self {
        Reader {
            page,
            file: Arc::clone(&page.file),
            targets,
            diagnostics,
            body: Body::default(),
            html: Vec::new(),
            ids: Ids::default(),
            headings: Vec::new(),
            footnotes: Footnotes::default(),
            tabs: Tabs::default(),
            calls,
            open_calls: Vec::new(),
            depth: 0,
            open_terms: Vec::new(),
            explanation: None,
            level: 1,
            scenario: page.slug().to_owned(),
            before: None,
            told_of_editing: false,
            models: Vec::new(),
            pictures: HashMap::new(),
            at_start: true,
        }
    }

    pub(super) fn complain(&mut self, diagnostic: Diagnostic, span: Span) {
        self.diagnostics.push(diagnostic.at(&self.file, span));
    }

    pub(super) fn push_html(&mut self, html: impl Into<String>) {
        self.html.push(Event::Html(CowStr::from(html.into())));
    }

    pub(super) fn push_inline(&mut self, html: impl Into<String>) {
        self.html.push(Event::InlineHtml(CowStr::from(html.into())));
    }

    /// Ids that the author chose are taken first: no generated one may collide with them.
    pub(super) fn claim_ids(&mut self, events: &[Placed<'p>]) {
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
                Event::FootnoteReference(name) => self.footnotes.announce(name),
                _ => {}
            }
        }
    }

    pub(super) fn read(&mut self, events: &[Placed<'p>]) {
        let mut at = 0;
        while let Some((event, span)) = events.get(at) {
            at += 1;
            if !matches!(event, Event::Start(Tag::CodeBlock(_))) {
                self.close_tabs();
                self.end_models();
            }
            match event {
                Event::Start(Tag::Heading { level, id, .. }) => {
                    let end = closing(events, at, |tag| matches!(tag, TagEnd::Heading(_)));
                    let lifted = self.heading(*level, id.as_ref(), span, &events[at..end]);
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
                Event::Start(Tag::Paragraph) => {
                    self.before = None;
                    let end = closing(events, at, |tag| matches!(tag, TagEnd::Paragraph));
                    if self.figure(&events[at..end]) || self.block_calls(&events[at..end]) {
                        at = end + 1;
                    } else {
                        self.html.push(event.clone());
                    }
                }
                Event::Start(Tag::Image { .. }) => {
                    let end = closing(events, at, |tag| matches!(tag, TagEnd::Image));
                    self.image(event, span, &events[at..end]);
                    self.html.push(Event::End(TagEnd::Image));
                    at = end + 1;
                }
                Event::Start(Tag::Link { .. }) => self.link(event, span),
                Event::Start(Tag::DefinitionListTitle) => {
                    let end = closing(events, at, |tag| matches!(tag, TagEnd::DefinitionListTitle));
                    let term = self.plain_text(&events[at..end]);
                    self.term(term);
                }
                Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                    self.text(event, text, span);
                }
                Event::InlineMath(latex) => self.math(latex, span, false),
                Event::DisplayMath(latex) => self.math(latex, span, true),
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
        self.depth = match event {
            Event::Start(tag) if is_container(tag) => self.depth + 1,
            Event::End(TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::FootnoteDefinition)
            | Event::End(TagEnd::DefinitionListDefinition) => self.depth.saturating_sub(1),
            _ => self.depth,
        };
        match event {
            Event::Start(Tag::Table(_)) => {
                // A wide table scrolls by itself, and what scrolls must be reachable by keyboard.
                self.push_html(
                    "<div class=\"table\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">\n",
                );
                self.html.push(event.clone());
            }
            Event::End(TagEnd::Table) => {
                self.html.push(event.clone());
                self.push_html("</div>\n");
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some(entry) = self.headings.last() {
                    let id = escape_attribute(&entry.id);
                    self.push_inline(format!(
                        " <a class=\"heading-anchor\" href=\"#{id}\" \
                         aria-label=\"Link to this section\">#</a>"
                    ));
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
                self.push_inline(format!(
                    "<input disabled type=\"checkbox\"{checked} aria-label=\"{label}\">\n"
                ));
            }
            Event::FootnoteReference(name) => {
                let footnote = self.footnotes.reference(name);
                self.push_inline(footnote);
            }
            Event::Start(Tag::FootnoteDefinition(name)) => {
                let opening = self.footnotes.open(name);
                self.push_html(opening);
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                let closing = self.footnotes.close();
                self.push_html(closing);
            }
            Event::End(TagEnd::DefinitionListTitle) => self.push_html("</dt>\n"),
            Event::Start(Tag::DefinitionListDefinition) => {
                self.html.push(event.clone());
                self.explanation = Some(self.html.len());
            }
            Event::End(TagEnd::DefinitionListDefinition) => {
                self.explain_terms();
                self.html.push(event.clone());
            }
            other => self.html.push(other.clone()),
        }
    }

    /// Notes a heading. `true` if it is the page's own, which the template shows.
    fn heading(
        &mut self,
        level: HeadingLevel,
        id: Option<&CowStr<'p>>,
        span: &Span,
        inside: &[Placed<'p>],
    ) -> bool {
        let title = self.plain_text(inside);
        if level == HeadingLevel::H1 && self.at_start {
            self.body.heading = Some(title);
            return true;
        }
        let (depth, before) = (level as u8, self.level);
        if depth > before + 1 {
            let warning = Diagnostic::warning("heading", "a level of headings is left out here")
                .label(format!("level {depth} follows level {before}"))
                .help(format!(
                    "begin it with `{}`",
                    "#".repeat(usize::from(before) + 1)
                ));
            self.complain(warning, span.start..span.start + usize::from(depth));
        }
        self.level = depth;
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
            level: depth,
            children: Vec::new(),
        });
        false
    }

    fn link(&mut self, event: &Event<'p>, span: &Span) {
        let Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) = event
        else {
            return;
        };
        if let Some(term) = dest_url.strip_prefix("term:") {
            self.term_link(term, title, span);
            return;
        }
        let dest_url = self.resolve(dest_url, span, "link");
        self.html.push(Event::Start(Tag::Link {
            link_type: *link_type,
            dest_url,
            title: title.clone(),
            id: id.clone(),
        }));
    }

    /// The beginning of an image and what it says of itself.
    fn image(&mut self, event: &Event<'p>, span: &Span, inside: &[Placed<'p>]) {
        let Event::Start(Tag::Image {
            link_type,
            dest_url,
            title,
            id,
        }) = event
        else {
            return;
        };
        let alternative = self.plain_text(inside);
        if alternative.trim().is_empty() {
            let warning = Diagnostic::warning("alt", "the image has no alternative text")
                .help("say between the brackets what it shows: `![...](...)`; an image that says nothing can be written as <img alt=\"\">");
            self.complain(warning, span.clone());
        }
        let dest_url = self.resolve(dest_url, span, "image");
        self.html.push(Event::Start(Tag::Image {
            link_type: *link_type,
            dest_url,
            title: title.clone(),
            id: id.clone(),
        }));
        self.html.push(Event::Text(alternative.into()));
    }

    /// A paragraph that is nothing but an image with a title: the title is its caption.
    fn figure(&mut self, inside: &[Placed<'p>]) -> bool {
        let [
            (
                Event::Start(Tag::Image {
                    link_type,
                    dest_url,
                    title,
                    id,
                }),
                span,
            ),
            rest @ ..,
        ] = inside
        else {
            return false;
        };
        let [between @ .., (Event::End(TagEnd::Image), _)] = rest else {
            return false;
        };
        let is_one = !between
            .iter()
            .any(|(event, _)| matches!(event, Event::End(TagEnd::Image)));
        if title.is_empty() || !is_one {
            return false;
        }
        let untitled = Event::Start(Tag::Image {
            link_type: *link_type,
            dest_url: dest_url.clone(),
            title: "".into(),
            id: id.clone(),
        });
        self.push_html("<figure>\n");
        self.image(&untitled, span, between);
        self.html.push(Event::End(TagEnd::Image));
        self.push_html("\n<figcaption>");
        self.html.push(Event::Text(title.clone()));
        self.push_html("</figcaption>\n</figure>\n");
        true
    }

    fn math(&mut self, latex: &str, span: &Span, is_block: bool) {
        match super::math::mathml(latex, is_block) {
            Ok(mathml) => self.push_inline(mathml),
            Err(wrong) => {
                let marks = if is_block { 2 } else { 1 };
                let start = span.start + marks;
                // In a quotation or a list the formula's lines do not stand as they are in the file.
                let exact = self.file.text.get(start..start + latex.len()) == Some(latex);
                let place = match exact {
                    true => start + wrong.span.start..start + wrong.span.end,
                    false => span.clone(),
                };
                self.complain(
                    Diagnostic::error("math", format!("formula: {}", wrong.message)),
                    place,
                );
            }
        }
    }

    pub(super) fn resolve(
        &mut self,
        destination: &CowStr<'p>,
        span: &Span,
        what: &'static str,
    ) -> CowStr<'p> {
        match self.targets.resolve(self.page, destination) {
            Ok(resolved) => {
                let span = self.place_of(destination, span);
                let (place, file) = (span.clone(), Arc::clone(&self.file));
                if let Some(pixels) = resolved.pixels {
                    self.pictures.insert(resolved.url.clone(), pixels);
                }
                if let Some((page, anchor)) = resolved.anchor {
                    self.body.anchors.push(AnchorLink {
                        page,
                        anchor,
                        file,
                        span,
                    });
                } else if is_external(destination) {
                    let url = destination.to_string();
                    self.body.external.push(ExternalLink { url, file, span });
                }
                if Arc::ptr_eq(&self.file, &self.page.file)
                    && self.file.text.get(place.clone()) == Some(destination)
                {
                    self.body.resolved.push((place, resolved.url.clone()));
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

    /// The span of a destination inside the span of its link, where it stands there.
    pub(super) fn place_of(&self, destination: &str, link: &Span) -> Span {
        match self.file.text[link.clone()].rfind(destination) {
            Some(at) if !destination.is_empty() => {
                link.start + at..link.start + at + destination.len()
            }
            _ => link.clone(),
        }
    }

    /// Text, with the shortcodes that are called in it.
    fn text(&mut self, event: &Event<'p>, text: &CowStr<'p>, span: &Span) {
        let calls = self.calls_in(text, span);
        let mut at = 0;
        for (index, place) in calls {
            self.piece(event, text[at..place.start].to_owned().into(), span);
            at = place.end;
            let span = span.start + place.start..span.start + place.end;
            self.call(index, span, false);
        }
        let rest = if at == 0 {
            text.clone()
        } else {
            text[at..].to_owned().into()
        };
        self.piece(event, rest, span);
    }

    /// A piece of text or of HTML, as the event that it comes from.
    fn piece(&mut self, event: &Event<'p>, text: CowStr<'p>, span: &Span) {
        let event = match event {
            Event::Text(_) => Event::Text(text),
            Event::Html(_) => Event::Html(self.raw(&text, span)),
            _ => Event::InlineHtml(self.raw(&text, span)),
        };
        self.html.push(event);
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
                let file = Arc::clone(&self.file);
                self.body.anchors.push(AnchorLink {
                    page,
                    anchor,
                    file,
                    span,
                });
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

    /// The calls that stand in a piece of text, with their places in it.
    fn calls_in(&self, text: &str, span: &Span) -> Vec<(usize, Range<usize>)> {
        let is_page = Arc::ptr_eq(&self.file, &self.page.file);
        if self.calls.calls.is_empty() || !is_page || text.len() != span.len() {
            return Vec::new();
        }
        let body = self.page.body;
        let range = span.start - body..span.end - body;
        let place = |call: &Span| call.start - range.start..call.end - range.start;
        self.calls
            .within(&range)
            .map(|(index, call)| (index, place(call)))
            .collect()
    }

    /// A paragraph of nothing but calls: they stand for blocks.
    fn block_calls(&mut self, inside: &[Placed<'p>]) -> bool {
        let mut found = Vec::new();
        for (event, span) in inside {
            match event {
                Event::SoftBreak | Event::HardBreak => {}
                Event::Text(text) => {
                    let calls = self.calls_in(text, span);
                    let called: usize = calls.iter().map(|(_, place)| place.len()).sum();
                    let blanks = text.chars().filter(|c| *c == ' ').count();
                    if calls.is_empty() || called + blanks < text.len() {
                        return false;
                    }
                    let places = calls.into_iter().map(|(index, place)| {
                        (index, span.start + place.start..span.start + place.end)
                    });
                    found.extend(places);
                }
                _ => return false,
            }
        }
        let any = !found.is_empty();
        for (index, span) in found {
            self.call(index, span, true);
        }
        any
    }

    fn call(&mut self, index: usize, span: Span, is_block: bool) {
        let alone = |reader: &mut Self, span: Span| {
            let error = Diagnostic::error("shortcode", "this must stand in a paragraph of its own")
                .help("put empty lines around it");
            reader.complain(error, span);
        };
        let html = match &self.calls.calls[index].1 {
            Call::Inline(call) | Call::Open(call) => {
                let mut call = call.clone();
                call.span = span.clone();
                let known = &self.targets.reading.shortcodes;
                if !known.contains(&call.name) {
                    let name = &call.name;
                    let mut error =
                        Diagnostic::error("shortcode", format!("there is no shortcode `{name}`"));
                    error.help = Some(match nearest(name, known.iter().map(String::as_str)) {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => format!("its template would be templates/shortcodes/{name}.html"),
                    });
                    self.complain(error, span);
                    return;
                }
                self.body.shortcodes.push(call);
                let nth = self.body.shortcodes.len() - 1;
                if matches!(self.calls.calls[index].1, Call::Inline(_)) {
                    mark(format_args!("S{nth}"))
                } else if is_block {
                    self.open_calls.push((span, self.depth));
                    mark(format_args!("O{nth}"))
                } else {
                    return alone(self, span);
                }
            }
            Call::Close if !is_block => return alone(self, span),
            Call::Close => match self.open_calls.pop() {
                Some((_, depth)) if depth == self.depth => mark("C"),
                Some((open, _)) => {
                    let error = Diagnostic::error(
                        "shortcode",
                        "the shortcode ends elsewhere than it begins",
                    )
                    .label("it begins here")
                    .help("both ends must stand in the same list item or quotation");
                    return self.complain(error, open);
                }
                None => {
                    let error =
                        Diagnostic::error("shortcode", "there is no shortcode that ends here");
                    return self.complain(error, span);
                }
            },
        };
        if is_block {
            self.push_html(format!("{html}\n"));
        } else {
            self.push_inline(html);
        }
    }

    pub(super) fn close_shortcodes(&mut self) {
        for (span, _) in std::mem::take(&mut self.open_calls) {
            let error = Diagnostic::error("shortcode", "the shortcode has no end")
                .label("it begins here")
                .help("end it with a paragraph `{% end %}`, or call it as `{{ name() }}`");
            self.complain(error, span);
        }
    }

    /// The words of some events.
    pub(super) fn plain_text(&self, events: &[Placed<'p>]) -> String {
        let mut text = String::new();
        for (event, span) in events {
            match event {
                Event::Text(part) if !self.calls_in(part, span).is_empty() => {
                    text.push_str(&self.file.text[span.clone()]);
                }
                Event::Text(part) | Event::Code(part) => text.push_str(part),
                Event::InlineMath(part) | Event::DisplayMath(part) => text.push_str(part),
                Event::SoftBreak | Event::HardBreak => text.push(' '),
                _ => {}
            }
        }
        text
    }
}

fn is_container(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::BlockQuote(_) | Tag::Item | Tag::FootnoteDefinition(_) | Tag::DefinitionListDefinition
    )
}

/// The index of the event that closes what was opened before `from`.
fn closing(events: &[Placed<'_>], from: usize, closes: impl Fn(&TagEnd) -> bool) -> usize {
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

/// The values of `id` attributes in raw HTML.
fn html_ids(html: &str) -> impl Iterator<Item = &str> {
    html.split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
}

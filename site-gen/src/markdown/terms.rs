//! The terms that definition lists explain: each has an id, and the glossary collects them.

use std::sync::Arc;

use pulldown_cmark::CowStr;

use super::body::{MARK, mark};
use super::html::escape_attribute;
use super::reader::Reader;
use crate::content::decode_path;
use crate::source::{SourceFile, Span};

/// A term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its words.
    pub name: String,
    /// Its id on the page.
    pub id: String,
    /// What it means, as HTML.
    pub html: String,
}

/// A link to a term: `[maps](term:identity-map)`, or `[identity map](term:)`.
#[derive(Clone, Debug)]
pub struct TermLink {
    /// The term, as the link names it.
    pub name: String,
    /// The file in which the link stands.
    pub file: Arc<SourceFile>,
    /// Where in it.
    pub span: Span,
}

impl<'p> Reader<'p, '_> {
    /// The beginning of a term in a definition list.
    pub(super) fn term(&mut self, name: String) {
        let explained = |index: &usize| !self.body.terms[*index].html.is_empty();
        if self.open_terms.iter().any(explained) {
            self.open_terms.clear();
        }
        let id = self.ids.unique(&format!("term {name}"));
        self.push_html(format!("<dt id=\"{}\">", escape_attribute(&id)));
        self.open_terms.push(self.body.terms.len());
        let html = String::new();
        self.body.terms.push(Term { name, id, html });
    }

    /// The end of an explanation: it belongs to the terms before it.
    pub(super) fn explain_terms(&mut self) {
        let Some(start) = self.explanation.take() else {
            return;
        };
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, self.html[start..].iter().cloned());
        // What is still to be filled in stays on the page itself.
        let html: String = html.split(MARK).step_by(2).collect();
        for &index in &self.open_terms {
            let term = &mut self.body.terms[index];
            if !term.html.is_empty() {
                term.html.push('\n');
            }
            term.html.push_str(html.trim());
        }
    }

    /// The beginning of a link to a term, whose address is known when all pages are read.
    pub(super) fn term_link(&mut self, written: &str, title: &CowStr<'p>, span: &Span) {
        let name = match decode_path(written) {
            name if !name.is_empty() => name,
            // The words of the link are the term.
            _ => {
                let text = &self.file.text[span.clone()];
                text.strip_prefix('[')
                    .and_then(|text| text.split(']').next())
                    .unwrap_or_default()
                    .to_owned()
            }
        };
        let index = self.body.term_links.len();
        let title = match title.is_empty() {
            true => String::new(),
            false => format!(" title=\"{}\"", escape_attribute(title)),
        };
        let address = mark(format_args!("T{index}"));
        self.push_inline(format!("<a class=\"term\" href=\"{address}\"{title}>"));
        self.body.term_links.push(TermLink {
            name,
            file: Arc::clone(&self.file),
            span: span.clone(),
        });
    }
}

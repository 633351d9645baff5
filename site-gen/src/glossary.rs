//! The glossary: the terms that definition lists explain, and where links to them lead.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::content::{Content, Page, encode_path};
use crate::diagnostic::{Diagnostic, Diagnostics, nearest};
use crate::markdown::{Body, Term, slugify};

/// The template of the page that lists the terms.
pub const TEMPLATE: &str = "glossary.html";

/// The terms of a site.
#[derive(Debug, Default)]
pub struct Glossary {
    /// The index of the page and of the term on it, in the order of the terms.
    entries: Vec<(usize, usize)>,
    /// The entry of a term, by its words as an id would have them.
    by_slug: HashMap<String, usize>,
}

impl Glossary {
    /// Collects the terms of the pages that say `glossary = true`, and of the glossary itself.
    pub fn new(content: &Content, bodies: &[Body]) -> Glossary {
        let mut sorted = BTreeMap::new();
        for (page, body) in content
            .pages
            .iter()
            .zip(bodies)
            .enumerate()
            .filter_map(|(index, (page, body))| takes_part(page).then_some((index, body)))
        {
            for (nth, term) in body.terms.iter().enumerate() {
                sorted.insert((term.name.to_lowercase(), page, nth), slugify(&term.name));
            }
        }
        let mut glossary = Glossary::default();
        for ((_, page, nth), slug) in sorted {
            glossary
                .by_slug
                .entry(slug)
                .or_insert(glossary.entries.len());
            glossary.entries.push((page, nth));
        }
        glossary
    }

    /// The terms with the indices of their pages, in alphabetical order.
    pub fn terms<'b>(&self, bodies: &'b [Body]) -> impl Iterator<Item = (usize, &'b Term)> {
        let entries = self.entries.iter();
        entries.map(|&(page, nth)| (page, &bodies[page].terms[nth]))
    }

    /// The address of a term below the base path, as an author names it.
    pub fn address(&self, name: &str, content: &Content, bodies: &[Body]) -> Option<String> {
        let (page, nth) = self.entries[*self.by_slug.get(&slugify(name))?];
        let (url, id) = (&content.pages[page].url, &bodies[page].terms[nth].id);
        Some(format!("{}#{id}", encode_path(url)))
    }

    /// Tells the links to terms that nothing explains.
    pub fn check(&self, bodies: &[Body], diagnostics: &mut Diagnostics) {
        for link in bodies.iter().flat_map(|body| &body.term_links) {
            if self.by_slug.contains_key(&slugify(&link.name)) {
                continue;
            }
            let known = self.terms(bodies).map(|(_, term)| term.name.as_str());
            let mut error = Diagnostic::error(
                "term",
                format!("no glossary explains the term `{}`", link.name),
            )
            .at(&Arc::clone(&link.file), link.span.clone());
            error.help = Some(match nearest(&link.name, known) {
                Some(near) => format!("did you mean `{near}`?"),
                None => {
                    "terms are those of definition lists on pages with `glossary = true`".into()
                }
            });
            diagnostics.push(error);
        }
    }
}

fn takes_part(page: &Page) -> bool {
    let is_glossary = page
        .front
        .template
        .as_ref()
        .is_some_and(|(name, _)| name == TEMPLATE);
    page.front.glossary || is_glossary
}

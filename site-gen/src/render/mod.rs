//! Pages as HTML: the templates, filled.

mod context;
mod error;
mod navigation;
mod templates;

use rayon::prelude::*;
use tera::{Context, Value};

use crate::assets::Assets;
use crate::config::Config;
use crate::content::{Content, Page};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::examples::Recorded;
use crate::markdown::{Body, Piece};
use crate::navigation::Navigation;
use crate::theme::Theme;

use context::Shared;
pub use context::canonical;
pub use templates::Templates;

/// Everything that the pages of a finished site are made of.
pub struct Site<'s> {
    /// `site.toml`.
    pub config: &'s Config,
    /// The pages.
    pub content: &'s Content,
    /// Their Markdown, read.
    pub bodies: &'s [Body],
    /// What their examples printed.
    pub recorded: &'s [Vec<Recorded>],
    /// Their titles.
    pub titles: &'s [String],
    /// Their tree.
    pub navigation: &'s Navigation,
    /// The templates and the static files.
    pub theme: &'s Theme,
    /// What pages load.
    pub assets: &'s Assets,
}

/// The HTML of a site.
#[derive(Default)]
pub struct Rendered {
    /// The pages, in the order of the content's.
    pub pages: Vec<String>,
    /// The page for addresses that lead nowhere.
    pub not_found: Option<String>,
}

/// Renders all pages.
pub fn render(site: &Site<'_>, diagnostics: &mut Diagnostics) -> Rendered {
    let Some(templates) = diagnostics.gather(Templates::compile(site)) else {
        return Rendered::default();
    };
    let shared = Shared::new(site);
    let rendered: Vec<Result<String, Diagnostic>> = (0..site.content.pages.len())
        .into_par_iter()
        .map(|index| render_page(site, &templates, &shared, index))
        .collect();
    let mut gather = |html| diagnostics.gather(html);
    Rendered {
        pages: rendered.into_iter().filter_map(&mut gather).collect(),
        not_found: gather(render_404(site, &templates, &shared)),
    }
}

fn render_404(
    site: &Site<'_>,
    templates: &Templates,
    shared: &Shared,
) -> Result<String, Diagnostic> {
    let mut context = Context::new();
    context.insert_value("site", shared.site(site, None));
    context.insert_value("page", context::not_found());
    templates.render("404.html", &context)
}

fn render_page(
    site: &Site<'_>,
    templates: &Templates,
    shared: &Shared,
    index: usize,
) -> Result<String, Diagnostic> {
    let page = &site.content.pages[index];
    let content = render_content(site, templates, shared, index)?;
    let template = template_of(page);
    if !templates.contains(&template) {
        return Err(no_such_template(page, &template, templates));
    }
    let mut context = Context::new();
    context.insert_value("site", shared.site(site, Some(index)));
    context.insert_value("page", context::page(site, index, &content));
    if !site.bodies[index].examples.is_empty() {
        context.insert_value("playground", shared.playground(site, index));
    }
    if page.is_section() {
        context.insert_value("pages", shared.section_pages(site, page));
    }
    templates.render(&template, &context)
}

fn template_of(page: &Page) -> String {
    match &page.front.template {
        Some((name, _)) => name.clone(),
        None if page.is_section() => "section.html".into(),
        None => "page.html".into(),
    }
}

fn no_such_template(page: &Page, name: &str, templates: &Templates) -> Diagnostic {
    let error = Diagnostic::error("template", format!("there is no template `{name}`"))
        .suggest(name, templates.names());
    match &page.front.template {
        Some((_, span)) => error.at(&page.file, span.clone()),
        None => error,
    }
}

/// The page's Markdown as HTML, with its examples in their places.
fn render_content(
    site: &Site<'_>,
    templates: &Templates,
    shared: &Shared,
    index: usize,
) -> Result<String, Diagnostic> {
    let body = &site.bodies[index];
    let mut html = String::new();
    let mut first = true;
    for piece in &body.pieces {
        match piece {
            Piece::Html(part) => html.push_str(part),
            Piece::Example(nth) => {
                let recorded = &site.recorded[index][*nth];
                let example: Value = shared.example(&body.examples[*nth], recorded, first);
                first = false;
                let mut context = Context::new();
                context.insert_value("example", example);
                html.push_str(&templates.render("example.html", &context)?);
            }
        }
    }
    Ok(html)
}

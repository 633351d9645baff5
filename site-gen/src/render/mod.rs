//! Pages as HTML: the templates, filled.

mod catalogue;
mod comparison;
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
use crate::examples::{Compared, Recorded};
use crate::extras::print;
use crate::glossary::{self, Glossary};
use crate::markdown::{Body, Piece, Shortcode, escape_attribute};
use crate::navigation::Navigation;
use crate::theme::Theme;

use context::Shared;
pub use context::canonical;
pub use templates::Templates;

/// The folder of the templates of shortcodes.
pub const SHORTCODES: &str = "shortcodes/";

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
    /// What their comparisons came to.
    pub compared: &'s [Vec<Compared>],
    /// Their titles.
    pub titles: &'s [String],
    /// The terms that they explain.
    pub glossary: &'s Glossary,
    /// The address of the picture that stands for the site.
    pub image: Option<&'s str>,
    /// Their tree.
    pub navigation: &'s Navigation,
    /// The templates and the static files.
    pub theme: &'s Theme,
    /// What pages load.
    pub assets: &'s Assets,
    /// Whether visited pages can be read without a network. Not while they are being written: nothing should
    /// stand between an author and the server then.
    pub offline: bool,
}

/// The HTML of a site.
#[derive(Default)]
pub struct Rendered {
    /// The pages, in the order of the content's.
    pub pages: Vec<String>,
    /// The page for addresses that lead nowhere.
    pub not_found: Option<String>,
    /// The page with all others in it, if it is wanted.
    pub print: Option<String>,
    /// The page for any program and the list of examples that it offers, where the site has examples.
    pub playground: Option<(String, String)>,
}

/// The address of the page for any program.
pub const PLAYGROUND: &str = "playground/";
/// The address of the list of the site's examples.
pub const EXAMPLES: &str = "playground/examples.json";

/// Whether the site has a page for any program: it needs examples, and no page of the author's own may stand
/// in its place.
pub fn has_playground(site: &Site<'_>) -> bool {
    site.bodies.iter().any(Body::runs)
        && !site.content.pages.iter().any(|page| page.url == PLAYGROUND)
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
    let whole = site
        .config
        .extras
        .print
        .then(|| render_print(site, &templates, &shared));
    let playground = has_playground(site).then(|| render_playground(site, &templates, &shared));
    let examples = || catalogue::catalogue(site).to_string();
    Rendered {
        playground: playground
            .and_then(&mut gather)
            .map(|html| (html, examples())),
        print: whole.and_then(&mut gather),
        pages: rendered.into_iter().filter_map(&mut gather).collect(),
        not_found: gather(render_404(site, &templates, &shared)),
    }
}

/// The pages' contents once more, this time all on one page. What is wrong in them was told before.
fn render_print(
    site: &Site<'_>,
    templates: &Templates,
    shared: &Shared,
) -> Result<String, Diagnostic> {
    let parts = print::contents(site, |index| {
        render_content(site, templates, shared, index).ok()
    });
    let mut context = context::whole_site(site, parts);
    context.insert_value("site", shared.site(site, None));
    templates.render("print.html", &context)
}

fn render_404(
    site: &Site<'_>,
    templates: &Templates,
    shared: &Shared,
) -> Result<String, Diagnostic> {
    let mut context = Context::new();
    context.insert_value("site", shared.site(site, None));
    context.insert_value("page", context::generated("Page not found", None, ""));
    templates.render("404.html", &context)
}

fn render_playground(
    site: &Site<'_>,
    templates: &Templates,
    shared: &Shared,
) -> Result<String, Diagnostic> {
    let (example, recorded) = shared.first_program(site);
    let mut context = Context::new();
    context.insert_value("example", shared.example(site, &example, &recorded, true));
    let content = templates.render("example.html", &context)?;
    let mut context = Context::new();
    context.insert_value("site", shared.site(site, None));
    context.insert_value("page", shared.playground_page(site, &content));
    let examples = std::slice::from_ref(&example);
    context.insert_value("playground", shared.playground(site, examples));
    templates.render("playground.html", &context)
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
    let body = &site.bodies[index];
    if body.runs() {
        context.insert_value("playground", shared.playground(site, &body.examples));
    }
    if page.is_section() {
        context.insert_value("pages", shared.section_pages(site, page));
    }
    if template == glossary::TEMPLATE {
        context.insert_value("terms", context::terms(site));
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
    let mut first = true;
    render_pieces(
        site,
        templates,
        shared,
        index,
        &site.bodies[index].pieces,
        &mut first,
    )
}

fn render_pieces(
    site: &Site<'_>,
    templates: &Templates,
    shared: &Shared,
    index: usize,
    pieces: &[Piece],
    first: &mut bool,
) -> Result<String, Diagnostic> {
    let body = &site.bodies[index];
    let mut html = String::new();
    for piece in pieces {
        match piece {
            Piece::Html(part) => html.push_str(part),
            Piece::Example(nth) => {
                let recorded = &site.recorded[index][*nth];
                let example: Value = shared.example(site, &body.examples[*nth], recorded, *first);
                *first &= body.examples[*nth].language.is_some();
                let mut context = Context::new();
                context.insert_value("example", example);
                html.push_str(&templates.render("example.html", &context)?);
            }
            Piece::Comparison(nth) => {
                let compared = &site.compared[index][*nth];
                let comparison = comparison::context(&body.comparisons[*nth], compared);
                let mut context = Context::new();
                context.insert_value("comparison", comparison);
                html.push_str(&templates.render("compare.html", &context)?);
            }
            Piece::Term(nth) => {
                let name = &body.term_links[*nth].name;
                let address = site.glossary.address(name, site.content, site.bodies);
                html.push_str(site.config.base_path());
                html.push_str(&escape_attribute(&address.unwrap_or_default()));
            }
            Piece::Shortcode { call, body: inside } => {
                let call = &body.shortcodes[*call];
                let inside = match inside.is_empty() {
                    true => None,
                    false => Some(render_pieces(
                        site, templates, shared, index, inside, first,
                    )?),
                };
                let context = context::shortcode(shared, site, index, call, inside);
                let made = templates.render(&format!("{SHORTCODES}{}.html", call.name), &context);
                let made =
                    made.map_err(|error| in_call(error, &site.content.pages[index], call))?;
                html.push_str(made.trim_end());
            }
        }
    }
    Ok(html)
}

/// A mistake in the template of a shortcode, at the place of the call: it is as often the call's.
fn in_call(error: Diagnostic, page: &Page, call: &Shortcode) -> Diagnostic {
    let message = format!("the shortcode `{}` fails: {}", call.name, error.message);
    let mut told = Diagnostic::error("shortcode", message).at(&page.file, call.span.clone());
    if let Some((file, span)) = &error.place {
        let (path, line) = (file.path.display(), file.line(span.start));
        told = told.note(format!("in {path}:{line}:{}", file.column(span.start)));
    }
    told.help = error.help;
    told
}

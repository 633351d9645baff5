//! The TOML between two `+++` lines at the top of a page.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{SourceFile, Span};
use crate::toml_table::{Origin, TableReader};

const FENCE: &str = "+++";

/// What Zola knows and this does not need.
const ZOLA: &[&str] = &[
    "generate_feeds",
    "in_search_index",
    "insert_anchor_links",
    "page_template",
    "paginate_by",
    "paginate_path",
    "paginate_reversed",
    "path",
    "redirect_to",
    "render",
    "transparent",
];

/// The order of the pages in a folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// Light ones first, then by path.
    #[default]
    Weight,
    /// By title.
    Title,
    /// New ones first.
    Date,
    /// By address.
    Slug,
}

/// What a page says about itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrontMatter {
    /// The title; without it the page's first heading is the title.
    pub title: Option<String>,
    /// What the page is about, in a sentence.
    pub description: Option<String>,
    /// The place among its siblings: light ones come first.
    pub weight: i64,
    /// The date of the last change of its content.
    pub updated: Option<String>,
    /// The date of its first publication.
    pub date: Option<String>,
    /// The picture that stands for it where others link to it.
    pub image: Option<(String, Span)>,
    /// The order of the pages in its folder.
    pub sort_by: SortBy,
    /// Who wrote it.
    pub contributors: Vec<String>,
    /// Whether it is left out of the finished site.
    pub draft: bool,
    /// The last component of its URL, when it is not the file's name.
    pub slug: Option<(String, Span)>,
    /// Other addresses below the base path that lead to it.
    pub aliases: Vec<(String, Span)>,
    /// Whether its definition lists are part of the glossary.
    pub glossary: bool,
    /// The template that renders it.
    pub template: Option<(String, Span)>,
    /// The author's own values, for the templates.
    pub extra: serde_json::Map<String, serde_json::Value>,
}

impl FrontMatter {
    /// Reads the front matter of a page, and says where its Markdown begins.
    pub fn read(file: &Arc<SourceFile>, diagnostics: &mut Diagnostics) -> (FrontMatter, usize) {
        let text = &file.text;
        // A byte order mark is no part of the text.
        let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
        let first = line(text, start);
        if text[first.clone()].trim_end() != FENCE {
            return (FrontMatter::default(), start);
        }
        let toml_start = behind(text, first.end);
        let mut at = toml_start;
        while at < text.len() {
            let span = line(text, at);
            if text[span.clone()].trim_end() == FENCE {
                let origin = Origin {
                    file: Arc::clone(file),
                    offset: toml_start,
                    code: "front-matter",
                };
                let front = Self::parse(&origin, &text[toml_start..span.start], diagnostics);
                return (front, behind(text, span.end));
            }
            at = behind(text, span.end);
        }
        diagnostics.push(
            Diagnostic::error("front-matter", "the front matter is not closed")
                .at(file, first)
                .label("it begins here")
                .help("end it with another line `+++`"),
        );
        (FrontMatter::default(), text.len())
    }

    fn parse(origin: &Origin, text: &str, diagnostics: &mut Diagnostics) -> FrontMatter {
        let table = origin.parse(text, diagnostics);
        let mut page = TableReader::new(origin, table, diagnostics);
        let front = FrontMatter {
            title: page.string("title"),
            description: page.string("description"),
            weight: page.integer("weight").unwrap_or(0),
            updated: page.date("updated"),
            date: page.date("date"),
            image: page.spanned_string("image"),
            sort_by: sort_by(&mut page),
            contributors: contributors(&mut page),
            draft: page.boolean("draft").unwrap_or(false),
            slug: page.spanned_string("slug"),
            aliases: page.spanned_strings("aliases"),
            glossary: page.boolean("glossary").unwrap_or(false),
            template: page.spanned_string("template"),
            extra: page.free_table("extra"),
        };
        page.free_table("taxonomies");
        page.foreign("Zola", ZOLA);
        page.finish();
        if let Some((slug, span)) = &front.slug
            && !is_slug(slug)
        {
            diagnostics.push(
                Diagnostic::error("front-matter", format!("`{slug}` cannot be a slug"))
                    .at(&origin.file, span.clone())
                    .label("it becomes one component of the URL")
                    .help("use letters, digits, `-`, `_` and `.`"),
            );
        }
        for (alias, span) in &front.aliases {
            if !is_alias(alias) {
                diagnostics.push(
                    Diagnostic::error("front-matter", format!("`{alias}` cannot be an alias"))
                        .at(&origin.file, span.clone())
                        .help("write an address of this site, such as \"old/page/\""),
                );
            }
        }
        front
    }
}

fn contributors(page: &mut TableReader<'_, '_>) -> Vec<String> {
    let mut names = page.strings("contributors");
    names.extend(page.strings("authors"));
    names
}

fn sort_by(page: &mut TableReader<'_, '_>) -> SortBy {
    let Some((name, span)) = page.spanned_string("sort_by") else {
        return SortBy::default();
    };
    match name.as_str() {
        "weight" | "none" => SortBy::Weight,
        "title" | "title_bytes" => SortBy::Title,
        "date" | "update_date" => SortBy::Date,
        "slug" => SortBy::Slug,
        _ => {
            let error = Diagnostic::error(
                "front-matter",
                format!("pages cannot be sorted by `{name}`"),
            )
            .at(&page.origin().file, span)
            .help("known here: weight, title, date, slug");
            page.diagnostics().push(error);
            SortBy::default()
        }
    }
}

/// Whether it can be a path of the output: no scheme, no way out, nothing empty.
fn is_alias(alias: &str) -> bool {
    let path = alias.trim_matches('/');
    let bad = |part: &str| {
        part.is_empty() || part.starts_with('.') || part.contains([':', '?', '#', '\\'])
    };
    !path.split('/').any(bad)
}

fn is_slug(slug: &str) -> bool {
    let good = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    !slug.is_empty() && slug.chars().all(good) && slug.chars().any(char::is_alphanumeric)
}

/// The line that begins at a byte offset, without its line break.
fn line(text: &str, start: usize) -> Span {
    let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    start..end
}

/// The offset behind the line break at `end`.
fn behind(text: &str, end: usize) -> usize {
    (end + 1).min(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (FrontMatter, String, Diagnostics) {
        let mut diagnostics = Diagnostics::new();
        let file = SourceFile::new("a.md", text);
        let (front, body) = FrontMatter::read(&file, &mut diagnostics);
        (front, file.text[body..].to_owned(), diagnostics)
    }

    #[test]
    fn what_stands_between_the_fences() {
        let (front, body, diagnostics) =
            read("+++\r\ntitle = 'FAQ'\nupdated = 2026-01-31\n[extra]\nx = [1]\n+++\n\n# Hi\n");
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        assert_eq!(front.title.as_deref(), Some("FAQ"));
        assert_eq!(front.updated.as_deref(), Some("2026-01-31"));
        assert_eq!(front.extra["x"], serde_json::json!([1]));
        assert_eq!(body, "\n# Hi\n");
    }

    #[test]
    fn it_may_be_missing() {
        assert_eq!(read("# Hi\n").1, "# Hi\n");
        assert_eq!(read("").1, "");
        assert_eq!(read("\u{feff}+++\n+++\nx").1, "x");
    }

    #[test]
    fn mistakes_point_into_the_file() {
        let (_, _, diagnostics) = read("+++\ntitel = 'x'\nslug = '../x'\n+++\n");
        let marked: Vec<_> = diagnostics
            .iter()
            .map(|d| {
                let (file, span) = d.place.as_ref().unwrap();
                &file.text[span.clone()]
            })
            .collect();
        assert_eq!(marked, ["titel", "'../x'"]);
        let (_, _, diagnostics) = read("+++\ntitle = 'x'\n");
        assert_eq!(diagnostics[0].message, "the front matter is not closed");
    }
}

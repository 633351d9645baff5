//! `site.toml`: what the whole site shares.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use engine::Limits;
use toml::Spanned;
use toml::de::DeValue;

use crate::assets::Precompress;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::import::mdbook;
use crate::markdown::is_python;
use crate::source::{SourceFile, Span};
use crate::toml_table::{Origin, TableReader};

/// The name of the file.
pub const FILE: &str = "site.toml";

/// What `site.toml` says.
#[derive(Clone, Debug)]
pub struct Config {
    /// The file itself.
    pub file: Arc<SourceFile>,
    /// The site's title.
    pub title: String,
    /// What it is about, for search engines and feeds.
    pub description: String,
    /// Where it is published, with a slash at its end.
    pub base_url: String,
    /// The address that a page's path is put behind to edit its source.
    pub edit_url: Option<String>,
    /// The language of its text, as in HTML's `lang`.
    pub language: String,
    /// The picture that stands for the site where others link to it, by its path below the base path.
    pub image: Option<(String, Span)>,
    /// Whether pages that name no date of their last change have the one that git knows.
    pub dates_from_git: bool,
    /// What is made beside the pages.
    pub extras: Extras,
    /// The folder of the pages.
    pub folder: String,
    /// The only pages that are part of the site, by their paths below that folder, if it is not all of them.
    pub only: Option<HashSet<String>>,
    /// Whether the site is written for mdBook.
    pub mdbook: bool,
    /// The navigation, when the site does not leave it to the folders.
    pub navigation: Option<Vec<NavEntry>>,
    /// The code that runs before every scenario.
    pub prelude: Prelude,
    /// Whether `$...$` in pages is mathematics.
    pub math: bool,
    /// What one run of a scenario may use up.
    pub limits: Limits,
    /// What runs the blocks of other languages than the one that is built in, by the language.
    pub runners: BTreeMap<String, LanguageRunner>,
    /// The folder of the site.
    pub root: PathBuf,
    /// How the files that pages load are published.
    pub assets: AssetRules,
    /// The author's own values, for the templates.
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// What runs the blocks of a language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LanguageRunner {
    /// The language, as fences name it.
    pub language: String,
    /// The command that runs a program when the site is built; empty if none does. `{file}` in it is the program's
    /// file; without it the program is its standard input.
    pub command: Vec<String>,
    /// How many seconds it may take.
    pub timeout: u64,
    /// The module that runs programs in the page, by its path below `static/`.
    pub module: Option<(String, Span)>,
}

/// How the files that pages load are published.
#[derive(Clone, Debug, Default)]
pub struct AssetRules {
    /// Names that are kept in the finished site; a `*` at the end stands for whatever follows.
    pub keep: Vec<String>,
    /// Which files lie there in compressed forms as well.
    pub precompress: Precompress,
}

/// What is made beside the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extras {
    /// Each page's Markdown beside its HTML, and `llms.txt`.
    pub markdown: bool,
    /// One page with all the others in it.
    pub print: bool,
    /// The Atom feed, if a page has a date.
    pub feed: bool,
}

impl Default for Extras {
    fn default() -> Self {
        Extras {
            markdown: true,
            print: false,
            feed: true,
        }
    }
}

/// An entry of the navigation.
#[derive(Clone, Debug)]
pub struct NavEntry {
    /// The page, by its path below `content/`.
    pub page: Option<(String, Span)>,
    /// The title, when it is not the page's own.
    pub title: Option<String>,
    /// What stands below it.
    pub children: Vec<NavEntry>,
}

/// The code that runs before every scenario.
#[derive(Clone, Debug)]
pub struct Prelude {
    /// Its name in tracebacks.
    pub name: String,
    /// Its text; empty if there is none.
    pub text: String,
    /// Where it stands in `site.toml`.
    pub span: Span,
}

impl Config {
    /// Reads `site.toml` in `root`.
    pub fn load(root: &Path, diagnostics: &mut Diagnostics) -> Option<Config> {
        let path = Path::new(FILE);
        if !root.join(path).is_file() {
            let told = diagnostics.len();
            let book = mdbook::load(root, diagnostics);
            if book.is_some() || diagnostics.len() > told {
                return book;
            }
            diagnostics.push(
                Diagnostic::error("site", format!("there is no {FILE} in {}", root.display()))
                    .help("run site-gen in the folder of a site, or name it with --root"),
            );
            return None;
        }
        let file = diagnostics.gather(SourceFile::read(root, path))?;
        let errors = diagnostics.len();
        let config = Self::parse(&file, diagnostics);
        (diagnostics.len() == errors).then_some(config)
    }

    /// Understands the text of a `site.toml`.
    pub fn parse(file: &Arc<SourceFile>, diagnostics: &mut Diagnostics) -> Config {
        let origin = Origin {
            file: Arc::clone(file),
            offset: 0,
            code: "site",
        };
        let table = origin.parse(&file.text, diagnostics);
        let mut site = TableReader::new(&origin, table, diagnostics);
        let config = Config {
            file: Arc::clone(file),
            title: site.string("title").unwrap_or_else(|| "Untitled".into()),
            description: site.string("description").unwrap_or_default(),
            base_url: base_url(&mut site),
            edit_url: site.string("edit_url"),
            language: site.string("language").unwrap_or_else(|| "en".into()),
            image: site.spanned_string("image"),
            dates_from_git: dates_from_git(&mut site),
            extras: site.table("extras", extras).unwrap_or_default(),
            folder: crate::content::FOLDER.into(),
            only: None,
            mdbook: false,
            navigation: navigation(&mut site),
            assets: site.table("assets", asset_rules).unwrap_or_default(),
            math: site
                .table("markdown", |markdown| markdown.boolean("math"))
                .flatten()
                .unwrap_or(false),
            runners: runners(&mut site),
            root: PathBuf::new(),
            extra: site.free_table("extra"),
            prelude: Prelude {
                name: "prelude.py".into(),
                text: String::new(),
                span: 0..0,
            },
            limits: Limits::default(),
        };
        let playground = site.table("playground", |playground| {
            let prelude = playground.spanned_string("prelude");
            let limits = playground.table("limits", limits).unwrap_or_default();
            (prelude, limits)
        });
        site.finish();
        let Some((prelude, limits)) = playground else {
            return config;
        };
        let (text, span) = prelude.unwrap_or_default();
        Config {
            prelude: Prelude {
                text,
                span,
                ..config.prelude
            },
            limits,
            ..config
        }
    }

    /// The path part of the base URL: `/` or `/sub/path/`.
    pub fn base_path(&self) -> &str {
        let authority = self.base_url.find("://").map_or(0, |at| at + 3);
        let path = self.base_url[authority..].find('/');
        path.map_or("/", |at| &self.base_url[authority + at..])
    }
}

fn base_url(site: &mut TableReader<'_, '_>) -> String {
    let Some((url, span)) = site.spanned_string("base_url") else {
        return "http://127.0.0.1:8000/".into();
    };
    normal_base_url(&url).unwrap_or_else(|problem| {
        let file = Arc::clone(&site.origin().file);
        let error = Diagnostic::error("site", format!("`base_url` {problem}")).at(&file, span);
        site.diagnostics().push(error);
        url
    })
}

/// A base URL with a slash at its end, or what is wrong with it.
pub fn normal_base_url(url: &str) -> Result<String, &'static str> {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))
        .ok_or("must begin with https:// or http://")?;
    if rest.is_empty() || rest.starts_with('/') {
        return Err("names no host");
    }
    if rest.contains(['?', '#', '"', '<', '>', ' ']) {
        return Err("must be a plain address without ?, #, quotes and spaces");
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}

fn dates_from_git(site: &mut TableReader<'_, '_>) -> bool {
    let Some((from, span)) = site.spanned_string("updated_from") else {
        return false;
    };
    if from != "git" {
        let error = Diagnostic::error("site", "`updated_from` can only be \"git\"")
            .at(&site.origin().file, span);
        site.diagnostics().push(error);
    }
    true
}

fn extras(table: &mut TableReader<'_, '_>) -> Extras {
    let default = Extras::default();
    Extras {
        markdown: table.boolean("markdown").unwrap_or(default.markdown),
        print: table.boolean("print").unwrap_or(default.print),
        feed: table.boolean("feed").unwrap_or(default.feed),
    }
}

fn runners(site: &mut TableReader<'_, '_>) -> BTreeMap<String, LanguageRunner> {
    let mut runners = BTreeMap::new();
    let Some(value) = site.value("runners") else {
        return runners;
    };
    let origin = site.origin();
    let span = value.span();
    let DeValue::Table(table) = value.into_inner() else {
        let error = origin.error(span, "`runners` must be a table of languages");
        site.diagnostics().push(error.help("write [runners.sh]"));
        return runners;
    };
    for (language, value) in table {
        let span = language.span();
        let language = language.into_inner().into_owned();
        let DeValue::Table(table) = value.into_inner() else {
            let error = origin.error(span, format!("`runners.{language}` must be a table"));
            site.diagnostics().push(error);
            continue;
        };
        let mut reader = TableReader::new(origin, table, site.diagnostics());
        let runner = LanguageRunner {
            command: reader.strings("command"),
            timeout: reader.natural("timeout").unwrap_or(10),
            module: reader.spanned_string("wasm"),
            language: language.clone(),
        };
        reader.finish();
        let problem = if is_python(&language) {
            Some("Python is built in and has no other runner")
        } else if runner.command.is_empty() && runner.module.is_none() {
            Some("a runner needs a `command` for the build, a `wasm` module for the page, or both")
        } else {
            None
        };
        match problem {
            Some(problem) => site.diagnostics().push(origin.error(span, problem)),
            None => _ = runners.insert(language, runner),
        }
    }
    runners
}

fn limits(table: &mut TableReader<'_, '_>) -> Limits {
    let default = Limits::default();
    let size = |number: Option<u64>, otherwise: usize| {
        number.map_or(otherwise, |n| usize::try_from(n).unwrap_or(usize::MAX))
    };
    Limits {
        fuel: table.natural("fuel").unwrap_or(default.fuel),
        heap_bytes: size(table.natural("heap_bytes"), default.heap_bytes),
        recursion: size(table.natural("recursion"), default.recursion),
        output_bytes: size(table.natural("output_bytes"), default.output_bytes),
    }
}

fn asset_rules(table: &mut TableReader<'_, '_>) -> AssetRules {
    let keep = table.strings("keep");
    let precompress = table
        .spanned_string("precompress")
        .and_then(|(name, span)| {
            let known = Precompress::of(&name);
            if known.is_none() {
                let error = Diagnostic::error(
                    "site",
                    "`precompress` must be \"none\", \"assets\" or \"all\"",
                )
                .at(&table.origin().file, span);
                table.diagnostics().push(error);
            }
            known
        });
    AssetRules {
        keep,
        precompress: precompress.unwrap_or_default(),
    }
}

fn navigation(site: &mut TableReader<'_, '_>) -> Option<Vec<NavEntry>> {
    let value = site.value("nav")?;
    Some(entries(site, "nav", value))
}

/// An array of paths (`"faq.md"`) and tables (`{ page, title, children }`).
fn entries(
    site: &mut TableReader<'_, '_>,
    key: &str,
    value: Spanned<DeValue<'_>>,
) -> Vec<NavEntry> {
    let span = value.span();
    let origin = site.origin();
    let DeValue::Array(items) = value.into_inner() else {
        let error = origin.error(span, format!("`{key}` must be a list of pages"));
        site.diagnostics().push(error);
        return Vec::new();
    };
    let mut entries = Vec::new();
    for item in items {
        let span = item.span();
        match item.into_inner() {
            DeValue::String(path) => entries.push(NavEntry {
                page: Some((path.into_owned(), origin.span(span))),
                title: None,
                children: Vec::new(),
            }),
            DeValue::Table(table) => {
                let mut reader = TableReader::new(origin, table, site.diagnostics());
                let entry = entry(&mut reader);
                reader.finish();
                if entry.page.is_none() && entry.title.is_none() {
                    let error = origin
                        .error(span, "an entry of the navigation needs a page or a title")
                        .help("write \"faq.md\" or { title = \"Guides\", children = [...] }");
                    site.diagnostics().push(error);
                }
                entries.push(entry);
            }
            other => {
                let error = origin
                    .error(span, format!("`{key}` must be a list of pages"))
                    .label(format!("this is a {}", other.type_str()));
                site.diagnostics().push(error);
            }
        }
    }
    entries
}

fn entry(reader: &mut TableReader<'_, '_>) -> NavEntry {
    let page = reader.spanned_string("page");
    let title = reader.string("title");
    let children = match reader.value("children") {
        Some(value) => entries(reader, "children", value),
        None => Vec::new(),
    };
    NavEntry {
        page,
        title,
        children,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> (Config, Diagnostics) {
        let mut diagnostics = Diagnostics::new();
        let config = Config::parse(&SourceFile::new(FILE, text), &mut diagnostics);
        (config, diagnostics)
    }

    #[test]
    fn the_base_path_is_the_path_of_the_base_url() {
        for (url, path) in [
            ("https://a.org", "/"),
            ("https://a.org/", "/"),
            ("https://a.org/x/y", "/x/y/"),
        ] {
            let (config, _) = parse(&format!("base_url = '{url}'"));
            assert_eq!(config.base_path(), path);
        }
    }

    #[test]
    fn every_mistake_is_told() {
        let (_, diagnostics) = parse(
            "titel = 'x'\nlanguage = 3\nbase_url = 'ftp://x'\nnav = ['a.md', 1, {}]\n\
             [playground.limits]\nfuel = -1\nfule = 2\n",
        );
        let messages: Vec<_> = diagnostics.iter().map(|d| d.message.as_str()).collect();
        assert_eq!(
            messages,
            [
                "`base_url` must begin with https:// or http://",
                "`language` must be a string",
                "`nav` must be a list of pages",
                "an entry of the navigation needs a page or a title",
                "`fuel` must not be negative",
                "unknown key `fule`",
                "unknown key `titel`",
            ]
        );
        assert_eq!(
            diagnostics[6].help.as_deref(),
            Some("did you mean `title`?")
        );
    }

    #[test]
    fn navigation_nests() {
        let (config, diagnostics) = parse(
            "nav = ['index.md', { title = 'Guides', children = ['guide/a.md', { page = 'b.md' }] }]",
        );
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        let navigation = config.navigation.unwrap();
        assert_eq!(navigation[0].page.as_ref().unwrap().0, "index.md");
        assert_eq!(navigation[1].title.as_deref(), Some("Guides"));
        assert_eq!(navigation[1].children.len(), 2);
    }
}

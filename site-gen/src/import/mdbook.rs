//! A folder with mdBook's `book.toml` and `SUMMARY.md`, as it is.

use std::path::Path;
use std::sync::Arc;

use super::summary;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::source::SourceFile;
use crate::toml_table::{Origin, TableReader};

/// The name of the file.
pub const FILE: &str = "book.toml";

/// What is told about an mdBook and would be an error in a site of our own: mdBook builds all the same.
const MILD: &[&str] = &["link", "anchor", "image"];

/// What only concerns a page's own site: a book written elsewhere is not blamed for it.
const UNTOLD: &[&str] = &["heading", "alt", "reference"];

/// What mdBook knows and this does not need, by table.
const BOOK: &[&str] = &["multilingual", "text-direction"];
const HTML: &[&str] = &[
    "additional-css",
    "additional-js",
    "cname",
    "copy-fonts",
    "curly-quotes",
    "default-theme",
    "fold",
    "fragments",
    "google-analytics",
    "hash-files",
    "input-404",
    "no-section-label",
    "playground",
    "preferred-dark-theme",
    "print",
    "redirect",
    "search",
    "sidebar-header-nav",
    "smart-punctuation",
    "theme",
    "git-repository-url",
    "git-repository-icon",
    "edit-url-template",
    "site-url",
    "mathjax-support",
    "code",
    "livereload-url",
    "playpen",
    "admonitions",
    "definition-lists",
];

/// The book in `root`, if there is one.
pub fn load(root: &Path, diagnostics: &mut Diagnostics) -> Option<Config> {
    let path = Path::new(FILE);
    if !root.join(path).is_file() {
        return None;
    }
    let book = diagnostics.gather(SourceFile::read(root, path))?;
    let empty = SourceFile::new(FILE, "");
    let mut config = Config::parse(&empty, diagnostics);
    read(&book, &mut config, diagnostics);
    let path = Path::new(&config.folder).join("SUMMARY.md");
    let summary = diagnostics.gather(SourceFile::read(root, &path))?;
    let entries = summary::read(&summary);
    config.only = Some(summary::pages(&entries).into_iter().collect());
    config.navigation = Some(entries);
    config.file = summary;
    Some(config)
}

fn read(book: &Arc<SourceFile>, config: &mut Config, diagnostics: &mut Diagnostics) {
    let origin = Origin {
        file: Arc::clone(book),
        offset: 0,
        code: "mdbook",
    };
    let table = origin.parse(&book.text, diagnostics);
    let mut reader = TableReader::new(&origin, table, diagnostics);
    config.mdbook = true;
    config.folder = "src".into();
    reader.table("book", |book| {
        config.title = book.string("title").unwrap_or_else(|| config.title.clone());
        config.description = book.string("description").unwrap_or_default();
        config.language = book
            .string("language")
            .unwrap_or_else(|| config.language.clone());
        config.folder = book.string("src").unwrap_or_else(|| config.folder.clone());
        book.strings("authors");
        book.ignore(BOOK);
    });
    reader.table("output", |output| {
        output.table("html", |html| {
            if let Some(path) = html.string("site-url") {
                let path = path.trim_matches('/');
                if !path.is_empty() && !path.contains(':') {
                    config.base_url = format!("{}{path}/", config.base_url);
                }
            }
            config.math = html.boolean("mathjax-support").unwrap_or(false);
            if let Some((template, span)) = html.spanned_string("edit-url-template") {
                match template.strip_suffix("{path}") {
                    Some(prefix) => config.edit_url = Some(format!("{prefix}{}/", config.folder)),
                    None => {
                        let file = Arc::clone(&html.origin().file);
                        let warning =
                            Diagnostic::warning("mdbook", "`edit-url-template` has no effect here")
                                .at(&file, span)
                                .label("it does not end with {path}");
                        html.diagnostics().push(warning);
                    }
                }
            }
            html.foreign(
                "mdBook",
                &["additional-css", "additional-js", "theme", "redirect"],
            );
            html.ignore(HTML);
        });
        // Other renderers are other programs.
        output.ignore_rest();
    });
    for (name, span) in reader.names("preprocessor") {
        if !matches!(name.as_str(), "index" | "links") {
            let file = Arc::clone(book);
            let warning =
                Diagnostic::warning("mdbook", format!("the preprocessor `{name}` is not run"))
                    .at(&file, span);
            reader.diagnostics().push(warning);
        }
    }
    reader.ignore(&["build", "rust"]);
    reader.finish();
}

/// Judges what was told as mdBook does: it passes over links that lead nowhere.
pub fn soften(diagnostics: &mut Diagnostics) {
    diagnostics.retain(|told| !UNTOLD.contains(&told.code));
    for told in diagnostics.iter_mut() {
        if MILD.contains(&told.code) {
            told.severity = Severity::Warning;
        }
    }
}

//! Walking `content/`: which pages and which other files there are.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::{FrontMatter, Page, url_path};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::import::expand::expand;
use crate::source::SourceFile;

/// The folder of the pages.
pub const FOLDER: &str = "content";

/// The names of the page of a folder: ours, Zola's and mdBook's.
pub const INDEX_NAMES: [&str; 3] = ["index.md", "_index.md", "README.md"];

/// The files of `content/`.
#[derive(Debug, Default)]
pub struct Content {
    /// The pages, in the order of their paths.
    pub pages: Vec<Page>,
    /// Where a page stands in `pages`, by its path below `content/`.
    pub by_path: BTreeMap<String, usize>,
    /// Where a page stands in `pages`, by its URL below the base path.
    pub by_url: HashMap<String, usize>,
    /// Everything else, copied as it is: the path below `content/`.
    pub assets: BTreeSet<String>,
}

impl Content {
    /// The content that these files make up.
    pub fn new(pages: Vec<Page>, assets: BTreeSet<String>) -> Content {
        let by = |key: fn(&Page) -> &String| pages.iter().map(key).cloned().zip(0..);
        Content {
            by_path: by(|page| &page.path).collect(),
            by_url: by(|page| &page.url).collect(),
            pages,
            assets,
        }
    }

    /// The page of a folder, by its index.
    pub fn section(&self, folder: &str) -> Option<usize> {
        let within = if folder.is_empty() {
            String::new()
        } else {
            format!("{folder}/")
        };
        let page = |name: &&str| self.by_path.get(&format!("{within}{name}"));
        INDEX_NAMES.iter().find_map(page).copied()
    }
}

/// Finds the files of the folder of pages and reads their front matter.
pub fn discover(
    root: &Path,
    config: &Config,
    drafts: bool,
    diagnostics: &mut Diagnostics,
) -> Content {
    let folder = root.join(&config.folder);
    if !folder.is_dir() {
        let name = &config.folder;
        diagnostics.push(
            Diagnostic::error(
                "site",
                format!("there is no folder {name}/ in {}", root.display()),
            )
            .help(format!("pages are Markdown files in {name}/")),
        );
        return Content::default();
    }
    let paths = walk(&folder, diagnostics);
    let (markdown, assets): (Vec<_>, Vec<_>) =
        paths.into_iter().partition(|path| path.ends_with(".md"));
    let is_part = |path: &String| config.only.as_ref().is_none_or(|only| only.contains(path));
    let markdown: Vec<String> = markdown.into_iter().filter(is_part).collect();
    let read: Vec<(Option<Page>, Diagnostics)> = markdown
        .into_par_iter()
        .map(|path| {
            let mut diagnostics = Diagnostics::new();
            (read_page(root, config, path, &mut diagnostics), diagnostics)
        })
        .collect();
    let mut pages = Vec::with_capacity(read.len());
    for (page, told) in read {
        diagnostics.extend(told);
        pages.extend(page.filter(|page| drafts || !page.front.draft));
    }
    Content::new(pages, assets.into_iter().collect())
}

fn read_page(
    root: &Path,
    config: &Config,
    path: String,
    diagnostics: &mut Diagnostics,
) -> Option<Page> {
    let file = diagnostics.gather(SourceFile::read(
        root,
        &Path::new(&config.folder).join(&path),
    ))?;
    let expanded = config
        .mdbook
        .then(|| expand(root, &file, diagnostics))
        .flatten();
    let (file, expansion) = match expanded {
        Some((file, expansion)) => (file, Some(expansion)),
        None => (file, None),
    };
    let (mut front, body) = match config.mdbook {
        true => (FrontMatter::default(), 0),
        false => FrontMatter::read(&file, diagnostics),
    };
    front.title = front.title.or_else(|| expansion.as_ref()?.title.clone());
    let slug = front.slug.as_ref().map(|(slug, _)| slug.as_str());
    let url = url_path(&path, slug);
    Some(Page {
        path,
        file,
        expansion,
        front,
        body,
        url,
    })
}

/// The files below a folder, sorted, as paths with forward slashes. Hidden files are left out;
/// symbolic links are followed.
pub fn walk(folder: &Path, diagnostics: &mut Diagnostics) -> Vec<String> {
    let mut paths = Vec::new();
    let entries = WalkDir::new(folder)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.file_name()));
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_file() => match relative(folder, entry.path()) {
                Some(path) => paths.push(path),
                None => diagnostics.push(Diagnostic::error(
                    "io",
                    format!("the name of {} is not UTF-8", entry.path().display()),
                )),
            },
            Ok(_) => {}
            Err(error) => diagnostics.push(unwalkable(folder, &error)),
        }
    }
    paths
}

fn unwalkable(folder: &Path, error: &walkdir::Error) -> Diagnostic {
    let shown = |path: &Path| {
        let name = folder.file_name().map(PathBuf::from).unwrap_or_default();
        path.strip_prefix(folder)
            .map_or_else(|_| path.to_owned(), |path| name.join(path))
            .display()
            .to_string()
    };
    let path = error.path().map(shown).unwrap_or_default();
    match error.loop_ancestor() {
        Some(ancestor) => Diagnostic::error(
            "io",
            format!(
                "{path} is a symbolic link that leads back to {}",
                shown(ancestor)
            ),
        )
        .help("remove the link: following it would never end"),
        None => {
            let why = error
                .io_error()
                .map_or_else(|| error.to_string(), ToString::to_string);
            Diagnostic::error("io", format!("cannot read {path}: {why}"))
        }
    }
}

fn is_hidden(name: &std::ffi::OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

fn relative(folder: &Path, path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path
        .strip_prefix(folder)
        .ok()?
        .iter()
        .map(std::ffi::OsStr::to_str)
        .collect();
    Some(parts?.join("/"))
}

//! What an author wrote: the files of `content/`, their front matter and their places in the site.

mod discover;
mod front_matter;
mod url;

pub use discover::INDEX_NAMES;
pub use discover::{Content, FOLDER, discover, walk};
pub use front_matter::{FrontMatter, SortBy};
pub use url::{decode_path, encode_path, output_path, url_path};

use std::sync::Arc;

use crate::import::expand::Expansion;
use crate::source::SourceFile;

/// A page, its text not yet understood.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its path below `content/`, with forward slashes: how other pages name it.
    pub path: String,
    /// The Markdown file.
    pub file: Arc<SourceFile>,
    /// What was put into the file before it was read.
    pub expansion: Option<Expansion>,
    /// What stands between the `+++` lines.
    pub front: FrontMatter,
    /// The byte offset at which the Markdown begins.
    pub body: usize,
    /// The URL below the base path: empty for the home page, `guide/faq/` for others.
    pub url: String,
}

impl Page {
    /// Whether it is the page of a folder.
    pub fn is_section(&self) -> bool {
        INDEX_NAMES.contains(&self.path.rsplit('/').next().unwrap_or_default())
    }

    /// The folder it stands in, without a slash at its end.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// A short name made of its URL: the last component, or `index`.
    pub fn slug(&self) -> &str {
        let url = self.url.trim_end_matches('/');
        match url.rsplit('/').next() {
            Some(name) if !name.is_empty() => name,
            _ => "index",
        }
    }
}

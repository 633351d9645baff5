//! What reading a page depends on beside the page.

use std::collections::BTreeSet;
use std::path::PathBuf;

/// The site around a page, as its Markdown concerns it.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The folder of the site: no file outside it is ever included.
    pub root: PathBuf,
    /// Whether `$...$` is mathematics.
    pub math: bool,
    /// Whether pages are written for mdBook.
    pub mdbook: bool,
    /// The names of the shortcodes that there are templates for.
    pub shortcodes: BTreeSet<String>,
}

//! What reading a page depends on beside the page.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::fence::is_python;

/// The site around a page, as its Markdown concerns it.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The folder of the site: no file outside it is ever included.
    pub root: PathBuf,
    /// Whether `$...$` is mathematics.
    pub math: bool,
    /// Whether pages are written for mdBook.
    pub mdbook: bool,
    /// The languages that run beside Python.
    pub runs: BTreeSet<String>,
    /// Those of them that run when the site is built.
    pub checked: BTreeSet<String>,
    /// The names of the shortcodes that there are templates for.
    pub shortcodes: BTreeSet<String>,
}

impl Reading {
    /// Whether blocks of a language run. In a book of mdBook none does: its Python was not written to.
    pub fn runs(&self, language: &str) -> bool {
        !self.mdbook && (is_python(language) || self.runs.contains(language))
    }
}

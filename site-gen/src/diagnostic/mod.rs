//! The one shape of every complaint: what a build, a check, the overlay of `serve` and a machine
//! reading JSON are told.

mod machine;
mod print;

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use crate::source::{SourceFile, Span};

pub use machine::{github, json};
pub use print::{Printer, summary};

/// Whether the site can be used all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The site is not written.
    Error,
    /// The site is written.
    Warning,
}

/// A complaint about something that an author wrote.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Error or warning.
    pub severity: Severity,
    /// A short name of the kind, for machines and for searching: `front-matter`, `fence`, `claim`.
    pub code: &'static str,
    /// Where: the file and the bytes in it.
    pub place: Option<(Arc<SourceFile>, Span)>,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// What stands beside the marked text.
    pub label: Option<String>,
    /// More about it: a diff, an earlier place.
    pub notes: Vec<String>,
    /// What to try.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error without a place.
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Diagnostic {
            severity: Severity::Error,
            code,
            place: None,
            message: message.into(),
            label: None,
            notes: Vec::new(),
            help: None,
        }
    }

    /// A warning without a place.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Diagnostic {
            severity: Severity::Warning,
            ..Self::error(code, message)
        }
    }

    /// Says where.
    pub fn at(mut self, file: &Arc<SourceFile>, span: Span) -> Self {
        self.place = Some((Arc::clone(file), span));
        self
    }

    /// Says something beside the marked text.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Adds a remark.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Says what to try.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says which of the known names was probably meant.
    pub fn suggest<'a>(self, name: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(name, known) {
            Some(near) => self.help(format!("did you mean `{near}`?")),
            None => self,
        }
    }

    fn key(&self) -> (Option<(&std::path::Path, usize, usize)>, &str) {
        let place = self.place.as_ref();
        (
            place.map(|(file, span)| (file.path.as_path(), span.start, span.end)),
            &self.message,
        )
    }
}

/// The known name that resembles `name` most, if one does.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

/// All the complaints of a build.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether one of them is an error.
    pub fn have_errors(&self) -> bool {
        self.0
            .iter()
            .any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// How many there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.0
            .iter()
            .filter(|diagnostic| diagnostic.severity == severity)
            .count()
    }

    /// In the order of files and places, whatever the order in which threads found them; what many pages
    /// found, such as a mistake in their template, once.
    pub fn sort(&mut self) {
        self.0.sort_by(|a, b| a.key().cmp(&b.key()));
        self.0.dedup_by(|a, b| a.key() == b.key());
    }

    /// Takes warnings as errors.
    pub fn deny_warnings(&mut self) {
        for diagnostic in &mut self.0 {
            diagnostic.severity = Severity::Error;
        }
    }

    /// Keeps the value of a success; gathers the complaint of a failure.
    pub fn gather<T>(&mut self, result: Result<T, Diagnostic>) -> Option<T> {
        result.map_err(|diagnostic| self.0.push(diagnostic)).ok()
    }
}

impl Deref for Diagnostics {
    type Target = Vec<Diagnostic>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for Diagnostics {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Self {
        Diagnostics(vec![diagnostic])
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

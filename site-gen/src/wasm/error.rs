//! Why the engine could not be built, and what to do about it.

use std::{fmt, io, path::Path};

/// A failed build of the engine.
#[derive(Debug)]
pub struct Error {
    problem: String,
    help: Option<String>,
}

impl Error {
    pub(super) fn new(problem: impl Into<String>) -> Self {
        Error {
            problem: problem.into(),
            help: None,
        }
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// For `map_err`: "cannot DO PATH: why".
    pub(super) fn io(verb: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |error| Error::new(format!("cannot {verb} {}: {error}", path.display()))
    }

    /// What went wrong.
    pub fn problem(&self) -> &str {
        &self.problem
    }

    /// What to do about it.
    pub fn what_to_do(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem)?;
        self.help.iter().try_for_each(|help| write!(f, "\n{help}"))
    }
}

impl std::error::Error for Error {}

//! The blocks that run: what they are, how they run, and whether what they say is true.

mod claims;
mod each;
mod foreign;
mod revise;
mod run;
mod runner;

use std::sync::Arc;

use engine::SourceKind;

use crate::markdown::{LineSet, Lines};
use crate::source::{SourceFile, Span};

pub use each::{Tried, Verdict, try_each};
pub use revise::{Edit, apply, revise, without_addresses};
pub use run::{Recorded, check_prelude, run, scenario};
pub use runner::Runner;

/// A block of code on a page that runs.
#[derive(Clone, Debug)]
pub struct Example {
    /// Its id, unique on the page.
    pub id: String,
    /// Its name in tracebacks.
    pub name: String,
    /// The scenario whose blocks it shares a namespace with.
    pub scenario: String,
    /// The language, if it is not the one that is built in.
    pub language: Option<String>,
    /// Script or transcript.
    pub kind: SourceKind,
    /// The code.
    pub code: String,
    /// The file that the code stands in: the page, or a file that it includes.
    pub file: Arc<SourceFile>,
    /// Where the code's lines stand in that file.
    pub lines: Lines,
    /// The whole block in the page.
    pub span: Span,
    /// Its language in the page.
    pub language_span: Span,
    /// Whether it runs without being shown.
    pub hidden: bool,
    /// The exception that must end it.
    pub raises: Option<(String, Span)>,
    /// A caption.
    pub title: Option<String>,
    /// The lines that are marked.
    pub highlighted: LineSet,
    /// The number of the first line, where lines are numbered.
    pub line_numbers: Option<usize>,
    /// Whether the reader says what it prints before seeing it.
    pub predict: bool,
    /// What it must print.
    pub output: Option<OutputClaim>,
}

/// The `output` fence behind a block.
#[derive(Clone, Debug)]
pub struct OutputClaim {
    /// What the fence contains.
    pub text: String,
    /// Where its lines stand in the file.
    pub lines: Lines,
    /// Where the word `output` stands.
    pub span: Span,
}

impl Example {
    /// Whether the blocks behind it run although an exception ends it.
    pub fn goes_on(&self) -> bool {
        self.raises.is_some()
    }
}

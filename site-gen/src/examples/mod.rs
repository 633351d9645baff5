//! The blocks that run: what they are, how they run, and whether what they say is true.

mod claims;
mod compare;
mod each;
mod foreign;
mod revise;
mod run;
mod runner;
mod steps;

use std::sync::Arc;

use engine::SourceKind;

use crate::markdown::{LineSet, Lines};
use crate::source::{SourceFile, Span};

pub use compare::{Compared, Difference, Row, compare, difference, distinguishing};
pub use each::{Tried, Verdict, try_each};
pub use revise::{Edit, apply, revise, without_addresses};
pub use run::{Recorded, check_prelude, run, scenario};
pub use runner::Runner;
pub use steps::{Piece, Telling};

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
    /// Where it asks for its steps to be shown, if it does.
    pub steps: Option<Span>,
}

/// One program under several models.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// Its id, unique on the page.
    pub id: String,
    /// A caption.
    pub title: Option<String>,
    /// What stands before the program, in turn.
    pub models: Vec<Model>,
    /// The program.
    pub code: String,
    /// The file that the program stands in: the page, or a file that it includes.
    pub file: Arc<SourceFile>,
    /// Where the program's lines stand in that file.
    pub lines: Lines,
}

/// One of the models of a comparison.
#[derive(Clone, Debug)]
pub struct Model {
    /// How it is called.
    pub name: String,
    /// Its name in tracebacks, without a suffix.
    pub slug: String,
    /// The code.
    pub code: String,
    /// The file that the code stands in: the page, or a file that it includes.
    pub file: Arc<SourceFile>,
    /// Where the code's lines stand in that file.
    pub lines: Lines,
    /// Its language in the page.
    pub language_span: Span,
    /// The exception that must end the model or the program behind it.
    pub raises: Option<(String, Span)>,
    /// What the program must print behind it.
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
    /// A script of a file, about which nothing is claimed.
    pub fn script(code: &str, file: Arc<SourceFile>, lines: Lines) -> Example {
        Example {
            id: String::new(),
            name: "program.py".into(),
            scenario: String::new(),
            language: None,
            kind: SourceKind::Script,
            code: code.to_owned(),
            file,
            lines,
            span: 0..0,
            language_span: 0..0,
            hidden: false,
            raises: None,
            title: None,
            highlighted: LineSet::default(),
            line_numbers: None,
            output: None,
            predict: false,
            steps: None,
        }
    }

    /// Whether the blocks behind it run although an exception ends it.
    pub fn goes_on(&self) -> bool {
        self.raises.is_some()
    }
}

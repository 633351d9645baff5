//! What goes in: sources, limits, options.

use crate::report::graph::Arrangement;

/// How a source is written, which decides how it is executed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// A Python script.
    Script,
    /// A `>>>` session: each prompt is one interactive statement, and lines without a prompt are
    /// outputs that are not executed.
    Transcript,
}

/// One named piece of a program.
#[derive(Clone, Debug)]
pub struct Source {
    /// The file name shown in tracebacks.
    pub name: String,
    /// The text, UTF-8; `\r\n` is read as `\n`.
    pub text: String,
    /// Script or transcript.
    pub kind: SourceKind,
    /// Whether the sources behind this one still run after an exception has ended it.
    /// (The prompt of a transcript goes on by itself: there an exception ends a statement only.)
    pub go_on: bool,
}

/// An ordered list of sources, executed in one `__main__` namespace.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// The sources in the order in which they run.
    pub sources: Vec<Source>,
}

/// What a run may use up. Each limit ends the run in an exception that the program cannot catch.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Steps of the virtual machine.
    pub fuel: u64,
    /// Bytes that the objects of the run may occupy.
    pub heap_bytes: usize,
    /// Depth of Python calls, as `sys.getrecursionlimit()`.
    pub recursion: usize,
    /// Bytes of output.
    pub output_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            fuel: 50_000_000,
            heap_bytes: 128 << 20,
            recursion: 1000,
            output_bytes: 1 << 20,
        }
    }
}

/// What a report should contain beside the output.
#[derive(Clone, Debug)]
pub struct Options {
    /// Tell what each line set off ([`crate::report::Explanation`]).
    pub explain: bool,
    /// Draw the mapped objects that are alive at the end of each source ([`crate::Report::graphs`]).
    pub graph: bool,
    /// How pictures of objects use their room.
    pub arrangement: Arrangement,
    /// Record the executed lines of this source ([`crate::report::Trace`]), with explanations.
    pub steps_of: Option<usize>,
    /// How many steps are kept, of the first ones.
    pub max_steps: usize,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            explain: false,
            graph: false,
            arrangement: Arrangement::default(),
            steps_of: None,
            max_steps: 500,
        }
    }
}

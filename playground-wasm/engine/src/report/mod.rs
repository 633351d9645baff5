//! What comes out: everything that a page or a terminal shows of a run.

pub mod brief;
pub mod graph;
pub(crate) mod json;
mod record;
mod step;

pub use crate::orm::story::Explanation;
pub use record::Recorder;
pub use step::{Step, Trace};

/// Where a piece of output belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// `print` and the values echoed by a prompt: standard output.
    Stdout,
    /// A warning, as `Category: text` without a newline at its end: standard error.
    Warning,
    /// An uncaught exception with its traceback as CPython prints it, a newline at its end: standard error.
    Traceback,
    /// A remark of the playground's own, such as the one on Python 2's print statement; never part of
    /// what is compared with SQLAlchemy. No newline at its end.
    Note,
}

impl Stream {
    /// The name used in JSON and in the page's classes.
    pub fn name(self) -> &'static str {
        match self {
            Stream::Stdout => "stdout",
            Stream::Warning => "warning",
            Stream::Traceback => "traceback",
            Stream::Note => "note",
        }
    }
}

/// A piece of output, in program order. Neighbours of the same stream, source and statement are one chunk
/// where the stream is [`Stream::Stdout`]; each warning, traceback and note is a chunk of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// Where it belongs.
    pub stream: Stream,
    /// Index into [`crate::Program::sources`] of the source that was running.
    pub source: usize,
    /// In a transcript the index of the prompt statement that was running (see [`crate::statements`]).
    pub statement: Option<usize>,
    /// The 1-based line of that source that was executing (of a traceback: the line it ends at).
    pub line: usize,
    /// The text.
    pub text: String,
}

/// An exception that ended a source or a prompt statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Index into [`crate::Program::sources`].
    pub source: usize,
    /// The type's name as a traceback's last line has it: `TypeError`, `sqlalchemy.exc.ArgumentError`.
    pub kind: String,
    /// The message.
    pub message: String,
    /// The 1-based line of that source at which it happened (the innermost frame in that source).
    pub line: usize,
    /// UTF-8 byte range within that line's text that CPython would underline, when it would.
    pub columns: Option<(usize, usize)>,
    /// Whether one of the run's [`crate::Limits`] ended it.
    pub limit: bool,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Every source ran to its end (the statements of a transcript may still have failed one by one).
    Finished,
    /// An uncaught exception ended a script. With [`crate::Source::go_on`] the later sources ran all the
    /// same; this is the last one that ended so.
    Raised(Failure),
}

/// Everything that a run showed.
#[derive(Clone, Debug)]
pub struct Report {
    /// Output, warnings, tracebacks and notes in program order.
    pub chunks: Vec<Chunk>,
    /// How the run ended.
    pub outcome: Outcome,
    /// Every exception that ended a script or a prompt statement, in order.
    pub failures: Vec<Failure>,
    /// Steps of the virtual machine that the run took.
    pub fuel_used: u64,
    /// With [`crate::Options::graph`]: an SVG picture of the mapped objects at the end of each source, or
    /// an empty string where there are none.
    pub graphs: Vec<String>,
    /// With [`crate::Options::explain`] or [`crate::Options::steps_of`]: what each line set off, in words.
    pub explanations: Vec<Explanation>,
    /// With [`crate::Options::steps_of`]: the steps of that source.
    pub trace: Option<Trace>,
}

impl Report {
    /// The chunks of one source.
    pub fn of_source(&self, source: usize) -> impl Iterator<Item = &Chunk> {
        self.chunks
            .iter()
            .filter(move |chunk| chunk.source == source)
    }

    /// What a terminal shows when standard output and standard error go to the same place, notes apart.
    pub fn terminal_text<'a>(chunks: impl Iterator<Item = &'a Chunk>) -> String {
        let mut text = String::new();
        for chunk in chunks {
            match chunk.stream {
                Stream::Stdout | Stream::Traceback => text.push_str(&chunk.text),
                Stream::Warning => {
                    text.push_str(&chunk.text);
                    text.push('\n');
                }
                Stream::Note => {}
            }
        }
        text
    }
}

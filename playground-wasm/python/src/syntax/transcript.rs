//! Transcripts: `>>>` sessions, taken apart into statements and the outputs written behind them.

/// One prompt statement and the output that the transcript claims for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// 1-based line of the `>>>`.
    pub line: usize,
    /// The code without its prompts, lines joined by `\n`, with a newline at its end.
    pub code: String,
    /// 1-based line of the first output line written behind it (of the line where it would stand, when
    /// there is none).
    pub expected_line: usize,
    /// The output written behind it, up to the next prompt; a newline after each line, empty if none.
    /// Blank lines at its end are not part of it.
    pub expected: String,
}

//! What is wrong with a text.

use ruff_text_size::TextRange;

use crate::code::SourceFile;
use crate::object::SyntaxDetails;

/// The exception that a wrong text becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxErrorKind {
    /// `SyntaxError`
    Syntax,
    /// `IndentationError`
    Indentation,
    /// `TabError`
    Tab,
    /// `NotImplementedError`: Python that the playground does not speak.
    Unsupported,
    /// `RecursionError`: nested too deeply.
    Recursion,
    /// `MemoryError`: more code than the machine can number.
    Memory,
}

/// A text that cannot be compiled, with CPython's wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The exception's class.
    pub kind: SyntaxErrorKind,
    /// The message.
    pub message: String,
    /// First byte of what is wrong; beyond the text where it ends too early.
    pub start: u32,
    /// Behind its last byte; the same as `start` where CPython marks a point.
    pub end: u32,
    /// So many characters more are marked.
    pub(crate) wider: u32,
}

impl SyntaxError {
    /// A plain SyntaxError at a place.
    pub(crate) fn at(range: TextRange, message: impl Into<String>) -> Box<SyntaxError> {
        SyntaxError::new(SyntaxErrorKind::Syntax, range, message)
    }

    /// Python that the playground does not speak.
    pub(crate) fn unsupported(range: TextRange, what: &str) -> Box<SyntaxError> {
        SyntaxError::new(
            SyntaxErrorKind::Unsupported,
            range,
            format!("{what} is not supported in the playground"),
        )
    }

    pub(crate) fn new(
        kind: SyntaxErrorKind,
        range: TextRange,
        message: impl Into<String>,
    ) -> Box<SyntaxError> {
        Box::new(SyntaxError {
            kind,
            message: message.into(),
            start: range.start().to_u32(),
            end: range.end().to_u32(),
            wider: 0,
        })
    }

    /// The name of the exception's class.
    pub fn class_name(&self) -> &'static str {
        match self.kind {
            SyntaxErrorKind::Syntax => "SyntaxError",
            SyntaxErrorKind::Indentation => "IndentationError",
            SyntaxErrorKind::Tab => "TabError",
            SyntaxErrorKind::Unsupported => "NotImplementedError",
            SyntaxErrorKind::Recursion => "RecursionError",
            SyntaxErrorKind::Memory => "MemoryError",
        }
    }

    /// 1-based line in the text.
    pub fn line(&self, file: &SourceFile) -> usize {
        file.line_of(self.start.min(end_of_code(file)))
    }

    /// Lines, columns and the line's text, as the exception has them.
    pub fn details(&self, file: &SourceFile) -> SyntaxDetails {
        let line = self.line(file);
        // Of what the text's end leaves open, CPython shows the line alone.
        if self.start as usize > file.text.len() {
            return SyntaxDetails {
                file: file.name.to_string(),
                line: line + file.first_line as usize,
                column: 0,
                end_line: line + file.first_line as usize,
                end_column: 0,
                text: line_with_end(file, line, &self.message),
            };
        }
        // Of indentation, CPython marks a point.
        let end = match self.kind {
            SyntaxErrorKind::Indentation | SyntaxErrorKind::Tab => self.start,
            _ => self.end.max(self.start),
        };
        let end_line = file.line_of(end);
        SyntaxDetails {
            file: file.name.to_string(),
            line: line + file.first_line as usize,
            column: column(file, line, self.start),
            end_line: end_line + file.first_line as usize,
            end_column: column(file, end_line, end) + self.wider as usize,
            text: line_with_end(file, line, &self.message),
        }
    }
}

/// A line with the newline that ends it, if one does. Of a string, CPython shows a line that its tokenizer has
/// left behind without.
fn line_with_end(file: &SourceFile, line: usize, message: &str) -> String {
    let text = file.line_text(line);
    let end = file.line_starts()[line - 1] as usize + text.len();
    let is_string = file.name.starts_with("<string");
    let ends = end < file.text.len();
    let left_behind = message.ends_with("was never closed") && line < file.line_starts().len();
    if is_string && (!ends || left_behind) {
        return text.to_owned();
    }
    format!("{text}\n")
}

/// Behind the last line that is not blank.
fn end_of_code(file: &SourceFile) -> u32 {
    file.text.trim_end().len() as u32
}

/// 1-based column in characters.
fn column(file: &SourceFile, line: usize, offset: u32) -> usize {
    let start = file.line_starts()[line - 1] as usize;
    let end = (offset as usize).min(file.text.len());
    file.text
        .get(start..end)
        .map_or(1, |before| before.chars().count() + 1)
}

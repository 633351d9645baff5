//! Text with a name: what every byte span points into.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::Diagnostic;

/// A byte range in a [`SourceFile`].
pub type Span = Range<usize>;

/// A file that an author wrote.
#[derive(Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// The path as messages show it: relative to the site's root.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
}

impl SourceFile {
    /// A source of the given name and text.
    pub fn new(path: impl Into<PathBuf>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(SourceFile {
            path: path.into(),
            text: text.into(),
        })
    }

    /// Reads `root/path`; what is not UTF-8 text is told with the place where it stops being so.
    pub fn read(root: &Path, path: &Path) -> Result<Arc<Self>, Diagnostic> {
        let bytes = std::fs::read(root.join(path)).map_err(|error| {
            Diagnostic::error("io", format!("cannot read {}: {error}", path.display()))
        })?;
        Self::decode(path, bytes)
    }

    /// Takes over what a file holds.
    pub(crate) fn decode(path: &Path, bytes: Vec<u8>) -> Result<Arc<Self>, Diagnostic> {
        match String::from_utf8(bytes) {
            Ok(text) => match text.find('\0') {
                None => Ok(Self::new(path, text)),
                Some(at) => Err(
                    Diagnostic::error("encoding", "the file contains a NUL byte")
                        .at(&Self::new(path, text), at..at + 1)
                        .label("text files have none; is this a binary file?"),
                ),
            },
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let byte = error.as_bytes()[at];
                let wide = matches!(error.as_bytes(), [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]);
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                let end = at + char::REPLACEMENT_CHARACTER.len_utf8();
                Err(Diagnostic::error("encoding", "the file is not valid UTF-8")
                    .at(&Self::new(path, text), at..end)
                    .label(match wide {
                        true => "this is how UTF-16 begins".to_owned(),
                        false => format!("the byte 0x{byte:02X} begins no character here"),
                    })
                    .help("save the file as UTF-8"))
            }
        }
    }

    /// The 1-based line of a byte offset.
    pub fn line(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        1 + self.text.as_bytes()[..offset]
            .iter()
            .filter(|&&b| b == b'\n')
            .count()
    }

    /// The 1-based column, in characters, of a byte offset.
    pub fn column(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let start = self.text[..offset].rfind('\n').map_or(0, |at| at + 1);
        1 + self.text[start..offset].chars().count()
    }

    /// The byte range of a 1-based line, without its line break.
    pub fn line_span(&self, line: usize) -> Span {
        let mut start = 0;
        for _ in 1..line {
            match self.text[start..].find('\n') {
                Some(at) => start += at + 1,
                None => return self.text.len()..self.text.len(),
            }
        }
        let end = self.text[start..]
            .find('\n')
            .map_or(self.text.len(), |at| start + at);
        start..end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one() {
        let file = SourceFile::new("a.md", "één\ntwee\n");
        assert_eq!((file.line(0), file.column(0)), (1, 1));
        let e = file.text.find('n').unwrap();
        assert_eq!((file.line(e), file.column(e)), (1, 3));
        assert_eq!(file.line(file.text.find("wee").unwrap()), 2);
        assert_eq!(&file.text[file.line_span(2)], "twee");
        assert_eq!(file.line_span(9), file.text.len()..file.text.len());
    }
}

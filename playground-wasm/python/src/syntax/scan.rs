//! What CPython's tokenizer complains of, with its words. Only read when a text does not parse: these
//! complaints then come before those of the parser.

use ruff_text_size::{TextRange, TextSize};

use super::number;
use super::{SyntaxError, SyntaxErrorKind};

/// A bracket that is open.
#[derive(Clone, Copy)]
pub(super) struct Open {
    pub(super) bracket: u8,
    pub(super) offset: usize,
    pub(super) line: usize,
}

/// A string literal, prefix and quotes included.
#[derive(Clone, Copy)]
pub(super) struct Literal {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What a walk over the text finds.
#[derive(Default)]
pub(super) struct Scan {
    /// The first complaint.
    pub(super) error: Option<Box<SyntaxError>>,
    /// The innermost bracket that is open at the end.
    pub(super) unclosed: Option<Open>,
    /// String literals up to there.
    pub(super) strings: Vec<Literal>,
}

/// Walks over a text. `unknown` are the places of characters that no identifier may have.
pub(super) fn scan(text: &str, unknown: &[usize]) -> Scan {
    let mut scanner = Scanner {
        text,
        bytes: text.as_bytes(),
        at: 0,
        line: 1,
        brackets: Vec::new(),
        indents: vec![(0, 0)],
        unknown,
        strings: Vec::new(),
    };
    let error = scanner.run().err();
    Scan {
        unclosed: scanner.brackets.last().copied(),
        error,
        strings: scanner.strings,
    }
}

type Result<T = ()> = std::result::Result<T, Box<SyntaxError>>;

struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    line: usize,
    brackets: Vec<Open>,
    /// Widths of the open blocks' indentation, with tabs to the next multiple of eight and as one.
    indents: Vec<(usize, usize)>,
    unknown: &'a [usize],
    strings: Vec<Literal>,
}

/// A place between two bytes.
pub(super) fn point(at: usize) -> TextRange {
    TextRange::empty(TextSize::new(at as u32))
}

fn range(start: usize, end: usize) -> TextRange {
    TextRange::new(TextSize::new(start as u32), TextSize::new(end as u32))
}

impl Scanner<'_> {
    fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn line_end(&self, from: usize) -> usize {
        self.text[from..]
            .find(['\n', '\r'])
            .map_or(self.text.len(), |at| from + at)
    }

    fn run(&mut self) -> Result {
        self.indentation()?;
        while self.at < self.bytes.len() {
            let byte = self.bytes[self.at];
            match byte {
                b'\n' => {
                    self.at += 1;
                    self.line += 1;
                    if self.brackets.is_empty() {
                        self.indentation()?;
                    }
                }
                b'#' => self.at = self.line_end(self.at),
                b'\\' => self.continuation()?,
                b'"' | b'\'' => self.string(self.at)?,
                b'(' | b'[' | b'{' => {
                    self.brackets.push(Open {
                        bracket: byte,
                        offset: self.at,
                        line: self.line,
                    });
                    self.at += 1;
                }
                b')' | b']' | b'}' => self.closing(byte)?,
                b'0'..=b'9' => self.number()?,
                b'.' if self.peek(1).is_ascii_digit() => self.number()?,
                b'a'..=b'z' | b'A'..=b'Z' | b'_' | 0x80.. => self.word()?,
                _ => self.at += 1,
            }
        }
        Ok(())
    }

    /// At the start of a line.
    fn indentation(&mut self) -> Result {
        let start = self.at;
        let (mut width, mut tabs_as_one) = (0, 0);
        loop {
            match self.peek(0) {
                b' ' => {
                    width += 1;
                    tabs_as_one += 1;
                }
                b'\t' => {
                    width = (width / 8 + 1) * 8;
                    tabs_as_one += 1;
                }
                b'\x0c' => (width, tabs_as_one) = (0, 0),
                _ => break,
            }
            self.at += 1;
        }
        if self.at >= self.bytes.len() || matches!(self.peek(0), b'\n' | b'\r' | b'#') {
            return Ok(());
        }
        let inconsistent = || {
            SyntaxError::new(
                SyntaxErrorKind::Tab,
                point(start),
                "inconsistent use of tabs and spaces in indentation",
            )
        };
        let &(top, top_as_one) = self.indents.last().expect("the outermost stays");
        if width == top {
            return if tabs_as_one == top_as_one {
                Ok(())
            } else {
                Err(inconsistent())
            };
        }
        if width > top {
            if tabs_as_one <= top_as_one {
                return Err(inconsistent());
            }
            self.indents.push((width, tabs_as_one));
            return Ok(());
        }
        while self.indents.len() > 1 && self.indents[self.indents.len() - 1].0 > width {
            self.indents.pop();
        }
        let &(top, top_as_one) = self.indents.last().expect("the outermost stays");
        if width != top {
            return Err(SyntaxError::new(
                SyntaxErrorKind::Indentation,
                point(self.line_end(start)),
                "unindent does not match any outer indentation level",
            ));
        }
        if tabs_as_one != top_as_one {
            return Err(inconsistent());
        }
        Ok(())
    }

    fn continuation(&mut self) -> Result {
        let next = self.text[self.at + 1..].trim_start_matches('\r');
        if next.is_empty() || next == "\n" {
            return Err(SyntaxError::at(
                point(self.at + 1),
                "unexpected EOF while parsing",
            ));
        }
        if !next.starts_with('\n') {
            return Err(SyntaxError::at(
                point(self.at + 1),
                "unexpected character after line continuation character",
            ));
        }
        self.at = self.text.len() - next.len() + 1;
        self.line += 1;
        Ok(())
    }

    fn closing(&mut self, byte: u8) -> Result {
        let closing = byte as char;
        let Some(open) = self.brackets.pop() else {
            return Err(SyntaxError::at(
                point(self.at),
                format!("unmatched '{closing}'"),
            ));
        };
        if !matches(open.bracket, byte) {
            let opening = open.bracket as char;
            let mut message = format!(
                "closing parenthesis '{closing}' does not match opening parenthesis '{opening}'"
            );
            if open.line != self.line {
                message.push_str(&format!(" on line {}", open.line));
            }
            return Err(SyntaxError::at(point(self.at), message));
        }
        self.at += 1;
        Ok(())
    }

    /// A string that begins at `start` with its prefix; `at` is its first quote.
    fn string(&mut self, start: usize) -> Result {
        let (quote, first_line) = (self.peek(0), self.line);
        let triple = self.peek(1) == quote && self.peek(2) == quote;
        self.at += if triple { 3 } else { 1 };
        loop {
            let byte = self.peek(0);
            if self.at >= self.bytes.len() || (byte == b'\n' && !triple) {
                let kind = if triple {
                    "triple-quoted string"
                } else {
                    "string"
                };
                let line = match triple {
                    true => {
                        self.text[start..]
                            .trim_end_matches('\n')
                            .matches('\n')
                            .count()
                            + first_line
                    }
                    false => self.line,
                };
                return Err(SyntaxError::at(
                    point(start),
                    format!("unterminated {kind} literal (detected at line {line})"),
                ));
            }
            self.at += 1;
            match byte {
                b'\n' => self.line += 1,
                b'\\' => {
                    if self.peek(0) == b'\r' && self.peek(1) == b'\n' {
                        self.at += 1;
                    }
                    self.line += usize::from(self.peek(0) == b'\n');
                    self.at += 1;
                }
                _ if byte == quote && !triple => break,
                _ if byte == quote && self.peek(0) == quote && self.peek(1) == quote => {
                    self.at += 2;
                    break;
                }
                _ => {}
            }
        }
        self.strings.push(Literal {
            start,
            end: self.at.min(self.text.len()),
        });
        Ok(())
    }

    fn number(&mut self) -> Result {
        match number::check(&self.bytes[self.at..]) {
            Ok(length) => {
                self.at += length;
                Ok(())
            }
            Err((start, end, message)) => Err(SyntaxError::at(
                range(self.at + start, self.at + end),
                message,
            )),
        }
    }

    /// A name, a keyword, or the prefix of a string.
    fn word(&mut self) -> Result {
        let start = self.at;
        while self.peek(0).is_ascii_alphanumeric() || self.peek(0) == b'_' || self.peek(0) >= 0x80 {
            self.at += 1;
        }
        if let Some(&bad) = self.unknown.iter().find(|at| (start..self.at).contains(at)) {
            return Err(unknown_character(self.text, bad));
        }
        let prefix = self.text[start..self.at].to_ascii_lowercase();
        let is_prefix = matches!(
            prefix.as_str(),
            "r" | "b" | "u" | "f" | "rb" | "br" | "rf" | "fr"
        );
        if is_prefix && matches!(self.peek(0), b'"' | b'\'') {
            return self.string(start);
        }
        Ok(())
    }
}

pub(super) fn matches(opening: u8, closing: u8) -> bool {
    matches!(
        (opening, closing),
        (b'(', b')') | (b'[', b']') | (b'{', b'}')
    )
}

fn unknown_character(text: &str, at: usize) -> Box<SyntaxError> {
    let c = text[at..].chars().next().unwrap_or_default();
    let code = c as u32;
    let invisible = c.is_whitespace()
        || c.is_control()
        || matches!(code, 0xad | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xfeff)
        || matches!(code, 0xe000..=0xf8ff);
    let message = if invisible {
        format!("invalid non-printable character U+{code:04X}")
    } else {
        format!("invalid character '{c}' (U+{code:04X})")
    };
    SyntaxError::at(point(at), message)
}

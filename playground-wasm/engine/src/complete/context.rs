//! Where in the text a place is: the word there, the dotted names before it, the call that it is an argument of.

use python::TokenClass;

use crate::{Source, SourceKind};

/// How far back the parenthesis of a call is looked for.
const REACH: usize = 4000;

/// A place in a source.
pub(super) struct Place {
    /// First byte of the word.
    pub start: usize,
    /// Behind its last byte.
    pub end: usize,
    /// The word as far as it is written.
    pub written: String,
    /// The names before the dot before it.
    pub chain: Vec<String>,
    /// The call around it, where a keyword argument may stand.
    pub call: Option<Call>,
    /// Whether it is the name of a keyword argument.
    pub is_argument: bool,
    /// Names that are bound in the text around it, in a function or class that is not finished yet.
    pub bound: Vec<String>,
}

/// An open call.
pub(super) struct Call {
    /// The dotted name of what is called.
    pub callee: Vec<String>,
    /// Keyword arguments that it has.
    pub given: Vec<String>,
}

impl Place {
    /// The place of a caret; none inside strings, comments and outputs.
    pub(super) fn at(source: &Source, offset: usize) -> Option<Place> {
        let code = Masked::of(source);
        if !source.text.is_char_boundary(offset) || code.is_inside(source, offset) {
            return None;
        }
        code.place(source, offset, offset)
    }

    /// The place of the whole word at an offset.
    pub(super) fn around(source: &Source, offset: usize) -> Option<Place> {
        let code = Masked::of(source);
        let rest = code.0.get(offset..)?;
        let end = offset + rest.iter().take_while(|byte| is_word(**byte)).count();
        if end == offset {
            return None;
        }
        code.place(source, offset, end)
    }
}

/// The bytes of a source without what is no code: strings as quotes, the rest as blanks.
struct Masked(Vec<u8>);

impl Masked {
    fn of(source: &Source) -> Masked {
        let mut bytes = source.text.clone().into_bytes();
        for token in crate::tokens(&source.text, source.kind) {
            let fill = match token.class {
                TokenClass::String => b'"',
                TokenClass::Comment
                | TokenClass::Prompt
                | TokenClass::Output
                | TokenClass::Error => b' ',
                _ => continue,
            };
            let range = token.start..token.end.min(bytes.len());
            bytes[range]
                .iter_mut()
                .filter(|byte| **byte != b'\n')
                .for_each(|byte| *byte = fill);
        }
        Masked(bytes)
    }

    /// Whether an offset is inside something that is no code; an open string goes on to where it is typed.
    fn is_inside(&self, source: &Source, offset: usize) -> bool {
        crate::tokens(&source.text, source.kind)
            .iter()
            .any(|token| {
                let text = source.text.get(token.start..token.end).unwrap_or_default();
                let open = match token.class {
                    TokenClass::String => text.len() < 2 || !text.ends_with(['"', '\'']),
                    TokenClass::Comment => true,
                    TokenClass::Output | TokenClass::Error => false,
                    _ => return false,
                };
                token.start < offset && (offset < token.end || (open && offset == token.end))
            })
    }

    fn place(&self, source: &Source, offset: usize, end: usize) -> Option<Place> {
        let start = self.word_start(offset);
        let written = source.text.get(start..end)?.to_owned();
        if written.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let chain = self.chain_before(source, start)?;
        let before = self.0[..start].trim_ascii_end();
        let opens = matches!(before.last(), Some(b'(' | b','));
        let follows = self.0[end..].trim_ascii_start();
        let is_argument = opens && follows.starts_with(b"=") && !follows.starts_with(b"==");
        let call = (opens && chain.is_empty())
            .then(|| self.call(source, start))
            .flatten();
        Some(Place {
            start,
            end,
            written,
            chain,
            is_argument: is_argument && call.is_some(),
            call,
            bound: self.bound(source, start),
        })
    }

    fn word_start(&self, end: usize) -> usize {
        end - self.0[..end]
            .iter()
            .rev()
            .take_while(|byte| is_word(**byte))
            .count()
    }

    /// The dotted names that end before `at`. None if something else is before the dot: a call, a literal.
    fn chain_before(&self, source: &Source, at: usize) -> Option<Vec<String>> {
        let mut chain = Vec::new();
        let mut at = at;
        while at > 0 && self.0[at - 1] == b'.' {
            let end = at - 1;
            at = self.word_start(end);
            let name = source.text.get(at..end)?;
            if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) {
                return None;
            }
            chain.insert(0, name.to_owned());
        }
        Some(chain)
    }

    /// The call whose parenthesis is open at an offset.
    fn call(&self, source: &Source, at: usize) -> Option<Call> {
        let mut depth = 0;
        let open = (at.saturating_sub(REACH)..at).rev().find(|&index| {
            match self.0[index] {
                b')' | b']' | b'}' => depth += 1,
                b'(' | b'[' | b'{' if depth > 0 => depth -= 1,
                b'(' | b'[' | b'{' => return true,
                _ => {}
            }
            false
        })?;
        if self.0[open] != b'(' {
            return None;
        }
        let start = self.word_start(open);
        let mut callee = self.chain_before(source, start)?;
        let name = source.text.get(start..open)?;
        let first = start - callee.iter().map(|name| name.len() + 1).sum::<usize>();
        let defines = self.0[..first].trim_ascii_end();
        if name.is_empty() || defines.ends_with(b"def") || defines.ends_with(b"class") {
            return None;
        }
        callee.push(name.to_owned());
        Some(Call {
            callee,
            given: self.given(source, open + 1),
        })
    }

    /// The keyword arguments written from behind a call's parenthesis on.
    fn given(&self, source: &Source, from: usize) -> Vec<String> {
        let mut given = Vec::new();
        let mut depth = 0;
        for index in from..self.0.len() {
            match self.0[index] {
                b'(' | b'[' | b'{' => depth += 1,
                b')' | b']' | b'}' if depth == 0 => break,
                b')' | b']' | b'}' => depth -= 1,
                b'=' if depth == 0 => {
                    let end = self.0[..index].trim_ascii_end().len();
                    let name = &source.text[self.word_start(end)..end];
                    given.push(name.to_owned());
                }
                _ => {}
            }
        }
        given
    }

    /// The words of the unfinished block around an offset that are assigned to, or are parameters or targets.
    fn bound(&self, source: &Source, at: usize) -> Vec<String> {
        if source.kind == SourceKind::Transcript {
            return Vec::new();
        }
        let line = self.0[..at]
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |end| end + 1);
        if !matches!(self.0.get(line), Some(b' ' | b'\t')) {
            return Vec::new();
        }
        let top = (0..line).rev().find(|&index| {
            let starts = index == 0 || self.0[index - 1] == b'\n';
            starts && !self.0[index].is_ascii_whitespace()
        });
        let mut names = Vec::new();
        let mut index = top.unwrap_or_default();
        while index < at {
            if !is_word(self.0[index]) {
                index += 1;
                continue;
            }
            let end = index
                + self.0[index..]
                    .iter()
                    .take_while(|byte| is_word(**byte))
                    .count();
            let before = self.0[..index].trim_ascii_end();
            let behind = self.0[end..].trim_ascii_start();
            let bound = (behind.starts_with(b"=") && !behind.starts_with(b"=="))
                || [&b"def"[..], b"class", b"for", b"as"]
                    .iter()
                    .any(|word| before.ends_with(word))
                || (matches!(before.last(), Some(b'(' | b','))
                    && matches!(behind.first(), Some(b',' | b')' | b':')));
            let name = source.text.get(index..end).unwrap_or_default();
            if bound && end < at && !name.starts_with(|c: char| c.is_ascii_digit()) {
                names.push(name.to_owned());
            }
            index = end;
        }
        names
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

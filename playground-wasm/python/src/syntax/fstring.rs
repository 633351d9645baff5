//! f-strings as CPython 3.11 takes them apart: what is wrong with their structure.

use super::scan::matches;

/// What is wrong with an f-string literal, prefix and quotes included, short of its expressions.
pub(super) fn problem(literal: &str) -> Option<String> {
    let quote = literal.find(['"', '\''])?;
    let (prefix, rest) = literal.split_at(quote);
    if !prefix.to_ascii_lowercase().contains('f') {
        return None;
    }
    let width = quotes(rest);
    let body = rest.get(width..rest.len() - width)?;
    let mut reader = Reader {
        text: body.as_bytes(),
        at: 0,
        raw: prefix.to_ascii_lowercase().contains('r'),
    };
    reader.literal(0).err()
}

/// How many quotes a literal without its prefix begins with: three or one.
pub(super) fn quotes(rest: &str) -> usize {
    let triple = rest.starts_with("'''") || rest.starts_with("\"\"\"");
    if triple && rest.len() >= 6 { 3 } else { 1 }
}

struct Reader<'a> {
    text: &'a [u8],
    at: usize,
    raw: bool,
}

impl Reader<'_> {
    fn peek(&self) -> u8 {
        self.text.get(self.at).copied().unwrap_or(0)
    }

    fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    /// Literal text and replacement fields, up to the end or, in a format specification, to its `}`.
    fn literal(&mut self, depth: usize) -> Result<(), String> {
        while !self.is_at_end() {
            match self.peek() {
                b'\\' if !self.raw => {
                    let named = self.text.get(self.at + 1) == Some(&b'N')
                        && self.text.get(self.at + 2) == Some(&b'{');
                    if named {
                        while !self.is_at_end() && self.peek() != b'}' {
                            self.at += 1;
                        }
                        self.at += 1;
                    } else {
                        // A brace behind a backslash is a brace.
                        let brace = matches!(self.text.get(self.at + 1), Some(b'{' | b'}'));
                        self.at += if brace { 1 } else { 2 };
                    }
                }
                b'{' if depth == 0 && self.text.get(self.at + 1) == Some(&b'{') => self.at += 2,
                b'}' if depth == 0 && self.text.get(self.at + 1) == Some(&b'}') => self.at += 2,
                b'{' => self.field(depth)?,
                b'}' if depth > 0 => return Ok(()),
                b'}' => return Err("f-string: single '}' is not allowed".to_owned()),
                _ => self.at += 1,
            }
        }
        Ok(())
    }

    fn field(&mut self, depth: usize) -> Result<(), String> {
        if depth >= 2 {
            return Err("f-string: expressions nested too deeply".to_owned());
        }
        self.at += 1;
        let start = self.at;
        self.expression()?;
        let expression = std::str::from_utf8(&self.text[start..self.at]).unwrap_or("x");
        if self.is_at_end() {
            return Err("f-string: expecting '}'".to_owned());
        }
        if expression.trim().is_empty() {
            return Err(match self.peek() {
                b'}' => "f-string: empty expression not allowed".to_owned(),
                other => format!("f-string: expression required before '{}'", other as char),
            });
        }
        if self.peek() == b'=' {
            self.at += 1;
            while self.peek().is_ascii_whitespace() {
                self.at += 1;
            }
        }
        if self.peek() == b'!' {
            self.at += 1;
            if self.is_at_end() {
                return Err("f-string: expecting '}'".to_owned());
            }
            if !matches!(self.peek(), b's' | b'r' | b'a') {
                return Err(
                    "f-string: invalid conversion character: expected 's', 'r', or 'a'".to_owned(),
                );
            }
            self.at += 1;
        }
        if self.peek() == b':' {
            self.at += 1;
            self.literal(depth + 1)?;
        }
        if self.peek() != b'}' {
            return Err("f-string: expecting '}'".to_owned());
        }
        self.at += 1;
        Ok(())
    }

    /// The expression of a field: brackets and strings in it hide what would end it.
    fn expression(&mut self) -> Result<(), String> {
        let mut brackets: Vec<u8> = Vec::new();
        let mut quote: Option<(u8, usize)> = None;
        while !self.is_at_end() {
            let byte = self.peek();
            if byte == b'\\' {
                return Err("f-string expression part cannot include a backslash".to_owned());
            }
            if let Some((open, width)) = quote {
                let closes = self.text[self.at..].iter().take(width).all(|b| *b == open)
                    && self.text.len() >= self.at + width;
                self.at += if closes { width } else { 1 };
                if closes {
                    quote = None;
                }
                continue;
            }
            match byte {
                b'"' | b'\'' => {
                    let triple = self.text[self.at..].starts_with(&[byte; 3]);
                    let width = if triple { 3 } else { 1 };
                    quote = Some((byte, width));
                    self.at += width;
                    continue;
                }
                b'(' | b'[' | b'{' => brackets.push(byte),
                b'#' => return Err("f-string expression part cannot include '#'".to_owned()),
                b'!' | b'=' | b'<' | b'>' if brackets.is_empty() => {
                    if self.text.get(self.at + 1) == Some(&b'=') {
                        self.at += 2;
                        continue;
                    }
                    if matches!(byte, b'!' | b'=') {
                        break;
                    }
                }
                b':' | b'}' if brackets.is_empty() => break,
                b')' | b']' | b'}' => match brackets.pop() {
                    None => return Err(format!("f-string: unmatched '{}'", byte as char)),
                    Some(open) if !matches(open, byte) => {
                        return Err(format!(
                            "f-string: closing parenthesis '{}' does not match opening parenthesis '{}'",
                            byte as char, open as char
                        ));
                    }
                    Some(_) => {}
                },
                _ => {}
            }
            self.at += 1;
        }
        if quote.is_some() {
            return Err("f-string: unterminated string".to_owned());
        }
        match brackets.last() {
            Some(open) => Err(format!("f-string: unmatched '{}'", *open as char)),
            None => Ok(()),
        }
    }
}

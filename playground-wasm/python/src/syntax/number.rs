//! Number literals as CPython's tokenizer checks them.

/// Where in the literal something is wrong, and what.
type Problem = (usize, usize, String);

/// The length of the number that a text begins with.
pub(super) fn check(text: &[u8]) -> Result<usize, Problem> {
    Number { text, at: 0 }.check()
}

struct Number<'a> {
    text: &'a [u8],
    at: usize,
}

impl Number<'_> {
    fn peek(&self) -> u8 {
        self.text.get(self.at).copied().unwrap_or(0)
    }

    /// Something is wrong behind the last byte that was read.
    fn invalid(&self, kind: &str) -> Problem {
        let at = self.at.saturating_sub(1);
        (at, at, format!("invalid {kind} literal"))
    }

    fn check(mut self) -> Result<usize, Problem> {
        if self.peek() == b'0' {
            let radix = match self.text.get(1) {
                Some(b'x' | b'X') => Some(("hexadecimal", 16)),
                Some(b'o' | b'O') => Some(("octal", 8)),
                Some(b'b' | b'B') => Some(("binary", 2)),
                _ => None,
            };
            if let Some((kind, radix)) = radix {
                self.at = 2;
                return self.with_radix(kind, radix);
            }
            return self.after_zero();
        }
        if self.peek() != b'.' {
            self.digits()?;
        }
        self.fraction()
    }

    fn with_radix(mut self, kind: &str, radix: u32) -> Result<usize, Problem> {
        loop {
            if self.peek() == b'_' {
                self.at += 1;
            }
            if !(self.peek() as char).is_digit(radix) {
                return Err(self.bad_digit(kind).unwrap_or_else(|| self.invalid(kind)));
            }
            while (self.peek() as char).is_digit(radix) {
                self.at += 1;
            }
            if self.peek() != b'_' {
                break;
            }
        }
        if let Some(problem) = self.bad_digit(kind) {
            return Err(problem);
        }
        self.end(kind)
    }

    fn bad_digit(&self, kind: &str) -> Option<Problem> {
        let digit = self.peek();
        digit.is_ascii_digit().then(|| {
            let message = format!("invalid digit '{}' in {kind} literal", digit as char);
            (self.at, self.at, message)
        })
    }

    /// `0`, `00`, `0.5`, and the octal numbers of old.
    fn after_zero(mut self) -> Result<usize, Problem> {
        while matches!(self.peek(), b'0' | b'_') {
            let underscore = self.peek() == b'_';
            self.at += 1;
            if underscore && !self.peek().is_ascii_digit() {
                return Err(self.invalid("decimal"));
            }
        }
        let zeros = self.at;
        if self.peek().is_ascii_digit() {
            self.digits()?;
            if !matches!(self.peek(), b'.' | b'e' | b'E' | b'j' | b'J') {
                let message = "leading zeros in decimal integer literals are not permitted; use an 0o prefix \
                               for octal integers";
                return Err((0, zeros, message.to_owned()));
            }
        }
        self.fraction()
    }

    fn digits(&mut self) -> Result<(), Problem> {
        loop {
            while self.peek().is_ascii_digit() {
                self.at += 1;
            }
            if self.peek() != b'_' {
                return Ok(());
            }
            self.at += 1;
            if !self.peek().is_ascii_digit() {
                return Err(self.invalid("decimal"));
            }
        }
    }

    fn fraction(mut self) -> Result<usize, Problem> {
        if self.peek() == b'.' {
            self.at += 1;
            if self.peek().is_ascii_digit() {
                self.digits()?;
            }
        }
        if matches!(self.peek(), b'e' | b'E') {
            let signed = matches!(self.text.get(self.at + 1), Some(b'+' | b'-'));
            let digit = self.at + 1 + usize::from(signed);
            if self.text.get(digit).is_some_and(u8::is_ascii_digit) {
                self.at = digit;
                self.digits()?;
            } else if signed {
                self.at = digit;
                return Err(self.invalid("decimal"));
            }
        }
        if matches!(self.peek(), b'j' | b'J') {
            self.at += 1;
            return self.end("imaginary");
        }
        self.end("decimal")
    }

    /// Only a keyword may stand right behind a number.
    fn end(self, kind: &str) -> Result<usize, Problem> {
        let rest = &self.text[self.at..];
        let keywords: [&[u8]; 8] = [b"and", b"else", b"for", b"if", b"in", b"is", b"or", b"not"];
        let next = self.peek();
        let name_like = next.is_ascii_alphanumeric() || next == b'_' || next >= 0x80;
        if name_like && !keywords.iter().any(|keyword| rest.starts_with(keyword)) {
            return Err(self.invalid(kind));
        }
        Ok(self.at)
    }
}

//! Shortcodes: templates called from Markdown, `{{ name(key="value") }}`, and around other Markdown,
//! `{% name() %}` … `{% end %}`. They are found before the Markdown is read, everywhere but in code, and a
//! placeholder of the same length is read in their place: so they may hold anything, and no offset moves.

use std::ops::Range;

use serde_json::{Map, Value};

use crate::source::Span;

/// A call of a shortcode, for the template that makes HTML of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shortcode {
    /// The name.
    pub name: String,
    /// Its arguments.
    pub arguments: Map<String, Value>,
    /// Where the call stands in the page.
    pub span: Span,
}

/// A call in the text.
#[derive(Debug, PartialEq)]
pub(super) enum Call {
    /// `{{ name() }}`
    Inline(Shortcode),
    /// `{% name() %}`
    Open(Shortcode),
    /// `{% end %}`
    Close,
}

/// Calls with the spans at which they stand, and what cannot be understood.
#[derive(Debug, Default)]
pub(super) struct Calls {
    pub calls: Vec<(Span, Call)>,
    pub wrong: Vec<(Span, String)>,
}

const BEGIN: char = '\u{E000}';
const END: char = '\u{E001}';

impl Calls {
    /// The calls of a text, outside of `code`.
    pub fn find(text: &str, code: &[Range<usize>]) -> Calls {
        let mut calls = Calls::default();
        let mut at = 0;
        while let Some(brace) = text[at..].find('{') {
            let start = at + brace;
            at = start + 1;
            let is_block = match text.as_bytes().get(at) {
                Some(b'{') => false,
                Some(b'%') => true,
                _ => continue,
            };
            let before = code.partition_point(|range| range.start <= start);
            if let Some(range) = code[..before].last()
                && range.contains(&start)
            {
                at = range.end;
                continue;
            }
            at += 1;
            match (Scanner { text, at }).call(is_block) {
                Ok(None) => {}
                Ok(Some((call, end))) => {
                    let span = start..end;
                    at = end;
                    let call = match call {
                        None => Call::Close,
                        Some((name, arguments)) => {
                            let shortcode = Shortcode {
                                name,
                                arguments,
                                span: span.clone(),
                            };
                            if is_block {
                                Call::Open(shortcode)
                            } else {
                                Call::Inline(shortcode)
                            }
                        }
                    };
                    calls.calls.push((span, call));
                }
                Err((span, message)) => calls.wrong.push((span, message)),
            }
        }
        calls
    }

    /// The text with a placeholder for each call.
    pub fn masked(&self, text: &str) -> String {
        let mut masked = String::with_capacity(text.len());
        let mut at = 0;
        for (span, _) in &self.calls {
            masked.push_str(&text[at..span.start]);
            masked.push(BEGIN);
            masked.push_str(&"x".repeat(span.len() - BEGIN.len_utf8() - END.len_utf8()));
            masked.push(END);
            at = span.end;
        }
        masked.push_str(&text[at..]);
        masked
    }

    /// The indices of the calls within a range of the text.
    pub fn within(&self, range: &Range<usize>) -> impl Iterator<Item = (usize, &Span)> {
        let first = self
            .calls
            .partition_point(|(span, _)| span.start < range.start);
        let range = range.clone();
        (first..)
            .zip(&self.calls[first..])
            .map(|(index, (span, _))| (index, span))
            .take_while(move |(_, span)| span.end <= range.end)
    }
}

type Arguments = Map<String, Value>;
type Wrong = (Span, String);

struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl Scanner<'_> {
    /// A call behind its opening marks: its name and arguments, nothing for `end`, and where it ends.
    /// Nothing at all if this is no call.
    #[allow(clippy::type_complexity)]
    fn call(
        &mut self,
        is_block: bool,
    ) -> Result<Option<(Option<(String, Arguments)>, usize)>, Wrong> {
        let closing = if is_block { "%}" } else { "}}" };
        self.blanks();
        let from = self.at;
        let Some(name) = self.name() else {
            return Ok(None);
        };
        self.blanks();
        if is_block && name == "end" && self.eat(closing) {
            return Ok(Some((None, self.at)));
        }
        if !self.eat("(") {
            return Ok(None);
        }
        let mut arguments = Map::new();
        loop {
            self.blanks();
            if self.eat(")") {
                break;
            }
            let Some(key) = self.name() else {
                return Err(self.wrong("the name of an argument or `)` is expected here"));
            };
            self.blanks();
            if !self.eat("=") {
                return Err(self.wrong("`=` and a value are expected here"));
            }
            let value = self.value()?;
            arguments.insert(key, value);
            self.blanks();
            if !self.eat(",") && !self.text[self.at..].starts_with(')') {
                return Err(self.wrong("`,` or `)` is expected here"));
            }
        }
        self.blanks();
        if !self.eat(closing) {
            let span = from..self.at;
            return Err((
                span,
                format!("the call of `{name}` is not closed with `{closing}`"),
            ));
        }
        Ok(Some((Some((name, arguments)), self.at)))
    }

    fn wrong(&self, message: &str) -> Wrong {
        let next = self.text[self.at..]
            .chars()
            .next()
            .map_or(0, char::len_utf8);
        (self.at..self.at + next, message.to_owned())
    }

    fn blanks(&mut self) {
        self.at = self.text.len()
            - self.text[self.at..]
                .trim_start_matches([' ', '\t', '\n', '\r'])
                .len();
    }

    fn eat(&mut self, what: &str) -> bool {
        let found = self.text[self.at..].starts_with(what);
        self.at += if found { what.len() } else { 0 };
        found
    }

    fn name(&mut self) -> Option<String> {
        let rest = &self.text[self.at..];
        let good = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let end = rest.find(|c| !good(c)).unwrap_or(rest.len());
        let name = &rest[..end];
        if !name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
            return None;
        }
        self.at += end;
        Some(name.to_owned())
    }

    fn value(&mut self) -> Result<Value, Wrong> {
        self.blanks();
        let rest = &self.text[self.at..];
        match rest.chars().next() {
            Some(quote @ ('"' | '\'' | '`')) => match rest[1..].find(quote) {
                Some(end) => {
                    self.at += end + 2;
                    Ok(Value::from(&rest[1..=end]))
                }
                None => Err(self.wrong("the string that begins here does not end")),
            },
            Some('[') => {
                self.at += 1;
                let mut items = Vec::new();
                loop {
                    self.blanks();
                    if self.eat("]") {
                        return Ok(Value::from(items));
                    }
                    items.push(self.value()?);
                    self.blanks();
                    if !self.eat(",") && !self.text[self.at..].starts_with(']') {
                        return Err(self.wrong("`,` or `]` is expected here"));
                    }
                }
            }
            _ => {
                let end = rest
                    .find([',', ')', ']', ' ', '\n', '\r', '\t'])
                    .unwrap_or(rest.len());
                let value = match &rest[..end] {
                    "true" => Value::from(true),
                    "false" => Value::from(false),
                    word => match (word.parse::<i64>(), word.parse::<f64>()) {
                        (Ok(number), _) => Value::from(number),
                        (_, Ok(number)) if number.is_finite() => Value::from(number),
                        _ => return Err(self.wrong(
                            "a string in quotes, a number, true, false or [...] is expected here",
                        )),
                    },
                };
                self.at += end;
                Ok(value)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn calls(text: &str) -> Vec<(String, Value)> {
        let found = Calls::find(text, &[]);
        assert_eq!(found.wrong, []);
        assert_eq!(found.masked(text).len(), text.len());
        found
            .calls
            .into_iter()
            .map(|(_, call)| match call {
                Call::Inline(s) => (s.name, Value::Object(s.arguments)),
                Call::Open(s) => (format!("{}:", s.name), Value::Object(s.arguments)),
                Call::Close => ("end".into(), Value::Null),
            })
            .collect()
    }

    #[test]
    fn calls_and_their_arguments() {
        assert_eq!(
            calls(
                "a {{ x() }} b {{y(a=\"}} *\", b = 'q\"', c=[1, 2.5, true])}}\n{% z(n=-1) %}\nbody\n{% end %}"
            ),
            [
                ("x".to_owned(), json!({})),
                (
                    "y".to_owned(),
                    json!({"a": "}} *", "b": "q\"", "c": [1, 2.5, true]})
                ),
                ("z:".to_owned(), json!({"n": -1})),
                ("end".to_owned(), Value::Null),
            ]
        );
    }

    #[test]
    fn what_is_no_call_is_left_alone() {
        for text in [
            "{{ x }}",
            "{{}}",
            "{% if a %}",
            "{{",
            "{{ 1() }}",
            "{ {x()} }",
        ] {
            assert_eq!(calls(text), [], "{text}");
        }
        assert_eq!(
            Calls::find("`{{ x() }}`", std::slice::from_ref(&(0..11))).calls,
            []
        );
    }

    #[test]
    fn what_is_wrong_is_marked() {
        let wrong = |text: &'static str| {
            let found = Calls::find(text, &[]);
            let (span, message) = found.wrong.into_iter().next().expect("an error");
            (&text[span], message)
        };
        assert_eq!(wrong("{{ x(a) }}").0, ")");
        assert_eq!(wrong("{{ x(a=b) }}").0, "b");
        assert_eq!(wrong("{{ x(a=\"b) }}").0, "\"");
        assert_eq!(wrong("{{ x(a=1 b=2) }}").0, "b");
        assert_eq!(
            wrong("{{ x(), }}"),
            ("x()", "the call of `x` is not closed with `}}`".into())
        );
    }
}

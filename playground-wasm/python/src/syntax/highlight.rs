//! Classifies the tokens of a text for highlighting.

use ruff_python_ast::PythonVersion;
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::Ranged;

use super::builtin_names::BUILTINS;
use super::depth;
use super::token::{Token, TokenClass};
use super::transcript::{self, LineKind};

/// The tokens of a script: ascending, not overlapping. Broken text has tokens, too.
pub fn tokens(text: &str) -> Vec<Token> {
    if depth::check(text).is_err() {
        return Vec::new();
    }
    let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY311);
    let parsed = parse_unchecked(text, options);
    let mut classifier = Classifier::new(text);
    for token in parsed.tokens().iter() {
        classifier.push(
            token.kind(),
            token.start().to_usize(),
            token.end().to_usize(),
        );
    }
    classifier.tokens
}

/// The tokens of a transcript: prompts, code, outputs.
pub fn transcript_tokens(text: &str) -> Vec<Token> {
    let lines: Vec<_> = transcript::lines(text).collect();
    let mut result = Vec::new();
    let mut rest = &lines[..];
    while let Some((first, _)) = rest.split_first() {
        let in_code = |kind| matches!(kind, LineKind::Prompt | LineKind::Continuation);
        let mut count = 1;
        while count < rest.len()
            && (rest[count].kind == LineKind::Continuation) == in_code(first.kind)
            && rest[count].kind != LineKind::Prompt
        {
            count += 1;
        }
        let (group, others) = rest.split_at(count);
        match first.kind {
            LineKind::Before => {}
            LineKind::Output => output(group, &mut result),
            LineKind::Prompt | LineKind::Continuation => code(group, &mut result),
        }
        rest = others;
    }
    result
}

fn code(lines: &[transcript::Line<'_>], result: &mut Vec<Token>) {
    let mut joined = String::new();
    // Where each line begins in the joined code.
    let mut starts = Vec::new();
    for line in lines {
        starts.push(joined.len());
        joined.push_str(line.text);
        joined.push('\n');
    }
    let inner = tokens(&joined);
    let mut inner = inner.iter().peekable();
    for (index, line) in lines.iter().enumerate() {
        result.push(Token {
            start: line.indent,
            end: line.body,
            class: TokenClass::Prompt,
        });
        let (begin, end) = (starts[index], starts[index] + line.text.len());
        while let Some(token) = inner.peek() {
            // A token may go over several lines; each has its part.
            let (from, to) = (token.start.max(begin), token.end.min(end));
            if from < to {
                result.push(Token {
                    start: line.body + from - begin,
                    end: line.body + to - begin,
                    class: token.class,
                });
            }
            if token.end > end {
                break;
            }
            inner.next();
        }
    }
}

fn output(lines: &[transcript::Line<'_>], result: &mut Vec<Token>) {
    let mut in_traceback = false;
    for line in lines {
        let header = line.text.starts_with("Traceback (most recent call last)");
        let last = in_traceback && !line.text.starts_with(' ') && !line.text.is_empty();
        in_traceback = header || in_traceback && !last;
        let class = if header || last {
            TokenClass::Error
        } else {
            TokenClass::Output
        };
        if !line.text.is_empty() {
            result.push(Token {
                start: line.body,
                end: line.body + line.text.len(),
                class,
            });
        }
    }
}

/// An open bracket.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bracket {
    Call,
    Parameters,
    Other,
}

struct Classifier<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    brackets: Vec<Bracket>,
    previous: TokenKind,
    previous_end: usize,
    before_previous: TokenKind,
    in_decorator: bool,
    /// A name behind `(` or `,` of a call: a keyword argument if `=` follows.
    candidate: Option<usize>,
}

impl<'a> Classifier<'a> {
    fn new(text: &'a str) -> Self {
        Classifier {
            text,
            tokens: Vec::new(),
            brackets: Vec::new(),
            previous: TokenKind::Newline,
            previous_end: 0,
            before_previous: TokenKind::Newline,
            in_decorator: false,
            candidate: None,
        }
    }

    fn push(&mut self, kind: TokenKind, start: usize, end: usize) {
        if kind == TokenKind::Comment {
            return self.add(start, end, TokenClass::Comment);
        }
        if kind == TokenKind::NonLogicalNewline {
            return;
        }
        self.keyword_argument(kind);
        self.target(kind);
        self.brackets(kind);
        self.decorator(kind);
        if let Some(class) = self.class(kind, start, end) {
            self.add(start, end, class);
        }
        if kind == TokenKind::Name
            && self.in_call()
            && matches!(self.previous, TokenKind::Lpar | TokenKind::Comma)
        {
            self.candidate = Some(start);
        }
        self.before_previous = self.previous;
        self.previous = kind;
        self.previous_end = end;
    }

    fn add(&mut self, start: usize, end: usize, class: TokenClass) {
        if start < end {
            self.tokens.push(Token { start, end, class });
        }
    }

    fn in_call(&self) -> bool {
        self.brackets.last() == Some(&Bracket::Call)
    }

    /// On `=` behind a candidate: its class becomes that of a keyword argument.
    fn keyword_argument(&mut self, kind: TokenKind) {
        let Some(start) = self.candidate.take() else {
            return;
        };
        if kind != TokenKind::Equal {
            return;
        }
        if self.tokens.last().is_some_and(|token| token.start == start) {
            self.tokens.pop();
        }
        let end = start
            + self.text[start..]
                .find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(0);
        self.add(start, end, TokenClass::Argument);
    }

    /// On `id =` and `id:` at the start of a statement: a name of the author's own, not the builtin.
    fn target(&mut self, kind: TokenKind) {
        let statement_start = matches!(
            self.before_previous,
            TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent | TokenKind::Semi
        );
        if statement_start
            && self.brackets.is_empty()
            && self.previous == TokenKind::Name
            && matches!(kind, TokenKind::Equal | TokenKind::Colon)
        {
            let end = self.previous_end;
            self.tokens
                .pop_if(|token| token.class == TokenClass::Builtin && token.end == end);
        }
    }

    fn brackets(&mut self, kind: TokenKind) {
        match kind {
            TokenKind::Lpar => {
                let callee = matches!(
                    self.previous,
                    TokenKind::Name | TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace
                );
                self.brackets.push(if !callee {
                    Bracket::Other
                } else if self.before_previous == TokenKind::Def {
                    Bracket::Parameters
                } else {
                    Bracket::Call
                });
            }
            TokenKind::Lsqb | TokenKind::Lbrace => self.brackets.push(Bracket::Other),
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => {
                self.brackets.pop();
            }
            _ => {}
        }
    }

    fn decorator(&mut self, kind: TokenKind) {
        if kind == TokenKind::At {
            self.in_decorator = matches!(
                self.previous,
                TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent
            );
        } else if !matches!(kind, TokenKind::Name | TokenKind::Dot) {
            self.in_decorator = false;
        }
    }

    fn class(&self, kind: TokenKind, start: usize, end: usize) -> Option<TokenClass> {
        let text = &self.text[start..end];
        if self.in_decorator {
            return Some(TokenClass::Decorator);
        }
        match kind {
            TokenKind::Name => self.name(text),
            TokenKind::Int | TokenKind::Float | TokenKind::Complex => Some(TokenClass::Number),
            TokenKind::String
            | TokenKind::FStringStart
            | TokenKind::FStringMiddle
            | TokenKind::FStringEnd
            | TokenKind::TStringStart
            | TokenKind::TStringMiddle
            | TokenKind::TStringEnd => Some(TokenClass::String),
            TokenKind::True | TokenKind::False | TokenKind::None | TokenKind::Ellipsis => {
                Some(TokenClass::Constant)
            }
            TokenKind::Lpar
            | TokenKind::Rpar
            | TokenKind::Lsqb
            | TokenKind::Rsqb
            | TokenKind::Lbrace
            | TokenKind::Rbrace
            | TokenKind::Comma
            | TokenKind::Colon
            | TokenKind::Semi
            | TokenKind::Dot
            | TokenKind::Newline
            | TokenKind::Indent
            | TokenKind::Dedent
            | TokenKind::EndOfFile => None,
            TokenKind::Unknown => text
                .trim_start_matches(|c: char| c.is_ascii_alphabetic())
                .starts_with(['"', '\''])
                .then_some(TokenClass::String),
            // `lazy` and `type` are names to Python 3.11.
            kind if kind.is_keyword() => match text {
                "type" | "lazy" => self.name(text),
                _ => Some(TokenClass::Keyword),
            },
            kind if kind.is_operator() || kind == TokenKind::Exclamation => {
                Some(TokenClass::Operator)
            }
            _ => None,
        }
    }

    fn name(&self, text: &str) -> Option<TokenClass> {
        match self.previous {
            TokenKind::Def => return Some(TokenClass::Function),
            TokenKind::Class => return Some(TokenClass::Class),
            TokenKind::Dot => return None,
            _ => {}
        }
        match text {
            "self" | "cls" => Some(TokenClass::SelfName),
            "NotImplemented" => Some(TokenClass::Constant),
            _ => BUILTINS
                .binary_search(&text)
                .ok()
                .map(|_| TokenClass::Builtin),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes<'a>(text: &'a str, tokens: &[Token]) -> Vec<(&'a str, TokenClass)> {
        let mut end = 0;
        for token in tokens {
            assert!(end <= token.start && token.start < token.end);
            end = token.end;
        }
        tokens
            .iter()
            .map(|token| (&text[token.start..token.end], token.class))
            .collect()
    }

    #[test]
    fn names_by_what_they_are() {
        use TokenClass::*;
        let text =
            "@a.b\nclass C(B, k=1):\n    def m(self, n=None): # c\n        return len(n.len)";
        assert_eq!(
            classes(text, &tokens(text)),
            [
                ("@", Decorator),
                ("a", Decorator),
                (".", Decorator),
                ("b", Decorator),
                ("class", Keyword),
                ("C", Class),
                ("k", Argument),
                ("=", Operator),
                ("1", Number),
                ("def", Keyword),
                ("m", Function),
                ("self", SelfName),
                ("=", Operator),
                ("None", Constant),
                ("# c", Comment),
                ("return", Keyword),
                ("len", Builtin),
            ]
        );
    }

    #[test]
    fn a_builtin_s_name_may_be_the_author_s() {
        use TokenClass::*;
        let text = "class A:\n    id = id(1)\n    type: int\n    x = 2";
        assert_eq!(
            classes(text, &tokens(text))[2..],
            [
                ("=", Operator),
                ("id", Builtin),
                ("1", Number),
                ("int", Builtin),
                ("=", Operator),
                ("2", Number),
            ]
        );
    }

    #[test]
    fn soft_keywords_where_they_act() {
        use TokenClass::*;
        let text = "match = type(x)\nmatch match:\n    case 1: pass\n";
        assert_eq!(
            classes(text, &tokens(text)),
            [
                ("=", Operator),
                ("type", Builtin),
                ("match", Keyword),
                ("case", Keyword),
                ("1", Number),
                ("pass", Keyword),
            ]
        );
    }

    #[test]
    fn parts_of_f_strings_and_broken_text() {
        use TokenClass::*;
        let text = "f'a{len:>{w}}' + 'open";
        assert_eq!(
            classes(text, &tokens(text)),
            [
                ("f'", String),
                ("a", String),
                ("len", Builtin),
                (">", String),
                ("'", String),
                ("+", Operator),
                ("'open", String),
            ]
        );
    }

    #[test]
    fn transcripts() {
        use TokenClass::*;
        let text = ">>> x = '''a\n... b'''\nout\nTraceback (most recent call last):\n  File\nE: m\n>>> 1\n";
        assert_eq!(
            classes(text, &transcript_tokens(text)),
            [
                (">>> ", Prompt),
                ("=", Operator),
                ("'''a", String),
                ("... ", Prompt),
                ("b'''", String),
                ("out", Output),
                ("Traceback (most recent call last):", Error),
                ("  File", Output),
                ("E: m", Error),
                (">>> ", Prompt),
                ("1", Number),
            ]
        );
    }
}

//! Python 2's `print x`, which old documentation uses, read as `print(x)`.
//!
//! Only a text that does not parse is read so, and only where a statement begins with `print` and something
//! that cannot follow a name in Python 3; what Python 3 understands keeps its meaning.

use ruff_python_ast::token::TokenKind;
use ruff_text_size::Ranged;

use super::Note;

/// A text with its print statements rewritten.
pub(super) struct Rewritten {
    pub(super) text: String,
    pub(super) notes: Vec<Note>,
    /// The places of the bytes that the author's text has not, ascending.
    pub(super) insertions: Vec<u32>,
}

/// A print statement's places.
struct Statement {
    /// Of the name.
    start: usize,
    /// Of the first argument.
    arguments: usize,
    /// Behind the last one.
    end: usize,
    /// Whether a comma at the end keeps the line open.
    open: bool,
}

/// Rewrites the print statements of a text, if it has any. Python 2's blank between `print` and what follows
/// becomes the parenthesis, so that few places change.
pub(super) fn rewrite<T: Ranged>(
    text: &str,
    tokens: impl Iterator<Item = (TokenKind, T)>,
) -> Option<Rewritten> {
    let statements = find(text, tokens);
    let first = statements.first()?;
    let mut rewritten = Rewritten {
        text: String::new(),
        notes: Vec::new(),
        insertions: Vec::new(),
    };
    let mut done = 0;
    for statement in &statements {
        let name_end = statement.start + "print".len();
        rewritten.keep(&text[done..name_end]);
        match statement.arguments > name_end {
            true => {
                rewritten.text.push('(');
                rewritten.keep(&text[name_end + 1..statement.end]);
            }
            // `print"x"`
            false => {
                rewritten.insert("(");
                rewritten.keep(&text[name_end..statement.end]);
            }
        }
        rewritten.insert(if statement.open { " end=' ')" } else { ")" });
        done = statement.end;
    }
    rewritten.keep(&text[done..]);
    rewritten.notes.push(Note {
        line: text[..first.start].matches('\n').count() + 1,
        text: remark(text, &statements),
    });
    Some(rewritten)
}

impl Rewritten {
    fn keep(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn insert(&mut self, text: &str) {
        let at = self.text.len() as u32;
        self.insertions.extend(at..at + text.len() as u32);
        self.text.push_str(text);
    }
}

fn remark(text: &str, statements: &[Statement]) -> String {
    let [only] = statements else {
        return "Python 2's print statements were run as calls: `print x` as `print(x)`."
            .to_owned();
    };
    let source = &text[only.start..only.end];
    let arguments = &text[only.arguments..only.end];
    if source.len() > 60 || source.contains('\n') || only.open {
        return "Python 2's print statement was run as a call: `print x` as `print(x)`.".to_owned();
    }
    format!("Python 2's `{source}` was run as `print({arguments})`.")
}

fn find<T: Ranged>(text: &str, tokens: impl Iterator<Item = (TokenKind, T)>) -> Vec<Statement> {
    let mut statements = Vec::new();
    let mut current: Option<Statement> = None;
    let mut at_start = true;
    let mut print: Option<usize> = None;
    let mut depth = 0_usize;
    for (kind, range) in tokens {
        let (start, end) = (range.start().to_usize(), range.end().to_usize());
        match kind {
            TokenKind::Comment | TokenKind::NonLogicalNewline => continue,
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => depth += 1,
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => {
                depth = depth.saturating_sub(1)
            }
            _ => {}
        }
        let ends = matches!(kind, TokenKind::Newline | TokenKind::EndOfFile)
            || (kind == TokenKind::Semi && depth == 0);
        if ends {
            statements.extend(current.take());
            print = None;
            at_start = true;
            continue;
        }
        if let Some(statement) = &mut current {
            statement.end = end;
            statement.open = kind == TokenKind::Comma && depth == 0;
        } else if let Some(name) = print.take() {
            if begins_an_argument(kind) {
                current = Some(Statement {
                    start: name,
                    arguments: start,
                    end,
                    open: false,
                });
            }
        } else if at_start && kind == TokenKind::Name && &text[start..end] == "print" {
            print = Some(start);
        }
        at_start = matches!(kind, TokenKind::Indent | TokenKind::Dedent)
            || (kind == TokenKind::Colon && depth == 0);
    }
    statements
}

/// Whether a token begins an expression and cannot go on one that begins with a name.
fn begins_an_argument(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::String
            | TokenKind::FStringStart
            | TokenKind::Lbrace
            | TokenKind::Tilde
            | TokenKind::Not
            | TokenKind::Lambda
            | TokenKind::None
            | TokenKind::True
            | TokenKind::False
    )
}

#[cfg(test)]
mod tests {
    use crate::compiler::Mode;
    use crate::syntax::parse;

    fn read(text: &str) -> String {
        parse(text, Mode::Module, true).map_or_else(|error| error.message, |tree| tree.text)
    }

    #[test]
    fn print_statements_become_calls() {
        for (text, read_as) in [
            ("print parent.children", "print(parent.children)"),
            ("print 'a', 1  # both\n", "print('a', 1)  # both\n"),
            ("print\"a\"", "print(\"a\")"),
            (
                "print 'a',\nprint 'b'\n",
                "print('a', end=' ')\nprint('b')\n",
            ),
            ("if x: print x; y = 1", "if x: print(x); y = 1"),
            (
                "for x in y:\n    print {\n        'a': x}\n",
                "for x in y:\n    print({\n        'a': x})\n",
            ),
            ("print not x", "print(not x)"),
            ("print  x", "print( x)"),
        ] {
            assert_eq!(read(text), read_as);
        }
    }

    #[test]
    fn what_python_3_understands_stays() {
        for text in [
            "print",
            "print -1",
            "print (1), 2",
            "print [1]",
            "printed = print",
        ] {
            assert_eq!(read(text), text);
        }
        let message = "Missing parentheses in call to 'print'. Did you mean print(...)?";
        assert_eq!(read("print x\nx = = 1"), message);
        let asked = parse("print x", Mode::Module, false)
            .map(|_| ())
            .unwrap_err();
        assert_eq!(asked.message, message);
    }

    #[test]
    fn places_lead_back_to_the_author_s_text() {
        let text = "print x,\ny = z";
        let tree = parse(text, Mode::Module, true)
            .map_err(|error| error.message)
            .unwrap();
        let place = tree.text.find('z').unwrap() as u32;
        assert_eq!(tree.original(place), text.find('z').unwrap() as u32);
        assert_eq!(tree.notes.len(), 1);
    }

    #[test]
    fn the_remark_says_how_it_was_read() {
        let remark = |text: &str| {
            parse(text, Mode::Module, true)
                .map(|tree| tree.notes)
                .unwrap_or_default()
        };
        let notes = remark("x = 1\nprint x\n");
        assert_eq!(
            (notes[0].line, notes[0].text.as_str()),
            (2, "Python 2's `print x` was run as `print(x)`.")
        );
        assert!(remark("print(1)").is_empty());
    }
}

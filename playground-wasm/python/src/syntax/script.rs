//! What a reader takes away: the pieces of a program as one script, which CPython runs by itself and which
//! shows there what it shows here.

use ruff_python_ast::statement_visitor::{StatementVisitor, walk_stmt};
use ruff_python_ast::{Expr, Mod, Stmt, StmtExpr};
use ruff_text_size::Ranged;

use super::{Token, TokenClass, parse, statements, tokens};
use crate::compiler::Mode;

/// A piece of a program.
#[derive(Clone, Copy, Debug)]
pub struct Piece<'a> {
    /// Its text.
    pub text: &'a str,
    /// Whether it is a `>>>` session.
    pub transcript: bool,
    /// Whether the pieces behind it run although an exception ends it.
    pub go_on: bool,
}

/// The pieces as one script. The prompt's way of showing values becomes a call, statements that raise and are
/// followed by others are put into a `try`, and Python 2's print statements become calls of `print`.
pub fn as_script(pieces: &[Piece<'_>]) -> String {
    let mut writer = Writer {
        show: free_name(pieces),
        shows: false,
        catches: false,
    };
    let last = pieces.len().saturating_sub(1);
    let parts: Vec<String> = (pieces.iter().enumerate())
        .map(|(index, piece)| match piece.transcript {
            true => writer.session(piece.text),
            false => writer.script(piece.text, piece.go_on && index < last),
        })
        .collect();
    let mut script = String::new();
    if writer.catches {
        script.push_str("import traceback\n");
    }
    if writer.shows {
        script.push_str(&format!(
            "from sys import displayhook as {}  # shows a value as the >>> prompt does\n",
            writer.show
        ));
    }
    for part in parts.iter().map(|part| part.trim_matches('\n')) {
        if !part.is_empty() {
            let gap = if script.is_empty() { "" } else { "\n\n" };
            script.push_str(&format!("{gap}{part}\n"));
        }
    }
    script
}

/// A name that the program has no use for.
fn free_name(pieces: &[Piece<'_>]) -> &'static str {
    let names = ["show", "show_value", "displayhook_"];
    let taken = |name: &str| pieces.iter().any(|piece| piece.text.contains(name));
    names
        .into_iter()
        .find(|name| !taken(name))
        .unwrap_or("_show_as_the_prompt_does_")
}

struct Writer {
    show: &'static str,
    /// Whether a value is shown.
    shows: bool,
    /// Whether an exception is caught.
    catches: bool,
}

impl Writer {
    fn script(&mut self, text: &str, catch: bool) -> String {
        // What does not parse is CPython's to complain of.
        let text =
            parse(text, Mode::Module, true).map_or_else(|_| text.to_owned(), |tree| tree.text);
        if catch { self.caught(&text) } else { text }
    }

    fn session(&mut self, text: &str) -> String {
        let mut out = String::new();
        for statement in statements(text) {
            let code = self.shown(&statement.code);
            let raises = statement
                .expected
                .lines()
                .any(|line| line.starts_with("Traceback (most recent"));
            out.push_str(&if raises { self.caught(&code) } else { code });
        }
        out
    }

    /// The code of one prompt, its values shown.
    fn shown(&mut self, code: &str) -> String {
        let Ok(tree) = parse(code, Mode::Single, true) else {
            return code.to_owned();
        };
        let Mod::Module(module) = &tree.tree else {
            return tree.text;
        };
        let mut values = Values::default();
        values.visit_body(&module.body);
        let mut text = tree.text.clone();
        for statement in values.0.into_iter().rev() {
            // A tuple without parentheses would become several arguments.
            let bare_tuple =
                matches!(&*statement.value, Expr::Tuple(tuple) if !tuple.parenthesized);
            let (open, close) = if bare_tuple { ("((", "))") } else { ("(", ")") };
            text.insert_str(statement.end().to_usize(), close);
            text.insert_str(
                statement.start().to_usize(),
                &format!("{}{open}", self.show),
            );
            self.shows = true;
        }
        text
    }

    /// Code that may raise without ending the script.
    fn caught(&mut self, code: &str) -> String {
        self.catches = true;
        format!(
            "try:\n{}except Exception:\n    traceback.print_exc()\n",
            indented(code)
        )
    }
}

/// The statements whose values a prompt shows: all that are no part of a function or a class.
#[derive(Default)]
struct Values<'a>(Vec<&'a StmtExpr>);

impl<'a> StatementVisitor<'a> for Values<'a> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::Expr(expression) if !is_print(&expression.value) => self.0.push(expression),
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {}
            other => walk_stmt(self, other),
        }
    }
}

/// Whether this is a call of `print`, which gives nothing to be shown.
fn is_print(expression: &Expr) -> bool {
    matches!(expression, Expr::Call(call) if matches!(&*call.func, Expr::Name(name) if name.id == "print"))
}

/// Code one step to the right; what stands within strings stays as it is.
fn indented(code: &str) -> String {
    let strings: Vec<Token> = tokens(code)
        .into_iter()
        .filter(|token| token.class == TokenClass::String)
        .collect();
    let mut out = String::with_capacity(code.len() + 64);
    let mut offset = 0;
    for line in code.split_inclusive('\n') {
        let in_string = strings
            .iter()
            .any(|token| token.start < offset && offset < token.end);
        if !in_string && !line.trim().is_empty() {
            out.push_str("    ");
        }
        out.push_str(line);
        offset += line.len();
    }
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Piece, as_script};

    fn script(text: &str) -> Piece<'_> {
        Piece {
            text,
            transcript: false,
            go_on: false,
        }
    }

    fn session(text: &str) -> Piece<'_> {
        Piece {
            text,
            transcript: true,
            go_on: false,
        }
    }

    #[test]
    fn scripts_stand_one_behind_the_other() {
        assert_eq!(
            as_script(&[script("import a\n"), script(""), script("\nb()\n\n")]),
            "import a\n\n\nb()\n"
        );
    }

    #[test]
    fn a_session_shows_its_values() {
        let text = ">>> x = 1\n>>> x  # one\n1\n>>> x, x\n(1, 1)\n>>> print(x)\n1\n>>> for i in 'a':\n...     i\n...\n'a'\n";
        assert_eq!(
            as_script(&[session(text)]),
            "from sys import displayhook as show  # shows a value as the >>> prompt does\n\n\n\
             x = 1\nshow(x)  # one\nshow((x, x))\nprint(x)\nfor i in 'a':\n    show(i)\n"
        );
    }

    #[test]
    fn the_name_is_a_free_one() {
        let text = as_script(&[script("def show(): pass"), session(">>> 1\n1\n")]);
        assert!(text.contains("as show_value "), "{text}");
        assert!(text.ends_with("show_value(1)\n"), "{text}");
    }

    #[test]
    fn what_raises_does_not_end_the_script() {
        let text = ">>> f()\nTraceback (most recent call last):\n  ...\nTypeError: no\n>>> y = 2\n";
        assert_eq!(
            as_script(&[session(text)]),
            "import traceback\n\
             from sys import displayhook as show  # shows a value as the >>> prompt does\n\n\n\
             try:\n    show(f())\nexcept Exception:\n    traceback.print_exc()\ny = 2\n"
        );
        let raising = Piece {
            go_on: true,
            ..script("x = '''\na\n'''\n\nf(x)")
        };
        assert_eq!(
            as_script(&[raising, script("y = 2")]),
            "import traceback\n\n\n\
             try:\n    x = '''\na\n'''\n\n    f(x)\nexcept Exception:\n    traceback.print_exc()\n\n\ny = 2\n"
        );
        assert_eq!(as_script(&[raising]), "x = '''\na\n'''\n\nf(x)\n");
    }
}

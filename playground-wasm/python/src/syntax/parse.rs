//! Text to tree.

use ruff_python_ast::{self as ast, PythonVersion};
use ruff_python_parser::{Mode as ParserMode, ParseOptions, parse_unchecked};
use ruff_text_size::Ranged;

use super::print_statement::{self, Rewritten};
use super::{SyntaxError, depth, wording};
use crate::compiler::Mode;

/// A remark for the reader of a program's output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// 1-based line of the text.
    pub line: usize,
    /// The remark.
    pub text: String,
}

/// A parsed text.
pub(crate) struct Tree {
    /// The tree.
    pub(crate) tree: ast::Mod,
    /// The text that was parsed: the author's, or what it was read as.
    pub(crate) text: String,
    /// Remarks on how it was read.
    pub(crate) notes: Vec<Note>,
    /// Where the parsed text has bytes that the author's has not.
    pub(crate) insertions: Vec<u32>,
}

impl Tree {
    /// Whether the parsed text is not the author's.
    pub(crate) fn is_changed(&self) -> bool {
        !self.insertions.is_empty()
    }

    /// The place in the author's text of a place in the parsed one.
    pub(crate) fn original(&self, offset: u32) -> u32 {
        offset - self.insertions.partition_point(|at| *at < offset) as u32
    }
}

/// Parses a text as CPython 3.11 does; with `print_statement`, a text that it rejects for Python 2's print
/// statements alone is read as if they were calls.
pub(crate) fn parse(
    text: &str,
    mode: Mode,
    print_statement: bool,
) -> Result<Tree, Box<SyntaxError>> {
    depth::check(text)?;
    let options = ParseOptions::from(match mode {
        Mode::Eval => ParserMode::Expression,
        Mode::Module | Mode::Single => ParserMode::Module,
    })
    .with_target_version(PythonVersion::PY311);
    let parsed = parse_unchecked(text, options);
    if let Some(error) = wording::explain(text, &parsed) {
        let tokens = parsed
            .tokens()
            .iter()
            .map(|token| (token.kind(), token.range()));
        let rewritten = print_statement
            .then(|| print_statement::rewrite(text, tokens))
            .flatten();
        let read = rewritten.and_then(
            |Rewritten {
                 text,
                 notes,
                 insertions,
             }| {
                let tree = parse(&text, mode, false).ok()?;
                Some(Tree {
                    notes,
                    insertions,
                    ..tree
                })
            },
        );
        return read.ok_or(error);
    }
    Ok(Tree {
        tree: parsed.into_syntax(),
        text: text.to_owned(),
        notes: Vec::new(),
        insertions: Vec::new(),
    })
}

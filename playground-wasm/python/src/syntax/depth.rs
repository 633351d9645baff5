//! Bounds how deeply a text is nested, on its tokens, before anything recursive looks at it.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, lexer};
use ruff_text_size::{TextRange, TextSize};

use super::{SyntaxError, SyntaxErrorKind};

/// CPython's bound on brackets within one another.
const MOST_BRACKETS: usize = 200;
/// CPython's bound on indentation.
const MOST_INDENTS: usize = 99;
/// How deep the tree of an expression may be, by the weights below. CPython ends at about as many binary
/// operators in a row.
const MOST_WEIGHT: u32 = 3000;
/// A binary operator: these chains are walked by loops, only letting go of them is recursive.
const BINARY: u32 = 1;
/// An attribute, a call, a subscript.
const POSTFIX: u32 = 8;
/// An operator before its operand, `lambda`, `if … else`, `**`: the parser itself is recursive.
const PREFIX: u32 = 12;

/// Fails as CPython does where a text is nested too deeply.
pub(super) fn check(text: &str) -> Result<(), Box<SyntaxError>> {
    // So short a text cannot be nested so deeply.
    if text.len() < MOST_INDENTS {
        return Ok(());
    }
    let mut lexer = lexer::lex(text, Mode::Module);
    let mut levels = vec![0u32];
    let mut weight = 0u32;
    let mut indents = 0usize;
    let mut line = 0usize;
    let mut previous = TokenKind::Newline;
    loop {
        let kind = lexer.next_token();
        let level = levels.last_mut().expect("the outermost level stays");
        let added = match kind {
            TokenKind::EndOfFile => return Ok(()),
            TokenKind::Newline => {
                line += 1;
                levels.clear();
                levels.push(0);
                weight = 0;
                0
            }
            TokenKind::NonLogicalNewline => {
                line += 1;
                continue;
            }
            TokenKind::Indent => {
                indents += 1;
                if indents > MOST_INDENTS {
                    return Err(SyntaxError::new(
                        SyntaxErrorKind::Indentation,
                        line_range(text, line),
                        "too many levels of indentation",
                    ));
                }
                0
            }
            TokenKind::Dedent => {
                indents = indents.saturating_sub(1);
                0
            }
            TokenKind::Comma | TokenKind::Semi => {
                weight -= *level;
                *level = 0;
                0
            }
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => {
                if is_operand_end(previous) {
                    *level += POSTFIX;
                    weight += POSTFIX;
                }
                levels.push(0);
                if levels.len() > MOST_BRACKETS + 1 {
                    return Err(SyntaxError::at(
                        line_range(text, line),
                        "too many nested parentheses",
                    ));
                }
                0
            }
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => {
                if levels.len() > 1 {
                    weight -= levels.pop().unwrap_or_default();
                }
                0
            }
            TokenKind::Dot => POSTFIX,
            TokenKind::Lambda
            | TokenKind::If
            | TokenKind::Not
            | TokenKind::DoubleStar
            | TokenKind::Await
            | TokenKind::Yield
            | TokenKind::ColonEqual
            | TokenKind::FStringStart
            | TokenKind::Tilde => PREFIX,
            TokenKind::Plus | TokenKind::Minus | TokenKind::Star if !is_operand_end(previous) => {
                PREFIX
            }
            kind if kind.is_arithmetic() || kind.is_bitwise_or_shift() => BINARY,
            _ => 0,
        };
        *levels.last_mut().expect("the outermost level stays") += added;
        weight += added;
        if weight > MOST_WEIGHT {
            return Err(SyntaxError::new(
                SyntaxErrorKind::Recursion,
                line_range(text, line),
                "maximum recursion depth exceeded during compilation",
            ));
        }
        previous = kind;
    }
}

/// Whether an operand can end by such a token.
fn is_operand_end(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::String
            | TokenKind::FStringEnd
            | TokenKind::Rpar
            | TokenKind::Rsqb
            | TokenKind::Rbrace
            | TokenKind::True
            | TokenKind::False
            | TokenKind::None
            | TokenKind::Ellipsis
            | TokenKind::Match
            | TokenKind::Case
            | TokenKind::Type
    )
}

/// The start of a line, counted from 0.
fn line_range(text: &str, line: usize) -> TextRange {
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    TextRange::empty(TextSize::new(start as u32))
}

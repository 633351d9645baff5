//! The parser's complaints that come as text.

use ruff_python_ast::token::TokenKind;
use ruff_text_size::TextRange;

use super::Explanation;
use crate::syntax::SyntaxError;

impl Explanation<'_> {
    pub(super) fn other(
        &self,
        message: &str,
        location: TextRange,
        index: usize,
    ) -> Box<SyntaxError> {
        let around = &self.around;
        if let Some(what) = message.strip_prefix("Expected an indented block after ") {
            return self.indented_block(what, index);
        }
        match message {
            "Expected `except` or `finally` after `try` block" => {
                let next = around.behind_try_body(location.start());
                SyntaxError::at(next, "expected 'except' or 'finally' block")
            }
            "Expected a parameter name" => self.keyword_name(location, index),
            "Trailing comma not allowed" => {
                if around.kind(around.statement_start(index)) != TokenKind::From {
                    return self.invalid(index + 1);
                }
                let message = "trailing comma not allowed without surrounding parentheses";
                SyntaxError::at(around.range(index + 1), message)
            }
            "Star import must be the only import" => self.invalid(index + 1),
            "Only one '*' parameter allowed" | "Only one '*' separator allowed" => {
                SyntaxError::at(around.range(index), "* argument may appear only once")
            }
            "Only one '/' separator allowed" => SyntaxError::at(location, "/ may appear only once"),
            "'/' parameter must appear before '*' parameter" => {
                SyntaxError::at(location, "/ must be ahead of *")
            }
            "Position-only parameter separator not allowed as first parameter" => {
                let opening = around.opening_before(index).unwrap_or(0);
                let after_star = (opening..index).any(|i| around.kind(i) == TokenKind::Star);
                let message = if after_star {
                    "/ must be ahead of *"
                } else {
                    "invalid syntax"
                };
                SyntaxError::at(location, message)
            }
            "Positional patterns cannot follow keyword patterns" => {
                SyntaxError::at(location, "positional patterns follow keyword patterns")
            }
            "Expected a pattern" if around.kind(index) == TokenKind::Minus => {
                self.invalid(index + 1)
            }
            "Only single target (not tuple) can be annotated" => {
                let first = match around.kind(index) {
                    TokenKind::Lpar => location,
                    _ => around.range(index),
                };
                SyntaxError::at(first, "only single target (not tuple) can be annotated")
            }
            "Only single target (not list) can be annotated" => {
                SyntaxError::at(location, "only single target (not list) can be annotated")
            }
            message if message.contains("Bytes literal cannot be mixed") => SyntaxError::at(
                around.range(around.index_at(location.end())),
                "cannot mix bytes and nonbytes literals",
            ),
            _ if around.kind(index) == TokenKind::Equal && around.is_in_brackets(index) => {
                self.equal(index)
            }
            _ if around.is_augmented_assignment(index) => {
                self.expected(TokenKind::Newline, around.kind(index), index)
            }
            "Expected an expression or a ')'"
            | "Expected an expression or a ']'"
            | "Expected an expression or a '}'"
                if around.is_operand_start(index)
                    && index > 0
                    && !matches!(
                        around.kind(index - 1),
                        TokenKind::Comma | TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace
                    ) =>
            {
                self.missing_comma(index)
            }
            _ => self.invalid(index),
        }
    }

    /// What stands before `=` in a call.
    pub(super) fn keyword_name(&self, location: TextRange, index: usize) -> Box<SyntaxError> {
        let around = &self.around;
        let equal = around.index_at(location.end());
        let range = TextRange::new(location.start(), around.range(equal).end());
        match around.kind(index) {
            TokenKind::True | TokenKind::False | TokenKind::None if equal == index + 1 => {
                let name = &self.text[around.range(index)];
                SyntaxError::at(range, format!("cannot assign to {name}"))
            }
            _ => SyntaxError::at(
                range,
                "expression cannot contain assignment, perhaps you meant \"==\"?",
            ),
        }
    }
}

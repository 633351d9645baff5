//! Expressions that are missing, misplaced, or beside one another.

use ruff_python_ast::token::TokenKind;
use ruff_text_size::{Ranged, TextRange};

use super::{Explanation, never_closed};
use crate::syntax::SyntaxError;

impl Explanation<'_> {
    /// Two expressions beside one another: within brackets a comma may be missing.
    pub(super) fn missing_comma(&self, index: usize) -> Box<SyntaxError> {
        let around = &self.around;
        if !around.is_in_brackets(index) || index == 0 || !around.is_operand_start(index) {
            return self.invalid(index);
        }
        let (before, after) = (around.range(index - 1), around.range(index));
        let Some(left) = around.operand_ending_at(before.end()) else {
            return self.invalid(index);
        };
        let name_before_string = around.kind(index - 1) == TokenKind::Name
            && matches!(
                around.kind(index),
                TokenKind::String | TokenKind::FStringStart
            );
        let soft_keyword = matches!(&self.text[left.range()], "match" | "case" | "_");
        if name_before_string && left == before || soft_keyword {
            return self.invalid(index);
        }
        let end = around
            .expression_starting_at(after.start())
            .map_or(after.end(), |e| e.end());
        let next = around.range(around.index_at(end)).start();
        if let Some(open) = &self.scan.unclosed
            && around.is_beyond(next, open.line)
        {
            return never_closed(open);
        }
        SyntaxError::at(
            TextRange::new(left.start(), end),
            "invalid syntax. Perhaps you forgot a comma?",
        )
    }

    pub(super) fn bare_star(&self, index: usize) -> Box<SyntaxError> {
        let around = &self.around;
        let message = "named arguments must follow bare *";
        if around.is_in_lambda(index) {
            return SyntaxError::at(around.range(index + 1), message);
        }
        let star = (0..=index)
            .rev()
            .find(|index| around.kind(*index) == TokenKind::Star);
        SyntaxError::at(around.range(star.unwrap_or(index)), message)
    }

    pub(super) fn starred(&self, index: usize, location: TextRange) -> Box<SyntaxError> {
        let around = &self.around;
        let before = around.kind(index.saturating_sub(1));
        if before == TokenKind::Colon && around.bracket_kind(index) == Some(TokenKind::Lbrace) {
            let message = "cannot use a starred expression in a dictionary value";
            return SyntaxError::at(location, message);
        }
        if before == TokenKind::Lpar {
            return SyntaxError::at(location, "cannot use starred expression here");
        }
        if around.bracket_kind(index) == Some(TokenKind::Lbrace) {
            // `{*a: b}`: it is the colon that is not understood.
            let colon = (index..around.len()).find(|i| around.kind(*i) == TokenKind::Colon);
            return self.invalid(colon.unwrap_or(index));
        }
        self.invalid(index)
    }

    pub(super) fn expected_expression(&self, index: usize) -> Box<SyntaxError> {
        let around = &self.around;
        let before = around.kind(index.saturating_sub(1));
        let closes = matches!(
            around.kind(index),
            TokenKind::Comma | TokenKind::Rbrace | TokenKind::Rpar
        );
        if before == TokenKind::Colon
            && closes
            && around.bracket_kind(index) == Some(TokenKind::Lbrace)
        {
            return SyntaxError::at(
                around.range(index - 1),
                "expression expected after dictionary key and ':'",
            );
        }
        if before == TokenKind::Equal && closes && around.is_in_parameters(index) {
            let message = "expected default value expression";
            return SyntaxError::at(around.range(index - 1), message);
        }
        // `<>` is one token to CPython.
        if before == TokenKind::Less
            && around.kind(index) == TokenKind::Greater
            && around.range(index - 1).end() == around.range(index).start()
        {
            let both = around.range(index - 1).cover(around.range(index));
            return SyntaxError::at(both, "invalid syntax");
        }
        self.invalid(index)
    }

    pub(super) fn bare_comprehension_target(&self, index: usize) -> Box<SyntaxError> {
        let around = &self.around;
        let opening = around.opening_before(index);
        let is_dict = opening.is_some_and(|opening| {
            around.kind(opening) == TokenKind::Lbrace
                && (opening..index).any(|index| around.kind(index) == TokenKind::Colon)
        });
        match opening {
            Some(opening) if !is_dict && around.kind(opening) != TokenKind::Lpar => {
                let start = around.range(opening + 1).start();
                let end = around.range(index - 1).end();
                SyntaxError::at(
                    TextRange::new(start, end),
                    "did you forget parentheses around the comprehension target?",
                )
            }
            _ => self.invalid(index),
        }
    }
}

//! Headers of compound statements and the blocks behind them.

use ruff_python_ast::token::TokenKind;

use super::Explanation;
use crate::syntax::scan::point;
use crate::syntax::{SyntaxError, SyntaxErrorKind};

impl Explanation<'_> {
    /// The colon at the end of a compound statement's header.
    pub(super) fn colon(&self, found: TokenKind, index: usize) -> Box<SyntaxError> {
        let around = &self.around;
        let header = around.kind(around.statement_start(index));
        let forced = matches!(
            header,
            TokenKind::Def | TokenKind::Else | TokenKind::Try | TokenKind::Finally
        );
        if found == TokenKind::Newline || found == TokenKind::EndOfFile || forced {
            let range = around.range(index);
            return SyntaxError::at(range, "expected ':'");
        }
        if found == TokenKind::Equal
            && matches!(header, TokenKind::If | TokenKind::While | TokenKind::Elif)
        {
            return self.equal(index);
        }
        self.invalid(index)
    }

    pub(super) fn indented_block(&self, what: &str, index: usize) -> Box<SyntaxError> {
        let around = &self.around;
        let header = around.header_before(index);
        let line = around.line(around.range(header).start());
        let what = match what {
            "function definition" => "function definition".to_owned(),
            "`class` definition" => "class definition".to_owned(),
            other => {
                let keyword = other.split('`').nth(1).unwrap_or(other);
                format!("'{keyword}' statement")
            }
        };
        // At the end of a text the parser points to the end of the header.
        let range = match around.kind(index) {
            TokenKind::Newline => point(self.text.len() + 1),
            _ => around.range(index),
        };
        SyntaxError::new(
            SyntaxErrorKind::Indentation,
            range,
            format!("expected an indented block after {what} on line {line}"),
        )
    }
}

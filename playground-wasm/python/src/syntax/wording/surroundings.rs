//! What stands around the place of an error: tokens, brackets, expressions.

use ruff_python_ast::token::TokenKind;
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, Mod, Stmt};
use ruff_python_parser::Parsed;
use ruff_text_size::{Ranged, TextRange, TextSize};

use crate::syntax::scan::point;

pub(super) struct Surroundings<'a> {
    pub(super) text: &'a str,
    tokens: Vec<(TokenKind, TextRange)>,
    /// All expressions of the tree, outer ones first.
    pub(super) expressions: Vec<&'a Expr>,
    /// The ends of the bodies of `try` statements with neither `except` nor `finally`.
    bare_tries: Vec<TextSize>,
    /// Whether the text is one expression.
    is_expression: bool,
}

impl<'a> Visitor<'a> for Surroundings<'a> {
    fn visit_expr(&mut self, expression: &'a Expr) {
        self.expressions.push(expression);
        walk_expr(self, expression);
    }

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::Try(stmt) = stmt
            && stmt.handlers.is_empty()
            && stmt.finalbody.is_empty()
            && let Some(last) = stmt.body.last()
        {
            self.bare_tries.push(last.end());
        }
        walk_stmt(self, stmt);
    }
}

impl<'a> Surroundings<'a> {
    pub(super) fn new(text: &'a str, parsed: &'a Parsed<Mod>) -> Self {
        let is_significant = |kind| {
            !matches!(
                kind,
                TokenKind::Comment
                    | TokenKind::NonLogicalNewline
                    | TokenKind::Indent
                    | TokenKind::Dedent
            )
        };
        let tokens = parsed
            .tokens()
            .iter()
            .map(|token| (token.kind(), token.range()))
            .filter(|(kind, _)| is_significant(*kind))
            .collect();
        let mut surroundings = Surroundings {
            text,
            tokens,
            expressions: Vec::new(),
            bare_tries: Vec::new(),
            is_expression: matches!(parsed.syntax(), Mod::Expression(_)),
        };
        match parsed.syntax() {
            Mod::Module(module) => module
                .body
                .iter()
                .for_each(|stmt| surroundings.visit_stmt(stmt)),
            Mod::Expression(expression) => surroundings.visit_expr(&expression.body),
        }
        surroundings
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The first token that ends behind an offset.
    pub(super) fn index_at(&self, offset: TextSize) -> usize {
        self.tokens
            .iter()
            .position(|(_, range)| range.end() > offset || range.start() >= offset)
            .unwrap_or(self.tokens.len())
    }

    pub(super) fn kind(&self, index: usize) -> TokenKind {
        self.tokens
            .get(index)
            .map_or(TokenKind::EndOfFile, |(kind, _)| *kind)
    }

    /// The range of a token. The end of a line is a point, as is that of the text.
    pub(super) fn range(&self, index: usize) -> TextRange {
        match self.tokens.get(index) {
            Some((TokenKind::Newline, range)) if !self.is_end_of_expression(*range) => {
                TextRange::empty(range.start())
            }
            Some((TokenKind::EndOfFile | TokenKind::Newline, _)) | None => {
                point(self.text.len() + 1)
            }
            Some((_, range)) => *range,
        }
    }

    /// A text for `eval` ends without the newline that CPython adds to a program.
    fn is_end_of_expression(&self, newline: TextRange) -> bool {
        self.is_expression && newline.end().to_usize() >= self.text.trim_end().len()
    }

    pub(super) fn line(&self, offset: TextSize) -> usize {
        self.text[..offset.to_usize()].matches('\n').count() + 1
    }

    /// Whether nothing of the program is left at an offset, or it is on a later line.
    pub(super) fn is_beyond(&self, offset: TextSize, line: usize) -> bool {
        let rest = self.text.get(offset.to_usize()..).unwrap_or_default();
        rest.trim().is_empty() || self.line(offset) > line
    }

    /// The innermost bracket that is open before a token.
    pub(super) fn opening_before(&self, index: usize) -> Option<usize> {
        let mut depth = 0usize;
        for at in (0..index.min(self.tokens.len())).rev() {
            match self.kind(at) {
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => depth += 1,
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => match depth {
                    0 => return Some(at),
                    _ => depth -= 1,
                },
                _ => {}
            }
        }
        None
    }

    pub(super) fn bracket_kind(&self, index: usize) -> Option<TokenKind> {
        self.opening_before(index).map(|opening| self.kind(opening))
    }

    pub(super) fn is_in_brackets(&self, index: usize) -> bool {
        self.opening_before(index).is_some()
    }

    /// Whether a token stands among the parameters of a `def`.
    pub(super) fn is_in_parameters(&self, index: usize) -> bool {
        self.opening_before(index)
            .is_some_and(|opening| opening >= 2 && self.kind(opening - 2) == TokenKind::Def)
    }

    /// Whether a token stands among the parameters of a `lambda`.
    pub(super) fn is_in_lambda(&self, index: usize) -> bool {
        for at in (0..index.min(self.tokens.len())).rev() {
            match self.kind(at) {
                TokenKind::Lambda => return true,
                TokenKind::Colon
                | TokenKind::Newline
                | TokenKind::Lpar
                | TokenKind::Lsqb
                | TokenKind::Lbrace => return false,
                _ => {}
            }
        }
        false
    }

    /// The bracket that closes the innermost one open before a token.
    pub(super) fn closing_from(&self, index: usize) -> usize {
        self.opening_before(index)
            .map_or(index, |opening| self.closing_of(opening))
    }

    /// The bracket that closes an opening one.
    pub(super) fn closing_of(&self, opening: usize) -> usize {
        let mut depth = 0usize;
        for at in opening..self.tokens.len() {
            match self.kind(at) {
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => depth += 1,
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        return at;
                    }
                }
                _ => {}
            }
        }
        opening
    }

    /// Whether a simple statement begins with a token.
    pub(super) fn is_statement_start(&self, index: usize) -> bool {
        let begins =
            |kind| matches!(kind, TokenKind::Newline | TokenKind::Semi) || kind == TokenKind::Colon;
        index == 0 || begins(self.kind(index - 1)) && !self.is_in_brackets(index)
    }

    /// The token that the statement around a token begins with.
    pub(super) fn statement_start(&self, index: usize) -> usize {
        (0..index.min(self.tokens.len()))
            .rev()
            .find(|at| matches!(self.kind(*at), TokenKind::Newline | TokenKind::Semi))
            .map_or(0, |at| at + 1)
    }

    /// The first token of the logical line before that of a token: the header of a block.
    pub(super) fn header_before(&self, index: usize) -> usize {
        let mut end = index.min(self.tokens.len());
        while end > 0
            && matches!(
                self.kind(end - 1),
                TokenKind::Newline | TokenKind::EndOfFile
            )
        {
            end -= 1;
        }
        self.statement_start(end)
    }

    /// Whether no bracket is opened between two tokens.
    pub(super) fn is_flat(&self, from: usize, to: usize) -> bool {
        (from..to).all(|at| {
            matches!(
                self.kind(at),
                TokenKind::Name | TokenKind::Comma | TokenKind::Int | TokenKind::Dot
            )
        })
    }

    pub(super) fn is_augmented_assignment(&self, index: usize) -> bool {
        matches!(
            self.kind(index),
            TokenKind::PlusEqual
                | TokenKind::MinusEqual
                | TokenKind::StarEqual
                | TokenKind::SlashEqual
                | TokenKind::PercentEqual
                | TokenKind::AmperEqual
                | TokenKind::VbarEqual
                | TokenKind::CircumflexEqual
                | TokenKind::LeftShiftEqual
                | TokenKind::RightShiftEqual
                | TokenKind::DoubleStarEqual
                | TokenKind::DoubleSlashEqual
                | TokenKind::AtEqual
        ) && (self.statement_start(index)..index).any(|at| self.kind(at) == TokenKind::Comma)
    }

    /// Whether an expression can begin with a token.
    pub(super) fn is_operand_start(&self, index: usize) -> bool {
        matches!(
            self.kind(index),
            TokenKind::Name
                | TokenKind::Int
                | TokenKind::Float
                | TokenKind::Complex
                | TokenKind::String
                | TokenKind::FStringStart
                | TokenKind::True
                | TokenKind::False
                | TokenKind::None
                | TokenKind::Ellipsis
                | TokenKind::Lambda
                | TokenKind::Not
                | TokenKind::Tilde
                | TokenKind::Lbrace
                | TokenKind::Match
                | TokenKind::Case
                | TokenKind::Type
        )
    }

    /// Whether the value that begins with a token is an operand that no further `=` follows.
    pub(super) fn is_simple_value(&self, index: usize) -> bool {
        self.operand_end_from(index).is_some()
    }

    /// The end of the operand (CPython's `bitwise_or`) that begins with a token, unless `=` or `:=` follows.
    pub(super) fn operand_end_from(&self, index: usize) -> Option<TextSize> {
        let mut at = index;
        let mut depth = 0usize;
        loop {
            match self.kind(at) {
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => depth += 1,
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace if depth > 0 => depth -= 1,
                TokenKind::EndOfFile => break,
                _ if depth > 0 => {}
                TokenKind::Equal | TokenKind::ColonEqual => return None,
                TokenKind::Lambda | TokenKind::Yield | TokenKind::Not if at == index => {
                    return None;
                }
                TokenKind::Star if at == index => return None,
                TokenKind::Newline
                | TokenKind::Comma
                | TokenKind::Colon
                | TokenKind::Semi
                | TokenKind::Rpar
                | TokenKind::Rsqb
                | TokenKind::Rbrace
                | TokenKind::EqEqual
                | TokenKind::NotEqual
                | TokenKind::Less
                | TokenKind::LessEqual
                | TokenKind::Greater
                | TokenKind::GreaterEqual
                | TokenKind::In
                | TokenKind::Is
                | TokenKind::Not
                | TokenKind::And
                | TokenKind::Or
                | TokenKind::If
                | TokenKind::Else
                | TokenKind::For => break,
                _ => {}
            }
            // Two operands beside one another: the second belongs to something else.
            if depth == 0 && at > index && self.is_operand_start(at) && self.ends_operand(at - 1) {
                break;
            }
            at += 1;
        }
        (at > index).then(|| self.range(at - 1).end())
    }

    fn ends_operand(&self, index: usize) -> bool {
        matches!(
            self.kind(index),
            TokenKind::Name
                | TokenKind::Int
                | TokenKind::Float
                | TokenKind::String
                | TokenKind::Rpar
                | TokenKind::Rsqb
                | TokenKind::Rbrace
        )
    }

    /// The largest operand that ends at an offset; that of a conditional or a lambda is its last part.
    pub(super) fn operand_ending_at(&self, end: TextSize) -> Option<TextRange> {
        // A broken f-string ends within itself.
        let broken = |expression: &Expr| {
            expression.is_f_string_expr() && !self.text[expression.range()].ends_with(['"', '\''])
        };
        let is_operand = |expression: &&&Expr| {
            expression.end() == end
                && !broken(expression)
                && !matches!(
                    expression,
                    Expr::If(_) | Expr::Lambda(_) | Expr::Named(_) | Expr::Starred(_)
                )
                && !matches!(expression, Expr::Tuple(tuple) if !tuple.parenthesized)
        };
        let found = self.expressions.iter().find(is_operand).map(|e| e.range());
        // Behind a parenthesized expression the parenthesis is what ends.
        found.or_else(|| {
            let last = self
                .tokens
                .iter()
                .position(|(_, range)| range.end() == end)?;
            (self.kind(last) == TokenKind::Rpar).then(|| {
                let opening = self.opening_before(last).unwrap_or(last);
                self.range(opening).cover(self.range(last))
            })
        })
    }

    pub(super) fn bitwise_or_ending_at(&self, end: TextSize) -> Option<&'a Expr> {
        self.expressions.iter().copied().find(|expression| {
            expression.end() == end
                && !matches!(
                    expression,
                    Expr::If(_)
                        | Expr::Lambda(_)
                        | Expr::Named(_)
                        | Expr::Starred(_)
                        | Expr::Compare(_)
                        | Expr::BoolOp(_)
                )
                && !matches!(expression, Expr::Tuple(tuple) if !tuple.parenthesized)
        })
    }

    pub(super) fn name_ending_at(&self, end: TextSize) -> Option<&'a Expr> {
        let largest = self.bitwise_or_ending_at(end)?;
        let name = |expression: &&&Expr| expression.end() == end && expression.is_name_expr();
        match largest {
            Expr::Subscript(_) => self.expressions.iter().find(name).copied(),
            other => Some(other),
        }
    }

    /// The largest expression that begins at an offset.
    pub(super) fn expression_starting_at(&self, start: TextSize) -> Option<&'a Expr> {
        self.expressions.iter().copied().find(|expression| {
            expression.start() == start
                && !expression.range().is_empty()
                && !matches!(expression, Expr::Tuple(tuple) if !tuple.parenthesized)
        })
    }

    /// The start of a conditional expression whose condition ends at an offset.
    pub(super) fn conditional_ending_at(&self, end: TextSize) -> Option<TextSize> {
        self.expressions
            .iter()
            .find_map(|expression| match expression {
                Expr::If(e) if e.test.end() == end => Some(e.start()),
                _ => None,
            })
    }

    /// The end of the expressions that begin with a token, as far as they make sense.
    pub(super) fn statement_end_from(&self, index: usize) -> TextSize {
        let start = self.range(index).start();
        let largest = self
            .expressions
            .iter()
            .find(|e| e.start() == start && !e.range().is_empty());
        let end = largest.map_or(self.range(index).end(), |e| e.end());
        // A trailing comma is part of the tuple.
        let next = self.index_at(end);
        match self.kind(next) {
            TokenKind::Comma => self.range(next).end(),
            _ => end,
        }
    }

    /// The token behind the body of the `try` that the parser missed `except` or `finally` for.
    pub(super) fn behind_try_body(&self, location: TextSize) -> TextRange {
        let body_end = self
            .bare_tries
            .iter()
            .copied()
            .filter(|end| *end <= location)
            .max();
        let Some(end) = body_end else {
            return self.range(self.index_at(location));
        };
        let mut index = self.index_at(end);
        while matches!(self.kind(index), TokenKind::Newline | TokenKind::Semi)
            && index < self.tokens.len()
        {
            index += 1;
        }
        self.range(index)
    }
}

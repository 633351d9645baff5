//! Targets that cannot be assigned to, and `=` where `==` was meant.

use ruff_python_ast::token::TokenKind;
use ruff_python_ast::{Expr, UnaryOp};
use ruff_text_size::{Ranged, TextRange};

use super::Explanation;
use crate::syntax::SyntaxError;

/// What CPython calls an expression that is no target.
pub(super) fn describe(expression: &Expr) -> &'static str {
    match expression {
        Expr::Attribute(_) => "attribute",
        Expr::Subscript(_) => "subscript",
        Expr::Starred(_) => "starred",
        Expr::Name(_) => "name",
        Expr::List(_) => "list",
        Expr::Tuple(_) => "tuple",
        Expr::Lambda(_) => "lambda",
        Expr::Call(_) => "function call",
        Expr::BoolOp(_) | Expr::BinOp(_) | Expr::UnaryOp(_) => "expression",
        Expr::Generator(_) => "generator expression",
        Expr::Yield(_) | Expr::YieldFrom(_) => "yield expression",
        Expr::Await(_) => "await expression",
        Expr::ListComp(_) => "list comprehension",
        Expr::SetComp(_) => "set comprehension",
        Expr::DictComp(_) => "dict comprehension",
        Expr::Dict(_) => "dict literal",
        Expr::Set(_) => "set display",
        Expr::FString(_) | Expr::TString(_) => "f-string expression",
        Expr::NoneLiteral(_) => "None",
        Expr::BooleanLiteral(literal) if literal.value => "True",
        Expr::BooleanLiteral(_) => "False",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::StringLiteral(_) | Expr::BytesLiteral(_) | Expr::NumberLiteral(_) => "literal",
        Expr::Compare(_) => "comparison",
        Expr::If(_) => "conditional expression",
        Expr::Named(_) => "named expression",
        Expr::Slice(_) | Expr::IpyEscapeCommand(_) => "expression",
    }
}

/// Whether CPython's grammar knows the expression as a `bitwise_or`, as far as the offer of `==` goes.
fn is_operand(expression: &Expr, parenthesized: bool) -> bool {
    match expression {
        Expr::Name(_)
        | Expr::List(_)
        | Expr::Tuple(_)
        | Expr::Generator(_)
        | Expr::NoneLiteral(_)
        | Expr::BooleanLiteral(_) => false,
        Expr::BoolOp(_) | Expr::Compare(_) | Expr::Lambda(_) | Expr::If(_) | Expr::Starred(_) => {
            parenthesized
        }
        Expr::Named(_) | Expr::Yield(_) | Expr::YieldFrom(_) => parenthesized,
        Expr::UnaryOp(unary) => unary.op != UnaryOp::Not || parenthesized,
        _ => true,
    }
}

impl Explanation<'_> {
    /// `target = value` with a target that is none.
    pub(super) fn assignment(&self, location: TextRange) -> Box<SyntaxError> {
        let around = &self.around;
        let found = |expression: &&Expr| expression.range() == location;
        let Some(target) = around.expressions.iter().copied().find(found) else {
            return SyntaxError::at(location, "cannot assign to expression");
        };
        let name = describe(target);
        let mut first = around.index_at(location.start());
        let mut last = around.index_at(location.end());
        let mut parenthesized = false;
        while first > 0
            && around.kind(first - 1) == TokenKind::Lpar
            && around.kind(last) == TokenKind::Rpar
        {
            (first, last) = (first - 1, last + 1);
            parenthesized = true;
        }
        let is_yield = matches!(target, Expr::Yield(_) | Expr::YieldFrom(_));
        if is_yield && !parenthesized {
            return SyntaxError::at(location, "assignment to yield expression not possible");
        }
        let alone = around.is_statement_start(first)
            && around.kind(last) == TokenKind::Equal
            && around.is_simple_value(last + 1);
        if alone && is_operand(target, parenthesized) {
            return here(location, name);
        }
        SyntaxError::at(location, format!("cannot assign to {name}"))
    }

    /// `=` where no assignment can be.
    pub(super) fn equal(&self, index: usize) -> Box<SyntaxError> {
        let around = &self.around;
        if index == 0 {
            return self.invalid(index);
        }
        let end = around.range(index - 1).end();
        // Within a subscript the parser may have closed it before the `=`.
        let inner = around.is_in_brackets(index) && around.kind(index - 1) == TokenKind::Name;
        let target = match inner {
            true => around.name_ending_at(end),
            false => around.bitwise_or_ending_at(end),
        };
        let Some(target) = target else {
            return self.invalid(index);
        };
        // Only an expression that nothing but `=` follows or goes before is taken for an assignment.
        let first = around.index_at(target.start());
        let begins = first == 0
            || matches!(
                around.kind(first - 1),
                TokenKind::If
                    | TokenKind::Elif
                    | TokenKind::While
                    | TokenKind::Lpar
                    | TokenKind::Lsqb
                    | TokenKind::Lbrace
                    | TokenKind::Comma
            );
        let Some(value_end) = around.operand_end_from(index + 1).filter(|_| begins) else {
            return self.invalid(index);
        };
        if matches!(target, Expr::Name(_)) {
            return SyntaxError::at(
                TextRange::new(target.start(), value_end),
                "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
            );
        }
        if is_operand(target, false) {
            return here(target.range(), describe(target));
        }
        self.invalid(index)
    }
}

fn here(range: TextRange, name: &str) -> Box<SyntaxError> {
    SyntaxError::at(
        range,
        format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?"),
    )
}

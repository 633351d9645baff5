//! Conditions: tests of `if`, `while`, `assert` and the like, compiled as control flow.

use ruff_python_ast::{self as ast, Expr};

use super::unit::{Assigned, Label};
use super::{Compiler, Result};
use crate::code::{Op, Span};
use crate::object::Value;

impl<'a> Compiler<'a, '_> {
    /// Goes to `target` if the truth of the expression is `wanted`, on otherwise. Behind it, what is known
    /// of the variables holds on both ways. Asking for the truth is done `at` the statement or expression
    /// that wants to know.
    pub(super) fn jump_if(
        &mut self,
        test: &'a Expr,
        wanted: bool,
        target: Label,
        at: Span,
    ) -> Result {
        let top = self.top();
        let result = self.branch(test, wanted, target, at);
        self.release(top);
        result
    }

    fn branch(&mut self, test: &'a Expr, wanted: bool, target: Label, at: Span) -> Result {
        if let Some(truth) = constant_truth(test) {
            if truth == wanted {
                self.jump(target, at);
            }
            return Ok(());
        }
        match test {
            Expr::UnaryOp(ast::ExprUnaryOp {
                op: ast::UnaryOp::Not,
                operand,
                ..
            }) => self.branch(operand, !wanted, target, at),
            Expr::BoolOp(e) => {
                let (last, others) = e.values.split_last().expect("at least two operands");
                // `or` is true, `and` is false, as soon as one operand is.
                let decisive = e.op == ast::BoolOp::Or;
                let around = self.label();
                let mut known: Option<Assigned> = None;
                for operand in others {
                    let to = if decisive == wanted { target } else { around };
                    self.jump_if(operand, decisive, to, at)?;
                    known.get_or_insert(self.unit.assigned);
                }
                self.jump_if(last, wanted, target, at)?;
                self.place(around);
                self.unit.assigned = known.unwrap_or(self.unit.assigned);
                Ok(())
            }
            Expr::Compare(e) if e.ops.len() == 1 => {
                let span = self.span(e);
                let a = self.value(&e.left)?;
                let b = self.comparand(e.ops[0], &e.comparators[0])?;
                let (op, inverted) = direct(e.ops[0], wanted);
                let op = super::comparison::compare_operator(op);
                self.emit(Op::SkipCompare { op, a, b }, span);
                if inverted {
                    self.jump(target, span);
                } else {
                    self.jump_over(target, span);
                }
                Ok(())
            }
            _ => {
                let s = self.value(test)?;
                self.emit(
                    if wanted {
                        Op::SkipIfFalse { s }
                    } else {
                        Op::SkipIfTrue { s }
                    },
                    at,
                );
                self.jump(target, at);
                Ok(())
            }
        }
    }

    /// Behind an instruction that skips when the jump is wanted.
    pub(super) fn jump_over(&mut self, target: Label, span: Span) {
        let over = self.label();
        self.jump(over, span);
        self.jump(target, span);
        self.place(over);
    }
}

/// The operator to test so that the jump stands right behind it, and whether that could be had: only
/// identity and containment have an exact opposite.
fn direct(op: ast::CmpOp, wanted: bool) -> (ast::CmpOp, bool) {
    use ast::CmpOp::{In, Is, IsNot, NotIn};
    match (op, wanted) {
        (_, false) => (op, true),
        (Is, true) => (IsNot, true),
        (IsNot, true) => (Is, true),
        (In, true) => (NotIn, true),
        (NotIn, true) => (In, true),
        (_, true) => (op, false),
    }
}

/// The truth of a literal.
pub(super) fn constant_truth(test: &Expr) -> Option<bool> {
    match test {
        Expr::BooleanLiteral(e) => Some(e.value),
        Expr::NoneLiteral(_) => Some(false),
        Expr::EllipsisLiteral(_) => Some(true),
        Expr::StringLiteral(e) => Some(!e.value.is_empty()),
        Expr::NumberLiteral(e) => match super::constant::number(&e.value) {
            Some(Value::Int(value)) => Some(value != 0),
            Some(Value::Float(value)) => Some(value != 0.0),
            _ => None,
        },
        Expr::Name(name) if &name.id == "__debug__" => Some(true),
        _ => None,
    }
}

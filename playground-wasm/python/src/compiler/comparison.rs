//! Comparisons.

use ruff_python_ast::{self as ast, Expr};

use super::{Compiler, Result};
use crate::code::{CompareOperator, Op, Reg};

impl<'a> Compiler<'a, '_> {
    /// A comparison as a value; a chain stops at the first one that is false.
    pub(super) fn comparison(&mut self, e: &'a ast::ExprCompare, d: Reg) -> Result {
        let span = self.span(e);
        if let ([op], [right]) = (&*e.ops, &*e.comparators) {
            let a = self.value(&e.left)?;
            let b = self.comparand(*op, right)?;
            let op = compare_operator(*op);
            self.emit(Op::Compare { op, d, a, b }, span);
            return Ok(());
        }
        let result = self.scratch(d);
        let (end, short) = (self.label(), self.label());
        let mut a = self.value(&e.left)?;
        let middle = self.top();
        let last = e.ops.len() - 1;
        let (mut assigned, mut kept) = (None, false);
        for (index, (op, right)) in e.ops.iter().zip(&*e.comparators).enumerate() {
            // The middle operand is both the right side of one comparison and the left side of the next.
            let b = self.value(right)?;
            let op = compare_operator(*op);
            if index == last {
                self.emit(
                    Op::Compare {
                        op,
                        d: result,
                        a,
                        b,
                    },
                    span,
                );
                break;
            }
            let mut right = b;
            if self.is_temporary(b) {
                right = self.temporary();
                self.emit(Op::Copy { d: right, s: b }, span);
            }
            self.emit(
                Op::Compare {
                    op,
                    d: result,
                    a,
                    b: right,
                },
                span,
            );
            a = b;
            self.release(middle);
            if self.is_temporary(b) {
                a = self.temporary();
                self.transfer(a, b, span);
                kept = true;
            }
            assigned.get_or_insert(self.unit.assigned);
            self.emit(Op::SkipIfTrueElseKeep { s: result }, span);
            self.jump(short, span);
        }
        self.jump(end, span);
        self.place(short);
        if kept {
            self.emit(Op::Clear { r: middle }, span);
        }
        self.place(end);
        self.unit.assigned = assigned.unwrap_or(self.unit.assigned);
        self.transfer(d, result, span);
        Ok(())
    }

    /// The right side of a comparison. A list display behind `in` is a constant tuple if it can be one.
    pub(super) fn comparand(&mut self, op: ast::CmpOp, right: &'a Expr) -> Result<Reg> {
        if let (ast::CmpOp::In | ast::CmpOp::NotIn, Expr::List(list)) = (op, right)
            && let Some(value) = self.fold_tuple(&list.elts)
        {
            let span = self.span(list);
            return Ok(self.push_constant(value, span));
        }
        self.value(right)
    }
}

pub(super) fn compare_operator(op: ast::CmpOp) -> CompareOperator {
    match op {
        ast::CmpOp::Eq => CompareOperator::Eq,
        ast::CmpOp::NotEq => CompareOperator::Ne,
        ast::CmpOp::Lt => CompareOperator::Lt,
        ast::CmpOp::LtE => CompareOperator::Le,
        ast::CmpOp::Gt => CompareOperator::Gt,
        ast::CmpOp::GtE => CompareOperator::Ge,
        ast::CmpOp::Is => CompareOperator::Is,
        ast::CmpOp::IsNot => CompareOperator::IsNot,
        ast::CmpOp::In => CompareOperator::In,
        ast::CmpOp::NotIn => CompareOperator::NotIn,
    }
}

//! Assignments: targets, unpacking, `+=`, `del`.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

use super::{Compiler, Result};
use crate::code::{Op, Reg};
use crate::syntax::SyntaxError;

impl<'a> Compiler<'a, '_> {
    pub(super) fn assign(&mut self, stmt: &'a ast::StmtAssign) -> Result {
        if let [target] = &*stmt.targets {
            return self.assign_one(target, &stmt.value);
        }
        let value = self.push(&stmt.value)?;
        let (last, others) = stmt.targets.split_last().expect("at least one target");
        for target in others {
            let copy = self.temporary();
            let span = self.span(target);
            self.emit(Op::Copy { d: copy, s: value }, span);
            self.store(target, copy)?;
            self.release(copy);
        }
        self.store(last, value)
    }

    fn assign_one(&mut self, target: &'a Expr, value: &'a Expr) -> Result {
        if let Expr::Name(name) = target
            && let Some(register) = self.register_target(&name.id)
        {
            self.check_target(&name.id, name)?;
            self.into(value, register)?;
            self.mark_assigned(register);
            return Ok(());
        }
        if let (Expr::Tuple(targets), Expr::Tuple(values)) = (target, value)
            && let (2 | 3, true) = (targets.elts.len(), targets.elts.len() == values.elts.len())
            && !targets
                .elts
                .iter()
                .chain(&values.elts)
                .any(Expr::is_starred_expr)
        {
            // A swap: no tuple is made.
            let start = self.push_all(&values.elts)?;
            for (index, target) in targets.elts.iter().enumerate() {
                self.store(target, start + index as Reg)?;
            }
            return Ok(());
        }
        let value = self.value(value)?;
        self.store(target, value)
    }

    /// Assigns a register to a target; a temporary is used up.
    pub(super) fn store(&mut self, target: &'a Expr, s: Reg) -> Result {
        let top = self.top();
        match target {
            Expr::Name(name) => {
                self.check_target(&name.id, name)?;
                let span = self.span(name);
                self.store_name(&name.id, s, span);
            }
            Expr::Attribute(e) => {
                self.check_target(&e.attr, e)?;
                let span = self.attribute_span(e, e.range);
                let o = self.value(&e.value)?;
                let id = self.id(&e.attr);
                let n = self.name(id);
                self.emit(Op::StoreAttr { o, n, s }, span);
            }
            Expr::Subscript(e) => {
                let span = self.subscript_span(e);
                let o = self.value(&e.value)?;
                let k = self.value(&e.slice)?;
                self.emit(Op::StoreItem { o, k, s }, span);
            }
            Expr::Tuple(ast::ExprTuple { elts, .. }) | Expr::List(ast::ExprList { elts, .. }) => {
                self.unpack(target, elts, s)?;
            }
            Expr::Starred(e) => {
                return Err(SyntaxError::at(
                    e.range,
                    "starred assignment target must be in a list or tuple",
                ));
            }
            other => {
                return Err(SyntaxError::at(
                    other.range(),
                    "cannot assign to expression",
                ));
            }
        }
        self.release(top);
        Ok(())
    }

    fn unpack(&mut self, target: &'a Expr, elements: &'a [Expr], s: Reg) -> Result {
        let span = self.span(target);
        let star = elements.iter().position(Expr::is_starred_expr);
        let start = self.temporaries(elements.len());
        match star {
            None => {
                let count = elements.len() as u16;
                self.emit(Op::UnpackSequence { s, start, count }, span);
            }
            Some(star) => {
                let after = elements.len() - star - 1;
                if elements[star + 1..].iter().any(Expr::is_starred_expr) {
                    return Err(SyntaxError::at(
                        target.range(),
                        "multiple starred expressions in assignment",
                    ));
                }
                let (Ok(before), Ok(after)) = (u8::try_from(star), u8::try_from(after)) else {
                    return Err(SyntaxError::at(
                        target.range(),
                        "too many expressions in star-unpacking assignment",
                    ));
                };
                self.emit(
                    Op::UnpackStar {
                        s,
                        start,
                        before,
                        after,
                    },
                    span,
                );
            }
        }
        for (index, element) in elements.iter().enumerate() {
            let element = match element {
                Expr::Starred(starred) => &starred.value,
                other => other,
            };
            self.store(element, start + index as Reg)?;
        }
        Ok(())
    }

    pub(super) fn augmented(&mut self, stmt: &'a ast::StmtAugAssign) -> Result {
        let span = self.span(stmt);
        let op = super::expression::binary_operator(stmt.op);
        match &*stmt.target {
            Expr::Name(name) => {
                self.check_target(&name.id, name)?;
                let target = self.span(name);
                let a = self.value(&stmt.target)?;
                let b = self.value(&stmt.value)?;
                if let Some(d) = self.register_target(&name.id) {
                    self.emit(Op::InPlace { op, d, a, b }, span);
                    self.mark_assigned(d);
                } else {
                    self.emit(Op::InPlace { op, d: a, a, b }, span);
                    self.store_name(&name.id, a, target);
                }
            }
            Expr::Attribute(e) => {
                self.check_target(&e.attr, e)?;
                let target = self.attribute_span(e, e.range);
                let o = self.value(&e.value)?;
                let again = self.again(o, target);
                let id = self.id(&e.attr);
                let n = self.name(id);
                let a = self.temporary();
                self.emit(Op::LoadAttr { d: a, o: again, n }, target);
                let b = self.value(&stmt.value)?;
                self.emit(Op::InPlace { op, d: a, a, b }, span);
                self.emit(Op::StoreAttr { o, n, s: a }, target);
            }
            Expr::Subscript(e) => {
                let target = self.subscript_span(e);
                let o = self.value(&e.value)?;
                let k = self.value(&e.slice)?;
                let (again, key_again) = (self.again(o, target), self.again(k, target));
                let a = self.temporary();
                self.emit(
                    Op::LoadItem {
                        d: a,
                        o: again,
                        k: key_again,
                    },
                    target,
                );
                let b = self.value(&stmt.value)?;
                self.emit(Op::InPlace { op, d: a, a, b }, span);
                self.emit(Op::StoreItem { o, k, s: a }, target);
            }
            other => {
                return Err(SyntaxError::at(
                    other.range(),
                    "illegal expression for augmented assignment",
                ));
            }
        }
        Ok(())
    }

    /// A second reading of a value: the variable itself, or a copy of the temporary.
    fn again(&mut self, s: Reg, span: crate::code::Span) -> Reg {
        if !self.is_temporary(s) {
            return s;
        }
        let d = self.temporary();
        self.emit(Op::Copy { d, s }, span);
        d
    }

    pub(super) fn delete(&mut self, target: &'a Expr) -> Result {
        let top = self.top();
        match target {
            Expr::Name(name) => {
                if &name.id == "__debug__" {
                    return Err(SyntaxError::at(name.range, "cannot delete __debug__"));
                }
                let span = self.span(name);
                self.delete_name(&name.id, span);
            }
            Expr::Attribute(e) => {
                let span = self.attribute_span(e, e.range);
                let o = self.value(&e.value)?;
                let id = self.id(&e.attr);
                let n = self.name(id);
                self.emit(Op::DeleteAttr { o, n }, span);
            }
            Expr::Subscript(e) => {
                let span = self.subscript_span(e);
                let o = self.value(&e.value)?;
                let k = self.value(&e.slice)?;
                self.emit(Op::DeleteItem { o, k }, span);
            }
            Expr::Tuple(ast::ExprTuple { elts, .. }) | Expr::List(ast::ExprList { elts, .. }) => {
                for element in elts {
                    self.delete(element)?;
                }
            }
            other => return Err(SyntaxError::at(other.range(), "cannot delete expression")),
        }
        self.release(top);
        Ok(())
    }
}

//! Annotations: evaluated where a namespace keeps them, or kept as text.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

use super::scope::ScopeKind;
use super::unparse::unparse;
use super::{Compiler, Result};
use crate::code::{Op, Reg};
use crate::object::Value;
use crate::syntax::SyntaxError;

impl<'a> Compiler<'a, '_> {
    /// Pushes what `__annotations__` shall have for an annotation.
    pub(super) fn push_annotation(&mut self, annotation: &'a Expr) -> Result<Reg> {
        if self.future_annotations {
            let span = self.span(annotation);
            let text = self.string(&unparse(annotation));
            return Ok(self.push_constant(Value::Str(text), span));
        }
        // `*args: *Ts` annotates with the one thing unpacked.
        if let Expr::Starred(starred) = annotation {
            let span = self.span(starred);
            let s = self.value(&starred.value)?;
            let start = self.top();
            self.temporary();
            self.emit(Op::UnpackSequence { s, start, count: 1 }, span);
            return Ok(start);
        }
        self.push(annotation)
    }

    pub(super) fn annotated_assignment(&mut self, stmt: &'a ast::StmtAnnAssign) -> Result {
        let span = self.span(stmt);
        if let Some(value) = &stmt.value {
            match &*stmt.target {
                Expr::Name(name) if self.register_target(&name.id).is_some() => {
                    let register = self.register_target(&name.id).expect("just seen");
                    self.into(value, register)?;
                    self.mark_assigned(register);
                }
                target => {
                    let top = self.top();
                    let s = self.value(value)?;
                    self.store(target, s)?;
                    self.release(top);
                }
            }
        }
        let kept = matches!(
            self.scopes.all[self.unit.scope].kind,
            ScopeKind::Module | ScopeKind::Class
        );
        match &*stmt.target {
            Expr::Name(name) => {
                self.check_target(&name.id, name)?;
                if kept && stmt.simple {
                    let s = self.push_annotation(&stmt.annotation)?;
                    let o = self.temporary();
                    self.emit(Op::Annotations { d: o }, span);
                    let id = self.id(&name.id);
                    let text = self.names.text(id).clone();
                    let k = self.push_constant(Value::Str(text), span);
                    self.emit(Op::StoreItem { o, k, s }, span);
                } else if kept {
                    self.evaluate_annotation(&stmt.annotation)?;
                }
            }
            Expr::Attribute(target) => {
                if stmt.value.is_none() {
                    self.evaluate(&target.value)?;
                }
                if kept {
                    self.evaluate_annotation(&stmt.annotation)?;
                }
            }
            Expr::Subscript(target) => {
                if stmt.value.is_none() {
                    self.evaluate(&target.value)?;
                    self.evaluate(&target.slice)?;
                }
                if kept {
                    self.evaluate_annotation(&stmt.annotation)?;
                }
            }
            other => {
                return Err(SyntaxError::at(
                    other.range(),
                    "illegal target for annotation",
                ));
            }
        }
        Ok(())
    }

    fn evaluate_annotation(&mut self, annotation: &'a Expr) -> Result {
        if self.future_annotations {
            return Ok(());
        }
        self.evaluate(annotation)
    }

    /// Evaluates an expression for what it does.
    fn evaluate(&mut self, expression: &'a Expr) -> Result {
        let top = self.top();
        let span = self.span(expression);
        let r = self.value(expression)?;
        self.discard(r, span);
        self.release(top);
        Ok(())
    }
}

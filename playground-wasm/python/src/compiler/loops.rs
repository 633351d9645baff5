//! `for` and `while`.

use ruff_python_ast::{self as ast, Expr};

use super::unit::{Label, UNREACHABLE};
use super::unwind::BlockKind;
use super::{Compiler, Result, condition};
use crate::code::{Op, Reg, Span};
use crate::syntax::SyntaxError;

impl<'a> Compiler<'a, '_> {
    pub(super) fn for_loop(&mut self, stmt: &'a ast::StmtFor) -> Result {
        if stmt.is_async {
            return Err(SyntaxError::at(
                stmt.range,
                "'async for' outside async function",
            ));
        }
        let span = self.span(stmt);
        let top = self.top();
        let s = self.value(&stmt.iter)?;
        self.release(top);
        let iterator = self.temporary();
        self.emit(Op::GetIter { d: iterator, s }, span);
        let (head, orelse, end) = (self.label(), self.label(), self.label());
        let before = self.unit.assigned;
        self.place(head);
        self.for_iter(&stmt.target, iterator, orelse, span)?;
        self.begin_loop(end, head, Some(iterator));
        self.body(&stmt.body)?;
        let at_break = self.end_loop();
        self.emit(Op::LoopJump { to: head }, span);
        self.place(orelse);
        self.release(top);
        self.unit.assigned = before;
        self.body(&stmt.orelse)?;
        self.place(end);
        self.unit.assigned &= at_break;
        Ok(())
    }

    /// Takes the next element from an iterator into a target, or goes to `end`.
    pub(super) fn for_iter(
        &mut self,
        target: &'a Expr,
        iterator: Reg,
        end: Label,
        span: Span,
    ) -> Result {
        if let Expr::Name(name) = target
            && let Some(d) = self.register_target(&name.id)
        {
            self.check_target(&name.id, name)?;
            self.emit(Op::ForIter { d, i: iterator }, span);
            self.jump(end, span);
            self.mark_assigned(d);
            return Ok(());
        }
        let d = self.temporary();
        self.emit(Op::ForIter { d, i: iterator }, span);
        self.jump(end, span);
        self.store(target, d)?;
        self.release(d);
        Ok(())
    }

    pub(super) fn while_loop(&mut self, stmt: &'a ast::StmtWhile) -> Result {
        let span = self.span(stmt);
        let (head, orelse, end) = (self.label(), self.label(), self.label());
        self.place(head);
        self.jump_if(&stmt.test, false, orelse, span)?;
        let endless = condition::constant_truth(&stmt.test) == Some(true);
        let tested = if endless {
            UNREACHABLE
        } else {
            self.unit.assigned
        };
        self.begin_loop(end, head, None);
        self.body(&stmt.body)?;
        let at_break = self.end_loop();
        self.emit(Op::LoopJump { to: head }, span);
        self.place(orelse);
        self.unit.assigned = tested;
        self.body(&stmt.orelse)?;
        self.place(end);
        self.unit.assigned &= at_break;
        Ok(())
    }

    fn begin_loop(&mut self, break_to: Label, continue_to: Label, iterator: Option<Reg>) {
        self.begin(BlockKind::Loop {
            break_to,
            continue_to,
            iterator,
            at_break: UNREACHABLE,
        });
    }

    /// Answers what is known of the variables at every `break`.
    fn end_loop(&mut self) -> super::unit::Assigned {
        match self.end().kind {
            BlockKind::Loop { at_break, .. } => at_break,
            _ => UNREACHABLE,
        }
    }
}
